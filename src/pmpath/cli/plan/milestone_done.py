"""`pmpath milestones done` and `reopen`: a milestone was reached, or is open again."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.completion import open_milestone_ids, reached_milestone_ids
from pmpath.cli.options.parameters import session_of
from pmpath.cli.plan.known_milestone import known_milestone
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.cli.written import writes
from pmpath.domain.entry import handle_of
from pmpath.domain.errors import UsageError
from pmpath.domain.kinds import MilestoneDone
from pmpath.domain.when.day_option import read_day
from pmpath.render.page.text import day_beside
from pmpath.storage.log.encode import new_fields


@writes
def done(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID", autocompletion=open_milestone_ids)],
    on: Annotated[str, typer.Option("--on", help="The day it was reached.")] = "",
) -> None:
    """Mark a milestone as reached."""
    _mark_reached(session_of(context), milestone, on)


def _mark_reached(session: Session, key: str, on: str) -> None:
    """Record that a milestone was reached, today or on an earlier day."""
    milestone = known_milestone(session, key)
    day = read_day(on, session.today) if on else session.today
    if day > session.today:
        raise UsageError(f"{day} has not come yet.", hint="Mark it when it is reached.")
    journal = session.journal()
    reached = journal.milestones.by_hand
    if key in journal.dropped:
        raise UsageError(f"{key} is not in the plan.", hint=f"pmpath milestones restore {key}")
    if key in reached:
        raise UsageError(
            f"{key} is done since {day_beside(reached[key], session.today)}.",
            hint=f"To take that back: pmpath undo {handle_of(journal.reached_by(key))}\n"
            f"If it is open again: pmpath milestones reopen {key}",
        )
    session.append("milestone", day, new_fields(MilestoneDone, key))
    confirm("Milestone: ", f"{milestone.title}. Done {day_beside(day, session.today)}.")


@writes
def reopen(
    context: typer.Context,
    milestone: Annotated[str, typer.Argument(metavar="ID", autocompletion=reached_milestone_ids)],
) -> None:
    """Take back that a milestone was reached."""
    _reopen(session_of(context), milestone)


def _reopen(session: Session, key: str) -> None:
    """Record that a milestone is open again; the day it was reached stays in the log."""
    milestone = known_milestone(session, key)
    journal = session.journal()
    if key not in journal.milestones_done:
        raise UsageError(
            f"{key} is open already.", hint=f"Once reached: pmpath milestones done {key}"
        )
    session.append("milestone", session.today, new_fields(MilestoneDone, key, reopened=True))
    due = day_beside(session.roadmap.due_day(milestone), session.today)
    confirm("Open again: ", f"{milestone.title}, due {due}.")
