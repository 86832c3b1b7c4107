"""Whether a way is ruled out by what the sentence says, and not by what somebody told in it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.meaning.sentences.sentence import Sentence
    from pmpath.domain.content.fulfilment import Way

WORRY, COMMA = "worry", ","
# Who has the worry: `coffee with Renata, she hates late estimates`.
THEY = frozenset(["she", "he", "they", "her", "his", "their", "who", "whose"])


def refuses(said: Sentence, way: Way) -> bool:
    """Whether a phrase that the way rules out stands before what they tell.

    What somebody told over coffee may be about anything: it rules out no time with them.
    """
    before = said.names_before(_where_they_tell(said))
    return not before.isdisjoint(way.without)


def _where_they_tell(said: Sentence) -> int:
    """Where the part of the sentence begins that tells of the worry; its end where none does."""
    words, worries = said.words, said.cautions[WORRY]
    first = min((one.first for one in said.hits if one.phrase in worries), default=len(words))
    at = first
    while at > 0:
        if words[at - 1] == COMMA or words[at - 1] in THEY:
            return at - 1
        at -= 1
    return len(words)
