"""Two people may have one first name: the log asks, and takes nothing back without a word."""

from __future__ import annotations

import json

import pytest

from pmpath.cli.session import Session
from tests.commands.conftest import Terminal


def log(terminal: Terminal, line: str) -> str:
    return terminal.type("log", *line.split())


def people(terminal: Terminal) -> set[str]:
    found = json.loads(terminal.type("people", "--json"))["data"]["people"]
    return {one["person"] for one in found}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Lena", "Lena 2"), ("Lena Vogt", "Lena Vogt 2"), ("Ana-Marie", "Ana-Marie 2"),
        ("Jörg", "Jörg 2"), ("Conor O'Brien", "Conor Obrien 2"),
    ],
)  # fmt: skip
def test_another_job_under_a_known_name_is_asked_about_with_the_command_for_two(
    name: str, other: str, terminal: Terminal
) -> None:
    """The first of them was gone, and the coffee counted no longer."""
    log(terminal, f"coffee with {name} (PM), 30 min")
    said = log(terminal, f"talked to {name} from support, 10 min")
    assert f"{name} was PM so far." in said
    assert "counts as" not in said
    command = said[said.rindex("pmpath amend") :].splitlines()[0]
    terminal.type(*command.split()[1:])
    assert people(terminal) == {f"{name} (PM)", f"{other} (support)"}
    session = Session({"PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": terminal.today})
    assert [*session.journal().fulfilled.values()] == [("allies.coffee",)]


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Lena",
        "coffee with Lena from product",
        "coffee with Lena from marketing",
        "coffee with @lena:support",
        "coffee with Lena Vogt from support",
    ],
)
def test_the_same_job_in_other_words_or_a_mark_is_no_question(
    line: str, terminal: Terminal
) -> None:
    log(terminal, "coffee with Lena (PM), 30 min")
    assert "so far" not in log(terminal, line)


def test_before_anything_is_written_only_the_doubt_is_said(terminal: Terminal) -> None:
    log(terminal, "coffee with Lena (PM), 30 min")
    said = log(terminal, "--dry-run talked to Lena from support")
    assert "? Lena was PM so far." in said
    assert "amend" not in said
