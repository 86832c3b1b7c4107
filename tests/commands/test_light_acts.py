"""Acts without the words of what came in with others, for the undo of an import."""

from __future__ import annotations

from pathlib import Path

from pmpath.domain.entry import Entry
from pmpath.domain.log.acts import Act, Acts
from pmpath.storage.acts import read_acts
from pmpath.storage.disk.paths import Folder
from tests.commands.conftest import Terminal

LINES = "x 2027-01-04 one thing\nx 2027-01-05 another thing\nx 2027-01-06 a third\n"


def imported(terminal: Terminal, tmp_path: Path) -> Folder:
    """A log with three entries that came in together, and one of one's own."""
    path = tmp_path / "done.txt"
    path.write_text(LINES, encoding="utf-8")
    terminal.type("log", "tea with Ben 10m")
    terminal.type("import", str(path))
    return Folder(str(terminal.home))


def has_words(act: Act) -> bool:
    return not isinstance(act.found, Entry) or bool(act.found.text)


def told(acts: Acts) -> list[tuple[object, ...]]:
    return [(one.id, one.at, one.day, one.kind, one.stands, one.of, one.part_of) for one in
            acts.all]  # fmt: skip


def test_light_acts_are_the_same_but_for_words(terminal: Terminal, tmp_path: Path) -> None:
    """Heads keep theirs, parts lose them, and an id that is named keeps its own."""
    folder = imported(terminal, tmp_path)
    whole, light = read_acts(folder), read_acts(folder, "")
    assert told(light) == told(whole)
    parts = [one for one in whole.all if one.part_of and one.kind == "action"]
    assert len(parts) == 2
    assert [one.id for one in light.all if not has_words(one)] == [one.id for one in parts]
    named = read_acts(folder, parts[0].id)
    assert named.by_id[parts[0].id] == whole.by_id[parts[0].id]
    assert [one.id for one in named.all if not has_words(one)] == [parts[1].id]


def test_a_part_that_is_undone_and_put_back_is_told_in_its_words(
    terminal: Terminal, tmp_path: Path
) -> None:
    """By its handle, and without one, where it is the newest undo."""
    folder = imported(terminal, tmp_path)
    part = next(one for one in read_acts(folder).all if one.part_of and one.kind == "action")
    assert "Undone: another thing" in terminal.type("undo", part.id[-6:])
    assert "Put back: another thing" in terminal.type("undo", "--back")
    terminal.type("undo", part.id[-6:])
    terminal.type("undo", part.id[-6:], code=2)
    assert "This was already undone: another thing" in " ".join(terminal.err.split())


def test_an_amended_part_keeps_its_words(terminal: Terminal, tmp_path: Path) -> None:
    """What an amendment changed is told, also after it was undone."""
    folder = imported(terminal, tmp_path)
    part = next(one for one in read_acts(folder).all if one.part_of and one.kind == "action")
    terminal.type("amend", "--entry", part.id[-6:], "45m")
    assert "another thing" in terminal.type("undo")
    assert "another thing" in terminal.type("undo", "--back")
