"""The commands of the panel "Every week"."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.completion import periods, talks_and_people
from pmpath.cli.parameters import Json, session_of, spread, words_of
from pmpath.cli.report_options import ReportOptions


@spread(ReportOptions)
def report(
    context: typer.Context,
    options: ReportOptions,
    period: Annotated[list[str] | None, words_of("[WORDS]", periods)] = None,
) -> None:
    """The week: week, last, month, quarter, all, 2026-W07, 2026-11, FROM..TO."""
    from pmpath.cli.report import show_report

    show_report(session_of(context), " ".join(period or ()), options.wanted)


def prepare(
    context: typer.Context,
    who: Annotated[list[str] | None, words_of("[TALK] [NAME]", talks_and_people)] = None,
    json: Json = False,
) -> None:
    """Words for a talk: lena, first-coffee, trial lena; alone, the talk of today's step."""
    from pmpath.cli.prepare import show_prepare

    show_prepare(session_of(context), " ".join(who or ()), as_json=json)
