"""Pace: what was done against a line of planned minutes, and how many days may pass empty.

All of it takes plain values, so that it can be held against other implementations. Amounts may be
minutes, times or fractions, as long as line and total have one unit.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    Amount = int | Fraction
    Line = Callable[[date], Amount]

SHORT, DUE, AHEAD = "short", "due", "ahead"


class Standing(Frozen):
    """A total against its line on a day.

    `kind` is short (of what was planned up to yesterday), due (today's minutes are open) or ahead;
    `amount` says how much of it, in the unit of the line. `buffer` days, today first, may pass
    empty; `next_due` is the day after them, None when the line ends before.
    """

    kind: str
    amount: Amount
    buffer: int
    next_due: date | None


def buffer(line: Line, done: Amount, today: date, end: date) -> int:
    """The smallest x >= 0 with done < line(today + x): days, today first, that may pass empty.

    Where there is none up to `end` it is the days until then, and 0 after it. The line must not
    fall. Source: docs/numbers.md, Pace and buffer; the idea of a safety buffer is Beeminder's.
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
