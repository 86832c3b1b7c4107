"""The commands of the panel "The plan"."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.parameters import Json, session_of

milestone_app = typer.Typer(help="The dated results of the plan.", invoke_without_command=True)


@milestone_app.callback(invoke_without_command=True)
def milestones(context: typer.Context, json: Json = False) -> None:
    """The dated results of the plan, by due day."""
    from pmpath.cli.milestones import show_milestones

    if context.invoked_subcommand is None:
        show_milestones(session_of(context), as_json=json)


@milestone_app.command("done")
def milestone_done(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID")],
    on: Annotated[str, typer.Option("--on", help="The day it was reached.")] = "",
) -> None:
    """Mark a milestone as reached."""
    from pmpath.cli.milestones import mark_done

    mark_done(session_of(context), milestone, on)
