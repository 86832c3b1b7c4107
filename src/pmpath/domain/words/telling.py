"""The words of an entry told without their marks: nothing else of the language is needed for it."""

from __future__ import annotations

from datetime import date

from pmpath.domain.errors import UsageError
from pmpath.domain.tokens import tokens
from pmpath.domain.words.marks import Marks
from pmpath.domain.words.times import Times

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.language.vocabulary import Vocabulary

# Between the words of an entry and those that were added to it later; a blank to the language.
ADDED = "\N{LINE SEPARATOR}"
# Telling needs no day; before this one no promise was ever due.
LONG_AGO = date(1900, 1, 1)


def tell(text: str, known: Vocabulary, on: date = LONG_AGO) -> str:
    """An entry's words without their marks, for reading; the words themselves when nothing is left.

    `on` is the day it was typed. What this program cannot read any more (a newer one may have
    written it) is told as it stands.
    """
    if not text.strip():
        return text
    if ADDED in text:
        return "; ".join(tell(part, known, on) for part in text.split(ADDED) if part.strip())
    times = Times(tokens(text), on, known.note_keys)
    try:
        marks = marks_of(times.words, times, on, known)
        marks.noted()
        marks.next()
    except UsageError:
        return text
    plain = aloud([*times.leading_thing(), *marks.plain])
    # A measured change with a name beside it is told whole.
    return plain if plain and (marks.own_words > 0 or not marks.metrics) else text


def aloud(words: Sequence[str]) -> str:
    """The words as a sentence: a comma before a duration that was taken out goes with it."""
    return " ".join(words).rstrip(" ,;")


def marks_of(words: tuple[str, ...], times: Times, today: date, known: Vocabulary) -> Marks:
    """The marks among the words that tell no time."""
    places = times.rest()
    return Marks([words[at] for at in places], places, today, known)
