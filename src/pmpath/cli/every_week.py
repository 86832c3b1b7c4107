"""The commands of the panel "Every week"."""

from __future__ import annotations

import typer

from pmpath.cli.parameters import Json, Words, session_of


def report(context: typer.Context, period: Words = None, json: Json = False) -> None:
    """The week: week, last, month, quarter, all, 2026-W07, 2026-11, FROM..TO."""
    from pmpath.cli.report import show_report

    show_report(session_of(context), " ".join(period or ()), as_json=json)
