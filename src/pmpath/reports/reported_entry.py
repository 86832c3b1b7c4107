"""An entry as reports show it: the facts, and the words without their marks."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry, day_of_writing
from pmpath.domain.language.vocabulary import Vocabulary
from pmpath.domain.record import Frozen


class ReportedEntry(Frozen):
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


# A report asks for the same entry several times, and days have words in common. By the words and
# the day on which they were typed, as one vocabulary reads them.
_TOLD: dict[tuple[str, date], str] = {}
_READ_BY: list[Vocabulary] = []
MOST_KEPT = 500


def _told(entry: Entry, vocabulary: Vocabulary) -> str:
    # Loaded for entries alone: the screen of a day often has none.
    from pmpath.domain.words.telling import tell

    if not _READ_BY or _READ_BY[0] is not vocabulary or len(_TOLD) >= MOST_KEPT:
        _TOLD.clear()
        _READ_BY[:] = [vocabulary]
    key = (entry.text, day_of_writing(entry))
    told = _TOLD.get(key)
    if told is None:
        told = _TOLD[key] = tell(entry.text, vocabulary, key[1])
    return told


def words_for_report(entry: Entry, vocabulary: Vocabulary) -> str:
    """The words of the entry as a report tells them, without its marks."""
    told = _told(entry, vocabulary)
    if entry.action or entry.settles:
        # `done` keeps the words of the step, which ask for what was then done. Loaded for those: it
        # brings regular expressions.
        from pmpath.reports.deeds import as_deed

        told = as_deed(told)
    return told


def reported(entry: Entry, vocabulary: Vocabulary) -> ReportedEntry:
    """The entry for a report."""
    told = words_for_report(entry, vocabulary)
    # Words without marks are one text: a report of ten years has them once.
    words = entry.text if told == entry.text else told
    return ReportedEntry(
        entry.id, entry.day, entry.minutes, entry.track, words, entry.text, entry.people,
        entry.tags, entry.action,
    )  # fmt: skip
