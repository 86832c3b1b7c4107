"""The forecast of this plan: its open hours at the pace of its last twelve weeks."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, takewhile

from pmpath.coach.numbers.forecast import MOST_WEEKS, Forecast, chance_within, forecast
from pmpath.coach.numbers.pace import PlannedMinutes
from pmpath.coach.outlook.plan_done import plan_done
from pmpath.coach.plan.hours import WEEKLY_OVERHEAD_MINUTES
from pmpath.coach.situation import Situation
from pmpath.domain.period import Period, week_number, week_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.numbers.forecast import Chance

SAMPLED_WEEKS, LEAST_ACTIVE_WEEKS = 12, 5
# Work and weeks are counted in quarter hours.
QUARTER_MINUTES = 15
# `is_said` from this week of the plan on, or from this one of a line that was started anew.
SAID_FROM_WEEK, SAID_FROM_NEW_WEEK = 12, 5
MOST_PERCENT_SAID = 95
WEEK = timedelta(7)
DAYS_BEHIND_MONDAY = 6


class PlanForecast(Frozen):
    """When the plan's work would be done; None as a day: not within ten years at this pace.

    `samples` are quarter hours of the sampled weeks, oldest first, less half an hour each for
    review and scan; `remaining` quarter hours are open. `percent` is the chance that the target
    date holds for the plan's work, at most 95 while work remains. `is_said`: it is late and the
    plan, or its new line, is old enough to say so; screens say the verdict, JSON this as well.
    """

    samples: tuple[int, ...]
    remaining: int
    half: date | None
    seventy: date | None
    eighty_five: date | None
    percent: int
    is_said: bool


def plan_forecast(situation: Situation) -> PlanForecast | None:
    """The forecast as of the situation's day; None with under five active ones of its weeks."""
    monday, acted = week_of(situation.today).start, situation.journal.path_actions
    weeks = _sampled_weeks(situation, monday)
    if sum(any(acted.get(day) for day in week.days) for week in weeks) < LEAST_ACTIVE_WEEKS:
        return None
    return forecast_after(situation, monday)


def active_weeks(situation: Situation, monday: date) -> int:
    """How many whole weeks before a Monday, since the line began, have a path action."""
    start = situation.planned_minutes.start
    # A week has begun by its Monday and counts if its Sunday lies behind the start of the line.
    first, last = start.toordinal() - DAYS_BEHIND_MONDAY, monday.toordinal()
    acted = (day.toordinal() - day.weekday() for day in situation.journal.path_actions)
    return len({one for one in acted if first < one < last})


def forecast_after(situation: Situation, monday: date) -> PlanForecast | None:
    """The forecast from the whole weeks before a Monday; the work left is that of `today`.

    None where there is no such week.
    """
    samples = _samples(situation, monday)
    if not samples:
        return None
    remaining = -(-plan_done(situation).open_minutes // QUARTER_MINUTES)
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


def _samples(situation: Situation, monday: date) -> tuple[int, ...]:
    """Quarter hours of the sampled weeks, oldest first.

    Working in the stepping-stone role brings no milestone nearer, so that it is not among them.
    """
    planned_minutes, role = situation.planned_minutes, situation.journal.observed.role_minutes()
    return tuple(
        max(
            sum(planned_minutes.minutes_done(day, less=role.get(day, 0)) for day in week.days)
            - WEEKLY_OVERHEAD_MINUTES,
            0,
        )
        // QUARTER_MINUTES
        for week in _sampled_weeks(situation, monday)
    )


def _sampled_weeks(situation: Situation, monday: date) -> list[Period]:
    """The last twelve complete weeks with planned minutes before a Monday, oldest first."""
    planned_minutes = situation.planned_minutes
    week = Period(monday - WEEK, monday)
    found: list[Period] = []
    while week.last > planned_minutes.start and len(found) < SAMPLED_WEEKS:
        if any(planned_minutes.on(day) for day in week.days):
            found.append(week)
        week = Period(week.start - WEEK, week.start)
    return found[::-1]


def _coming_weeks(planned_minutes: PlannedMinutes, today: date) -> Iterator[Period]:
    """The coming weeks with planned minutes, as many as a forecast may need."""
    start, found = week_of(today).end, 0
    # Beyond the last vacation every week is like the next. Twice the weeks bound the walk where
    # many of them are off.
    for _ in range(2 * MOST_WEEKS):
        week = Period(start, start + WEEK)
        if any(planned_minutes.on(day) for day in week.days):
            yield week
            found += 1
        if found == MOST_WEEKS:
            return
        start += WEEK


def _ends(planned_minutes: PlannedMinutes, today: date, found: Forecast) -> list[date | None]:
    """The Sunday of the n-th coming week for each number of weeks; today for none."""
    counts = (found.half, found.seventy, found.eighty_five)
    most = max(count or 0 for count in counts)
    weeks = list(islice(_coming_weeks(planned_minutes, today), most))
    ends: list[date | None] = []
    for count in counts:
        if count == 0:
            ends.append(today)
        elif count is None or count > len(weeks):
            ends.append(None)
        else:
            ends.append(weeks[count - 1].last)
    return ends


def weeks_until(planned_minutes: PlannedMinutes, today: date, end: date) -> int:
    """Coming weeks with planned minutes that are over by a day."""
    weeks = takewhile(lambda week: week.start <= end, _coming_weeks(planned_minutes, today))
    return sum(week.last <= end for week in weeks)


def _percent(chance: Chance, remaining: int) -> int:
    """The chance in whole percent, below which it lies; never certain while work remains."""
    covered, ways = chance
    whole = covered * 100 // ways
    return min(whole, MOST_PERCENT_SAID) if remaining else whole


def _is_time(situation: Situation) -> bool:
    """Whether enough weeks have begun since the plan, or its new line, did."""
    planned_minutes, start = situation.planned_minutes, situation.roadmap.target.start
    weeks = week_number(situation.today, planned_minutes.start)
    return weeks >= (SAID_FROM_NEW_WEEK if planned_minutes.start > start else SAID_FROM_WEEK)
