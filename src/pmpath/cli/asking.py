"""A question before files are rewritten; where nobody can answer, an option says yes."""

from __future__ import annotations

import sys

import typer

from pmpath.domain.errors import UsageError


def agreed(question: str, *, hint: str) -> bool:
    """Ask on a terminal, where Enter means no; elsewhere raise UsageError with the hint."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("This is asked on a terminal.", hint=f"Without asking: {hint}")
    return typer.confirm(question, default=False)
