"""`today --list` with `done 2`, `today --week`, `snooze`."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal


def choices(terminal: Terminal) -> list[dict[str, object]]:
    found = json.loads(terminal.type("today", "--list", "--json"))["data"]["choices"]
    return [dict(one) for one in found]


def last(terminal: Terminal) -> dict[str, object]:
    return dict(json.loads(terminal.log.splitlines()[-1]))


def test_the_first_choice_is_the_step_of_the_day(terminal: Terminal) -> None:
    """Each of the four is another action."""
    found = [one["action"] for one in choices(terminal)]
    assert found[0] == json.loads(terminal.type("today", "--json"))["data"]["step"]["action"]
    assert len(found) == len(set(found)) == 4


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_done_and_a_number_records_that_line(terminal: Terminal, number: int) -> None:
    """The step that the list numbered so."""
    chosen = choices(terminal)[number - 1]
    terminal.type("done", str(number))
    assert last(terminal)["action"] == chosen["action"]


def test_a_number_may_have_minutes_behind_it(terminal: Terminal) -> None:
    """`done 2 20m` is the second line, in twenty minutes."""
    chosen = choices(terminal)[1]
    terminal.type("done", "2", "20m")
    assert (last(terminal)["action"], last(terminal)["minutes"]) == (chosen["action"], 20)


@pytest.mark.parametrize(
    ("words", "minutes"), [(("20",), 20), (("2", "pages", "written", "25m"), 25)]
)
def test_other_numbers_are_minutes_or_words(
    terminal: Terminal, words: tuple[str, ...], minutes: int
) -> None:
    """From 10 on it is minutes; where no list stands on the screen it may begin the words."""
    first = json.loads(terminal.type("today", "--json"))["data"]["step"]
    terminal.type("done", *words)
    assert (last(terminal)["action"], last(terminal)["minutes"]) == (first["action"], minutes)


def test_a_number_names_what_the_list_showed(terminal: Terminal) -> None:
    """After each act other steps would stand there; the list on the screen still holds."""
    shown = choices(terminal)
    for number in (2, 1, 4, 3):
        terminal.type("done", str(number))
        assert last(terminal)["action"] == shown[number - 1]["action"]


def test_words_may_stand_behind_the_colon_of_a_number(terminal: Terminal) -> None:
    """`done 3: took an hour` is the third line in one's own words."""
    shown = choices(terminal)
    terminal.type("done", "3:", "was", "hard,", "25m")
    assert (last(terminal)["action"], last(terminal)["minutes"]) == (shown[2]["action"], 25)
    assert last(terminal)["text"] == "was hard, 25m"


@pytest.mark.parametrize(
    ("before", "words", "sentence"),
    [
        ((), ("2",), "No list was shown today, so there is no step 2."),
        ((("today", "--list"),), ("9",), "The list has 4 lines, so there is no line 9."),
        ((("today", "--list"), ("done", "2")), ("2",), "which is no longer open."),
        ((("today", "--list"),), ("3", "asked", "around"), "3 could be line 3 of the list"),
    ],
)
def test_a_number_is_never_another_line(
    terminal: Terminal, before: tuple[tuple[str, ...], ...], words: tuple[str, ...], sentence: str
) -> None:
    """What it cannot name is refused in one sentence; nothing is written."""
    for one in before:
        terminal.type(*one)
    log = terminal.log
    terminal.type("done", *words, code=2)
    assert sentence in terminal.err
    assert terminal.log == log


def test_the_list_that_a_refusal_shows_counts_as_shown(terminal: Terminal) -> None:
    """Its numbers may be typed at once; a list of yesterday names nothing."""
    terminal.type("today", "--list", today="2027-01-11")
    terminal.type("done", "1", today="2027-01-12", code=2)
    listed = [line for line in terminal.err.splitlines() if line.strip()[:2] == "2 "]
    terminal.type("done", "2")
    assert str(last(terminal)["text"])[:30] in listed[0]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"day": "2027-01-11", "lines": [1]}'])
def test_a_damaged_list_is_none(terminal: Terminal, content: bytes) -> None:
    """The list is shown instead."""
    choices(terminal)
    (terminal.home / ".choices").write_bytes(content)
    terminal.type("done", "2", code=2)
    assert "No list was shown today" in terminal.err


def test_done_says_in_words_what_it_counts_as(terminal: Terminal) -> None:
    """Neither an id nor the mark of a part stands there."""
    said = " ".join(terminal.type("done").split())
    assert "counts as: part of working out the lowest pay you accept" in said
    assert "action:" not in said
    assert "tags:" not in said


def test_the_list_of_a_full_day_offers_more(terminal: Terminal) -> None:
    """Whoever looks for more finds it."""
    terminal.type("log", "read", "a", "chapter", "1h")
    assert len(choices(terminal)) == 4


def test_the_week_has_seven_days(terminal: Terminal) -> None:
    """The day off says so, and no step stands twice."""
    days = json.loads(terminal.type("today", "--week", "--json"))["data"]["days"]
    assert [one["day"] for one in days] == [f"2027-01-{number}" for number in range(12, 19)]
    steps = [one["step"]["action"] for one in days if one["step"]]
    assert len(steps) == len(set(steps)) == 6
    assert "Sun 17 Jan   day off" in terminal.type("today", "--week")


@pytest.mark.parametrize(
    "words",
    [("lena", "until", "1", "feb"), ("Lena", "2027-02-01"), ("lena", "till", "1", "feb"),
     ("lena", "for", "3", "weeks")],
)  # fmt: skip
def test_a_person_is_snoozed_until_a_day(terminal: Terminal, words: tuple[str, ...]) -> None:
    """The confirmation has the name and the day; undo takes it back."""
    terminal.type("log", "coffee", "with", "@lena:pm", "30m")
    said = " ".join(terminal.type("snooze", *words).split())
    assert "Snoozed: Lena (PM) until Mon 1 Feb." in said
    assert "Lena (PM) snoozed until" in " ".join(terminal.type("history", "--all").split())
    terminal.type("undo")
    assert last(terminal)["kind"] == "retract"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("zoe", "until", "1", "feb"), 3, 'No person in your log is named "zoe".'),
        (
            ("lena",),
            2,
            "The day is missing: until when to snooze lena?\n"
            "  For example: pmpath snooze lena until 1 mar",
        ),
        (("lena", "until", "dunno"), 2, '"dunno" is not a day.'),
        (("until", "fri"), 2, "The name of the person is missing."),
        ((), 2, "A person and a day are missing."),
        (("lena", "until", "2027-01-04"), 2, "is not in the future"),
    ],
)
def test_what_cannot_be_snoozed_is_said(
    terminal: Terminal, words: tuple[str, ...], code: int, sentence: str
) -> None:
    """Nothing is written."""
    terminal.type("log", "coffee", "with", "@lena:pm", "30m")
    before = terminal.log
    terminal.type("snooze", *words, code=code)
    assert sentence in terminal.err
    assert terminal.log == before


def test_what_waits_is_closed_by_saying_so(terminal: Terminal) -> None:
    """The screen shows the line; typed with the known first name it ends the waiting."""
    terminal.type("log", "asked Anna, our PM, for coffee, she answers by friday")
    assert "pmpath log Anna answered: WORDS" in terminal.type("today", today="2027-01-12")
    terminal.type("log", "Anna", "answered:", "no", "time")
    assert "Waiting on" not in terminal.type("today")


@pytest.mark.parametrize("asked", ["the deck", "half a shift beside the support team"])
@pytest.mark.parametrize(
    "answer",
    ["Anna answered: no time", "anna replied yes", "Anna declined", "heard back from Anna: fine",
     "Anna: yes", "Anna's answer: no", "got a no from Anna", "Anna got back to me"],
)  # fmt: skip
def test_an_answer_ends_what_was_awaited_whatever_it_was(
    terminal: Terminal, asked: str, answer: str
) -> None:
    """It need not repeat what was asked for, and no letter goes out a second time."""
    terminal.type("log", *f"asked Anna (PM) for {asked}, theirs fri Anna: {asked}".split())
    assert "Anna" in terminal.type("today", today="2027-01-18")
    terminal.type("log", *answer.split())
    assert "Anna" not in terminal.type("today", today="2027-01-19")


@pytest.mark.parametrize(
    "answer",
    ["asked Anna, she said yes", "asked Anna again and she agreed", "asked Anna; she said no"],
)
def test_an_answer_told_beside_the_asking_ends_what_was_awaited(
    terminal: Terminal, answer: str
) -> None:
    """Nothing is awaited any more, neither from before nor by the new line."""
    terminal.type("log", *["asked", "Anna", "(PM)", "for", "a", "coffee"])
    terminal.type("log", *answer.split(), today="2027-01-13")
    assert "Waiting on" not in terminal.type("today", today="2027-01-25")


@pytest.mark.parametrize(
    "line", ["coffee moved to Thursday", "the coffee got pushed to thursday", "coffee is on 14 Jan"]
)
def test_a_meeting_that_is_moved_waits_for_its_new_day(terminal: Terminal, line: str) -> None:
    """The line names nobody; the one coffee that was asked for is meant."""
    terminal.type("log", *["asked", "Anna", "(PM)", "for", "a", "coffee"])
    terminal.type("log", *line.split(), today="2027-01-12")
    screen = terminal.type("today", today="2027-01-15")
    assert "Waiting on" not in screen
    assert "Anna" in screen


def test_of_two_coffees_none_is_moved_by_a_line_without_a_name(terminal: Terminal) -> None:
    """In doubt both stay open."""
    for name in ("Anna", "Bert"):
        terminal.type("log", *f"asked {name} (PM) for a coffee".split())
    terminal.type("log", *["coffee", "moved", "to", "Thursday"], today="2027-01-12")
    screen = terminal.type("today", today="2027-01-25")
    assert "Anna" in screen
    assert "Bert" in screen


def test_the_line_offered_for_a_thing_names_the_thing(terminal: Terminal) -> None:
    """Words that do not speak of the seat would leave it waiting."""
    terminal.type("log", "asked Priya for a seat in the next customer call")
    offered = "pmpath log Priya answered about the seat: WORDS"
    assert offered in terminal.type("today", today="2027-01-12")
    terminal.type("log", "Priya", "answered", "about", "the", "seat:", "yes,", "I", "can", "join")
    assert "Waiting on" not in terminal.type("today")
