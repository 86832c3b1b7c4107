"""What an entry holds that others read or hear: the title of a talk or piece, a ladder's last step.

Only found here; what it leads with is told by `coach/statement`, on the screens that ask.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ASK, Entry
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.log.contact import Order

TALK, PIECE, LADDER, VOLUNTEERING = "talk", "piece", "ladder", "volunteering"
BENEFIT, FEATURE = "benefit", "feature"
WRITING, VOLUNTEER = "writing", "volunteer"
ENGINEERS = "engineers"
LADDERS = ("positioning.ladder",)


class SaidText(Frozen):
    """A text of an entry: `kind` is talk, piece, ladder (its last step) or volunteering."""

    entry: str
    day: date
    kind: str
    text: str
    order: Order


def texts_of(entry: Entry, order: Order) -> tuple[SaidText, ...]:
    """The texts in an entry; most entries have none, and asking for a talk is not a talk."""
    kind = _kind_of(entry)
    if not kind or entry.half == ASK:
        return ()
    text = _text_of(kind, entry).strip(" ,;:-")
    return (SaidText(entry.id, entry.day, kind, text, order),) if text else ()


def _kind_of(entry: Entry) -> str:
    if BENEFIT in entry.notes or entry.action in LADDERS:
        return LADDER
    if entry.event == "talk":
        return TALK
    if entry.event == "volunteered" or entry.track == VOLUNTEER:
        return VOLUNTEERING
    # Most lines ask nothing: a long log is not to be searched for it line by line.
    if "hat" in entry.text and _asks_so_what(entry.text):
        return LADDER
    if ENGINEERS in entry.tags:
        # A piece for engineers may speak their words; the version for managers may not.
        return ""
    return PIECE if entry.event == "published" or entry.track == WRITING else ""


def _text_of(kind: str, entry: Entry) -> str:
    if kind == VOLUNTEERING:
        return entry.text
    # Loaded for the entries that have a text: few have one, and the screen of a day meets none.
    from pmpath.domain.log.gathered.titles import last_step, title_in

    if kind == LADDER:
        return entry.notes.get(BENEFIT) or last_step(entry.text)
    return title_in(entry.text)


def _asks_so_what(text: str) -> bool:
    from pmpath.domain.log.gathered.titles import SO_WHAT

    return bool(SO_WHAT.search(text))
