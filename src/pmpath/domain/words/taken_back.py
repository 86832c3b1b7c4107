"""Whether the guess of a track was taken back twice for lines like this one."""

from __future__ import annotations

from pmpath.domain.language.vocabulary import EDGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.language.vocabulary import Vocabulary

SHORTEST = 3
# Words that lead to no track.
COMMON = frozenset([
    "about", "after", "again", "also", "and", "are", "before", "both", "but", "did", "for", "from",
    "had", "has", "have", "her", "him", "his", "hour", "hours", "how", "into", "met", "min", "mins",
    "minutes", "more", "new", "not", "now", "off", "our", "out", "over", "some", "that", "the",
    "their", "them", "then", "they", "this", "today", "was", "were", "what", "when", "with", "you",
    "yesterday",
])  # fmt: skip


def is_taken_back(track: str, words: Sequence[str], known: Vocabulary) -> bool:
    """Whether this track, or engineering, is not to be guessed for these words."""
    struck = [words for one, words in known.unguessed if one == track]
    found = words_of(words) if struck else frozenset()
    return any(one <= found for one in struck)


def words_of(words: Sequence[str]) -> frozenset[str]:
    """The words of a line that may have led to a guess, in small letters and without signs."""
    bare = (word.strip(EDGES).casefold() for word in words if word[:1] not in "+#@")
    return frozenset(
        word for word in bare if len(word) >= SHORTEST and word[0].isalpha() and word not in COMMON
    )
