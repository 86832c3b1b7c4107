"""Which words of a sentence are names."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import SHORTEST_END, words_of
from pmpath.domain.people import name_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.domain.entry import Entry

QUOTE = '"'
SENTENCE_ENDS = (".", "!", "?", ":")
AROUND_WORDS = "()[]{}\"'.,:;!?"


def people_of(entry: Entry) -> frozenset[str]:
    """The words of the names of whom an entry names."""
    return frozenset(word for one in entry.people for word in words_of(name_of(one)))


def names_in(entry: Entry) -> frozenset[str]:
    """The words that name somebody or something, or are quoted, or have a capital inside a line."""
    found = {*people_of(entry), *words_of(f"{entry.opening} , {entry.book}")}
    found.update(_with_capitals(entry.text.split()))
    for quoted in entry.text.split(QUOTE)[1::2]:
        found.update(words_of(quoted))
    return frozenset(found)


def _with_capitals(words: Sequence[str]) -> Iterator[str]:
    for at, one in enumerate(words):
        bare = one.strip(AROUND_WORDS)
        if at and bare[:1].isupper() and not _ends_a_sentence(words[at - 1]):
            yield from words_of(bare)


def _ends_a_sentence(word: str) -> bool:
    """Whether a sign says so; behind a short word, a full stop shortens it: `vs. Corvo`."""
    return word.endswith(SENTENCE_ENDS) and not (word[-1] == "." and len(word) < SHORTEST_END)
