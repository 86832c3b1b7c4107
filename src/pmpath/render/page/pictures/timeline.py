"""The plan on one line of time, in letters that every terminal has: a row for each track.

A mark is told by its letter, never by color alone. A place is a permille of the line; in `band` it
becomes a column.
"""

from __future__ import annotations

from collections import Counter

from pmpath.domain.record import Frozen
from pmpath.render.page.pictures.band import all_labels, column, labels, over, point, runs
from pmpath.render.page.text import MONTHS, long_day, short_day
from pmpath.reports.roadmap import (
    COMING,
    DONE,
    DUE,
    NOT_IN_PLAN,
    STEP_ROLE_TRACK,
    Marked,
    RoadmapReport,
    Stretch,
)
from pmpath.reports.timeline import DAY, MONTH, YEAR, Tick

SIGNS = {DONE: "x", DUE: "o", COMING: "."}
LIVE, REST, TODAY, POINTER, TARGET = "=", "-", "|", "^", "T"
LIMIT, EXIT = "L", "E"
# Of several that fall on one column their count stands there; ten and more are a plus.
MOST_COUNTED, MORE = 9, "+"
# The line is no shorter on a terminal that can hardly show it; its rows are folded there.
SHORTEST = 12
GAP = 2
# Every month, quarter, half year, or the years alone; of Mondays every one, every second and so on.
STEPS = (1, 3, 6)
NO_TRACK = "Milestones"


class Row(Frozen):
    """A name, the stretches of its line, and the milestones on it."""

    name: str
    stretches: tuple[Stretch, ...] = ()
    milestones: tuple[Marked, ...] = ()
    ends: tuple[tuple[int, str], ...] = ()
    sign: str = LIVE


def timeline_lines(report: RoadmapReport, width: int) -> list[str]:
    """The calendar, a row for each track, days off, today, the date, and the legend in one line.

    At most `width` columns, of which 40 are enough.
    """
    rows = timeline_rows(report)
    today, target = f"Today, {short_day(report.today)}", f"Date, {long_day(report.target.date)}"
    names = max(len(name) for name in (today, target, *(row.name for row in rows))) + GAP
    room = max(width - names, SHORTEST)
    drawn = [(str(report.start.year), _scale(report, room))]
    drawn += [(row.name, _line(row, report.today_at, room)) for row in rows]
    drawn.append((today, point(report.today_at, POINTER, room)))
    drawn.append((target, point(report.target_at, TARGET, room)))
    lines = [f"{name:<{names}}{line}" for name, line in drawn]
    return [*lines, "", _legend(rows, room, width)]


def timeline_rows(report: RoadmapReport) -> list[Row]:
    """A row for each track in the plan in the order of their turns, then the days off.

    A track outside the plan has a row where a milestone is on it, or a stepping-stone role is held.
    """
    tracks = {one.id for one in report.tracks}
    rows = []
    for one in sorted(report.tracks, key=lambda track: track.day):
        marked = tuple(mark for mark in report.milestones if mark.track == one.id)
        is_held = one.id == STEP_ROLE_TRACK and report.step_role is not None
        if one.state != NOT_IN_PLAN or marked or is_held:
            turn = (one.turn,) if one.turn else ()
            row = Row(one.name, turn, marked)
            rows.append(_held(report, row) if is_held else row)
    others = tuple(mark for mark in report.milestones if mark.track not in tracks)
    rows += [Row(NO_TRACK, (), others)] if others else []
    rows += [Row("Days off", report.days_off, sign=REST)] if report.days_off else []
    return rows


def _held(report: RoadmapReport, row: Row) -> Row:
    """The row of a stepping-stone role that is held: its days, its limit and its exit."""
    role = report.step_role
    if role is None:
        return row
    ends = ((role.limit_at, LIMIT), (role.exit_at, EXIT))
    on_line = tuple((at, mark) for at, mark in ends if at is not None)
    return Row(row.name, (role.held,) if role.held else (), row.milestones, on_line)


def _line(row: Row, today: int, width: int) -> str:
    """Its stretches, the line of today through them, and the marks above both."""
    line = runs(((one.start, one.end) for one in row.stretches), width, row.sign)
    line = over(line, [(today, TODAY)], width)
    line = over(line, row.ends, width)
    return over(line, _marks(row, width).items(), width).rstrip()


def _marks(row: Row, width: int) -> dict[int, str]:
    """A letter for each place; where several share a column, their count."""
    shared = Counter(column(one.at, width) for one in row.milestones)
    found = {}
    for one in row.milestones:
        count = shared[column(one.at, width)]
        several = str(count) if count <= MOST_COUNTED else MORE
        found[one.at] = SIGNS[one.state] if count == 1 else several
    return found


def _scale(report: RoadmapReport, width: int) -> str:
    """The months at one distance, as near as they fit; years alone where none do."""
    years = [(tick.at, str(tick.day.year)) for tick in report.ticks if tick.kind == YEAR]
    others = [tick for tick in report.ticks if tick.kind != YEAR]
    for step in STEPS:
        named = [*years, *((one.at, _tick(one)) for one in others if _is_shown(one, step))]
        line = all_labels(named, width)
        if line is not None:
            return line
    return labels(years, width)


def _is_shown(tick: Tick, step: int) -> bool:
    """Whether a tick stands on a scale of every `step` months, or of as many weeks."""
    if tick.kind == DAY:
        return tick.day.toordinal() // 7 % step == 0
    return (tick.day.month - 1) % step == 0


def _tick(tick: Tick) -> str:
    month = MONTHS[tick.day.month - 1]
    return month if tick.kind == MONTH else f"{tick.day.day} {month}"


def _legend(rows: list[Row], room: int, width: int) -> str:
    """One line with the signs that are there, as far apart as there is room."""
    states = {mark.state for row in rows for mark in row.milestones}
    signs = {sign for row in rows for sign in _marks(row, room).values()}
    said = [f"{LIVE} live"]
    named = ((DONE, "done"), (DUE, "due"), (COMING, "to come"))
    said += [f"{SIGNS[state]} {name}" for state, name in named if state in states]
    counts = sorted(signs - set(SIGNS.values()), key=lambda sign: (sign == MORE, sign))
    said += [f"{counts[0]} several"] if counts else []
    line = "   ".join(said)
    return line if len(line) <= width else " ".join(said)
