"""An entry as reports show it: the facts, and the words without their marks."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry
from pmpath.domain.record import record
from pmpath.domain.vocabulary import Vocabulary


@record
class ReportedEntry:
    """`told` are the words for reading, `text` the words as typed; `minutes` are whole.

    `action` is the id of what was done, empty where it was named by its words alone.
    """

    id: str
    day: date
    minutes: int
    track: str
    told: str
    text: str
    people: tuple[str, ...]
    tags: tuple[str, ...]
    action: str = ""


def day_of_writing(entry: Entry) -> date:
    """The day on which the words were typed, as the clock there showed it."""
    return date.fromisoformat((entry.clock or entry.at)[:10])


def reported(entry: Entry, vocabulary: Vocabulary) -> ReportedEntry:
    """The entry for a report."""
    # Loaded for entries alone: the screen of a day often has none.
    from pmpath.domain.words.reading import tell

    told = tell(entry.text, vocabulary, day_of_writing(entry))
    # Words without marks are one text: a report of ten years has them once.
    words = entry.text if told == entry.text else told
    return ReportedEntry(
        entry.id, entry.day, entry.minutes, entry.track, words, entry.text, entry.people,
        entry.tags, entry.action,
    )  # fmt: skip
