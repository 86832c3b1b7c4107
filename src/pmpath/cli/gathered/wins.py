"""`pmpath wins`: results to tell, and stories for an interview."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.gathered.sharing import Share, hidden_in
from pmpath.cli.options.parameters import Json, session_of
from pmpath.cli.terminal.output import present
from pmpath.domain.period import EVER
from pmpath.render.screens.gathered.wins import draw_wins
from pmpath.reports.gathered.wins import wins_report


def wins(
    context: typer.Context,
    with_stories: Annotated[
        bool, typer.Option("--stories", help="Six interview questions, answered from your log.")
    ] = False,
    share: Share = False,
    json: Json = False,
) -> None:
    """Your results with both numbers and your part, best first, and those not yet on a resume."""
    session = session_of(context)
    _ = session.roadmap
    situation = session.situation(session.journal(EVER))
    asked = session.content.interview() if with_stories else None
    report = wins_report(situation, asked)
    if share:
        report = report.for_others(hidden_in(situation))
    present("wins", report, lambda page: draw_wins(page, report), as_json=json)
