"""The options of `milestones add`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer


@dataclass(frozen=True)
class NewMilestone:
    """A milestone as typed, without its title; one of `due` and `weeks_before` says when."""

    track: Annotated[str, typer.Option(help="One of the eleven tracks.", metavar="TRACK")]
    due: Annotated[str, typer.Option(help="Its day.", metavar="DAY")] = ""
    weeks_before: Annotated[
        int | None, typer.Option(help="Or so many weeks before the target.", min=0, max=520)
    ] = None
    hours: Annotated[float, typer.Option(help="Your estimate.")] = 1.0
    tier: Annotated[str, typer.Option(help="core, standard or extended.")] = "core"
    after: Annotated[list[str] | None, typer.Option(help="What it depends on.", metavar="ID")] = (
        None
    )
    done_when: Annotated[str, typer.Option(help="How one sees that it is reached.")] = ""
