"""`pmpath milestones done` and `reopen`: a milestone was reached, or is open again."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.completion import open_milestone_ids, reached_milestone_ids
from pmpath.cli.options.parameters import session_of, words_of
from pmpath.cli.plan.known_milestone import known_milestone, open_milestones
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
    milestone: Annotated[list[str] | None, words_of("ID", open_milestone_ids)] = None,
    on: Annotated[str, typer.Option("--on", help="The day it was reached.", metavar="DAY")] = "",
) -> None:
    """Mark a milestone as reached."""
    _mark_reached(session_of(context), " ".join(milestone or ()), on)


def _mark_reached(session: Session, words: str, on: str) -> None:
    """Record that a milestone was reached, today or on an earlier day."""
    journal = session.journal()
    milestone = known_milestone(session, words, open_milestones(session, journal))
    key = milestone.id
    day = read_day(on, session.today) if on else session.today
    if day > session.today:
        raise UsageError(f"{day} is in the future.", hint="Mark it when it is reached.")
    reached = journal.milestones.by_hand
    if key in journal.dropped:
        raise UsageError(f"{key} is not in the plan.", hint=f"pmpath milestones restore {key}")
    if key in reached:
        raise UsageError(
            f"{key} has been done since {day_beside(reached[key], session.today)}.",
            hint=f"To undo: pmpath undo {handle_of(journal.reached_by(key))}\n"
            f"If it is open again: pmpath milestones reopen {key}",
        )
    session.append("milestone", day, new_fields(MilestoneDone, key))
    confirm("Milestone: ", f"{milestone.title}. Done {day_beside(day, session.today)}.")


@writes
def reopen(
    context: typer.Context,
    milestone: Annotated[list[str] | None, words_of("ID", reached_milestone_ids)] = None,
) -> None:
    """Open a milestone again that was marked as reached."""
    _reopen(session_of(context), " ".join(milestone or ()))


def _reopen(session: Session, words: str) -> None:
    """Record that a milestone is open again; the day it was reached stays in the log."""
    journal = session.journal()
    milestone = known_milestone(session, words, journal.milestones_done)
    key = milestone.id
    if key not in journal.milestones_done:
        raise UsageError(
            f"{key} is already open.", hint=f"Once reached: pmpath milestones done {key}"
        )
    session.append("milestone", session.today, new_fields(MilestoneDone, key, reopened=True))
    due = day_beside(session.roadmap.due_day(milestone), session.today)
    confirm("Open again: ", f"{milestone.title}, due {due}.")
