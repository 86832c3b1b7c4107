from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from pmpath.coach.situation import Situation
from pmpath.domain.kinds import Close, Record
from pmpath.domain.log.journal import fold
from pmpath.domain.period import Period, month_of, week_of
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import StepRole
from pmpath.render.page.as_json import as_json
from pmpath.reports.period.hidden import Hidden
from pmpath.reports.period.report import PeriodReport, period_report
from pmpath.reports.period.share import shared
from tests.build import CATALOG, START, VOCABULARY, day, plan, roadmap
from tests.formats.schema import schema, text
from tests.pictures.test_strips import twelve_weeks
from tests.screens.test_report_screen import busy_week, report

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "report.schema.json"


def test_the_shipped_schema_is_that_of_the_records() -> None:
    """A field that was added or changed has to come into the file as well; see the module's top."""
    assert SHIPPED.read_text(encoding="utf-8") == text(), "stale: python3 dev.py fix"


def closed_with_a_moved_date() -> PeriodReport:
    """All that may be absent is there: a move, an end, a stepping-stone role, a shared mark."""
    records: list[Record] = [
        plan(START),
        *busy_week(),
        *twelve_weeks(),
        plan(day(60), target=date(2028, 3, 6), reason="a release"),
        Close("c", "2027-04-04T20:00:00+00:00", day(83), "paused", "a child"),
    ]
    held = StepRole("in", "sales engineer", date(2026, 4, 20), 12, date(2027, 4, 20))
    target = changed(roadmap().target, date=date(2028, 3, 6))
    journal = fold(records, keep=Period(START, day(84), "all"))
    here = Situation(
        roadmap(springboard=held, target=target), journal, CATALOG, day(83), VOCABULARY
    )
    found = period_report(here, Period(START, day(84), "all"))
    return shared(found, Hidden(here), notes=True)


REPORTS = {
    "busy week": lambda: report(busy_week(), week_of(day(7))),
    "first week": lambda: report([], week_of(START), START),
    "before the plan": lambda: report([], week_of(day(-7)), day(-3)),
    "month": lambda: report(twelve_weeks(), month_of(day(60)), day(70)),
    "all": lambda: report(twelve_weeks(), Period(START, day(83), "all"), day(82)),
    "closed": closed_with_a_moved_date,
}


@pytest.mark.parametrize("name", REPORTS)
def test_reports_keep_to_the_schema(name: str) -> None:
    """Whatever the period, the JSON is what the schema says."""
    Draft202012Validator(schema()).validate(json.loads(as_json("report", REPORTS[name]())))


SPOILT = {
    "a key less": lambda data: data.pop("strips"),
    "a key more": lambda data: data.update(mood=3),
    "a number as a text": lambda data: data["this_period"].update(minutes="150"),
    "half a period": lambda data: data["period"].pop("end"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_the_schema_refuses_what_no_report_is(name: str) -> None:
    """A key less or more, and a number as a text, are seen."""
    found = json.loads(as_json("report", report(busy_week(), week_of(day(7)))))
    SPOILT[name](found["data"])
    with pytest.raises(ValidationError):
        Draft202012Validator(schema()).validate(found)


def test_the_schema_is_one() -> None:
    """It is valid itself, and describes the envelope's version."""
    Draft202012Validator.check_schema(schema())
    assert schema()["properties"]["pmpath"] == {"const": 2}
