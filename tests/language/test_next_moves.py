from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.entry import ME, THEM
from pmpath.domain.errors import UsageError
from pmpath.domain.next_move import read_move
from tests.language.known import TODAY, read


@pytest.mark.parametrize(
    ("line", "person", "what", "day"),
    [
        ("next fri tomas: deck", "Tomas", "deck", "2026-11-20"),
        ("next tomas: deck", "Tomas", "deck", "2026-11-25"),
        ("next fri: deck", "", "deck", "2026-11-20"),
        ("Next Fri Tomas: deck", "Tomas", "deck", "2026-11-20"),
        ("next 3 dec tomas: deck", "Tomas", "deck", "2026-12-03"),
        ("next dec 3 tomas: deck", "Tomas", "deck", "2026-12-03"),
        ("next fri 20 nov tomas: deck", "Tomas", "deck", "2026-11-20"),
        ("next 2026-12-03 tomas: deck", "Tomas", "deck", "2026-12-03"),
        ("next in 2 weeks tomas: deck", "Tomas", "deck", "2026-12-02"),
        ("next tomorrow tomas: deck", "Tomas", "deck", "2026-11-19"),
        ("next today tomas: deck", "Tomas", "deck", "2026-11-18"),
        ("next sat tomas: deck", "Tomas", "deck", "2026-11-21"),
        ("next may: deck", "May", "deck", "2026-11-25"),
        ("next fri jörg müller: deck", "Jörg Müller", "deck", "2026-11-20"),
        ("next fri jörg_müller: deck", "Jörg Müller", "deck", "2026-11-20"),
        ("next fri @noor:sales: deck", "Noor (sales)", "deck", "2026-11-20"),
        ("next fri Noor(Sales): deck", "Noor (Sales)", "deck", "2026-11-20"),
        ("next tomas: deck fri", "Tomas", "deck", "2026-11-20"),
        ("next tomas: deck by fri", "Tomas", "deck", "2026-11-20"),
        ("next tomas: deck on fri 20 nov", "Tomas", "deck", "2026-11-20"),
        ("next tomas: deck tomorrow", "Tomas", "deck", "2026-11-19"),
        ("next tomas: deck in 2 weeks", "Tomas", "deck", "2026-12-02"),
        ("next tomas: deck by sat", "Tomas", "deck", "2026-11-21"),
        ("next tomas: deck for fri", "Tomas", "deck for fri", "2026-11-25"),
        ("next fri tomas: deck for 3 dec", "Tomas", "deck for 3 dec", "2026-11-20"),
        ("next steps: send the deck", "", "send the deck", "2026-11-25"),
        ("next week: send the deck", "", "send the deck", "2026-11-25"),
    ],
)
def test_a_promise_has_a_person_words_and_a_day(
    line: str, person: str, what: str, day: str
) -> None:
    """A promise names who waits for it, what it is, and a day, a week ahead unless said."""
    found = read(line).next
    assert found is not None
    assert (found.who, found.person, found.what, str(found.day)) == (ME, person, what, day)
    assert read_move(ME, line.split(maxsplit=1)[1], TODAY) == found


def test_their_move_is_told_from_mine() -> None:
    """`theirs` is a promise that somebody else made."""
    found = read("theirs fri lena: her answer").next
    assert found is not None
    assert (found.who, found.person, found.what) == (THEM, "Lena", "her answer")


@pytest.mark.parametrize(
    "line", ["asked Lena where Tom is", "asked by Friday who they are", "offered Tom is"]
)
def test_a_line_may_end_with_who_is(line: str) -> None:
    """Nothing follows that somebody is doing."""
    assert read(line).text == line


@pytest.mark.parametrize(
    "line",
    [
        "next steps were clear",
        "the next fri is fine",
        "what is next: unclear",
        "next month: the budget",
        "next quarter: more of it",
        "next 3 months: hiring",
        "next : nothing",
        "theirs was better",
    ],
)
def test_plain_english_promises_nothing(line: str) -> None:
    """The words next and theirs without a day or a name and a colon are words."""
    assert read(line).next is None
    assert read(line).plain == line


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("next fri tomas:", "next fri tomas: does not say what is promised."),
        ("next tomas: fri", "next fri tomas: does not say what is promised."),
        (
            "next 2026-11-17 tomas: deck",
            "2026-11-17 is in the past, so nothing can be promised for it.",
        ),
        ("next 2026-13-01 tomas: deck", "2026-13-01 is not in the calendar."),
        ("next fri lena: a next mon tom: b", "One entry has one next move."),
        ("next fri lena: a theirs mon lena: b", "One entry has one next move."),
    ],
)
def test_a_promise_that_cannot_be_meant_is_refused(line: str, sentence: str) -> None:
    """Without words, for a day that is over, or beside another one, a promise is refused."""
    with pytest.raises(UsageError) as caught:
        read(line)
    assert caught.value.sentence == sentence


def test_a_day_at_the_end_is_the_entrys_when_the_promise_has_its_own() -> None:
    """Two days in one line: the first is for the promise, the last for what was done."""
    found = read("call next fri tomas: deck mon")
    assert (str(found.day), str(found.next and found.next.day)) == ("2026-11-16", "2026-11-20")


@pytest.mark.parametrize("day", ["yesterday", "2026-11-10", "last mon", "2 days ago"])
def test_a_past_day_at_the_end_of_a_promise_is_when_it_was_made(day: str) -> None:
    """Nothing can be due in the past, so such a day is the day of the entry."""
    found = read(f"call next tomas: deck {day}")
    assert found.day is not None
    assert found.next is not None
    assert (found.next.what, str(found.next.day)) == ("deck", "2026-11-25")


def test_the_option_wants_a_promise() -> None:
    """A value without a colon is refused with an example."""
    with pytest.raises(UsageError) as caught:
        read_move(ME, "call tomas", TODAY)
    assert caught.value.sentence == '"call tomas" does not say what comes next, with whom and when.'
    assert caught.value.hint == "Write next fri tomas: deck, or theirs fri lena: her answer."


def test_next_week_is_its_friday() -> None:
    """And Noor is called Noor."""
    move = read_move("them", "next week noor: answer", date(2026, 11, 18))
    assert (move.person, move.day) == ("Noor", date(2026, 11, 27))
