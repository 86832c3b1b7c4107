"""A guess that was corrected twice is not made again: by `log`, and wherever the log is folded."""

from __future__ import annotations

import json
from pathlib import Path

from pmpath.domain.entry import Entry
from pmpath.domain.log.names.known import Known, known_names_of
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.read import LogReader
from tests.commands.conftest import Terminal


def track(terminal: Terminal, *words: str) -> str:
    """The track that `log` reads in these words, with nothing written."""
    terminal.type("log", "--dry-run", "--json", *words)
    found: str = json.loads(terminal.out)["data"]["entry"].get("track", "")
    return found


def people(terminal: Terminal, *words: str) -> list[str]:
    """The people that `log` reads in these words, with nothing written."""
    terminal.type("log", "--dry-run", "--json", *words)
    found: list[str] = json.loads(terminal.out)["data"]["entry"].get("people", [])
    return found


def entries(terminal: Terminal) -> list[Entry]:
    """The entries as a fold sees them, in the order of writing."""
    known = Known()
    found = known.over(LogReader(Folder(str(terminal.home))).records())
    return sorted((one for one in found if isinstance(one, Entry)), key=lambda one: one.at)


def correct_track(terminal: Terminal, words: str, said: str) -> None:
    """Log a line and correct its track."""
    terminal.type("log", words)
    terminal.type("amend", "--track", said)


def test_a_track_that_was_corrected_twice_is_not_guessed_again(terminal: Terminal) -> None:
    """Once is an exception; the second time the words have shown that they say another thing."""
    words = "visited the customer portal team"
    guess = track(terminal, words)
    assert guess
    other = next(one for one in ("craft", "positioning") if one != guess)
    correct_track(terminal, words, other)
    assert track(terminal, words) == guess
    correct_track(terminal, words, other)
    assert track(terminal, words) == ""
    assert track(terminal, f"{words} again, 30m") == ""
    assert track(terminal, "call with customer Ana about the invoices") == "customers"


def test_without_its_index_a_short_log_says_the_same(terminal: Terminal) -> None:
    """The index is only quicker."""
    words = "visited the customer portal team"
    for _ in range(2):
        correct_track(terminal, words, "craft")
    names = Path(Folder(str(terminal.home)).names)
    assert names.exists()
    names.unlink()
    assert track(terminal, words) == ""


def test_a_correction_that_is_undone_is_none(terminal: Terminal) -> None:
    """The guess is made again: only one correction stands."""
    words = "visited the customer portal team"
    guess = track(terminal, words)
    for _ in range(2):
        correct_track(terminal, words, "craft")
    assert track(terminal, words) == ""
    terminal.type("undo")
    assert track(terminal, words) == guess


def test_a_name_that_is_twice_nobody_is_no_person(terminal: Terminal) -> None:
    """Dropped twice, `Quibbly` is a tool; marked with an @ it would still be a person."""
    words = "met Quibbly about the dashboards"
    assert people(terminal, words) == ["Quibbly"]
    for _ in range(2):
        terminal.type("log", words)
        terminal.type("amend", "--drop", "@quibbly")
    assert people(terminal, words) == []
    assert people(terminal, "met @quibbly about the dashboards") == ["Quibbly"]


def test_an_entry_of_a_machine_that_did_not_know_is_folded_so_as_well(terminal: Terminal) -> None:
    """What another machine guessed after the second correction does not count; before, it does."""
    words = "visited the customer portal team"
    terminal.type("log", words)
    guess = entries(terminal)[0].track
    for _ in range(2):
        correct_track(terminal, words, "craft")
    log = Path(Folder(str(terminal.home)).log)
    first = next(line for line in log.read_text("utf-8").splitlines() if '"action"' in line)
    fields = {**json.loads(first), "id": "9" * 26, "at": "2027-01-12T09:00:00.000+00:00"}
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(fields) + "\n")
    assert [one.track for one in entries(terminal)] == [guess, "craft", "craft", ""]


def test_what_a_person_said_is_not_counted_as_a_guess(terminal: Terminal) -> None:
    """A track that a mark named and that was changed twice says nothing of the words."""
    words = "visited the portal team +customers"
    for _ in range(2):
        terminal.type("log", words)
        terminal.type("amend", "--track", "craft")
    assert not known_names_of(LogReader(Folder(str(terminal.home))).records()).unguessed


def test_engineering_that_was_corrected_twice_is_not_guessed_again(terminal: Terminal) -> None:
    """The words of the present job may be those of the path for somebody."""
    words = "index tuning for the pilot"
    terminal.type("log", "--dry-run", "--json", words)
    assert "engineering" in json.loads(terminal.out)["data"]["entry"].get("tags", [])
    for _ in range(2):
        correct_track(terminal, words, "craft")
    terminal.type("log", "--dry-run", "--json", words)
    assert "engineering" not in json.loads(terminal.out)["data"]["entry"].get("tags", [])
