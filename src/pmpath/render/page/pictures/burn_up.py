"""The burn-up in letters: a filled shape for what was done, a line of o for what was planned."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.burn_up import WHOLE, Band, BurnPoint, BurnUp
from pmpath.domain.record import Frozen
from pmpath.render.page.text import duration, hanging, long_day

ROWS = 10
WIDEST_PLOT = 60
INDENT = 2
DONE, PLANNED, BAND, TARGET, EMPTY = "#", "o", ":", "T", " "
ZERO = "0 h"


class Column(Frozen):
    """The rows, from 1, up to which is done, at which is planned, and between which the band lies.

    0 where there is none of it.
    """

    done: int = 0
    planned: int = 0
    band: tuple[int, int] = (0, 0)


def burn_up_lines(burn: BurnUp, width: int) -> list[str]:
    """Both totals at the top, the picture with its height and days, at most `width` columns."""
    first = burn.points[0]
    top = duration(burn.top if burn.band is None else burn.band.top)
    margin = INDENT + max(len(top), len(ZERO)) + 1
    plot = min(width - margin - 1, WIDEST_PLOT)
    columns = [_column(burn, place * WHOLE // (plot - 1)) for place in range(plot)]
    lines = _legend(burn, width)
    for row in range(ROWS, 0, -1):
        name = top if row == ROWS else ""
        cells = "".join(_cell(column, row) for column in columns)
        lines.append(f"{name:>{margin - 1}} |{cells}")
    lines.append(f"{ZERO:>{margin - 1}} +{_ground(burn.band, plot)}")
    lines.append(_days(long_day(first.day), long_day(_last_day(burn)), margin + 1, plot))
    return lines if burn.band is None else [*lines, *_band_legend(burn.band, width)]


def _last_day(burn: BurnUp) -> date:
    return burn.points[-1].day if burn.band is None else burn.band.end


def _ground(band: Band | None, plot: int) -> str:
    """The line at the bottom, with the target date on it where the picture goes on to there."""
    line = "-" * plot
    if band is None:
        return line
    at = band.target_at * (plot - 1) // WHOLE
    return f"{line[:at]}{TARGET}{line[at + 1 :]}"


def _legend(burn: BurnUp, width: int) -> list[str]:
    last = burn.points[-1]
    return _beside(
        [
            f"{DONE} done {duration(last.done)}",
            f"{PLANNED} planned {planned_text(burn)}",
        ],
        width,
    )


def planned_text(burn: BurnUp) -> str:
    """`40 h 55 by 4 Apr 2027`; without the day where the picture ends with it."""
    last = burn.points[-1]
    return duration(last.promised) + (f" by {long_day(last.day)}" if burn.band is not None else "")


def _band_legend(band: Band, width: int) -> list[str]:
    """What the band says, and the date."""
    return _beside(
        [f"{BAND} {band_text(band)}", f"{TARGET} your date, {long_day(band.target)}"], width
    )


def band_text(band: Band) -> str:
    """`forecast: all done by 20 Aug 2027 (50% likely) or 3 Oct 2027 (85%)`."""
    slow = "in more than ten years" if band.eighty_five is None else long_day(band.eighty_five)
    return f"forecast: all done by {long_day(band.half)} (50% likely) or {slow} (85%)"


def _beside(parts: list[str], width: int) -> list[str]:
    """In one line where they fit, else each in lines of its own."""
    beside = "   ".join(parts)
    if INDENT + len(beside) <= width:
        return [" " * INDENT + beside]
    label = " " * INDENT
    return [line for one in parts for line in hanging(f"{label}{one[:2]}", one[2:], width)]


def _column(burn: BurnUp, at: int) -> Column:
    """What stands at a place: the end of the week that it lies in, or the band behind today."""
    band = burn.band
    if band is None:
        return _week(burn.points, at, WHOLE)
    if at <= band.now_at:
        return _week(burn.points, at * WHOLE // max(band.now_at, 1), band.top_at)
    point = next(one for one in band.points if one.at >= at)
    return Column(band=(_row(point.low_at), _row(point.high_at)))


def _week(points: tuple[BurnPoint, ...], at: int, top_at: int) -> Column:
    point = next(point for point in points if point.at >= at)
    done, planned = point.done_at * top_at // WHOLE, point.promised_at * top_at // WHOLE
    return Column(_row(done) if point.done else 0, _row(planned) if point.promised else 0)


def _cell(column: Column, row: int) -> str:
    """The line lies over the shape: where it shows inside, more was done than planned."""
    low, high = column.band
    if low <= row <= high and high:
        return BAND
    if column.planned == row:
        return PLANNED
    return DONE if column.done >= row else EMPTY


def _row(place: int) -> int:
    """The row of a total, from 1; whatever there is takes one."""
    return max(-(-place * ROWS // WHOLE), 1)


def _days(first: str, last: str, margin: int, plot: int) -> str:
    gap = plot - len(first) - len(last)
    return f"{' ' * margin}{first}{' ' * max(gap, 1)}{last}"
