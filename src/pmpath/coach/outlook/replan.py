"""What is left of a plan, and what each way on would take: another date, more minutes, less scope.

All of it is arithmetic on the plan's own hours, which are our estimate; nothing here says whether
somebody hires. Minutes are whole; what is left is counted in days from tomorrow on, those of
vacations and rests left out.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.numbers.pace import is_recorded
from pmpath.coach.numbers.target_date import TargetDate, target_date
from pmpath.coach.plan.fit import LONGEST_WEEKS, milestones_that_count
from pmpath.coach.plan.hours import DAYS_A_WEEK, WEEKLY_OVERHEAD_MINUTES, Stretch, stretch
from pmpath.coach.plan.milestones import dated
from pmpath.coach.situation import Situation
from pmpath.domain.period import week_of
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.roadmap import SCOPES, Milestone

# The pace is that of so many complete weeks with planned minutes, looked for among the latest.
PACE_WEEKS = 4
PACE_AMONG = 12
# What a week needs is rounded up to so many minutes.
ROUNDED_TO_MINUTES = 5
DAY = timedelta(1)


class Left(Frozen):
    """The open milestones of a scope, their minutes, and how many minutes a week keep the date.

    `a_week` is None once no day is left.
    """

    scope: str
    count: int
    minutes: int
    a_week: int | None


class Outlook(Frozen):
    """How the plan stands before it is made anew.

    Days that count before the date are `weeks` to the nearest, and have `available` minutes for
    milestones. `a_week` is what the roadmap gives now, `pace` what the last four weeks
    had (None with less to look back on). The two ends are the days on which the open work would be
    done; None where that never happens. `other_ways` are open milestones of the scope that lead to
    a result which is counted already.
    """

    today: date
    target: TargetDate
    done: int
    left: Left
    smaller: tuple[Left, ...]
    weeks: int
    available: int
    a_week: int
    pace: int | None
    end_at_promise: date | None
    end_at_pace: date | None
    other_ways: int = 0


def outlook(situation: Situation) -> Outlook:
    """The arithmetic of every way on, as of the situation's day."""
    roadmap, journal, today = situation.roadmap, situation.journal, situation.today
    ahead = days_ahead(situation, roadmap.target.date)
    left = left_in(situation, roadmap.target.scope, ahead.days)
    pace = pace_of(situation)
    reach = SCOPES.index(roadmap.target.scope)
    in_scope = [one.done is not None for one in dated(roadmap, journal)]
    return Outlook(
        today=today,
        target=target_date(roadmap, journal, today, recorded=is_recorded(roadmap, journal)),
        done=sum(in_scope),
        left=left,
        smaller=tuple(left_in(situation, scope, ahead.days) for scope in reversed(SCOPES[:reach])),
        weeks=round(ahead.days / DAYS_A_WEEK),
        available=ahead.minutes(roadmap.minutes),
        a_week=sum(roadmap.minutes),
        pace=pace,
        end_at_promise=end_of(situation, left.minutes),
        end_at_pace=None if pace is None else end_of(situation, left.minutes, pace),
        other_ways=in_scope.count(False) - left.count,
    )


def left_in(situation: Situation, scope: str, days: int) -> Left:
    """What is open in a scope, and what a week has to give for it when there are so many days."""
    open_ones = open_milestones(situation, scope)
    minutes = sum(one.minutes for one in open_ones)
    return Left(scope, len(open_ones), minutes, needed_a_week(minutes, days))


def needed_a_week(minutes: int, days: int) -> int | None:
    """Minutes a week for so much work and the review, rounded up to five; None without a day."""
    if not days:
        return None
    exact = -(-minutes * DAYS_A_WEEK // days) + WEEKLY_OVERHEAD_MINUTES
    return -(-exact // ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES


def days_ahead(situation: Situation, end: date) -> Stretch:
    """The days from tomorrow to before a day, less vacations and rests."""
    off = [(one.first, one.last) for one in situation.roadmap.vacations]
    off += [(one.day, one.until) for one in situation.journal.rests]
    return stretch(situation.today + DAY, end, off)


def end_of(situation: Situation, minutes: int, a_week: int | None = None) -> date | None:
    """The first day, whole weeks from tomorrow, by which so much work is done.

    At what the roadmap plans, or at `a_week`; then a week without planned minutes has none. None
    beyond ten years, or when a week has no more than its review takes.
    """
    start = situation.today + DAY
    whole = days_ahead(situation, start + timedelta(weeks=LONGEST_WEEKS))
    worked = 0
    # At what the roadmap plans all minutes so far are counted anew; at a pace each week adds to it.
    for weeks in range(LONGEST_WEEKS + 1):
        end = start + timedelta(weeks=weeks)
        if a_week is None:
            away = frozenset(day for day in whole.away if day < end)
            worked = Stretch(start, end, away).minutes(situation.roadmap.minutes)
        elif weeks and _has_minutes(situation, whole, end):
            worked += max(a_week - WEEKLY_OVERHEAD_MINUTES, 0)
        if worked >= minutes:
            return end
    return None


def _has_minutes(situation: Situation, whole: Stretch, end: date) -> bool:
    """Whether any of the seven days before a day has planned minutes."""
    days = [end - DAY * distance for distance in range(1, DAYS_A_WEEK + 1)]
    return any(situation.roadmap.minutes[one.weekday()] and one not in whole.away for one in days)


def pace_of(situation: Situation) -> int | None:
    """Path minutes a week over the last four whole weeks of the line that had planned minutes.

    A speed, unlike the pace of a report, which is how far one stands from the line.
    """
    planned_minutes, monday = situation.planned_minutes, week_of(situation.today).start
    done: list[int] = []
    for distance in range(1, PACE_AMONG + 1):
        week = week_of(monday - timedelta(DAYS_A_WEEK * distance))
        tally = planned_minutes.tally(week, situation.today)
        is_whole = week.start >= planned_minutes.start
        if is_whole and tally.promised and len(done) < PACE_WEEKS:
            done.append(tally.minutes)
    return sum(done) // PACE_WEEKS if len(done) == PACE_WEEKS else None


def open_milestones(situation: Situation, scope: str) -> list[Milestone]:
    """The open milestones of a scope; of several ways to one result only the one begun first."""
    roadmap = situation.roadmap
    within = changed(roadmap, target=changed(roadmap.target, scope=scope))
    here = {one.id: one.done for one in dated(within, situation.journal)}
    # Done ones first: of several ways the first one met is the one that counts.
    ordered = sorted(
        (one for one in roadmap.milestones if one.id in here), key=lambda one: here[one.id] is None
    )
    found = milestones_that_count(tuple(ordered), situation.catalog, scope)
    return [one for one in found if here[one.id] is None]
