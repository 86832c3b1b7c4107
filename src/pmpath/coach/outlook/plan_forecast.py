"""The forecast of this plan: its open hours at the pace of its last twelve weeks."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from pmpath.coach.numbers.forecast import MOST_WEEKS, Forecast, chance_within, forecast
from pmpath.coach.numbers.pace import PlannedMinutes
from pmpath.coach.outlook.plan_done import plan_done
from pmpath.coach.plan.hours import WEEKLY_OVERHEAD_MINUTES
from pmpath.coach.situation import Situation
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import record

SAMPLED_WEEKS, LEAST_ACTIVE_WEEKS = 12, 5
QUARTER = 15
# It is said from this week of the plan on, or from this one of a line that was started anew.
SAID_FROM_WEEK, SAID_FROM_NEW_WEEK = 12, 5
MOST_PERCENT_SAID = 95
WEEK = timedelta(7)


@record
class PlanForecast:
    """When the plan's work would be done; None as a day: not within ten years at this pace.

    `samples` are quarter hours of the sampled weeks, oldest first, less half an hour each for
    review and scan; `remaining` quarter hours are open. `percent` is the chance that the target
    date holds for the plan's work, at most 95 while work remains. `is_said`: it belongs in a
    report, because it comes later than the date and there is enough to tell.
    """

    samples: tuple[int, ...]
    remaining: int
    half: date | None
    seventy: date | None
    eighty_five: date | None
    percent: int
    is_said: bool


def plan_forecast(situation: Situation) -> PlanForecast | None:
    """The forecast as of the situation's day; None under five weeks with a path action."""
    samples = _samples(situation)
    if samples is None:
        return None
    remaining = -(-plan_done(situation).open_minutes // QUARTER)
    found = forecast(samples, remaining)
    half, seventy, eighty_five = _ends(situation.planned_minutes, situation.today, found)
    target = situation.roadmap.target.date
    weeks = weeks_until(situation.planned_minutes, situation.today, target)
    chance = chance_within(samples, remaining, weeks)
    later = half is None or half > target
    return PlanForecast(
        samples, remaining, half, seventy, eighty_five, _percent(chance, remaining),
        later and _is_time(situation),
    )  # fmt: skip


def _samples(situation: Situation) -> tuple[int, ...] | None:
    """Quarter hours of the last twelve complete weeks with planned minutes, oldest first.

    Working in the stepping-stone role brings no milestone nearer, so that it is not among them.
    """
    planned_minutes, journal = situation.planned_minutes, situation.journal
    week = Period(week_of(situation.today).start - WEEK, week_of(situation.today).start)
    found: list[int] = []
    role, active = journal.observed.role_minutes(), 0
    while week.last > planned_minutes.start and len(found) < SAMPLED_WEEKS:
        if any(planned_minutes.on(day) for day in week.days):
            minutes = sum(planned_minutes.minutes_done(day, less=role[day]) for day in week.days)
            found.append(max(minutes - WEEKLY_OVERHEAD_MINUTES, 0) // QUARTER)
            active += any(journal.path_actions.get(day) for day in week.days)
        week = Period(week.start - WEEK, week.start)
    return tuple(reversed(found)) if active >= LEAST_ACTIVE_WEEKS else None


def _coming_weeks(planned_minutes: PlannedMinutes, today: date) -> list[Period]:
    """The coming weeks with planned minutes, as many as a forecast may need."""
    start = week_of(today).end
    found: list[Period] = []
    # Beyond the last vacation every week is like the next; ten years of weeks bound the walk.
    for _ in range(2 * MOST_WEEKS):
        week = Period(start, start + WEEK)
        if any(planned_minutes.on(day) for day in week.days):
            found.append(week)
        if len(found) == MOST_WEEKS:
            break
        start += WEEK
    return found


def _ends(planned_minutes: PlannedMinutes, today: date, found: Forecast) -> list[date | None]:
    """The Sunday of the n-th coming week for each number of weeks; today for none."""
    weeks = _coming_weeks(planned_minutes, today)
    ends: list[date | None] = []
    for count in (found.half, found.seventy, found.eighty_five):
        if count == 0:
            ends.append(today)
        elif count is None or count > len(weeks):
            ends.append(None)
        else:
            ends.append(weeks[count - 1].last)
    return ends


def weeks_until(planned_minutes: PlannedMinutes, today: date, end: date) -> int:
    """Coming weeks with planned minutes that are over by a day."""
    return sum(
        week.last <= end for week in _coming_weeks(planned_minutes, today) if week.start <= end
    )


def _percent(chance: Fraction, remaining: int) -> int:
    whole = int(chance * 100)
    return min(whole, MOST_PERCENT_SAID) if remaining else whole


def _is_time(situation: Situation) -> bool:
    planned_minutes, start = situation.planned_minutes, situation.roadmap.target.start
    weeks = (week_of(situation.today).start - week_of(planned_minutes.start).start).days // 7 + 1
    return weeks >= (SAID_FROM_NEW_WEEK if planned_minutes.start > start else SAID_FROM_WEEK)
