"""The day's question where two names may be one person's: asked behind `done`, kept for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pmpath.cli.milestones_told import tell_milestones
from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import NO, YES
from pmpath.cli.terminal.output import acknowledge, confirm
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.coach.gathered.variants import Variant, variant_to_ask
from pmpath.domain import kinds
from pmpath.domain.kinds import UNANSWERED, Decline, Same
from pmpath.domain.people import name_of
from pmpath.render.page.text import clip
from pmpath.storage.log.encode import flat_fields

if TYPE_CHECKING:
    from pmpath.domain.log.journal import Journal

NAME = 40


def ask_same_person(session: Session) -> bool:
    """Ask about one pair of names on a terminal; whether there was one to ask about.

    Enter leaves it open: it is asked once more, then not for thirty days.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    journal = session.journal()
    found = variant_to_ask(journal, session.today)
    if found is None:
        return False
    _keep(session, journal, found, _answer(found))
    return True


def _answer(found: Variant) -> str:
    """Yes, no, or nothing where Enter, Ctrl-D or the end of the input leaves it open."""
    one, other = clip(found.one, NAME), clip(found.other, NAME)
    while True:
        typed = typed_line(f"Are {one} and {other} the same person? y, n, or Enter for later: ")
        word = (typed or "").strip().lower()
        if not word:
            return ""
        if word in (*YES, *NO):
            return kinds.YES if word in YES else kinds.NO
        acknowledge("Type y or n.")


def _keep(session: Session, before: Journal, found: Variant, answer: str) -> None:
    if not answer:
        left = Decline("", "", session.today, found.question, UNANSWERED)
        session.append("decline", session.today, flat_fields(left))
        return
    names = name_of(found.one), name_of(found.other)
    said = Same("", "", session.today, *names, answer)
    session.append("same", session.today, flat_fields(said))
    journal = tell_milestones(session, before.milestones_done)
    if answer == kinds.YES:
        group = journal.names.person(names[0])
        confirm("Same person: ", f"{clip(group.label if group else names[0], NAME)}.")
    else:
        confirm("Two people: ", f"{' and '.join(clip(one, NAME) for one in names)}.")
    confirm("  ", "To undo: pmpath undo")
