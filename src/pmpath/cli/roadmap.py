"""`pmpath roadmap`: the plan as a picture over time."""

from __future__ import annotations

from pmpath.cli.output import show
from pmpath.cli.session import Session
from pmpath.reports.roadmap import roadmap_report

# Columns of the line of time in JSON, where no terminal has a width.
JSON_COLUMNS = 100
# A year reads well on eighty columns, three years want more.
WIDE = 100


def show_roadmap(session: Session, *, as_json: bool) -> None:
    """Print phases, tracks, milestones, days off, today and the target on one line of time."""
    _ = session.roadmap
    situation = session.situation(session.journal())
    if as_json:
        from pmpath.render.as_json import as_json as to_json

        show(to_json("roadmap", roadmap_report(situation, JSON_COLUMNS)))
        return
    from pmpath.cli.screens import new_page
    from pmpath.render.roadmap import columns_for, draw_roadmap

    page = new_page(widest=WIDE)
    draw_roadmap(page, roadmap_report(situation, columns_for(page)))
    show(page.text())
