"""Flat records of what stands beside the steps: a snooze, the offer of a day, a checked text."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import record

# What a checked text leads with.
LEADS_WITH_TECHNOLOGY, LEADS_WITH_VALUE = "leads with technology", "leads with value"
MIXED, CANNOT_TELL = "mixed", "cannot tell"


@record
class Snooze:
    """Until a day nobody is reminded of this person: no follow-up, no news due, no new ask.

    One until the day of the record, or an earlier one, ends an older one.
    """

    id: str
    at: str
    day: date
    person: str
    until: date


@record
class Offered:
    """A day had no more than so many minutes of useful steps, so that is its plan."""

    id: str
    at: str
    day: date
    minutes: int


@record
class Check:
    """A text was held against the words of the trade: what it leads with, and which words said so.

    `verdict` is one of the verdicts above.
    """

    id: str
    at: str
    day: date
    text: str
    verdict: str
    words: tuple[str, ...] = ()
