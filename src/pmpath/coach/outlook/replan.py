"""What is left of a plan, and what each way on would take: another date, more minutes, less scope.

All of it is arithmetic on the plan's own hours, which are our estimate; nothing here says whether
somebody hires. Minutes are whole; weeks are stretches of seven days from tomorrow on that have
minutes of their own: a vacation of a whole week is none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pmpath.coach.numbers.pace import is_recorded
from pmpath.coach.numbers.target_date import TargetDate, target_date
from pmpath.coach.plan.fit import LONGEST_WEEKS, WEEKLY_OVERHEAD_MINUTES, milestones_that_count
from pmpath.coach.plan.milestones import dated
from pmpath.coach.situation import Situation
from pmpath.domain.period import week_of
from pmpath.domain.record import changed, record
from pmpath.domain.roadmap.roadmap import SCOPES, Milestone

# The pace is that of so many complete weeks with planned minutes, looked for among the latest.
PACE_WEEKS = 4
PACE_AMONG = 12
STEP_MINUTES = 5
WEEK = 7


@record
class Left:
    """The open milestones of a scope, their minutes, and how many minutes a week keep the date.

    `a_week` is None once no week is left.
    """

    scope: str
    count: int
    minutes: int
    a_week: int | None


@record
class Outlook:
    """How the plan stands before it is made anew.

    `weeks` lie before the date and have `available` minutes for milestones; `a_week` is what the
    roadmap gives now, `pace` what the last four weeks had (None with less to look back on). The two
    ends are the days on which the open work would be done; None where that never happens.
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


def outlook(situation: Situation) -> Outlook:
    """The arithmetic of every way on, as of the situation's day."""
    roadmap, journal, today = situation.roadmap, situation.journal, situation.today
    weeks = _weeks_until(situation, roadmap.target.date)
    left = left_in(situation, roadmap.target.scope, len(weeks))
    pace = pace_of(situation)
    reach = SCOPES.index(roadmap.target.scope)
    return Outlook(
        today=today,
        target=target_date(roadmap, journal, today, recorded=is_recorded(roadmap, journal)),
        done=sum(one.done is not None for one in dated(roadmap, journal)),
        left=left,
        smaller=tuple(left_in(situation, scope, len(weeks)) for scope in reversed(SCOPES[:reach])),
        weeks=len(weeks),
        available=sum(weeks),
        a_week=sum(roadmap.minutes),
        pace=pace,
        end_at_promise=end_of(situation, left.minutes),
        end_at_pace=None if pace is None else end_of(situation, left.minutes, pace),
    )


def left_in(situation: Situation, scope: str, weeks: int) -> Left:
    """What is open in a scope, and what each of so many weeks has to give for it."""
    open_ones = _open(situation, scope)
    minutes = sum(one.minutes for one in open_ones)
    return Left(scope, len(open_ones), minutes, needed_a_week(minutes, weeks))


def needed_a_week(minutes: int, weeks: int) -> int | None:
    """Minutes a week for so much work and the review, in steps of five; None without a week."""
    if not weeks:
        return None
    exact = -(-minutes // weeks) + WEEKLY_OVERHEAD_MINUTES
    return -(-exact // STEP_MINUTES) * STEP_MINUTES


def end_of(situation: Situation, minutes: int, a_week: int | None = None) -> date | None:
    """The day by which so much work is done, at what the roadmap plans or at `a_week`.

    None beyond ten years, or when a week has no more than its review takes.
    """
    end = situation.today + timedelta(1)
    for planned in _weeks(situation, LONGEST_WEEKS):
        if minutes <= 0:
            return end
        end += timedelta(WEEK)
        if planned:
            minutes -= _for_milestones(planned if a_week is None else a_week)
    return None


def pace_of(situation: Situation) -> int | None:
    """Path minutes a week over the last four complete weeks that had planned minutes."""
    planned_minutes, monday = situation.planned_minutes, week_of(situation.today).start
    done: list[int] = []
    for distance in range(1, PACE_AMONG + 1):
        week = week_of(monday - timedelta(WEEK * distance))
        tally = planned_minutes.tally(week, situation.today)
        if tally.promised and len(done) < PACE_WEEKS:
            done.append(tally.minutes)
    return sum(done) // PACE_WEEKS if len(done) == PACE_WEEKS else None


def _open(situation: Situation, scope: str) -> list[Milestone]:
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


def _weeks_until(situation: Situation, end: date) -> list[int]:
    """Minutes for milestones in each week before a day; the last may be shorter than seven days."""
    days = (end - situation.today).days - 1
    return [_for_milestones(minutes) for minutes in _sums(situation, days) if minutes]


def _weeks(situation: Situation, count: int) -> Iterator[int]:
    """The planned minutes of each of the coming weeks."""
    return _sums(situation, count * WEEK)


def _sums(situation: Situation, days: int) -> Iterator[int]:
    """Planned minutes of each seven of so many days from tomorrow on."""
    for first in range(1, days + 1, WEEK):
        last = min(first + WEEK, days + 1)
        yield sum(_planned(situation, distance) for distance in range(first, last))


def _planned(situation: Situation, distance: int) -> int:
    day = situation.today + timedelta(distance)
    away = any(off.first <= day <= off.last for off in situation.roadmap.vacations)
    resting = any(one.day <= day <= one.until for one in situation.journal.rests)
    return 0 if away or resting else situation.roadmap.minutes[day.weekday()]


def _for_milestones(minutes: int) -> int:
    """A week's minutes less its review and scan."""
    return max(minutes - WEEKLY_OVERHEAD_MINUTES, 0)
