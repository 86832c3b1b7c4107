"""`pmpath milestones`: the dated results of the plan, and the group of its commands."""

from __future__ import annotations

import typer

from pmpath.cli.options.parameters import Json, session_of
from pmpath.cli.plan.milestone_changes import add, drop, restore
from pmpath.cli.plan.milestone_done import done, reopen
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.coach.plan.milestones import dated
from pmpath.render.screens.milestones import draw_milestones

app = typer.Typer(help="The dated results of the plan.", invoke_without_command=True)
app.command("done")(done)
app.command("add")(add)
app.command("drop")(drop)
app.command("restore")(restore)
app.command("reopen")(reopen)


@app.callback(invoke_without_command=True)
def milestones(context: typer.Context, json: Json = False) -> None:
    """The dated results of the plan, by due day."""
    if context.invoked_subcommand is None:
        _show_milestones(session_of(context), as_json=json)


def _show_milestones(session: Session, *, as_json: bool) -> None:
    """Print the milestones in scope by due day."""
    found = dated(session.roadmap, session.journal())
    present(
        "milestones",
        {"milestones": found},
        lambda page: draw_milestones(page, found, session.today),
        as_json=as_json,
    )
