"""Looking up many phrases in one sentence at once."""

from __future__ import annotations

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    # A phrase, its further words, and whether none of these may have another ending.
    Opened = tuple[str, tuple[str, ...], bool]
    Table = Mapping[str, str]

ANY_ENDING = "*"
# Signs that part words are a word of their own; all other signs are blanks.
PARTING = frozenset(",;:!?()[]|")
KEPT = PARTING | {"%"}
SIGNS = {
    code: " , " if chr(code) in PARTING else " "
    for code in range(128)
    if not (chr(code).isalnum() or chr(code) == "%")
}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a sentence in small letters, without accents and signs: `So-what?` is two.

    A comma stands where a sign parts the words around it, so that no phrase reaches across.
    """
    low = text.casefold()
    if not low.isascii():
        from unicodedata import combining, normalize

        low = "".join(char for char in normalize("NFKD", low) if not combining(char))
        low = "".join(char if char.isalnum() or char in KEPT else " " for char in low)
    return tuple(low.translate(SIGNS).strip(" ,").split())


@record
class Hit:
    """A phrase that stands in a sentence from the word `first` up to `after`."""

    phrase: str
    first: int
    after: int


class Phrases:
    """Phrases by their first word and by its beginning, as `clues.openings` finds them."""

    def __init__(self, words: Table, beginnings: Table) -> None:
        self._by_word = words
        self._by_beginning = beginnings
        self._known: dict[str, tuple[Opened, ...]] = {}
        self._longest = max(map(len, beginnings), default=0)

    def hits(self, words: tuple[str, ...]) -> list[Hit]:
        """Every phrase at every place where it stands, in the order of the words."""
        found = []
        for at, word in enumerate(words):
            for phrase, rest, is_exact in self._starting(word):
                after = at + 1 + len(rest)
                beside = words[at + 1 : after]
                if beside == rest or not (
                    is_exact or len(beside) < len(rest) or _differ(beside, rest)
                ):
                    found.append(Hit(phrase, at, after))
        return found

    def _starting(self, word: str) -> tuple[Opened, ...]:
        """The phrases that begin with this word; kept, as a log has few different words."""
        known = self._known.get(word)
        if known is None:
            texts = [self._by_word.get(word, "")]
            # A word of a million letters is looked at no longer than the longest beginning.
            lengths = range(1, min(len(word), self._longest) + 1)
            texts += [self._by_beginning.get(word[:length], "") for length in lengths]
            known = tuple(_opened(one) for text in texts if text for one in text.split(";"))
            self._known[word] = known
        return known


def _opened(phrase: str) -> Opened:
    rest = tuple(phrase.split()[1:])
    return phrase, rest, not any(word.endswith(ANY_ENDING) for word in rest)


def _differ(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return not all(
        word.startswith(one[:-1]) if one.endswith(ANY_ENDING) else word == one
        for word, one in zip(words, wanted, strict=True)
    )
