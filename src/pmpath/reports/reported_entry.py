"""An entry as reports show it: the facts, and the words without their marks."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry, day_of_writing
from pmpath.domain.record import record
from pmpath.domain.vocabulary import Vocabulary
from pmpath.domain.words.reading import tell
from pmpath.reports.deeds import as_deed


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


def reported(entry: Entry, vocabulary: Vocabulary) -> ReportedEntry:
    """The entry for a report."""
    told = tell(entry.text, vocabulary, day_of_writing(entry))
    if entry.action or entry.settles:
        # `done` keeps the words of the step, which ask for what was then done.
        told = as_deed(told)
    # Words without marks are one text: a report of ten years has them once.
    words = entry.text if told == entry.text else told
    return ReportedEntry(
        entry.id, entry.day, entry.minutes, entry.track, words, entry.text, entry.people,
        entry.tags, entry.action,
    )  # fmt: skip
