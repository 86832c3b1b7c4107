"""Looking up many phrases in one sentence at once."""

from __future__ import annotations

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ANY_ENDING = "*"
# A beginning of fewer letters would fit too many words.
SHORTEST_BEGINNING = 3


def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence in small letters, without accents and signs: `So-what?` is two."""
    low = text.casefold()
    if not low.isascii():
        from unicodedata import combining, normalize

        low = "".join(char for char in normalize("NFKD", low) if not combining(char))
    return tuple("".join(char if char.isalnum() or char == "%" else " " for char in low).split())


@record
class Hit:
    """A phrase that stands in a sentence from the word `first` up to `after`."""

    phrase: str
    first: int
    after: int


class Phrases:
    """Built once from phrases as content spells them; a word may end in `*` for any ending."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_word: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._by_beginning: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for phrase in dict.fromkeys(phrases):
            first, *rest = phrase.split()
            star = first.endswith(ANY_ENDING)
            table = self._by_beginning if star else self._by_word
            table.setdefault(first.rstrip(ANY_ENDING), []).append((phrase, tuple(rest)))

    def hits(self, words: tuple[str, ...]) -> list[Hit]:
        """Every phrase at every place where it stands, in the order of the words."""
        found = []
        for at, word in enumerate(words):
            for phrase, rest in self._starting(word):
                after = at + 1 + len(rest)
                if after <= len(words) and all(map(_fits, words[at + 1 : after], rest)):
                    found.append(Hit(phrase, at, after))
        return found

    def _starting(self, word: str) -> list[tuple[str, tuple[str, ...]]]:
        found = list(self._by_word.get(word, ()))
        if self._by_beginning:
            for length in range(SHORTEST_BEGINNING, len(word) + 1):
                found += self._by_beginning.get(word[:length], ())
        return found


def _fits(word: str, wanted: str) -> bool:
    if wanted.endswith(ANY_ENDING):
        return word.startswith(wanted[:-1])
    return word == wanted
