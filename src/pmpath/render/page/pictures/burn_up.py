"""The burn-up in letters: a filled shape for what was done, a line of o for what was planned."""

from __future__ import annotations

from pmpath.coach.numbers.burn_up import WHOLE, BurnPoint, BurnUp
from pmpath.render.page.text import duration, long_day

ROWS = 10
WIDEST_PLOT = 60
INDENT = 2
DONE, PROMISED, EMPTY = "#", "o", " "
ZERO = "0 h"


def burn_up_lines(burn: BurnUp, width: int) -> list[str]:
    """Both totals at the top, the picture with its height and days, at most `width` columns."""
    first, last = burn.points[0], burn.points[-1]
    top = duration(burn.top)
    margin = INDENT + max(len(top), len(ZERO)) + 1
    plot = min(width - margin - 1, WIDEST_PLOT)
    columns = [_column(burn.points, place * WHOLE // (plot - 1)) for place in range(plot)]
    lines = _legend(last, width)
    for row in range(ROWS, 0, -1):
        name = top if row == ROWS else ""
        cells = "".join(_cell(point, row) for point in columns)
        lines.append(f"{name:>{margin - 1}} |{cells}")
    lines.append(f"{ZERO:>{margin - 1}} +{'-' * plot}")
    return [*lines, _days(long_day(first.day), long_day(last.day), margin + 1, plot)]


def _legend(last: BurnPoint, width: int) -> list[str]:
    parts = [f"{DONE} done {duration(last.done)}", f"{PROMISED} promised {duration(last.promised)}"]
    beside = "   ".join(parts)
    return [" " * INDENT + one for one in ([beside] if INDENT + len(beside) <= width else parts)]


def _column(points: tuple[BurnPoint, ...], at: int) -> BurnPoint:
    """The end of the week that a place lies in."""
    return next(point for point in points if point.at >= at)


def _cell(point: BurnPoint, row: int) -> str:
    """The line lies over the shape: where it shows inside, more was done than promised."""
    if point.promised and _row(point.promised_at) == row:
        return PROMISED
    return DONE if point.done and _row(point.done_at) >= row else EMPTY


def _row(place: int) -> int:
    """The row of a total, from 1; whatever there is takes one."""
    return max(-(-place * ROWS // WHOLE), 1)


def _days(first: str, last: str, margin: int, plot: int) -> str:
    gap = plot - len(first) - len(last)
    return f"{' ' * margin}{first}{' ' * max(gap, 1)}{last}"
