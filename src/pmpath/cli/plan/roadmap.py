"""`pmpath roadmap`: the whole plan as one picture, and the group of its commands."""

from __future__ import annotations

import typer

from pmpath.cli.options.parameters import Json, session_of
from pmpath.cli.plan.check import check
from pmpath.cli.plan.close import close
from pmpath.cli.plan.edit import edit
from pmpath.cli.plan.move import move
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.render.screens.roadmap import draw_roadmap
from pmpath.reports.roadmap import roadmap_report

# A year reads well on eighty columns, ten years want more.
WIDE = 100

app = typer.Typer(help="The plan as a picture; its file and its days.")
app.command("move")(move)
app.command("edit")(edit)
app.command("close")(close)
app.command("check")(check)


@app.callback(invoke_without_command=True)
def roadmap(context: typer.Context, json: Json = False) -> None:
    """The plan on one line of time: phases, tracks, milestones, days off, today, the target."""
    if context.invoked_subcommand is None:
        _show_roadmap(session_of(context), as_json=json)


def _show_roadmap(session: Session, *, as_json: bool) -> None:
    """Print the plan as a timeline; raises NotFound before `init`."""
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    report = roadmap_report(session.situation(session.journal()))
    present(
        "roadmap",
        report,
        lambda page: draw_roadmap(page, report),
        as_json=as_json,
        widest=WIDE,
    )
