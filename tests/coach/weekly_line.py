"""A line of planned minutes in closed form, which the buffer is held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmpath.coach.numbers.buffer import Amount, Line

WEEK = 7


def weekly_line(
    start: date, by_weekday: Sequence[Amount], off: Iterable[tuple[date, date]] = ()
) -> Line:
    """The promises of the days after `start` through a day, summed: L(start) is 0.

    `by_weekday` has the promise of Monday to Sunday; `off` are days without one, first and last
    included. Closed form: whole weeks, the days of a broken one, less the days off.
    """
    spans = _apart(sorted(off))

    def through(day: date) -> Amount:
        whole, rest = divmod(max((day - start).days, 0), WEEK)
        total = whole * sum(by_weekday)
        return total + sum(by_weekday[(start.weekday() + 1 + n) % WEEK] for n in range(rest))

    def line(day: date) -> Amount:
        total = through(day)
        for first, last in spans:
            before = max(first, start + timedelta(1)) - timedelta(1)
            if before < min(last, day):
                total -= through(min(last, day)) - through(before)
        return total

    return line


def _apart(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """The spans, sorted by their first day, with those that overlap or touch made one."""
    found: list[tuple[date, date]] = []
    for first, last in spans:
        if found and first <= found[-1][1] + timedelta(1):
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
