"""Who told me something, who owes it, what is set for a day, and who is given no function."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.compose import Options, compose
from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

WEDNESDAY = date(2027, 3, 17)
KNOWN = content().vocabulary()


def draft(line: str, *known: str) -> Draft:
    """The line as it is read, typed on a Wednesday, in a log that knows these people."""
    people = {one.partition(" (")[0].casefold(): one for one in known}
    return read(line, WEDNESDAY, changed(KNOWN, people=people) if people else KNOWN)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Ruth told us what is planned", ("Ruth",)),
        ("Ruth asked me what I want to do next", ("Ruth",)),
        ("Vesna finally told me what her customers complain about", ("Vesna",)),
        ("Tibor told me what marketing needs, 20 min", ("Tibor",)),
        ("Yesterday Tibor told me how the launch will go", ("Tibor",)),
        # Rather a firm.
        ("Nordfrakt told me that they decide on Friday", ()),
    ],
)
def test_whoever_tells_me_what_was_there(line: str, people: tuple[str, ...]) -> None:
    """Even where what is told lies ahead."""
    assert draft(line).people == people


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Weekly (engineer) with Kim 30 min", ("Kim",)),
        ("talked to Kim, weekly (engineer), goal: PM", ("Kim",)),
        ("told Viktor my goal: PM by 2028", ("Viktor",)),
        ("told Kim, weekly, that my goal is PM", ("Kim",)),
        ("met Kim - goal: sales", ("Kim",)),
        ("met Kim (role: PM)", ("Kim (PM)",)),
        ("met Kim, she is a PM", ("Kim (PM)",)),
    ],
)
def test_a_goal_is_the_function_of_nobody(line: str, people: tuple[str, ...]) -> None:
    """Nor is what a meeting is called a name."""
    assert draft(line).people == people


@pytest.mark.parametrize(
    ("line", "person", "what"),
    [
        ("intro promised by Ben", "Ben", "intro"),
        ("intro to Karim promised by Ben", "Ben", "intro to Karim"),
        ("an intro to her boss was promised by Ines, until Friday", "Ines", "intro to her boss"),
    ],
)
def test_what_somebody_promised_is_owed_to_me(line: str, person: str, what: str) -> None:
    """And I promised nothing."""
    read_now = draft(line)
    assert read_now.next is not None
    assert (read_now.next.who, read_now.next.person, read_now.next.what) == ("them", person, what)
    assert read_now.event != "promised"


@pytest.mark.parametrize(
    ("line", "person", "day"),
    [
        ("We see Mara on Tuesday", "Mara", 23),
        ("I see Mara on Thursday", "Mara", 18),
        ("seeing Nadia on Friday", "Nadia", 19),
        ("I see Nadia on Friday at 10 for the deal review", "Nadia", 19),
    ],
)
def test_whom_one_sees_on_a_day_is_an_appointment(line: str, person: str, day: int) -> None:
    """And no meeting that was."""
    read_now = draft(line)
    assert read_now.next is not None
    assert (read_now.next.person, read_now.next.day) == (person, date(2027, 3, day))
    assert (read_now.event, read_now.day) == ("", None)


def test_whom_one_saw_was_met() -> None:
    """In the past tense."""
    assert draft("We saw Mara on Tuesday").event == "met"


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("found an opening at Karavel", "Karavel"),
        ("applied to Karavel as PM", "Karavel: PM"),
        ("interview with Karavel 1h", "Karavel"),
    ],
)
def test_a_customer_firm_with_an_opening_is_a_firm(line: str, opening: str) -> None:
    """Though the log knows it as a customer."""
    read_now = draft(line, "Karavel (customer)")
    assert (read_now.people, read_now.opening) == ((), opening)


def test_a_customer_firm_is_met_elsewhere() -> None:
    """As the contact that it is."""
    assert draft("call with Karavel 30m", "Karavel (customer)").people == ("Karavel",)


@pytest.mark.parametrize(
    ("line", "firms"),
    [
        ("applied to Karavel, Northwind and Tidal", ["Northwind", "Tidal"]),
        ("applied to Karavel as PM, and to Northwind Labs", ["Northwind Labs"]),
        ("applied to Baker & Sons and to Tidal", ["Tidal"]),
        ("applied to Karavel, a PM role, Ines helped", []),
        ("Applied to Karavel, Product Manager, London", []),
        ("applied to Karavel in Berlin, Monday, and to the gym", []),
    ],
)
def test_further_firms_are_said_not_to_be_read(line: str, firms: list[str]) -> None:
    """One entry has one opening; the command that logs the next is named."""
    made = compose(draft(line), Options(), WEDNESDAY, None)
    assert [one.words for one in made.doubts if one.kind == "firm"] == firms


@pytest.mark.parametrize(
    "line",
    [
        "read ch. 3 and wrote up the interview with Ana",
        "typed up my notes of the interview with Petra",
        "transcribed the interview with Petra",
    ],
)
def test_writing_up_an_interview_is_none(line: str) -> None:
    """It was held before, and not for a job."""
    assert draft(line).event != "interview"
