"""`pmpath roadmap`: the whole plan as one picture."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import show
from pmpath.reports.roadmap import roadmap_report

# A year reads well on eighty columns, ten years want more.
WIDE = 100


def show_roadmap(session: Session, *, as_json: bool) -> None:
    """Print the plan as a timeline; raises NotFound before `init`."""
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    report = roadmap_report(session.situation(session.journal()))
    if as_json:
        from pmpath.render.page.as_json import as_json as to_json

        show(to_json("roadmap", report))
        return
    from pmpath.cli.terminal.screens import new_page
    from pmpath.render.screens.roadmap import draw_roadmap

    page = new_page(WIDE)
    draw_roadmap(page, report)
    show(page.text())
