"""The picture of `pmpath roadmap`: rows of signs over one scale of months, then the words for it.

It is ASCII, so that it reads the same without colour, on any terminal and in a mail.
"""

from __future__ import annotations

from pmpath.render.screen import DOT, FAINT, Page
from pmpath.render.target import aim, date_history, weeks_left
from pmpath.render.text import MONTHS, clip, counted, day_beside, long_day
from pmpath.reports.roadmap import COMING, DONE, DUE, Band, Lane, LaterTrack, RoadmapReport

LABEL = 12
ONE_DONE, ONE_OPEN = "x", "o"
KEY = "x reached   o open   a digit: that many   ^ today   T target"
MOST_IN_A_COLUMN = 9
OPEN_SHOWN = 4
TITLE = 60


def columns_for(page: Page) -> int:
    """How many columns the line of time has on this page."""
    return page.width - LABEL - 1


def draw_roadmap(page: Page, report: RoadmapReport) -> None:
    """Header, picture, milestones, tracks, and every move of the date."""
    page.head_line([aim(report.target), weeks_left(report.target), date_history(report.target)])
    page.line()
    _draw_picture(page, report)
    _draw_milestones(page, report)
    _draw_tracks(page, report)
    _draw_moves(page, report)


def _draw_picture(page: Page, report: RoadmapReport) -> None:
    width = report.width
    rows = [("", _months(report)), ("phase", _bands(report.phases, width))]
    rows += [(lane.name, _lane(lane, width)) for lane in report.lanes]
    if report.off:
        rows.append(("off", _filled(report.off, width, "~")))
    if report.step_role:
        rows.append(("step role", _step_role(report)))
    rows.append(("reached", _milestones(report, ONE_DONE, (DONE,))))
    rows.append(("milestones", _milestones(report, ONE_OPEN, (DUE, COMING))))
    rows.append(("", _ends(report)))
    for name, signs in rows:
        page.line(f"{name:<{LABEL}} {signs}".rstrip())
    page.line(KEY, FAINT)


def _months(report: RoadmapReport) -> str:
    """Names of months where there is room; January carries its year."""
    signs = [" "] * report.width
    free = 0
    for mark in report.months:
        year, month = mark.name.split("-")
        name = year if month == "01" else MONTHS[int(month) - 1]
        if mark.column >= free and mark.column + len(name) <= report.width:
            signs[mark.column : mark.column + len(name)] = name
            free = mark.column + len(name) + 1
    return "".join(signs)


def _bands(bands: tuple[Band, ...], width: int) -> str:
    """Each band begins with a bar and bears its name, as much of it as fits."""
    signs = [" "] * width
    for band in bands:
        room = band.end - band.start
        signs[band.start : band.end] = f"|{band.name}"[:room].ljust(room)
    return "".join(signs)


def _lane(lane: Lane, width: int) -> str:
    return _bands(lane.bands, width)


def _filled(bands: tuple[Band, ...], width: int, sign: str) -> str:
    signs = [" "] * width
    for band in bands:
        signs[band.start : band.end] = sign * (band.end - band.start)
    return "".join(signs)


def _step_role(report: RoadmapReport) -> str:
    """Equals signs up to the limit; E is the exit date."""
    signs = list(_filled(report.step_role, report.width, "="))
    if report.exit_column is not None:
        signs[report.exit_column] = "E"
    return "".join(signs)


def _milestones(report: RoadmapReport, one: str, states: tuple[str, ...]) -> str:
    """A sign for a milestone in one of the states, a digit for several in one column."""
    signs = [" "] * report.width
    for mark in report.milestones:
        if mark.name in states:
            before = signs[mark.column]
            count = {" ": 0, one: 1}.get(before) if not before.isdecimal() else int(before)
            signs[mark.column] = one if not count else str(min(count + 1, MOST_IN_A_COLUMN))
    return "".join(signs)


def _ends(report: RoadmapReport) -> str:
    signs = [" "] * report.width
    signs[report.target_column] = "T"
    if report.today_column is not None:
        signs[report.today_column] = "^"
    return "".join(signs)


def _draw_milestones(page: Page, report: RoadmapReport) -> None:
    page.title(f"Milestones, {report.done} of {report.total} done")
    rows = [
        (f"due {day_beside(one.due, report.as_of)}", clip(one.title, TITLE))
        for one in report.open[:OPEN_SHOWN]
    ]
    more = len(report.open) - OPEN_SHOWN
    if more > 0:
        rows.append(("", f"{more} more due, open: pmpath milestones"))
    rows += [(day_beside(one.due, report.as_of), clip(one.title, TITLE)) for one in report.next]
    page.rows(rows, first=16)


def _draw_tracks(page: Page, report: RoadmapReport) -> None:
    page.title("Tracks")
    rows = [("Live now", DOT.join(report.live))]
    later = [one for one in report.later if one.live_from]
    if later:
        rows.append(("Later", DOT.join(_later(one) for one in later)))
    absent = [one.name for one in report.later if one.live_from is None]
    if absent:
        rows.append(("Not in the plan", DOT.join(absent)))
    page.rows(rows, first=16)


def _later(one: LaterTrack) -> str:
    """`Positioning from Mar`."""
    return f"{one.name} from {MONTHS[one.live_from.month - 1]}" if one.live_from else one.name


def _draw_moves(page: Page, report: RoadmapReport) -> None:
    if not report.moves:
        return
    page.title(f"The date, {counted(len(report.moves), 'move')}")
    rows = [("First", long_day(report.target.first))]
    for move in report.moves:
        reason = f": {clip(move.reason, TITLE)}" if move.reason else ""
        rows.append((day_beside(move.day, report.as_of), f"{long_day(move.after)}{reason}"))
    page.rows(rows, first=16)
