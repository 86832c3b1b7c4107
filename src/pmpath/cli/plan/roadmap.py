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
from pmpath.reports.roadmap import roadmap_report

# A year reads well on eighty columns, ten years want more.
WIDE = 100


def show_roadmap(session: Session, *, as_json: bool) -> None:
    """Print the plan on one line of time: phases, tracks, milestones, days off, today, the target.

    Raises NotFound before `init`.
    """
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    report = roadmap_report(session.situation(session.journal()))
    present(
        "roadmap",
        report,
        lambda page: draw_roadmap(page, report),
        as_json=as_json,
        widest=WIDE,
    )


app = group_that_shows(
    "The plan as a picture; its file and its days.",
    show_roadmap,
    {"move": move, "edit": edit, "close": close, "check": check},
)
