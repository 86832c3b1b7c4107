"""Files that the tools made: each is known by itself, comes in whole, and comes in once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports.conftest import run
from tests.imports import makers
from tests.imports.conftest import SAMPLES, Importer

# By its file: the format, how many entries it has, and the minutes of each.
EXPECTED = {
    "taskwarrior.json": ("taskwarrior", [15, 15, 15]),
    "timewarrior.json": ("timewarrior", [45, 60]),
    "frames": ("watson", [60, 45, 20]),
    "watson.json": ("watson", [60, 45, 20]),
    "jrnl.json": ("jrnl", [45, 15, 15, 15]),
    "journal.txt": ("jrnl-text", [45, 15, 15, 15]),
    "day.timeclock": ("timeclock", [45, 60, 20]),
    "day.timedot": ("timedot", [90, 45, 30, 60]),
    "both-todo.txt": ("todotxt", [15, 15]),
    "Connections.csv": ("linkedin", [0, 0]),
    "meetings.ics": ("ics", [45, 30, 60, 30, 30, 30, 30, 30, 45]),
}
ODD_TEXT = 'Müller, Jörg; "J"'
MADE = {
    "taskwarrior": (makers.taskwarrior,),
    "timewarrior": (makers.timewarrior,),
    "watson": (makers.watson, makers.watson_log),
    "jrnl": (makers.jrnl, makers.jrnl_text),
    "todotxt": (makers.todotxt,),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_of_each_tool_comes_in_once(importer: Importer, name: str) -> None:
    """Its format is told by its content; a second run adds nothing and writes nothing."""
    form, minutes = EXPECTED[name]
    told = importer.told(SAMPLES / name, "--people")["files"][0]
    assert (told["format"], told["added"], told["known"]) == (form, len(minutes), 0)
    assert [one["minutes"] for one in importer.entries] == minutes
    before = importer.terminal.log
    again = importer.told(SAMPLES / name, "--people")["files"][0]
    assert (again["added"], again["known"]) == (0, len(minutes))
    assert importer.terminal.log == before


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != "Connections.csv"])
def test_odd_names_come_in_as_they_stand(importer: Importer, name: str) -> None:
    """Commas, semicolons, quotes and umlauts stay in the words or in the names."""
    importer.take(SAMPLES / name, "--people")
    told = ODD_TEXT.replace('"', "'") if name == "meetings.ics" else ODD_TEXT
    assert any(told in [one["text"], *one.get("people", [])] or told in one["text"]
               for one in importer.entries)  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_one_undo_takes_a_file_back_and_it_can_come_again(importer: Importer, name: str) -> None:
    """An import is one act; once it is undone, the same file comes in anew."""
    importer.take(SAMPLES / name, "--people")
    count = len(importer.entries)
    assert f"the import of {count} entries" in importer.terminal.type("undo")
    assert "Nothing" in importer.terminal.type("history") or count not in range(2)
    assert importer.told(SAMPLES / name, "--people")["files"][0]["added"] == count


@pytest.mark.slow
@pytest.mark.parametrize("tool", MADE)
def test_what_the_tool_writes_today_comes_in_once(
    importer: Importer, tool: str, tmp_path: Path
) -> None:
    """The real tool makes the file; both forms of one tool are the same things."""
    added = []
    for make in MADE[tool]:
        path = make(tmp_path)
        added.append(importer.told(path)["files"][0]["added"])
        assert importer.told(path)["files"][0]["added"] == 0
    assert added == [len(EXPECTED[path_of(tool)][1]), *[0] * (len(added) - 1)]
    assert any(ODD_TEXT in one["text"] for one in importer.entries)


def path_of(tool: str) -> str:
    return next(name for name, (form, _) in EXPECTED.items() if form == tool)


def test_a_calendar_without_uids_comes_in_once(importer: Importer, tmp_path: Path) -> None:
    """calcurse gives none: start and words are the identity, in a series as well."""
    path = makers.calcurse(tmp_path)
    assert importer.told(path)["files"][0]["added"] == 7
    assert importer.told(path)["files"][0]["known"] == 7
    assert ODD_TEXT in "".join(one["text"] for one in importer.entries)


def test_hledger_counts_the_same_minutes(tmp_path: Path) -> None:
    """What it makes of the sample in hours, to the minute."""
    told = run(
        "hledger", "-f", str(SAMPLES / "day.timedot"), "balance", "-O", "csv", folder=tmp_path
    )
    total = told.splitlines()[-1].rpartition(",")[2].strip('"')
    assert float(total) * 60 == sum(EXPECTED["day.timedot"][1])


def test_a_long_text_comes_in_whole(importer: Importer) -> None:
    """More than two hundred characters stay as they are."""
    importer.take(SAMPLES / "taskwarrior.json")
    assert makers.LONG in [one["text"] for one in importer.entries]
    assert len(makers.LONG) > 200


def test_both_forms_of_a_journal_are_one(importer: Importer) -> None:
    """What came in as JSON is known as text."""
    importer.take(SAMPLES / "jrnl.json")
    told = importer.told(SAMPLES / "journal.txt")["files"][0]
    assert (told["added"], told["known"]) == (0, 4)
