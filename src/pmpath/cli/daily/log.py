"""`pmpath log`: words become an entry. Both doors end here; nothing heavy is imported."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge, terminal_width
from pmpath.domain.compose import Composed, Options, compose
from pmpath.domain.phrase import Draft, parse
from pmpath.render.phrases.kept import kept_text
from pmpath.storage.log.encode import to_fields

NO_OPTIONS = Options()


def log(session: Session, text: str, options: Options = NO_OPTIONS) -> None:
    """Keep one entry and read it back; raises UsageError for words that cannot be meant."""
    minutes = None
    if options.action:
        title, minutes = session.content.action_titles()[options.action]
        if not text.strip():
            keep(session, compose(Draft(title, plain=title), options, session.today, minutes))
            return
    draft = parse(text, session.today, session.content.vocabulary())
    keep(session, compose(draft, options, session.today, minutes))


def keep(session: Session, composed: Composed, *, verb: str = "Kept", step: str = "") -> None:
    """Append the entry, and only then say so; `step` is the proposal that it was the doing of."""
    session.append("action", composed.entry.day, to_fields(composed.entry))
    acknowledge(kept_text(composed, session.today, terminal_width(), verb=verb, step=step))
