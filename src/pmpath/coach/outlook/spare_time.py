"""Hours to spare, said in the first week of a plan and in the week in which it was changed."""

from __future__ import annotations

from itertools import pairwise

from pmpath.coach.outlook.replan import DAY, days_ahead, end_of, open_milestones
from pmpath.coach.plan.fit import (
    COMFORTABLE_PERCENT,
    CROWDED_PERCENT,
    available_minutes,
    fit_of,
)
from pmpath.coach.plan.hours import DAYS_A_WEEK, WEEKLY_OVERHEAD_MINUTES
from pmpath.coach.plan.verdict import (
    ROUNDED_TO_MINUTES,
    SPARE_AVAILABLE,
    SPARE_NEEDED,
    Spare,
    spare,
)
from pmpath.coach.situation import Situation
from pmpath.domain.period import Period

SEARCH = "search"
PERCENT = 100


def spare_in(situation: Situation, week: Period) -> Spare | None:
    """What could be changed where the hours exceed the need by a third; None in other weeks.

    In the first week what `init` says of the whole plan. After a change of date, hours or scope
    what is said of the work that is left.
    """
    roadmap, journal = situation.roadmap, situation.journal
    target = roadmap.target
    if week.kind != "week" or target.mode == SEARCH or journal.closed is not None:
        return None
    if target.start in week:
        available = available_minutes(target, roadmap.minutes, roadmap.vacations)
        fit = fit_of(target.scope, roadmap.milestones, situation.catalog, available)
        return spare(roadmap, situation.catalog, fit)
    return _left(situation) if _was_changed(situation, week) else None


def _was_changed(situation: Situation, week: Period) -> bool:
    return any(
        after.day in week
        and (after.target, after.minutes, after.scope)
        != (before.target, before.minutes, before.scope)
        for before, after in pairwise(situation.journal.plans)
    )


def _left(situation: Situation) -> Spare | None:
    """Of the open milestones: in total and by each of their days, at most nine tenths is needed."""
    roadmap = situation.roadmap
    ahead = days_ahead(situation, roadmap.target.date)
    still = sorted(open_milestones(situation, roadmap.target.scope), key=roadmap.due_day)
    needed = sum(one.minutes for one in still)
    if not ahead.days or needed * SPARE_AVAILABLE > ahead.minutes(roadmap.minutes) * SPARE_NEEDED:
        return None
    most = done_by = 0
    for one in still:
        done_by += one.minutes
        if roadmap.due_day(one) <= situation.today:
            # What is overdue already waits for its step, whatever the hours are.
            continue
        days = days_ahead(situation, roadmap.due_day(one)).days
        most = max(most, -(-done_by * PERCENT * DAYS_A_WEEK // (CROWDED_PERCENT * max(days, 1))))
    weekly = -(-(most + WEEKLY_OVERHEAD_MINUTES) // ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES
    planned = sum(roadmap.minutes)
    if weekly > planned:
        # Some milestone needs the hours now, whatever comes later.
        return None
    end = end_of(situation, -(-needed * PERCENT // COMFORTABLE_PERCENT))
    earlier = end if end is not None and situation.today + DAY < end < roadmap.target.date else None
    return Spare(weekly if weekly < planned else None, earlier)
