"""`pmpath roadmap close`: the plan ends, whichever way; the log stays and goes on."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.parameters import either, session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge
from pmpath.cli.terminal.screens import text_on_page
from pmpath.cli.written import writes
from pmpath.domain.errors import UsageError
from pmpath.domain.kinds import CLOSINGS, Close
from pmpath.render.page.text import day_beside
from pmpath.render.phrases.closed import closed_rows
from pmpath.storage.log.encode import new_fields


@writes
def close(
    context: typer.Context,
    because: Annotated[str, typer.Option(help=f"{either(CLOSINGS)}.", metavar="END")],
    note: Annotated[str, typer.Option(help="A note in your own words.", metavar="TEXT")] = "",
) -> None:
    """End the plan: arrived, decided against, or paused; replan opens it again."""
    _close(session_of(context), because, note)


def _close(session: Session, because: str, note: str) -> None:
    """Record that the plan ended and why; from then on nothing is proposed."""
    if because not in CLOSINGS:
        raise UsageError(
            f'Unknown reason to close the plan: "{because}".', hint=f"Write {either(CLOSINGS)}."
        )
    # A folder without a roadmap has no plan that could end.
    _ = session.roadmap
    journal = session.journal()
    before = journal.closed
    if before is not None and before.because == because:
        raise UsageError(
            f"The plan has been closed since {day_beside(before.day, session.today)}: {because}.",
            hint="To open it again: pmpath replan",
        )
    session.append("close", session.today, new_fields(Close, because, note.strip()))
    closed = session.journal().closed
    assert closed is not None, "the record that closes the plan was written above"
    rows = closed_rows(closed, session.today)
    acknowledge(text_on_page(lambda page: page.rows(rows, name_width=18)))
