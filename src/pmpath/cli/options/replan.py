"""The options of `replan`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer


@dataclass(frozen=True)
class NewPlan:
    """What the plan is to be from today on, as typed; what is empty stays as it is."""

    restart: Annotated[
        bool, typer.Option("--restart", help="Same date; the line starts today.")
    ] = False
    date: Annotated[str, typer.Option(help="Another target date.", metavar="DATE")] = ""
    hours: Annotated[str, typer.Option(help="Hours a week.", metavar="HOURS")] = ""
    scope: Annotated[str, typer.Option(help="core, standard or extended.")] = ""
    because: Annotated[str, typer.Option(help="Why; kept in the log.", metavar="TEXT")] = ""

    @property
    def says_nothing(self) -> bool:
        """Whether none of them was given, so that a terminal asks."""
        return not (self.restart or self.date or self.hours or self.scope)
