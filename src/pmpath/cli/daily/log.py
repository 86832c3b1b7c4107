"""`pmpath log`: words become an entry. Both doors end here; nothing heavy is imported."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge, confirm, terminal_width
from pmpath.coach.meaning.own import own_action
from pmpath.domain.compose import Composed, Options, compose
from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.render.phrases.confirmation import confirmation_text
from pmpath.storage.disk.os_errors import is_there
from pmpath.storage.log.encode import to_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from pmpath.storage.log.encode import Fields

    Written = tuple[str, date, Fields]

NO_OPTIONS = Options()
HANDLE_LENGTH = 4


def handle_of(key: str) -> str:
    """The short name of an entry on a screen: the end of its id."""
    return key[-HANDLE_LENGTH:].lower()


def log(session: Session, text: str, options: Options = NO_OPTIONS) -> None:
    """Keep one entry and read it back; raises UsageError for words that cannot be meant."""
    keep(session, composed(session, text, options))


def composed(session: Session, text: str, options: Options = NO_OPTIONS) -> Composed:
    """The entry that words and options make, not written yet; raises UsageError."""
    minutes = None
    if options.action:
        title, minutes = session.content.action_titles()[options.action]
        if not text.strip():
            return compose(Draft(title, plain=title), options, session.today, minutes)
    draft = read(text, session.today, session.vocabulary())
    return compose(draft, options, session.today, minutes)


def keep(
    session: Session, made: Composed, *, verb: str = "Logged", beside: Sequence[Written] = ()
) -> None:
    """Append the entry, and only then say so, with what it fulfils by its own facts.

    Other records `beside` it are part of the act.
    """
    written: Written = ("action", made.entry.day, to_fields(made.entry))
    key = session.append_act([written, *beside]) if beside else session.append(*written)
    made = with_meaning(session, made)
    acknowledge(
        confirmation_text(made, session.today, terminal_width(), verb=verb, handle=handle_of(key))
    )
    if not is_there(session.folder.roadmap) and is_there(session.folder.answers):
        confirm("", "It counts as soon as your roadmap is saved: pmpath init goes on.")


def with_meaning(session: Session, made: Composed) -> Composed:
    """The same with the action that it fulfils, where its own facts tell."""
    clues = session.clues()
    action = own_action(made.entry, clues, session.vocabulary().people)
    return changed(made, fulfils=action, deed=clues.deeds[action]) if action else made
