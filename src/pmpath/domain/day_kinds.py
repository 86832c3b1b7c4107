"""Flat records about single days: until when a person rests, and what a day had to offer."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import record


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
