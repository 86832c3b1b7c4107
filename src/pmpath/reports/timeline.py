"""A line from one day to another: places in permille, and the ticks of a calendar below it."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.numbers.burn_up import WHOLE
from pmpath.domain.record import Frozen
from pmpath.domain.when.calendar import months_after

YEAR, MONTH, DAY = "year", "month", "day"
# Up to so many days the ticks are Mondays; up to about four years they are months.
DAYS_WITH_WEEKS = 84
DAYS_WITH_MONTHS = 1500


class Tick(Frozen):
    """A day of the calendar on the line: the first of a year, the first of a month, a Monday."""

    kind: str
    day: date
    at: int


class Timeline(Frozen):
    """From `start` to `end`, both on the line; `end` is later."""

    start: date
    end: date

    def at(self, day: date) -> int:
        """The place of a day in permille, 0 to 1000; what lies outside stands at the nearer end."""
        gone = min(max((day - self.start).days, 0), (self.end - self.start).days)
        return gone * WHOLE // (self.end - self.start).days

    def on_line(self, day: date | None) -> int | None:
        """The place of a day that lies on the line, else None."""
        return self.at(day) if day is not None and self.start <= day <= self.end else None

    def ticks(self) -> tuple[Tick, ...]:
        """First days of years; of months, unless the line is very long; Mondays on a short one."""
        length = (self.end - self.start).days
        first = months_after(self.start.replace(day=1), 1)
        months = (self.end.year - first.year) * 12 + self.end.month - first.month
        firsts = [months_after(first, count) for count in range(max(months + 1, 0))]
        found = [(day, YEAR) for day in firsts if day.month == 1]
        if length <= DAYS_WITH_WEEKS:
            monday = self.start + timedelta(-self.start.weekday() % 7)
            weeks = range((self.end - monday).days // 7 + 1)
            found += [(monday + timedelta(7 * n), DAY) for n in weeks]
        elif length <= DAYS_WITH_MONTHS:
            found += [(day, MONTH) for day in firsts if day.month != 1]
        ordered = sorted(found, key=lambda one: one[0])
        return tuple(Tick(kind, day, self.at(day)) for day, kind in ordered)
