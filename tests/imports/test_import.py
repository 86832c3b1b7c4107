"""The command: what it shows, what it writes, and that it writes all or nothing."""

from __future__ import annotations

import json
import os
import re
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from pmpath.storage.intake import addition
from tests.imports.conftest import SAMPLES, Importer


def test_a_dry_run_shows_all_and_writes_nothing(importer: Importer) -> None:
    """Each entry as it would be, the format that was recognized, and no file changed."""
    before = importer.terminal.log
    shown = importer.take(SAMPLES / "jrnl.json", "--dry-run")
    assert "2026-01-15  45 min: Coffee with @Lena from sales" in shown
    assert "4 entries from jrnl.json (jrnl as JSON)" in " ".join(shown.split())
    assert "Nothing was written." in shown
    assert importer.terminal.log == before
    assert not (importer.terminal.home / "backups").exists()


def test_one_copy_is_made_before(importer: Importer) -> None:
    """Of the whole log as it was, whatever the number of files."""
    before = importer.terminal.log
    importer.take(SAMPLES / "jrnl.json", SAMPLES / "frames", SAMPLES / "both-todo.txt")
    (copy,) = (importer.terminal.home / "backups").glob("log-*")
    assert copy.read_text(encoding="utf-8") == before
    assert importer.terminal.log.startswith(before)


def test_a_broken_file_keeps_the_others_out(importer: Importer) -> None:
    """All files come in, or none."""
    before = importer.terminal.log
    broken = importer.file("x.json", '[{"uuid": "a", "description": "b", "status": "completed"},')
    importer.take(SAMPLES / "jrnl.json", broken, code=4)
    assert importer.terminal.log == before


def test_a_fault_of_the_disk_leaves_the_log_as_it_was(
    importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new log takes the place of the old in one step, or not at all."""
    before = importer.terminal.log

    def refuse(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "replace", refuse)
    importer.take(SAMPLES / "jrnl.json", code=5)
    monkeypatch.undo()
    assert importer.terminal.log == before
    assert addition.UNWRITTEN not in importer.terminal.log


def test_entries_come_in_at_one_instant_and_keep_when_they_were_typed(importer: Importer) -> None:
    """All are written now; `clock` has the time of the words, by which they are read again."""
    importer.take(SAMPLES / "frames")
    entries = importer.entries
    assert len({one["at"] for one in entries}) == 1
    assert entries[0]["clock"] == "2026-01-16T23:30:00.000+01:00"
    assert all(one.get("part_of", entries[0]["id"]) == entries[0]["id"] for one in entries)
    assert "no entry would change" in importer.terminal.type("doctor", "--reread", "--dry-run")
    assert "clock" not in importer.terminal.type("doctor")


def test_an_entry_that_was_undone_alone_stays_away(importer: Importer) -> None:
    """Undone as a whole an import may come again, but not a single entry that nobody wanted."""
    importer.take(SAMPLES / "frames")
    importer.terminal.type("undo", importer.entries[1]["id"])
    told = importer.told(SAMPLES / "frames")["files"][0]
    assert told["added"] == 0 or "undo" in told


def test_who_is_named_in_one_entry_is_known_in_the_next(importer: Importer) -> None:
    """As if the lines had been logged one by one."""
    path = importer.file("t.txt", "[2026-01-15 09:00] Coffee with Lena Brandt from sales\n\n"
                                  "[2026-01-16 09:00] coffee with lena, 20 min\n")  # fmt: skip
    importer.take(path)
    assert importer.entries[1]["people"] == ["Lena Brandt"]


def test_a_mark_that_cannot_be_meant_stays_in_the_words(importer: Importer) -> None:
    """The line is kept as it is; nothing of it is refused."""
    path = importer.file("t.txt", "[2026-01-15 09:00] met @lena( about it\n")
    importer.take(path)
    assert importer.entries[0]["text"] == "met @lena( about it"


@pytest.mark.parametrize(
    ("name", "content", "code", "told"),
    [
        ("a.txt", b"hello there\n", 2, "not recognized"),
        ("a.jsonl", b'{"kind":"log","schema":1}\n', 2, "pmpath doctor --merge"),
        ("a.json", b"", 4, "file is empty"),
        ("a.json", b"[]", 4, "file is empty"),
        ("a.csv", "day,text\n2026-01-15,caf\xe9\n".encode("latin-1"), 4, "not UTF-8"),
        ("a.csv", "day,text\n".encode("utf-16"), 4, "UTF-16"),
        ("a.jsonl", b'{"id":"a","kind":"action","day":"2026-01-15","written":"x"}\n{', 4, "JSON"),
    ],
)
def test_what_is_no_file_of_a_tool_is_refused(
    importer: Importer, name: str, content: bytes, code: int, told: str
) -> None:
    """One sentence with the file, and what would be right."""
    path = importer.folder / name
    path.write_bytes(content)
    importer.take(path, code=code)
    said = " ".join(importer.terminal.err.split())
    assert told in said
    assert str(path) in said.replace(" ", "") or str(path) in said


def test_a_file_may_come_through_a_pipe(
    importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` is standard input; its format is told by what stands in it."""
    pipe = TextIOWrapper(BytesIO((SAMPLES / "frames").read_bytes()))
    monkeypatch.setattr("sys.stdin", pipe)
    assert "3 entries from stdin (Watson)" in importer.take("-")


def test_names_of_two_hundred_letters_and_line_breaks(importer: Importer) -> None:
    """They come in whole, by a calendar and by connections."""
    long = "J" * 200
    event = (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260115T090000Z\r\n"
        "DTEND:20260115T094500Z\r\nSUMMARY:First\\nsecond line\r\n"
        f'ATTENDEE;CN="{long}":mailto:j@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
    )
    importer.take(importer.file("a.ics", event), "--people")
    row = f'First Name,Last Name,Company,Position,Connected On\n"{long}",Holm,X,PM,01 Mar 2026\n'
    importer.take(importer.file("Connections.csv", row), "--people")
    assert [one["people"] for one in importer.entries] == [[long], [f"{long} Holm (PM)"]]
    assert importer.entries[0]["text"] == "First second line"


def test_a_format_that_is_not_there_is_refused_with_the_nearest(importer: Importer) -> None:
    """As is a file that is not there, a folder, and a column of no field."""
    importer.take(SAMPLES / "frames", "--format", "watsn", code=2)
    assert "watson" in importer.terminal.err
    importer.take(importer.folder / "none.json", code=3)
    importer.take(importer.folder, code=2)
    importer.take(SAMPLES / "frames", "--column", "what=Was", code=2)


def test_nothing_comes_in_before_the_first_day(importer: Importer, tmp_path: Path) -> None:
    """Without a set-up it says what to do first."""
    importer.terminal.home = tmp_path / "elsewhere"
    importer.take(SAMPLES / "frames", code=3)
    assert "pmpath init" in importer.terminal.err
    assert not importer.terminal.home.exists()


def test_milestones_that_are_reached_by_it_are_told(importer: Importer) -> None:
    """Five PMs met, by a journal, and the report of the week has them."""
    names = ("Ada Holt", "Ben Okafor", "Cara Lind", "Dan Moss", "Eva Rist")
    text = "".join(
        f"[2027-03-0{day} 18:00] coffee with {name} (PM), 30 min\n\n"
        for day, name in enumerate(names, 1)
    )
    shown = importer.take(importer.file("j.txt", text))
    assert "5 entries" in shown
    report = json.loads(importer.terminal.type("report", "all", "--json"))["data"]
    assert len(report["met"]) == 5


def test_of_a_long_log_it_says_where_milestones_are_named(
    importer: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it would take too much memory to find is not passed over in silence."""
    monkeypatch.setattr("pmpath.cli.data.import_command.LONGEST_READ", 0)
    shown = importer.take(importer.file("done.txt", "x 2026-01-15 coffee with Ana (PM)\n"))
    said = " ".join(shown.split())
    assert "milestones were not looked for. To see which are reached: pmpath milestones" in said
    # Among many records four letters may be the end of two.
    (handle,) = re.findall(r"pmpath undo (\w+)", said)
    assert len(handle) == 8
    importer.terminal.type("undo", handle)


def test_as_data_it_names_the_milestones_that_are_reached(importer: Importer) -> None:
    """By their ids, once entries are written; a look at what would come in looks for none."""
    names = ("Ana", "Bea", "Carla", "Dora", "Eva")
    lines = [f"x 2027-03-0{n} coffee with {one} (PM) 30m\n" for n, one in enumerate(names, 1)]
    path = importer.file("done.txt", "".join(lines))
    looked_at = importer.told(path, "--dry-run")
    assert (looked_at["reached"], looked_at["open_again"]) == (None, None)
    taken = importer.told(path)
    assert (taken["reached"], taken["open_again"]) == (["allies.five-met"], [])
    assert importer.told(path)["reached"] is None
    more = importer.file("more.txt", "x 2027-03-05 coffee with Finn (PM) 30m\n")
    assert importer.told(more)["reached"] == []
