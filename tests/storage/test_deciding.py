"""Who decides by the log what to write sees what others wrote meanwhile, and decides anew."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.cli.session import Session
from pmpath.storage.intake.addition import add_batch
from tests.commands.conftest import Terminal, empty, terminal
from tests.storage.running import COMMAND, environment

__all__ = ["empty", "terminal"]

FOUR = ("log coffee with Lena (PM) 30m", "log coffee with Ana (sales) 30m", "log bbb", "rest fri")
TABLE = "day,minutes,text\n2027-01-05,20,call with Mara\n"


def _kinds(home: Path) -> list[tuple[str, str]]:
    """The records of a log behind its first line, as kinds with what they name."""
    found = map(json.loads, (home / "log.jsonl").read_text(encoding="utf-8").splitlines())
    return [(one["kind"], one.get("text", one.get("of", ""))) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "done", "undo", "rest --cancel fri", "people merge lena ana --yes",
        "snooze lena until 1 mar", "milestones done allies.five-met",
        "roadmap close --because paused",
        "today --other",
        "amend 50 min", "import table.csv", "accept NO_CUSTOMER --because fair --until 2027-03-01",
        "milestones drop positioning.value-talk --because x", "replan --hours 3",
        "answer junior yes", "statement need speed", "roadmap move 2028-03-06 --because x",
        "people ana --private",
    ],
)  # fmt: skip
def test_two_at_once_write_what_one_after_the_other_writes(
    words: str, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`done & done`: the second ran whole between what the first decided and what it wrote."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "table.csv").write_text(TABLE)
    for one in FOUR:
        terminal.type(*one.split())
    twin = Terminal(tmp_path / "twin", terminal.captured)
    shutil.copytree(terminal.home, twin.home)
    for _ in range(2):
        _typed(twin, words)

    waiting: Iterator[bool] = iter([True])
    real = Session.writing, Session.append_act

    def between() -> None:
        if next(waiting, False):
            _typed(terminal, words)

    def writing(self: Session) -> object:
        between()
        return real[0](self)

    def append_act(self: Session, *given: object) -> str:
        between()
        return real[1](self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "writing", writing)
    monkeypatch.setattr(Session, "append_act", append_act)
    _typed(terminal, words)
    assert next(waiting, None) is None, "nothing was written"
    here, there = _kinds(terminal.home), _kinds(twin.home)
    assert [kind for kind, _ in here] == [kind for kind, _ in there]
    # Two that undo or amend do not meet the same record.
    assert len(set(here)) == len(set(there))


def _typed(terminal: Terminal, words: str) -> None:
    """Typed once; the second of two may be refused."""
    enter(words.split(), {"PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": terminal.today})


def test_done_in_two_terminals_records_the_step_once(terminal: Terminal) -> None:
    """`pmpath done & pmpath done`, six times: one records it, the other says that nothing waits."""
    for number in range(6):
        home = terminal.home.with_name(f"data{number}")
        shutil.copytree(terminal.home, home)
        children = [
            subprocess.Popen([*COMMAND, "done"], env=environment(home), stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE)
            for _ in range(2)
        ]  # fmt: skip
        said = [b"".join(child.communicate(timeout=60)).decode() for child in children]
        assert [kind for kind, _ in _kinds(home)].count("action") == 1, said


def test_an_import_from_stdin_that_was_overtaken_says_so(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`import -` cannot read its lines again, so nothing is written, and it is said why."""

    def overtaken(*given: Any) -> str:
        _typed(terminal, "log aaa")
        return add_batch(*given)

    monkeypatch.setattr("pmpath.cli.data.import_command.add_batch", overtaken)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TABLE.encode())))
    terminal.type("import", "-", code=5)
    assert "wrote to your log in the meantime" in terminal.err
    assert [kind for kind, _ in _kinds(terminal.home)].count("action") == 1
