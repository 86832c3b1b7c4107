"""Short ways to make roadmaps, entries and situations for tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import Any

from pmpath.coach.plan.first_plan import milestones_for, tracks_for
from pmpath.coach.situation import Situation
from pmpath.domain.entry import Entry, Plan
from pmpath.domain.kinds import Record, Rest
from pmpath.domain.log.journal import Journal, fold
from pmpath.domain.period import Period
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap, Target, Vacation
from pmpath.render.page.blocks import Paper
from pmpath.render.page.page import Page
from pmpath.storage.content import content

# A Monday; every test counts from it.
START = date(2027, 1, 11)
TARGET = date(2028, 1, 10)
HALF_HOUR_DAYS = (30, 30, 30, 30, 30, 90, 0)
CATALOG = content().catalog()
VOCABULARY = content().vocabulary()
_numbers = count()


def day(number: int) -> date:
    """The day so many days after the start."""
    return START + timedelta(number)


def roadmap(**changes: Any) -> Roadmap:
    """A plan of 52 weeks with 4 hours a week, Sunday at rest, and the catalog's milestones."""
    return changed(_plan(), **changes)


@cache
def _plan() -> Roadmap:
    target = Target("product manager", TARGET, START, START, scope="standard")
    plan = Roadmap(target, HALF_HOUR_DAYS, milestones=milestones_for(target, CATALOG))
    return changed(plan, tracks=tracks_for(target, CATALOG, "skip"))


def entry(on: date, minutes: int = 15, **fields: Any) -> Entry:
    """An entry of that day, written in the evening of the day, after all made before it."""
    number = next(_numbers)
    text = fields.pop("text", "coffee")
    at = f"{on.isoformat()}T20:00:00.{number % 1000:03d}+00:00"
    return Entry(f"{number:026d}", at, on, text, minutes, **fields)


def rest(first: date, last: date) -> Rest:
    """A rest record over both days."""
    return Rest(f"{next(_numbers):026d}", f"{first}T08:00:00+00:00", first, last)


def plan(on: date, **changes: Any) -> Plan:
    """A recorded plan, the one of `roadmap()` unless changed."""
    key = f"{next(_numbers):026d}"
    made = Plan(key, f"{on}T08:00:00+00:00", on, TARGET, HALF_HOUR_DAYS, "standard")
    return changed(made, **changes)


def journal(records: Iterable[Record] = (), keep: Period | None = None) -> Journal:
    """The records folded after the first plan."""
    return fold([plan(START), *records], keep)


def situation(
    records: Iterable[Record] = (), today: date = START, *, on: Roadmap | None = None
) -> Situation:
    """A situation with that day's week kept whole."""
    week = Period(today - timedelta(today.weekday()), today + timedelta(7))
    return Situation(on or roadmap(), journal(records, week), CATALOG, today, VOCABULARY)


def vacation(first: date, last: date) -> Vacation:
    """A vacation over both days."""
    return Vacation(first, last)


def page(width: int = 80) -> Page:
    """A page on no terminal, so wide."""
    return Page(Paper(width))
