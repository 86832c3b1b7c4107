"""`pmpath books`: what was read, which areas of the job lack, and the own list of ten."""

from __future__ import annotations

import typer

from pmpath.cli.gathered.sharing import Share, hidden_in
from pmpath.cli.options.parameters import Json, session_of
from pmpath.cli.terminal.output import present
from pmpath.domain.period import EVER
from pmpath.render.screens.gathered.books import draw_books
from pmpath.reports.gathered.books import books_report


def books(context: typer.Context, share: Share = False, json: Json = False) -> None:
    """What you read by shelf, the six areas of the job, and your list of ten business books."""
    session = session_of(context)
    _ = session.roadmap
    situation = session.situation(session.journal(EVER))
    report = books_report(situation, session.content.reading())
    if share:
        report = report.for_others(hidden_in(situation))
    present("books", report, lambda page: draw_books(page, report), as_json=json)
