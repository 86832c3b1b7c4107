"""What people said in a period, in their own words."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.hidden import Hidden

# The keys of notes that are the words of somebody else.
QUOTED = ("said", "worry", "problem", "reaction")


class Heard(Frozen):
    """Words that somebody said: the key of the note, the words, and who was there."""

    key: str
    words: str
    people: tuple[str, ...]

    def for_others(self, hidden: Hidden, *, notes: bool) -> Heard | None:
        """Quotes go with the notes."""
        return self if notes else None


def heard_in(entries: tuple[Entry, ...]) -> tuple[Heard, ...]:
    """Every quote of the entries, in their order."""
    return tuple(
        Heard(key, words, entry.people)
        for entry in entries
        for key, words in entry.notes.items()
        if key in QUOTED
    )
