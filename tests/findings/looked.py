"""Short ways to look for one finding in a plan of tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from pmpath.coach.findings import findings
from pmpath.coach.findings.finding import Finding, own_figures
from pmpath.coach.situation import Situation
from pmpath.domain.kinds import Record
from pmpath.domain.metric import Metric
from pmpath.domain.period import Period
from pmpath.domain.roadmap.roadmap import Roadmap
from tests import build


def here(records: Iterable[Record], on: int, plan: Roadmap | None = None) -> Situation:
    """The situation so many days after the start, with every entry kept whole."""
    journal = build.journal(records, Period(date.min, date.max))
    made = plan or build.roadmap()
    return Situation(made, journal, build.CATALOG, build.day(on), build.VOCABULARY)


def found(
    key: str, records: Iterable[Record], on: int, plan: Roadmap | None = None
) -> Finding | None:
    """The finding of this id as raised so many days after the start; the first of several."""
    return next((one for one in findings(here(records, on, plan)) if one.id == key), None)


def figures(key: str, records: Iterable[Record], on: int, plan: Roadmap | None = None) -> Any:
    """Its own figures, without the weeks it has stood; None while it is not raised."""
    raised = found(key, records, on, plan)
    if raised is None:
        return None
    return own_figures(raised)


def metric(name: str = "donations", before: int | None = 4200, after: int | None = None) -> Metric:
    """A number with one side or both."""
    return Metric(name, before, after, "USD", "month")
