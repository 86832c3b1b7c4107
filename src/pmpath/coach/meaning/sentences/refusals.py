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
    """Whether a phrase stands there that the way rules out.

    What somebody told over coffee may be about anything: it rules out no time with them.
    """
    found = said.phrases.intersection(way.without)
    if not found or way.objects or not way.who or WORRY not in said.has:
        return bool(found)
    end = _where_they_tell(said)
    before = said.names_before(end)
    return not before.isdisjoint(found)


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
