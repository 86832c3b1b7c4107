"""What a correction of the log does to milestones, said behind it."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.cli.terminal.progress import waiting
from pmpath.domain.log.journal import Journal
from pmpath.render.screens.milestone import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    from pmpath.coach.meaning.fold import Meaning


def tell_milestones(session: Session, was: Container[str]) -> Journal:
    """Say which milestones are reached now or open again; returns the log as it folds now.

    `was` are the ids of those that were reached before.
    """
    with waiting("Reading"):
        journal, meaning = session.meant(session.log_reader().records())
    session.keep_names(journal)
    if meaning is not None:
        now = journal.milestones_done
        for one in session.roadmap.milestones_in_scope:
            if one.id in now and one.id not in was:
                confirm("Reached: ", f"{one.title}.")
            elif one.id in was and one.id not in now:
                confirm("Open again: ", f"{one.title}{_lacking(meaning, one.id)}.")
    return journal


def _lacking(meaning: Meaning, key: str) -> str:
    """` (PMs or salespeople met: 4 of 5)`; nothing where a mark was taken back."""
    lacking = [one for one in meaning.counts(key) if one.lacks]
    told = [counted(len(one.there), one.wanted.at_least, one.wanted.tells) for one in lacking]
    return f" ({', '.join(told)})" if told else ""
