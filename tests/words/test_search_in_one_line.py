"""Several firms in one line, firms that say nothing, and interviews that are still to come."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

MONDAY, TUESDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (2, 3, 5, 6))
LAST_THURSDAY, LAST_FRIDAY = date(2026, 10, 29), date(2026, 10, 30)
FIRMS = {"umbrella corp": "Umbrella Corp: PM", "acme": "Acme: PM"}


def draft(line: str) -> Draft:
    """The line as it is read on a Monday, in a log that knows two firms."""
    return read(line, MONDAY, changed(content().vocabulary(), firms=FIRMS))


# Several firms.


@pytest.mark.parametrize(
    ("line", "firm", "others"),
    [
        ("applied to Globex, Contoso and Initech as PM", "Globex", "Contoso Initech"),
        ("applied to Globex and Bosch today", "Globex", "Bosch"),
        ("applied to three companies: Foo, Bar and Baz", "Foo", "Bar Baz"),
        ("applied as PM to Globex, Contoso and Initech", "Globex", "Contoso Initech"),
        ("applied to Globex as PM, to Contoso and Initech as PO", "Globex", "Contoso Initech"),
        ("applied to Globex (PM) and Contoso (APM)", "Globex", "Contoso"),
        ("sent applications to Globex and Hooli", "Globex", "Hooli"),
        ("sent my application to Globex, Contoso and Alma", "Globex", "Contoso Alma"),
    ],
)
def test_every_firm_beside_the_first_is_said_not_to_be_read(
    line: str, firm: str, others: str
) -> None:
    """Whether it makes a tool or is called as somebody is; nobody is met."""
    found = draft(line)
    assert (found.event, found.opening.partition(":")[0], found.people) == ("applied", firm, ())
    assert [(one.words, one.instead) for one in found.doubts if one.kind == "firm"] == [
        (other, f"applied to {other}") for other in others.split()
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("applied to Foo, Bar, Tom helped me", ("Tom",)),
        ("applied to Globex, Lena helped me with the letter", ("Lena",)),
        ("applied to Globex and met Lena", ("Lena",)),
        ("applied to Globex, thanks to Ben", ("Ben",)),
        ("applied to Globex as PM, Ines helped", ("Ines",)),
    ],
)
def test_whoever_does_something_beside_a_firm_is_somebody(
    line: str, people: tuple[str, ...]
) -> None:
    """A verb, or what leads to the name, says so."""
    assert draft(line).people == people


# Silence.


@pytest.mark.parametrize(
    "line",
    [
        "Umbrella Corp ghosted me",
        "ghosted by Umbrella Corp",
        "no reply from Umbrella Corp",
        "radio silence from Umbrella Corp",
        "heard nothing back from Umbrella Corp",
        "Umbrella Corp never got back to me",
        "Umbrella Corp never replied to my application",
        "still haven't heard back from Umbrella Corp",
        "have not heard from Umbrella Corp in two weeks",
        "Umbrella Corp did not reply",
        "not a word from Umbrella Corp",
        "ghosted by the recruiter at Umbrella Corp",
        "coffee with Lena, Umbrella Corp ghosted me",
    ],
)
def test_silence_is_no_answer(line: str) -> None:
    """It names the opening, and says nothing new of how far it has come."""
    found = draft(line)
    assert (found.opening, found.stage) == ("Umbrella Corp: PM", "")
    assert found.undone is ("Lena" not in line)


@pytest.mark.parametrize(
    "line",
    [
        "Umbrella Corp got back to me",
        "heard back from Umbrella Corp",
        "Umbrella Corp finally got back to me, I had heard nothing for weeks",
        "Umbrella Corp invited me to a screen, no word on the day yet",
    ],
)
def test_an_answer_is_one_whatever_was_awaited_before(line: str) -> None:
    """Or is awaited since."""
    found = draft(line)
    assert (found.opening, found.stage) == ("Umbrella Corp: PM", "answered")


# Interviews.


@pytest.mark.parametrize(
    ("line", "what", "day"),
    [
        ("got an interview at Acme on friday", "interview at Acme", FRIDAY),
        ("have an interview with Acme on friday", "interview with Acme", FRIDAY),
        ("scored an interview at Acme on thursday", "interview at Acme", THURSDAY),
        ("landed a first interview with Acme for thursday", "first interview with Acme", THURSDAY),
        ("got an interview at Acme on friday for the PM role", "interview at Acme", FRIDAY),
        ("got a phone screen with Acme on thursday", "phone screen with Acme", THURSDAY),
        ("Acme offered me an interview on friday", "Acme offered me an interview", FRIDAY),
        ("interview with Acme tomorrow at 10", "interview with Acme", TUESDAY),
        ("interview with Acme on thursday 3pm", "interview with Acme", THURSDAY),
        ("interview with Acme on thursday at 10", "interview with Acme", THURSDAY),
        ("interview at Acme on friday at 14:00", "interview at Acme", FRIDAY),
    ],
)
def test_an_interview_that_one_has_got_is_to_come(line: str, what: str, day: date) -> None:
    """So is one with its time of day; nothing was done yet."""
    found = draft(line)
    assert (found.event, found.day, found.did_nothing) == ("", None, True)
    assert found.next is not None
    assert (found.next.what, found.next.day) == (what, day)


def test_an_invitation_is_an_answer_and_a_day() -> None:
    """The interview itself is to come."""
    found = draft("was invited to an interview at Acme on friday")
    assert (found.stage, found.next and found.next.day) == ("answered", FRIDAY)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("interview with Acme on friday", LAST_FRIDAY),
        ("had an interview with Acme on thursday at 3pm", LAST_THURSDAY),
        ("have had an interview with Acme on friday", LAST_FRIDAY),
        ("interview with Acme on thursday 3pm, 45 min", LAST_THURSDAY),
        ("interview with Acme on thursday 3pm went well", LAST_THURSDAY),
        ("interviewed with Acme on thursday at 10", LAST_THURSDAY),
        ("got through the interview with Acme on friday", LAST_FRIDAY),
        ("got an interview at Acme last friday", LAST_FRIDAY),
        ("got the interview feedback from Acme on friday", LAST_FRIDAY),
    ],
)
def test_an_interview_that_is_over_was_on_its_day(line: str, day: date) -> None:
    """By a verb of the past, the time it took, or no time of day."""
    found = draft(line)
    assert (found.event, found.day, found.next) == ("interview", day, None)


def test_a_time_of_day_alone_leaves_a_doubt() -> None:
    """With both days; a verb leaves none."""
    both = "2026-11-05, or 2026-10-29 if it was held"
    doubts = draft("interview with Acme on thursday 3pm").doubts
    assert [(one.kind, one.words, one.reason) for one in doubts] == [("day", "thursday", both)]
    assert draft("got an interview at Acme on friday").doubts == ()
