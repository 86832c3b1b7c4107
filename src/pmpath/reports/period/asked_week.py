"""A week that was asked for by its number alone: that of the calendar, not that of the plan."""

from __future__ import annotations

from datetime import timedelta

from pmpath.domain.period import Period, week_of
from pmpath.domain.record import record
from pmpath.domain.roadmap.roadmap import Target

WEEK = timedelta(7)


@record
class AskedWeek:
    """The number and year of a calendar week, and the week of the plan of the same number.

    `of_plan` is None where that is the same week, or the plan has none of that number.
    """

    number: int
    year: int
    of_plan: Period | None


def asked_week(words: str, period: Period, target: Target) -> AskedWeek | None:
    """For `week 3` or `w3`; None for words that name no number, or the year as well."""
    said = words.lower().replace("week", "w").replace(" ", "")
    number = said.removeprefix("w") if said.startswith("w") else said.removesuffix("w")
    if period.kind != "week" or number == said or not number.isdecimal():
        return None
    first = week_of(target.start).start + WEEK * (int(number) - 1)
    of_plan = week_of(first)
    is_other = of_plan != period and target.start < of_plan.end and first < target.date
    year = period.start.isocalendar().year
    return AskedWeek(int(number), year, of_plan if is_other else None)
