"""The same file imported on two machines whose logs are joined later."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import Terminal
from tests.imports.conftest import SAMPLES, TODAY, Importer

FRAMES = str(SAMPLES / "frames")


def minutes(terminal: Terminal) -> int:
    told = json.loads(terminal.type("history", "--json", today=TODAY))["data"]
    return sum(one["minutes"] for one in told["entries"])


@pytest.fixture
def other(importer: Importer, tmp_path: Path) -> Terminal:
    """A second machine with the same journey, that imports the same frames on its own."""
    shutil.copytree(importer.terminal.home, tmp_path / "other")
    other = Terminal(tmp_path / "other", importer.terminal.captured)
    importer.take(FRAMES)
    other.type("import", FRAMES, today=TODAY)
    return other


def joined(one: Terminal, another: Terminal, name: str) -> Terminal:
    """The first with what the second has."""
    home = one.home.parent / name
    shutil.copytree(one.home, home)
    made = Terminal(home, one.captured)
    made.type("doctor", "--merge", str(another.home / "log.jsonl"), today=TODAY)
    return made


def test_what_both_imported_counts_once(importer: Importer, other: Terminal) -> None:
    """Whichever log is joined to which."""
    alone = minutes(importer.terminal)
    assert minutes(joined(importer.terminal, other, "a")) == alone
    assert minutes(joined(other, importer.terminal, "b")) == alone


def test_a_correction_on_one_of_them_counts_on_both(importer: Importer, other: Terminal) -> None:
    """The entry that somebody corrected is the one that counts, in either order of lines."""
    last = [json.loads(line) for line in other.log.splitlines()][-1]
    other.type("amend", "--entry", last["id"], "50 min", today=TODAY)
    expected = minutes(importer.terminal) - last["minutes"] + 50
    assert minutes(joined(importer.terminal, other, "a")) == expected
    assert minutes(joined(other, importer.terminal, "b")) == expected


def test_undone_on_one_it_counts_by_the_other(importer: Importer, other: Terminal) -> None:
    """An undo is of one import; the other one stands."""
    other.type("undo", today=TODAY)
    alone = minutes(importer.terminal)
    assert minutes(joined(importer.terminal, other, "a")) == alone


def test_moves_from_the_same_day_are_no_twins(importer: Importer) -> None:
    """A milestone that was dropped and restored is in the plan: both records name one day."""
    terminal = importer.terminal
    terminal.type("milestones", "drop", "positioning.value-talk", "--because", "later", today=TODAY)
    terminal.type("milestones", "restore", "positioning.value-talk", today=TODAY)
    assert "[positioning.value-talk]" in terminal.type("milestones", today=TODAY)
