"""What holds for every command without its doing."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import pmpath
from pmpath.cli.session import Session
from tests.commands.conftest import Terminal

CLI = Path(pmpath.__file__).parent / "cli"
# `log` writes several entries as one text, which is what the shell gets while they are written.
SERIALIZE = {"terminal/output.py", "daily/log_told.py"}


def plans(terminal: Terminal) -> list[str]:
    """The reasons of the plans in the log, in order."""
    lines = [json.loads(line) for line in terminal.log.splitlines()]
    return [one["reason"] for one in lines if one["kind"] == "plan"]


@pytest.mark.parametrize("leaves", [False, True])
def test_a_command_that_writes_records_an_edit_by_hand_first(
    terminal: Terminal, leaves: bool
) -> None:
    """Also one that nobody has written yet; what leaves the edit alone says so."""
    path = terminal.home / "roadmap.toml"
    path.write_text(path.read_text("utf-8").replace("date = 2028-01-10", "date = 2028-03-06"))
    environment = {"PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": "2027-01-12"}
    session = Session(environment)
    if leaves:
        session.leave_edits()
    session.append("rest", session.today, {"until": "2027-01-12"})
    session.append("rest", session.today, {"until": "2027-01-13"})
    assert plans(terminal) == (["init"] if leaves else ["init", "edited by hand"])
    kinds = [json.loads(line)["kind"] for line in terminal.log.splitlines()]
    assert kinds[-3:] == (kinds[-3:-2] if leaves else ["plan"]) + ["rest", "rest"]


def test_no_command_writes_json_by_itself() -> None:
    """Facts are drawn or serialized in one place, so every `--json` has the same envelope."""
    found = {
        path.relative_to(CLI).as_posix()
        for path in CLI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "pmpath.render.page.as_json"
    }
    assert found == SERIALIZE
