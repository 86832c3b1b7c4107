"""An entry told whole, as it was and as it is now, after a correction or the undoing of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.cli.terminal.output import acknowledge, confirm, terminal_width
from pmpath.domain.compose import Composed
from pmpath.domain.entry import Entry
from pmpath.domain.log.acts import AMEND
from pmpath.domain.log.amending import is_track_guessed
from pmpath.domain.words.reading import tell
from pmpath.render.phrases.acts import Teller
from pmpath.render.phrases.confirmation import confirmation_text
from pmpath.reports.reported_entry import day_of_writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.cli.session import Session
    from pmpath.domain.log.acts import Act, Acts


def entry_told(session: Session, entry: Entry, verb: str) -> str:
    """Every fact of an entry behind a verb, on lines of the terminal's width."""
    known = session.content.vocabulary()
    plain = tell(entry.text, known, day_of_writing(entry))
    composed = Composed(entry, is_track_guessed(entry, known), plain)
    return confirmation_text(composed, session.today, terminal_width(), verb=verb)


def tell_corrected(session: Session, before: Acts, after: Acts, parts: Iterable[Act]) -> None:
    """Say of each record that these amendments are of what it was and what it is now."""
    known = session.content.vocabulary()
    for key in dict.fromkeys(one.of for one in parts if one.kind == AMEND):
        for verb, acts in (("  was", before), ("  now", after)):
            act = acts.by_id.get(key)
            if act is None or not act.stands:
                continue
            if isinstance(act.found, Entry):
                acknowledge(entry_told(session, act.found, verb))
            else:
                confirm(f"{verb}: ", f"{Teller(acts, session.today, known).told(act)}.")
