"""Words typed with one slip of the finger, read as the word that was meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.domain.language.vocabulary import Vocabulary

SHORTEST = 5
# With one of these at its end it is another word of the same family.
ENDINGS = ("r", "s", "d", "g", "y")


def mended(word: str, known: Vocabulary) -> str:
    """What a shortened word stands for, or the word that this one misses by one letter.

    The word itself when it is known.
    """
    tables = known.lexicon.tables
    short = tables["short"].get(word)
    if short is not None:
        return short
    if len(word) < SHORTEST or not word.isalpha():
        return word
    keys = tables["spelling"]
    if is_known_word(word, known):
        return word
    return _nearest(word, keys) or word


def is_known_word(word: str, known: Vocabulary) -> bool:
    """Whether the word stands in any list of the language."""
    if word in known.hints or word in known.lexicon.names:
        return True
    return any(word in table for table in known.lexicon.tables.values())


def _nearest(word: str, keys: Iterable[str]) -> str:
    near = (key for key in keys if key[0] == word[0] and abs(len(key) - len(word)) < 2)
    return next((key for key in near if _is_near(word, key)), "")


def _is_near(one: str, other: str) -> bool:
    """One letter too many, too few, wrong, or two neighbors swapped."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    left, right = one[same:], other[same:]
    if len(one) == len(other):
        if left[1:] == right[1:] == "" and left in ENDINGS:
            return False  # who publishes is a publisher, and has published nothing yet
        swapped = left[1::-1] + left[2:] if len(left) > 1 else left
        return right in (swapped, right[:1] + left[1:])
    return left[1:] == right if len(one) > len(other) else left == right[1:]
