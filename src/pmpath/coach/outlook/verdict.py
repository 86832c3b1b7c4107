"""The verdict of the week: whether the date holds at the pace of late, said steadily.

What is said of a new plan, that it fits or is too much, is in `coach/plan/verdict`.

It is made anew at the end of each whole week, from all that was known then, and at once when the
plan is changed. It turns after two weeks running, so that no single week turns it.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from pmpath.coach.numbers.pace import is_recorded
from pmpath.coach.outlook.plan_forecast import (
    LEAST_ACTIVE_WEEKS,
    PlanForecast,
    active_weeks,
    forecast_after,
)
from pmpath.coach.situation import Situation
from pmpath.domain.period import week_of
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

EARLY, ON_TRACK, LATE = "early", "on track", "late"
DAY, WEEK = timedelta(1), timedelta(7)


class Verdict(Frozen):
    """Whether the plan's work is done by its date; `kind` is early, on track or late.

    `weeks` are the whole weeks with a path action so far, at most the `needed` ones, without which
    it is too early to say. `half` and `seventy` are the days by which the work is done with a
    chance of 50 and 70 percent, None where that takes more than ten years; `as_of` the last day
    that they know of. `later_days` is how far `half` lies behind the target, below 0 before it.
    """

    kind: str
    weeks: int
    needed: int = LEAST_ACTIVE_WEEKS
    half: date | None = None
    seventy: date | None = None
    later_days: int | None = None
    as_of: date | None = None


class _Look(Frozen):
    """What one look at the plan says, all by itself."""

    kind: str
    forecast: PlanForecast
    as_of: date


def verdict(situation: Situation, end: date) -> Verdict | None:
    """The verdict as it stands once the day `end` is over; None for a plan that does not run.

    A pure function of journal and roadmap: looks are taken at the last day of each whole week, and
    of the day on which date, hours or scope changed last. Two looks running that agree are what is
    said; before there are two, the first look is.
    """
    start = situation.roadmap.target.start
    if situation.journal.closed is not None or end < start:
        return None
    seen: list[_Look] = []
    for look in _looks(situation, end):
        seen.append(look)
        if len(seen) > 1 and look.kind == seen[-2].kind:
            break
    if not seen:
        weeks = active_weeks(situation, _monday_after(end))
        return Verdict(EARLY, min(weeks, LEAST_ACTIVE_WEEKS))
    return _verdict_of(situation, next(one for one in seen if one.kind == seen[-1].kind))


def _verdict_of(situation: Situation, look: _Look) -> Verdict:
    forecast, target = look.forecast, situation.roadmap.target.date
    return Verdict(
        kind=look.kind,
        weeks=LEAST_ACTIVE_WEEKS,
        half=forecast.half,
        seventy=forecast.seventy,
        later_days=None if forecast.half is None else (forecast.half - target).days,
        as_of=look.as_of,
    )


def _looks(situation: Situation, end: date) -> Iterator[_Look]:
    """The looks up to a day, the latest first, as far back as there is enough to tell."""
    since = _changed_last(situation)
    day = _monday_after(end) - DAY
    while True:
        if since is not None and day <= since:
            break
        look = _look(situation, day)
        if look is None:
            return
        yield look
        day -= WEEK
    # The plan as it was before does not count: the look on the day of its change is the first.
    look = _look(situation, min(since, end))
    if look is not None:
        yield look


def _look(situation: Situation, day: date) -> _Look | None:
    """The look at a day's end; None where there is too little to tell.

    Milestones reached later are left out, in a copy of the journal.
    """
    monday = _monday_after(day)
    if active_weeks(situation, monday) < LEAST_ACTIVE_WEEKS:
        return None
    past = changed(situation, today=day, journal=situation.journal.twin())
    past.journal.milestones = situation.journal.milestones.up_to(day)
    found = forecast_after(past, monday)
    if found is None:
        return None
    target = situation.roadmap.target.date
    is_on_track = found.seventy is not None and found.seventy <= target
    return _Look(ON_TRACK if is_on_track or not found.remaining else LATE, found, day)


def _changed_last(situation: Situation) -> date | None:
    """The day on which the plan that holds now was made; None when it is the first one."""
    roadmap, plans = situation.roadmap, situation.journal.plans
    if plans and not is_recorded(roadmap, situation.journal):
        return situation.today
    for before, after in reversed(list(pairwise(plans))):
        said = [(one.target, one.minutes, one.scope) for one in (before, after)]
        if after.restart or said[0] != said[1]:
            return after.day
    return None


def _monday_after(day: date) -> date:
    """The Monday behind the last whole week that is over once the day is."""
    week = week_of(day)
    return week.end if day == week.last else week.start
