from __future__ import annotations

import json

from tests.commands.conftest import Terminal


def entries(terminal: Terminal) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(terminal.type("history", "--json"))["data"][
        "entries"
    ]
    return found


def test_undo_takes_back_the_newest_entry_and_keeps_its_line(terminal: Terminal) -> None:
    """The line stays in the log; the entry is in no report any more."""
    terminal.type("log", "coffee", "with", "@lena:pm", "45m")
    before = terminal.log
    told = terminal.type("undo")
    handle = json.loads(before.splitlines()[-1])["id"][-4:].lower()
    assert told == (
        "Undone: coffee with Lena, 45 min, Mon 11 Jan.\n"
        f"  Put it back: pmpath undo --back {handle}\n"
    )
    assert terminal.log.startswith(before)
    assert entries(terminal) == []


def test_undo_twice_takes_back_two(terminal: Terminal) -> None:
    """Each call takes the newest that is still live."""
    terminal.type("log", "first")
    terminal.type("log", "second")
    terminal.type("undo")
    terminal.type("undo")
    assert entries(terminal) == []
    terminal.type("undo", code=3)
    assert "There is nothing to undo." in terminal.err


def test_plans_are_not_undone(terminal: Terminal) -> None:
    """After init alone there is nothing to undo."""
    terminal.type("undo", code=3)


def test_undo_takes_back_an_amendment_first(terminal: Terminal) -> None:
    """The entry gets its former minutes back."""
    terminal.type("log", "coffee", "30m")
    terminal.type("amend", "45m")
    assert entries(terminal)[0]["minutes"] == 45
    assert "the change of minutes in: coffee" in terminal.type("undo")
    assert entries(terminal)[0]["minutes"] == 30
    terminal.type("undo")
    assert entries(terminal) == []


def test_undo_takes_back_rest_milestones_and_declines_too(terminal: Terminal) -> None:
    """Whatever was recorded last."""
    terminal.type("rest", "tomorrow")
    terminal.type("milestones", "done", "search.odds-known")
    terminal.type("today", "--other")
    assert "the request for another step" in terminal.type("undo")
    assert "milestone search.odds-known done" in terminal.type("undo")
    assert "rest on Tue 12 Jan" in terminal.type("undo")


def test_amend_changes_what_is_said_and_nothing_else(terminal: Terminal) -> None:
    """Minutes and track; text, people and day stay."""
    terminal.type("log", "coffee", "with", "@lena:pm", "30m")
    terminal.type("amend", "45m", "+sponsors")
    entry = entries(terminal)[0]
    assert (entry["minutes"], entry["track"]) == (45, "sponsors")
    assert (entry["text"], entry["people"]) == ("coffee with @lena:pm 30m", ["Lena (PM)"])


def test_amend_adds_people_and_notes_and_moves_the_day(terminal: Terminal) -> None:
    """Lists grow; the day is replaced."""
    terminal.type("log", "coffee", "with", "@lena:pm", today="2027-01-13")
    terminal.type("amend", "@tomas:sales", "worry:", "churn", "mon")
    entry = entries(terminal)[0]
    assert entry["people"] == ["Lena (PM)", "Tomas (sales)"]
    assert entry["notes"] == {"worry": "churn"}
    assert entry["day"] == "2027-01-11"


def test_amend_with_plain_words_replaces_the_text(terminal: Terminal) -> None:
    """A typing mistake is mended by typing it again."""
    terminal.type("log", "cofee", "with", "tomas")
    terminal.type("amend", "coffee", "with", "tomas")
    assert entries(terminal)[0]["text"] == "coffee with tomas"


def test_amend_with_marks_alone_keeps_the_words(terminal: Terminal) -> None:
    """Adding a person, a track or a link is not a reason to lose what was written."""
    terminal.type("log", "wrote", "the", "one-pager", "45m")
    terminal.type("amend", "@lena:pm", "+allies", "https://example.org/a")
    entry = entries(terminal)[0]
    assert entry["text"] == "wrote the one-pager 45m"
    assert entry["people"] == ["Lena (PM)"]
    assert "wrote the one-pager" in terminal.out


def test_undo_takes_the_entry_that_was_written_last(terminal: Terminal) -> None:
    """An amendment made before it is older, whatever the pinned clock says."""
    terminal.type("log", "first", "30m")
    terminal.type("amend", "45m")
    terminal.type("log", "second")
    assert "second" in terminal.type("undo")
    assert [one["text"] for one in entries(terminal)] == ["first 30m"]


def test_amend_finds_an_older_entry_by_its_handle(terminal: Terminal) -> None:
    """The handle is the end of the id, as history shows it."""
    terminal.type("log", "first", "30m")
    handle = str(entries(terminal)[0]["id"])[-4:].lower()
    terminal.type("log", "second", "30m")
    assert f"[{handle}]" in terminal.type("history")
    terminal.type("amend", "60m", "--entry", handle)
    assert {one["text"]: one["minutes"] for one in entries(terminal)} == {
        "first 30m": 60,
        "second 30m": 30,
    }


def test_an_unknown_handle_is_refused(terminal: Terminal) -> None:
    """Nothing is guessed."""
    terminal.type("log", "first")
    terminal.type("undo", "--entry", "zzzz", code=3)
    assert terminal.err.startswith('pmpath: No record has the handle "zzzz".')


def test_an_amendment_that_changes_nothing_is_refused(terminal: Terminal) -> None:
    """Nothing is written."""
    terminal.type("log", "coffee", "30m")
    before = terminal.log
    terminal.type("amend", "30m", code=2)
    assert terminal.log == before


def test_history_finds_words_in_text_people_and_notes(terminal: Terminal) -> None:
    """All the words have to be there, in any case."""
    terminal.type("log", "coffee", "with", "@lena:pm", "worry:", "churn")
    terminal.type("log", "read", "a", "chapter")
    assert "1 entry." in terminal.type("history", "LENA", "churn")
    assert "No entry was found." in terminal.type("history", "tomas")


def test_history_shows_the_latest_and_counts_the_rest(terminal: Terminal) -> None:
    """-n limits; what is beyond is said."""
    for number in range(5):
        terminal.type("log", f"note {number}")
    text = terminal.type("history", "-n", "2")
    assert "note 3" in text
    assert "note 2" not in text
    assert "2 of 5 entries." in text
