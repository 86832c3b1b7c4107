"""What each command of the day loads, so that no newcomer slips in: loading is most of its time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmpath.cli.keeping import keep_folds
from pmpath.cli.session import Session
from pmpath.storage.kept import kept_seal
from tests.doors.process import environment
from tests.doors.test_short_door import NEW_MODULES, script

# Modules of Python that cost next to nothing.
ALL = {
    "__future__", "_collections", "_datetime", "_json", "_signal", "atexit", "binascii", "datetime",
    "errno", "fcntl", "gc", "itertools", "msvcrt", "unicodedata",
}  # fmt: skip
SCREEN = ALL | {"_bisect", "_operator", "bisect", "encodings", "operator"}
# Rooms of pmpath that a command may look into, without `pmpath.` before them.
STORED = {"storage", "storage.disk", "storage.kept", "storage.log"}
FOLDED = {
    "domain", "domain.language", "domain.log", "domain.log.gathered", "domain.log.names",
    "domain.pages", "domain.plain", "domain.roadmap", "domain.words", "domain.words.people",
}  # fmt: skip
DOOR = {
    "cli",
    "cli.daily",
    "cli.options",
    "cli.terminal",
    "render",
    "render.page",
    "render.page.terminal",
    "domain.when",
}
PROMPT = DOOR | STORED | FOLDED | {"coach", "coach.plan", "storage.roadmap"}
PLANNED = PROMPT | {
    "coach.contacts", "coach.findings", "coach.gathered", "coach.meaning",
    "coach.meaning.sentences", "coach.numbers",
    "coach.outlook", "coach.today", "coach.today.events", "domain.content",
    "render.phrases", "render.screens", "reports",
    "domain.words.days", "domain.words.events", "domain.words.numbers", "domain.words.shapes",
}  # fmt: skip
LIST = DOOR | STORED | FOLDED | {
    "domain.words.days", "domain.words.numbers", "render.screens", "reports", "storage.roadmap",
}  # fmt: skip
REPORT = PLANNED | {
    "cli.weekly", "coach.statement", "domain.files", "render.screens.gathered", "reports.period",
    "reports.period.own_words", "storage.doctor",
}  # fmt: skip
COMMANDS = {
    "status": (SCREEN, PROMPT),
    "": (SCREEN, PLANNED),
    "history": (SCREEN, LIST),
    "report": (SCREEN, REPORT),
}


@pytest.fixture
def lived(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an entry of today, and all that is kept of the log."""
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 1)
    keep_folds(Session(environment(home)))
    return home


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_day_loads_no_more(command: str, lived: Path) -> None:
    """Neither Typer nor Rich, no TOML parser, no regular expressions; and rooms that it needs."""
    found = script(NEW_MODULES, lived, *command.split())
    assert found.returncode == 0, found.stderr
    loaded = json.loads(found.stderr)
    rooms = {name.rpartition(".")[0] for name in loaded if name.startswith("pmpath.")}
    others = {name.partition(".")[0] for name in loaded if not name.startswith("pmpath")}
    known, looked_into = COMMANDS[command]
    assert others - known == set()
    assert {room.removeprefix("pmpath.") for room in rooms} - looked_into - {"pmpath"} == set()


@pytest.mark.parametrize(
    "line",
    ["pmpath ", "pmpath log --", "pmpath report la", "pmpath log tea with @le", "pmpath people le",
     "pmpath log tea --with le"],
)  # fmt: skip
def test_a_tab_loads_no_more_than_a_screen(line: str, lived: Path) -> None:
    """Neither Typer nor regular expressions: what a word may be is told by the short door."""
    found = script(
        NEW_MODULES, lived, _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_FISH_ACTION="get-args", _PMPATH_COMPLETE="complete_fish",
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    loaded = json.loads(found.stderr)
    others = {name.partition(".")[0] for name in loaded if not name.startswith("pmpath")}
    assert others - SCREEN == set()
