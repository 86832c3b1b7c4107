"""The forecast as a band behind the burn-up: how what is done goes on at the pace of late."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.numbers.burn_up import WHOLE, Band, BandPoint, BurnUp
from pmpath.coach.outlook.plan_forecast import (
    QUARTER_MINUTES,
    PlanForecast,
    plan_forecast,
    weeks_until,
)
from pmpath.coach.plan.hours import WEEKLY_OVERHEAD_MINUTES
from pmpath.coach.situation import Situation
from pmpath.domain.record import Frozen

STEPS = 20
# In place of an end that lies further away; its line leaves the picture long before.
NEVER = timedelta(3650)


class _Edge(Frozen):
    """A straight line from the last total up to all of the work at its day, level behind that."""

    first: date
    done: int
    end: date
    whole: int

    def at(self, day: date) -> int:
        """The minutes that are done on a day, on this line."""
        if day >= self.end:
            return self.whole
        return self.done + (self.whole - self.done) * (day - self.first).days // self._days

    @property
    def _days(self) -> int:
        return (self.end - self.first).days


def with_band(situation: Situation, burn: BurnUp) -> BurnUp:
    """The burn-up with its band; without one where there is no forecast, or no work left.

    The upper edge reaches all of the plan's work on the day that holds with a chance of 50 percent,
    the lower one on that of 85. The picture ends with the later of both and of the target date, but
    is at most twice as long as the plan. Source: docs/numbers.md, Forecast.
    """
    last, forecast = burn.points[-1], plan_forecast(situation)
    if forecast is None or forecast.half is None or forecast.half <= last.day:
        return burn
    whole = _all_minutes(situation, last.done, forecast, forecast.half)
    high = _Edge(last.day, last.done, forecast.half, whole)
    low = _Edge(last.day, last.done, forecast.eighty_five or last.day + NEVER, whole)
    start, target = burn.points[0].day, situation.roadmap.target.date
    far = max(target, last.day)
    end = min(max(far, high.end, low.end), far + (far - start))
    days = [last.day + (end - last.day) * step // STEPS for step in range(STEPS + 1)]
    top = max(burn.top, high.at(end))
    points = tuple(
        BandPoint(
            (day - start).days * WHOLE // (end - start).days,
            low.at(day) * WHOLE // top,
            high.at(day) * WHOLE // top,
        )
        for day in days
    )
    return BurnUp(
        burn.points,
        burn.top,
        Band(
            end, top, burn.top * WHOLE // top, points, forecast.half, forecast.eighty_five,
            target, max(target - start, timedelta(0)).days * WHOLE // (end - start).days,
        ),
    )  # fmt: skip


def _all_minutes(situation: Situation, done: int, forecast: PlanForecast, end: date) -> int:
    """What is done once all work is, by its likely end; each week has its fixed half hour."""
    weeks = weeks_until(situation.planned_minutes, situation.today, end)
    return done + forecast.remaining * QUARTER_MINUTES + weeks * WEEKLY_OVERHEAD_MINUTES
