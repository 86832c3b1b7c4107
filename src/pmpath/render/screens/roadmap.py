"""The screen of `pmpath roadmap`: a timeline, then the same in words.

Every mark is a letter of its own, so that nothing hangs on colour or on a font.
"""

from __future__ import annotations

from datetime import date

from pmpath.render.page.band import bands, labels, marks, pointer, runs
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import MONTHS, day_beside, listed, long_day, short_day
from pmpath.render.phrases.confirmation import DOT
from pmpath.render.phrases.step_role import step_role_row
from pmpath.render.phrases.target import aim, date_history, move_row, weeks_left
from pmpath.render.screens.today import draw_notices
from pmpath.reports.roadmap import (
    BESIDE,
    COMING,
    DONE,
    DUE,
    LATER,
    LIVE,
    NOT_IN_PLAN,
    PASSED,
    RoadmapReport,
    TrackStanding,
)
from pmpath.reports.timeline import MONTH, YEAR, Tick

NAMES = 11
# The timeline is no shorter on a terminal that can hardly show it; its lines are folded there.
SHORTEST = 20
SIGNS = {DONE: "x", DUE: "o", COMING: "."}
STATES = {DONE: "done", DUE: "open", COMING: ""}
LANES = {"people": "People", "customers": "Customers", "making": "Making", "search": "Search"}
STANDINGS = {
    LIVE: "Live now", BESIDE: "Beside them", LATER: "Later", PASSED: "Had their turn",
    NOT_IN_PLAN: "Not in my plan",
}  # fmt: skip
OFF, HELD, LIMIT, EXIT, TARGET = "=", "-", "L", "E", "T"
LEGEND = "x done   o due, open   . to come   ^ today   T the date"
FIRST = 17


def draw_roadmap(page: Page, report: RoadmapReport) -> None:
    """Head, timeline, tracks, moves of the date, milestones."""
    page.head(
        aim(report.target), DOT.join([weeks_left(report.target), date_history(report.target)])
    )
    page.line()
    _draw_timeline(page, report)
    _draw_tracks(page, report)
    _draw_commitments(page, report)
    _draw_milestones(page, report)
    draw_notices(page, report.target, 0)


def _draw_timeline(page: Page, report: RoadmapReport) -> None:
    width = max(page.width - NAMES, SHORTEST)
    rows = [
        (str(report.start.year), labels(_scale(report), width)),
        ("Phase", bands(((one.start, one.end, one.id) for one in report.phases), width)),
    ]
    lanes = {lane.slot: lane.stretches for lane in report.lanes}
    rows += [
        (name, bands(((one.start, one.end, one.name) for one in lanes[slot]), width))
        for slot, name in LANES.items()
        if slot in lanes
    ]
    if report.days_off:
        off = ((one.start, one.end) for one in report.days_off)
        rows.append(("Days off", runs(off, width, OFF)))
    rows += _step_role(report, width)
    placed = ((one.at, SIGNS[one.state]) for one in report.milestones)
    names = ["Milestones"]
    rows += [(names.pop() if names else "", line) for line in marks(placed, width)]
    end = (report.target_at, TARGET)
    rows.append(("Today", pointer(report.today_at, short_day(report.today), end, width)))
    for name, line in rows:
        page.line(f"{name:<{NAMES}}{line}")
    page.line()
    page.line(LEGEND, FAINT)


def _scale(report: RoadmapReport) -> list[tuple[int, str]]:
    """Years have the first choice of room."""
    years = [tick for tick in report.ticks if tick.kind == YEAR]
    others = [tick for tick in report.ticks if tick.kind != YEAR]
    return [(tick.at, _tick(tick)) for tick in (*years, *others)]


def _tick(tick: Tick) -> str:
    if tick.kind == YEAR:
        return str(tick.day.year)
    month = MONTHS[tick.day.month - 1]
    return month if tick.kind == MONTH else f"{tick.day.day} {month}"


def _step_role(report: RoadmapReport, width: int) -> list[tuple[str, str]]:
    step_role = report.step_role
    if step_role is None:
        return []
    held = [(step_role.held.start, step_role.held.end)] if step_role.held else []
    ends = ((step_role.limit_at, LIMIT), (step_role.exit_at, EXIT))
    over = [(at, mark) for at, mark in ends if at is not None]
    return [("Step role", runs(held, width, HELD, over))]


def _draw_tracks(page: Page, report: RoadmapReport) -> None:
    rows = []
    for state, name in STANDINGS.items():
        tracks = [_track(one, report.today) for one in report.tracks if one.state == state]
        rows += [(name, listed(tracks))] if tracks else []
    page.title("Tracks")
    if report.step_role is not None:
        clock = step_role_row(report.step_role.clock)
        rows.append(("Step role", f"{clock} (L: the limit, E: the day to leave)"))
    page.rows(rows, first=FIRST)


def _track(one: TrackStanding, today: date) -> str:
    return f"{one.name} from {_when(one.day, today)}" if one.state == LATER else one.name


def _when(day: date, today: date) -> str:
    """A month is near enough, unless it is this one."""
    if (day.year, day.month) == (today.year, today.month):
        return short_day(day)
    month = MONTHS[day.month - 1]
    return month if day.year == today.year else f"{month} {day.year}"


def _draw_commitments(page: Page, report: RoadmapReport) -> None:
    if not report.moves:
        return
    page.title("The date")
    rows = [("First", long_day(report.target.first))]
    rows += [move_row(one) for one in report.moves]
    rows.append(("In all", date_history(report.target)))
    page.rows(rows, first=FIRST)


def _draw_milestones(page: Page, report: RoadmapReport) -> None:
    if not report.milestones:
        return
    page.title(f"Milestones, {report.done} of {len(report.milestones)} done")
    for one in report.milestones:
        own = one.milestone
        day = day_beside(own.done or own.due, report.today)
        page.rows([(f"{SIGNS[one.state]} {day:<10} {STATES[one.state]}", own.title)], first=FIRST)
    page.line()
    page.line("Their ids: pmpath milestones. The reason for one: pmpath why ID", FAINT)
