"""New names in a list, how long somebody will give me, and every noun of a meeting in one place."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.entry import ME, THEM
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.meeting_nouns import OF_A_SEARCH, TOGETHER
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

WEDNESDAY, FRIDAY = date(2027, 3, 17), date(2027, 3, 19)


def draft(line: str) -> Draft:
    """The line as it is read, typed on a Wednesday."""
    return read(line, WEDNESDAY, content().vocabulary())


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Mara, Jun and I walked through the roadmap", ["Mara", "Jun"]),
        ("Sefa, Ilkay and I walked through the roadmap", ["Sefa", "Ilkay"]),
        ("Oisin, Ngaire, Tui and I sketched the page", ["Oisin", "Ngaire", "Tui"]),
        ("Sefa, Ilkay, and I had lunch", ["Sefa", "Ilkay"]),
        ("Sefa & Ilkay & I talked pricing", ["Sefa", "Ilkay"]),
        ("Zorana and Ilkay and I had a call", ["Zorana", "Ilkay"]),
        ("Then Sefa, Ilkay (PM) and I met Acme", ["Sefa", "Ilkay (PM)"]),
        ("Yesterday Sefa, Ilkay and I had lunch", ["Sefa", "Ilkay"]),
        ("me, Sefa and Ilkay had lunch", ["Sefa", "Ilkay"]),
        ("Berlin, Hamburg and I", []),
        ("Postgres, Redis and I are not friends", []),
        ("Sales, Ilkay and I met", ["Ilkay"]),
        ("Also, Ilkay and I met", ["Ilkay"]),
    ],
)
def test_everybody_in_a_list_with_me_is_somebody(line: str, people: list[str]) -> None:
    """Whether a list of names knows them or not; places, tools and fields of work are nobody."""
    assert list(draft(line).people) == people


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Tove will give me thirty minutes each month", "give me thirty minutes each month"),
        ("Sefa will give me half an hour every week", "give me half an hour every week"),
        ("asked Mia to give me an hour on Friday", "give me an hour"),
        ("asked Oleg for ten minutes at the sales meeting", "ten minutes at the sales meeting"),
        # An answer is awaited, whatever becomes of it.
        ("asked Lena for half an hour", "an answer"),
    ],
)
def test_how_long_it_will_be_is_part_of_what_is_awaited(line: str, what: str) -> None:
    """`give me month` would say nothing the week after; and none of it was spent."""
    found = draft(line)
    assert found.next is not None
    assert (found.next.who, found.next.what, found.minutes) == (THEM, what, None)


def test_so_many_minutes_each_month_are_not_spent() -> None:
    """`each` says how often here, and not of how many."""
    assert draft("Tove gives me thirty minutes each month").minutes is None
    assert draft("two interviews, an hour each").minutes == 120


@pytest.mark.parametrize("noun", sorted(TOGETHER | OF_A_SEARCH))
def test_every_noun_of_a_meeting_can_have_its_day_to_come(noun: str) -> None:
    """Dinner as well as lunch; it was met before the day came, or nothing at all."""
    found = draft(f"{noun} with Lena is on Friday")
    assert found.next is not None
    assert (found.next.who, found.next.day, found.event) == (ME, FRIDAY, "")


@pytest.mark.parametrize("noun", sorted(TOGETHER))
def test_a_meeting_with_a_later_date_was_not_yet(noun: str) -> None:
    """Whatever it is called."""
    found = draft(f"{noun} with Lena on 24 March")
    assert found.next is not None
    assert (found.next.person, found.next.what, found.event) == ("Lena", noun, "")
