"""Whether a plan fits its hours, is tight or does not fit; what it needs; what it has to spare.

This is said of a plan before a day of it is done; whether its date holds at the pace of late is the
verdict of the week, in `coach/outlook/verdict`.

At most 90% of the hours, in total and by each milestone, is a plan that fits, up to 100% a tight
one. The shares are our estimate, like the hours.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.plan.fit import (
    CROWDED_PERCENT,
    Fit,
    Point,
    points,
    shortest_weeks,
)
from pmpath.coach.plan.hours import DAYS_A_WEEK, WEEKLY_OVERHEAD_MINUTES
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.period import weeks_between
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import Roadmap, Target

FITS, TIGHT, TOO_MUCH = "fits", "tight", "too much"
WHOLE_PERCENT = 100
# What a plan needs a week is rounded up to so many minutes.
ROUNDED_TO_MINUTES = 30
# Three minutes needed of four available: hours that exceed the need by a third are said, with what
# could be done about them.
SPARE_NEEDED, SPARE_AVAILABLE = 3, 4


class Spare(Frozen):
    """More hours than the plan needs: the minutes a week that do, and a date that would hold.

    Either is None where nothing less, or no earlier one, would do.
    """

    weekly_minutes: int | None
    date: date | None


def verdict(roadmap: Roadmap, catalog: Catalog, fit: Fit) -> str:
    """FITS, TIGHT or TOO_MUCH, by the worst of the total and every milestone."""
    if fit.needed > fit.available:
        return TOO_MUCH
    found = [(fit.needed, fit.available), *((one.needed, one.available) for one in
                                            points(roadmap, catalog))]  # fmt: skip
    if any(needed * 100 > WHOLE_PERCENT * available for needed, available in found):
        return TOO_MUCH
    is_tight = any(needed * 100 > CROWDED_PERCENT * available for needed, available in found)
    return TIGHT if is_tight else FITS


def weekly_need(roadmap: Roadmap, catalog: Catalog, fit: Fit) -> int:
    """The minutes a week with which the plan fits, in whole half hours."""
    start = roadmap.target.start
    weeks = weeks_between(start, roadmap.target.date)
    most = max([_weekly(fit.needed, DAYS_A_WEEK * weeks),
                *(_weekly_by(one, start) for one in points(roadmap, catalog))])  # fmt: skip
    return -(-(most + WEEKLY_OVERHEAD_MINUTES) // ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES


def _weekly_by(one: Point, start: date) -> int:
    return _weekly(one.needed, max((one.due - start).days, 1))


def _weekly(needed: int, days: int) -> int:
    """Minutes a week of which so much is 90% in so many days."""
    return -(-needed * 100 * DAYS_A_WEEK // (CROWDED_PERCENT * max(days, 1)))


def spare(roadmap: Roadmap, catalog: Catalog, fit: Fit) -> Spare | None:
    """What could be changed where the hours exceed the need by a third; else None."""
    if fit.needed * SPARE_AVAILABLE > fit.available * SPARE_NEEDED:
        return None
    if verdict(roadmap, catalog, fit) != FITS:
        return None
    weekly, need = sum(roadmap.minutes), weekly_need(roadmap, catalog, fit)
    return Spare(need if need < weekly else None, _earlier(roadmap.target, fit.needed, weekly))


def _earlier(target: Target, needed: int, weekly: int) -> date | None:
    """The day by which the weeks that do are over, where it comes before the target date."""
    weeks = shortest_weeks(needed, weekly)
    if weeks is None:
        return None
    day = target.start + timedelta(weeks=weeks)
    return day if day < target.date else None
