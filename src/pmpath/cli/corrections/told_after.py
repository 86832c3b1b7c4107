"""What holds after a correction or the undoing of one: the record, and values of the roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.cli.daily.log import with_meaning
from pmpath.cli.terminal.output import acknowledge, confirm, offer, terminal_width
from pmpath.domain.compose import Composed
from pmpath.domain.entry import Entry, day_of_writing
from pmpath.domain.log.acts import AMEND
from pmpath.domain.log.amending import is_track_guessed
from pmpath.domain.log.reversal import plans_standing
from pmpath.domain.words.telling import tell
from pmpath.render.phrases.acts import Teller, key_told, value_told
from pmpath.render.phrases.confirmation import confirmation_text

# The table of the roadmap that has the minutes of each weekday.
MINUTES = ("minutes",)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.cli.session import Session
    from pmpath.domain.log.acts import Act, Acts, ValueChange


def entry_told(session: Session, entry: Entry, verb: str, handle: str = "") -> str:
    """Every fact of an entry behind a verb, on lines of the terminal's width.

    With the handle, what it counts as by its own facts as well, and how to take that back.
    """
    known = session.content.vocabulary()
    plain = tell(entry.text, known, day_of_writing(entry))
    composed = Composed(entry, is_track_guessed(entry, known), plain)
    composed = with_meaning(session, composed) if handle else composed
    return confirmation_text(
        composed, session.today, terminal_width(), verb=verb, handle=handle if composed.deed else ""
    )


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


def tell_roadmap(changes: tuple[ValueChange, ...]) -> None:
    """What the roadmap says now of each value that was changed back; of weekdays in one line."""
    days = [one for one in changes if one.path[:-1] == MINUTES and one.now is not None]
    if len(days) > 1:
        told = ", ".join(f"{one.path[-1]} {value_told(one.now)}" for one in days)
        confirm("  roadmap: ", f"minutes are {told}.")
        changes = tuple(one for one in changes if one not in days)
    for one in changes:
        if one.now is None:
            told = "was removed again"
        else:
            told = "was put back" if isinstance(one.now, dict) else f"is {value_told(one.now)}"
        confirm("  roadmap: ", f"{key_told(one.path)} {told}.")


def tell_twin(acts: Acts) -> None:
    """Say that the roadmap stays, where the plan that stands now changed the same elsewhere."""
    other = plans_standing(acts)[-1]
    offer(
        "  ",
        "The roadmap did not change, because another machine made the same change. To undo that:",
        f"pmpath undo {acts.handles([other])[other.id]}",
    )
