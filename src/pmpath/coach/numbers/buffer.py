"""Pace: what was done against a line of promises, and how many days may pass empty.

All of it takes plain values, so that it can be held against other implementations. Amounts may be
minutes, times or fractions, as long as line and total have one unit.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from fractions import Fraction

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Amount = int | Fraction
    Line = Callable[[date], Amount]

WEEK = 7
SHORT, DUE, AHEAD = "short", "due", "ahead"


@record
class Standing:
    """A total against its line on a day.

    `kind` is short (of what was promised up to yesterday), due (today's promise is open) or ahead;
    `amount` says how much of it, in the unit of the line. `buffer` days, today first, may pass
    empty; `next_due` is the day after them, None when the line ends before.
    """

    kind: str
    amount: Amount
    buffer: int
    next_due: date | None


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


def buffer(line: Line, done: Amount, today: date, end: date) -> int:
    """The smallest x >= 0 with done < line(today + x): days, today first, that may pass empty.

    Where there is none up to `end` it is the days until then, and 0 after it. The line must not
    fall. Source: DESIGN of pmpath, Pace; the idea of a safety buffer is Beeminder's.
    """
    days = max((end - today).days, 0)
    return bisect_right(range(days), done, key=lambda ahead: line(today + timedelta(ahead)))


def standing(line: Line, done: Amount, today: date, end: date) -> Standing:
    """Short, due or ahead, by how much, and the next day on which something is due."""
    days = buffer(line, done, today, end)
    yesterday, now = line(today - timedelta(1)), line(today)
    next_due = today + timedelta(days) if days < (end - today).days else None
    if done < yesterday:
        return Standing(SHORT, yesterday - done, days, today)
    if done < now:
        return Standing(DUE, now - done, days, today)
    return Standing(AHEAD, done - now, days, next_due)
