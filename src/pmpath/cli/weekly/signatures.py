"""The commands of the panel "Every week"."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.completion import concerns, periods, talks_and_people
from pmpath.cli.options.parameters import Json, session_of, spread, words_of
from pmpath.cli.options.report import ReportOptions


@spread(ReportOptions)
def report(
    context: typer.Context,
    options: ReportOptions,
    period: Annotated[list[str] | None, words_of("[WORDS]", periods)] = None,
) -> None:
    """The week: week, last, month, quarter, all, 2026-W07, 2026-11, FROM..TO."""
    from pmpath.cli.weekly.report import show_report

    """The week: last week, month, march, 2026, 2026-Q4, all, 1 feb to 9 feb."""

    show_report(session_of(context), " ".join(period or ()), options.wanted)


def prepare(
    context: typer.Context,
    who: Annotated[list[str] | None, words_of("[TALK] [NAME]", talks_and_people)] = None,
    json: Json = False,
) -> None:
    """Words for a talk: lena, first-coffee, trial lena; alone, the talk of today's step."""
    from pmpath.cli.weekly.prepare import show_prepare

    show_prepare(session_of(context), " ".join(who or ()), as_json=json)


def accept(
    context: typer.Context,
    finding: Annotated[
        str, typer.Argument(metavar="FINDING", show_default=False, autocompletion=concerns)
    ],
    because: Annotated[str, typer.Option(help="Why it may rest.", metavar="TEXT")],
    until: Annotated[str, typer.Option(help="Through a day.", metavar="DAY")] = "",
) -> None:
    """Take note of a concern of the report: it rests until it is raised anew."""
    from pmpath.cli.weekly.accept import accept as take_note

    take_note(session_of(context), finding, because, until)
