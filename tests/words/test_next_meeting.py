"""A meeting that was held counts, whatever the line says of the next one."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.entry import ME, THEM
from pmpath.domain.promise import is_meeting
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

MONDAY, TUESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (2, 3, 5, 6))
NEXT_MONDAY, IN_TWO_WEEKS = date(2026, 11, 9), date(2026, 11, 16)


def draft(line: str) -> Draft:
    """The line as it is read, typed on a Monday."""
    return read(line, MONDAY, content().vocabulary())


@pytest.mark.parametrize(
    ("line", "who", "what", "day"),
    [
        ("had coffee with Lena and agreed to meet again next tuesday", ME, "meet again", TUESDAY),
        ("coffee with Lena and plan to meet again on friday, she was great", ME, "meet again",
         FRIDAY),
        ("good call with Lena, next one on Thursday", ME, "the meeting", THURSDAY),
        ("met Lena, will meet again in two weeks", ME, "meet again", IN_TWO_WEEKS),
        ("lunch with Lena and we will meet again on monday", ME, "meet again", NEXT_MONDAY),
        ("call with Lena and booked another one for thursday", ME, "another one", THURSDAY),
        ("met Lena and scheduled the next coffee for friday", ME, "next coffee", FRIDAY),
        ("lunch with Lena and she wants to meet again on friday", THEM, "meet again", FRIDAY),
        ("chat with Lena and will see her again tomorrow", ME, "see her again", TUESDAY),
        ("coffee with Lena, next meeting is on friday", ME, "meeting", FRIDAY),
        ("coffee with Lena and hopefully another one on friday", ME, "the meeting", FRIDAY),
        ("saw Lena at lunch, seeing her again on friday", ME, "seeing her again", FRIDAY),
        ("coffee with Lena and set up another lunch for monday", ME, "another lunch", NEXT_MONDAY),
        ("coffee with Lena and will send her the deck on friday", ME, "send the deck", FRIDAY),
        ("coffee with Lena and promised her the deck by friday", ME, "deck", FRIDAY),
    ],
)  # fmt: skip
def test_the_meeting_counts_and_the_next_is_to_come(
    line: str, who: str, what: str, day: date
) -> None:
    """On the day it was typed, with whom it was, and with the day of what was agreed."""
    found = draft(line)
    assert (found.event, found.people, found.day, found.undone) == ("met", ("Lena",), None, False)
    assert found.next is not None
    assert (found.next.who, found.next.person) == (who, "Lena")
    assert (found.next.what, found.next.day) == (what, day)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("agreed with Lena to meet on tuesday", TUESDAY),
        ("coffee with Lena is planned for friday", FRIDAY),
        ("coffee with Lena and Ben is planned for friday", FRIDAY),
        ("will meet Lena again in two weeks", IN_TWO_WEEKS),
        ("next coffee with Lena on friday", FRIDAY),
        ("Lena and I will meet on friday", FRIDAY),
        ("Lena and I agreed to meet on friday", FRIDAY),
        ("coffee with Lena moved and scheduled again for friday", FRIDAY),
        ("coffee with Lena fell through and we agreed to meet on friday", FRIDAY),
    ],
)
def test_a_meeting_that_is_only_agreed_is_to_come(line: str, day: date) -> None:
    """Nothing was held yet."""
    found = draft(line)
    assert (found.event, found.day, found.undone) == ("", None, True)
    assert found.next is not None
    assert (found.next.who, found.next.person, found.next.day) == (ME, "Lena", day)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("met Ana, will call her on friday", ("Ana",)),
        ("met Ana and will send her the deck", ("Ana",)),
        ("met ana, will and tom", ("Ana", "Will", "Tom")),
        ("coffee with ana and will on friday", ("Ana", "Will")),
        ("met Lena and Will, next one on friday", ("Lena", "Will")),
        ("met Will, will meet again in two weeks", ("Will",)),
        ("meeting with Ana and Will Smith on thursday", ("Ana", "Will Smith")),
    ],
)
def test_will_is_a_name_where_no_verb_follows(line: str, people: tuple[str, ...]) -> None:
    """Beside another name as well."""
    assert draft(line).people == people


@pytest.mark.parametrize("what", ["meet again", "meet", "meet up for coffee"])
def test_to_meet_is_an_appointment(what: str) -> None:
    """And nothing that is owed."""
    assert is_meeting(what)
