"""`pmpath milestones`: the dated results of the plan, and the group of its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.completion import milestone_ids
from pmpath.cli.options.parameters import Json, session_of, words_of
from pmpath.cli.plan.group import CommandOrWord, group_that_shows
from pmpath.cli.plan.known_milestone import known_milestone
from pmpath.cli.plan.milestone_changes import add, drop, restore
from pmpath.cli.plan.milestone_done import done, reopen
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.coach.plan.milestones import dated
from pmpath.render.screens.milestone import draw_milestone
from pmpath.render.screens.milestones import draw_milestones
from pmpath.reports.milestone import milestone_report


def show_milestones(session: Session, *, as_json: bool) -> None:
    """Print the milestones in scope by due day."""
    _ = session.roadmap
    journal, meaning = session.meant(session.log_reader().records())
    milestones = dated(session.roadmap, journal)
    entries_of = {
        key: one.entries
        for key, one in journal.milestones.by_facts.items()
        if key not in journal.milestones.by_hand
    }
    reached_by = {key: meaning.names(key) for key in entries_of} if meaning else {}
    present(
        "milestones",
        {"milestones": milestones, "evidence": entries_of},
        lambda page: draw_milestones(page, milestones, session.today, reached_by),
        as_json=as_json,
    )


def show(
    context: typer.Context,
    milestone: Annotated[list[str] | None, words_of("ID", milestone_ids)] = None,
    json: Json = False,
) -> None:
    """What is done for a milestone and what is missing; the same as milestones ID."""
    _show_milestone(session_of(context), " ".join(milestone or ()), as_json=json)


def _show_milestone(session: Session, words: str, *, as_json: bool) -> None:
    """Print one milestone: the facts that are there and those that are lacking."""
    key = known_milestone(session, words).id
    journal, meaning = session.meant(session.log_reader().records())
    assert meaning is not None
    report = milestone_report(session.situation(journal), meaning, key)
    present(
        "milestone",
        report,
        lambda page: draw_milestone(page, report, session.today),
        as_json=as_json,
    )


app = group_that_shows(
    "The dated results of the plan; with an id, what is done and what is missing.",
    show_milestones,
    {"done": done, "add": add, "drop": drop, "restore": restore, "reopen": reopen, "show": show},
    cls=CommandOrWord,
)
