"""The words of an entry as a sentence has them: spelled out, and told in the past."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import words_of
from pmpath.coach.meaning.sentences.owed import without_what_i_owe
from pmpath.coach.meaning.sentences.who import deed_text
from pmpath.domain.entry import ME, Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MY = "i"


def words_said(
    entry: Entry, spelled: Mapping[str, tuple[str, ...]], past: Iterable[str]
) -> tuple[str, ...]:
    """Its words without what is owed; of shortened ones those that they stand for.

    `past` has verbs of the present with their past: `I explain` tells what was done, unless the
    entry says what is yet to be done.
    """
    words = words_of(without_what_i_owe(entry, deed_text(entry)))
    if not spelled.keys().isdisjoint(words):
        words = tuple(word for one in words for word in spelled.get(one, (one,)))
    if MY in words and not (entry.next and entry.next.who == ME):
        from pmpath.domain.words.line import told_in_the_past

        pairs = (one.partition(" ") for one in past)
        words = told_in_the_past(words, {now: then for now, _, then in pairs})
    return words
