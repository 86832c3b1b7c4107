"""`pmpath log`: words become an entry. Both doors end here; nothing heavy is imported."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge, confirm, terminal_width
from pmpath.coach.meaning.own import own_actions
from pmpath.domain.compose import Composed, Options, compose
from pmpath.domain.entry import ASK, PART, handle_of
from pmpath.domain.people import function_of
from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.render.phrases.confirmation import confirmation_text
from pmpath.storage.disk.os_errors import is_there
from pmpath.storage.log.encode import to_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.entry import Entry
    from pmpath.storage.log.encode import NewRecord

NO_OPTIONS = Options()


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
    known = session.vocabulary()
    draft = read(text, session.today, known)
    made = compose(draft, options, session.today, minutes)
    if "people" in made.entry.guessed and any(map(function_of, made.entry.people)):
        from pmpath.domain.words.people.namesake import namesakes

        made = changed(made, doubts=(*made.doubts, *namesakes(made.entry.people, known.people)))
    return made


def keep(
    session: Session, made: Composed, *, verb: str = "Logged", beside: Sequence[NewRecord] = ()
) -> None:
    """Append the entry, and only then say so, with what it fulfils by its own facts.

    Other records `beside` it are part of the act.
    """
    new: NewRecord = ("action", made.entry.day, to_fields(made.entry))
    key = session.append_act([new, *beside]) if beside else session.append(*new)
    made = with_meaning(session, made)
    acknowledge(
        confirmation_text(made, session.today, terminal_width(), verb=verb, handle=handle_of(key))
    )
    if not is_there(session.folder.roadmap) and is_there(session.folder.answers):
        confirm(
            "", "It counts as soon as your roadmap is saved. To continue the set-up: pmpath init"
        )


def with_meaning(session: Session, made: Composed) -> Composed:
    """The same with the action that it fulfils, where its own facts tell."""
    clues = session.clues()
    if made.entry.action:
        return changed(made, deed=_deed(made.entry, clues))
    actions = own_actions(made.entry, clues, session.vocabulary().people)
    if not actions:
        return made
    deed = ", ".join(clues.deeds[action] for action in actions)
    return changed(made, fulfils=actions, deed=deed)


def _deed(entry: Entry, clues: Clues) -> str:
    """What the action that an entry names is called: the whole, a part of it, or asking for it."""
    deed = clues.deeds.get(entry.action, entry.action)
    if entry.half == ASK and entry.action not in clues.sent:
        return f"the ask before {deed}"
    return f"part of {deed}" if PART in entry.tags else deed
