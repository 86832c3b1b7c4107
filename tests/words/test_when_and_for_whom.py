"""A day behind whom something is for, and time put into a thing."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

WEDNESDAY = date(2027, 3, 17)
KNOWN = content().vocabulary()


def draft(line: str) -> Draft:
    """The line as it is read, typed on a Wednesday."""
    return read(line, WEDNESDAY, KNOWN)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("coffee with Marco for 50 minutes on tuesday", 16),
        ("published a note for customers on 16 March", 16),
        ("made a checklist for Ines on Monday", 15),
        ("wrote for an hour on monday", 15),
    ],
)
def test_a_day_behind_for_whom_is_when_it_was_done(line: str, day: int) -> None:
    """Only what is asked for lies ahead."""
    assert draft(line).day == date(2027, 3, day)


@pytest.mark.parametrize(
    "line",
    ["asked Ada for a seat on Friday", "call set for friday", "pinged Ada for coffee on Friday"],
)
def test_a_day_of_what_is_asked_for_is_to_come(line: str) -> None:
    """As it was."""
    assert draft(line).day is None


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("Put another 75 minutes into the flyer on Sunday", 75),
        ("sank 2 hours into the newsletter", 120),
        ("left 30 min into the call", None),
    ],
)
def test_time_put_into_a_thing_was_spent(line: str, minutes: int | None) -> None:
    """So far into a call is none."""
    assert draft(line).minutes == minutes


@pytest.mark.parametrize(
    ("line", "people", "minutes", "day"),
    [
        ("monday: coffee with marco, 35 mins, he moans about the crm", ("Marco",), 35, 15),
        ("had lunch w/ nadia and tove on friday (1 hr)", ("Nadia", "Tove"), 60, 12),
        ("14/3/2027 brunch with Tove, an hour and a quarter", ("Tove",), 75, 14),
        ("Phoned Nadia 9:30-10:00, she fears the reorg", ("Nadia",), 30, None),
        ("watched Jonas work on Saturday, 1.5 hours, stops at three places", ("Jonas",), 90, 13),
        ("mock interview with Nadia 15.3., 3/4 h", ("Nadia",), 45, 15),
        ("shelter newsletter 2x30 min", (), 60, None),
        ("CV rewritten, results first, 90 mins, Tove read it", ("Tove",), 90, None),
    ],
)
def test_who_how_long_and_when(
    line: str, people: tuple[str, ...], minutes: int, day: int | None
) -> None:
    """In the words of people who log in haste."""
    read_now = draft(line)
    assert (read_now.people, read_now.minutes) == (people, minutes)
    assert read_now.day == (date(2027, 3, day) if day else None)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Shadowed Nadia from 9 to 13, notes per half hour", "Nadia"),
        ("sat with Gunnar (support) from 9 to 12", "Gunnar (support)"),
    ],
)
def test_hours_at_somebodys_side_are_no_number_of_theirs(line: str, person: str) -> None:
    """Nobody went from 9 to 13."""
    read_now = draft(line)
    assert (read_now.people, read_now.metrics) == ((person,), ())


def test_a_number_that_moved_is_one() -> None:
    """As it was."""
    assert [one.name for one in draft("complaints from 22 to 6").metrics] == ["complaints"]


def test_the_day_of_a_follow_up_is_to_come() -> None:
    """It is no day of doing."""
    assert draft("Product meetup, two names, follow-up on 2 April").day is None
