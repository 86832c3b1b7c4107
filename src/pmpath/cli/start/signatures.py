"""The command of the first day, apart from the others since its many options load slowly."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pmpath.cli.options.init import InitOptions
from pmpath.cli.options.parameters import session_of, spread


@spread(InitOptions)
def init(
    context: typer.Context,
    options: InitOptions,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
) -> None:
    """Make your roadmap: a date, a role, hours a week. Never overwrites one."""
    from pmpath.cli.start.init import init as make_roadmap

    asks = sys.stdin is not None and sys.stdin.isatty() and not yes
    make_roadmap(session_of(context), options, asks=asks)
