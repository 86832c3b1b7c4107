"""The screen of `pmpath roadmap`: a timeline, then what comes next in words."""

from __future__ import annotations

from datetime import date

from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.pictures.timeline import EXIT, LIMIT, SIGNS
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
    Marked,
    RoadmapReport,
    TrackStanding,
)

STATES = {DONE: "done", DUE: "due", COMING: ""}
STANDINGS = {
    LIVE: "Live now", BESIDE: "Alongside", LATER: "Later", PASSED: "Live earlier",
    NOT_IN_PLAN: "Not in your plan",
}  # fmt: skip
NAME_WIDTH = 17
NEXT = 5


def draw_roadmap(page: Page, report: RoadmapReport, *, whole: bool = False) -> None:
    """Head, timeline, tracks, moves of the date, the next milestones; the `whole` has them all."""
    page.head(
        aim(report.target), DOT.join([weeks_left(report.target), date_history(report.target)])
    )
    page.drawn(report)
    _draw_tracks(page, report, whole=whole)
    _draw_moves(page, report)
    _draw_milestones(page, report, whole=whole)
    draw_notices(page, report.target, 0)


def _draw_tracks(page: Page, report: RoadmapReport, *, whole: bool) -> None:
    """The phase and the tracks that are live; the others stand in the picture by their days."""
    shown = STANDINGS if whole else (LIVE, BESIDE, NOT_IN_PLAN)
    rows = [("Phase", _phase(report))]
    for state in shown:
        tracks = [_track(one, report.today) for one in report.tracks if one.state == state]
        rows += [(STANDINGS[state], listed(tracks))] if tracks else []
    page.title("Tracks")
    if report.step_role is not None:
        clock = step_role_row(report.step_role.clock)
        rows.append(("Your role", f"{clock} ({LIMIT}: the limit, {EXIT}: the day to leave)"))
    page.rows(rows, name_width=NAME_WIDTH)


def _phase(report: RoadmapReport) -> str:
    """`build until Tue 18 May; then prove from May, move from Aug`."""
    now = [one for one in report.phases if one.id == report.phase]
    later = [one for one in report.phases if one.first > report.today]
    said = [f"{one.name} until {day_beside(one.last, report.today)}" for one in now]
    then = [f"{one.name} from {_when(one.first, report.today)}" for one in later]
    return "; then ".join(filter(None, [*said, ", ".join(then)])) or report.phase


def _track(one: TrackStanding, today: date) -> str:
    return f"{one.name} from {_when(one.day, today)}" if one.state == LATER else one.name


def _when(day: date, today: date) -> str:
    """A month is near enough, unless it is this one."""
    if (day.year, day.month) == (today.year, today.month):
        return short_day(day)
    month = MONTHS[day.month - 1]
    return month if day.year == today.year else f"{month} {day.year}"


def _draw_moves(page: Page, report: RoadmapReport) -> None:
    if not report.moves:
        return
    page.title("The date")
    rows = [("First", long_day(report.target.first))]
    rows += [move_row(one) for one in report.moves]
    rows.append(("Total", date_history(report.target)))
    page.rows(rows, name_width=NAME_WIDTH)


def _draw_milestones(page: Page, report: RoadmapReport, *, whole: bool) -> None:
    """The next five with their days, or all in the order of their days."""
    if not report.milestones:
        return
    page.title(f"Milestones, {report.done} of {len(report.milestones)} done")
    not_done = [one for one in report.milestones if one.state != DONE]
    shown = list(report.milestones) if whole else not_done[:NEXT]
    days = [day_beside(one.milestone.done or one.milestone.due, report.today) for one in shown]
    width = max(map(len, days), default=0)
    rows = [
        (_dated(one, f"{day:<{width}}"), one.milestone.title)
        for one, day in zip(shown, days, strict=True)
    ]
    page.rows(rows, name_width=NAME_WIDTH)
    page.line()
    if not whole:
        page.offer("All milestones, done ones included:", "pmpath roadmap --all", FAINT)
    page.offer("The ids of milestones:", "pmpath milestones", FAINT)
    page.offer("The reason for a milestone:", "pmpath why ID", FAINT)


def _dated(one: Marked, day: str) -> str:
    return f"{SIGNS[one.state]} {day} {STATES[one.state]}".rstrip()
