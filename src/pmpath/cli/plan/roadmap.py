"""`pmpath roadmap`: the whole plan as one picture, and the group of its commands."""

from __future__ import annotations

from pmpath.cli.plan.check import check
from pmpath.cli.plan.close import close
from pmpath.cli.plan.edit import edit
from pmpath.cli.plan.group import group_that_shows
from pmpath.cli.plan.move import move
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.render.screens.roadmap import draw_roadmap
from pmpath.reports.roadmap import RoadmapReport, roadmap_report

# A year reads well on eighty columns, ten years want more.
WIDE = 100


def show_roadmap(
    session: Session, *, as_json: bool, whole: bool = False, in_browser: bool = False
) -> None:
    """Print the plan on one line of time: tracks, milestones, days off, today, the target date.

    The `whole` names every milestone and track below it. Raises NotFound before `init`.
    """
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    report = roadmap_report(session.situation(session.journal()))
    if in_browser:
        _open_page(report)
        return
    present(
        "roadmap",
        report,
        lambda page: draw_roadmap(page, report, whole=whole),
        as_json=as_json,
        widest=WIDE,
    )


def _open_page(report: RoadmapReport) -> None:
    """Show the plan as a page, which has room for every milestone."""
    from pmpath.cli.terminal.browser import show_page
    from pmpath.cli.terminal.screens import plain_page
    from pmpath.render.page.html import html
    from pmpath.storage.disk.report_file import page_for_browser

    page = plain_page()
    draw_roadmap(page, report, whole=True)
    show_page(page_for_browser(html(page.blocks).encode("utf-8", "backslashreplace")))


app = group_that_shows(
    "The plan as a picture; also roadmap edit, move, check and close.",
    show_roadmap,
    {"move": move, "edit": edit, "close": close, "check": check},
    options={
        "whole": ("--all", "List every milestone and every track."),
        "in_browser": ("--open", "Show the plan as a page in the browser."),
    },
)
