"""What a sentence only supposes, or says of things in general."""

from __future__ import annotations

from pmpath.coach.meaning.sentences.event import MET
from pmpath.coach.meaning.sentences.hints import begins_with_one
from pmpath.coach.meaning.sentences.theirs import OF_MINE, WAS, is_passive
from pmpath.domain.content.fulfilment import NO_EVENT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.meaning.sentences.sentence import Sentence

# Whatever follows is only supposed.
SUPPOSED = frozenset(["if", "suppose", "supposing", "imagine", "imagining", "assuming", "were"])
# `a note needs a headline`: what is so in general; behind one of these it is said of somebody.
IN_GENERAL = frozenset([
    "is", "are", "has", "have", "needs", "need", "means", "helps", "takes", "came", "comes", "come",
    "fails", "failed", "broke", "breaks", "crashes", "crashed", "arrived", "arrives", "starts",
    "begins", "ends", "asks", "ask", "wants", "want", "complain", "complains", "complained",
    "costs", "seems", "works", "belongs", "says", "expects", "expect", "hangs", "throws",
    "returns", "times", "runs",
    "closes", "opens", "changes", "looks", "stays", "stayed", "turns", "enjoys", "hate", "hates",
])  # fmt: skip
WHO = frozenset(["who", "that", "which", "she", "he", "they", "it", "there", ","])
READS = frozenset([
    "read", "readed", "reading", "reread", "finished", "pages", "page", "chapter", "chapters", "p",
    "pp", "ch", "through", "skimmed", "started", "minutes", "min",
])  # fmt: skip
QUESTIONS = frozenset(["what", "which", "who", "how", "why", "where", "when"])
# What only a thing does.
OF_THINGS_ALONE = frozenset([
    "came", "comes", "arrived", "arrives", "broke", "breaks", "crashed", "crashes", "hangs",
    "leaks", "returns", "throws", "lies", "expired", "expires", "vanished", "froze", "beeps",
])  # fmt: skip
SOMEBODYS = frozenset(["said", "worry", "used"])


def is_supposed(said: Sentence) -> bool:
    """`if Lena says yes, I shadow her`, `a customer note needs a headline`."""
    words, deeds = said.words, said.cautions["deeds"]
    if not SUPPOSED.isdisjoint(words[:1]):
        return True
    if not QUESTIONS.isdisjoint(words[:1]):
        return False  # "what do customers ask? wrote down eight"
    if _is_of_a_thing(said):
        return True
    is_of_a_book = said.event == "read" and READS.isdisjoint(words)
    if said.event != NO_EVENT and said.event not in MET and not is_of_a_book:
        return False
    if not said.entry.assumed or said.entry.people or said.has & SOMEBODYS:
        return False
    end = words.index(",") if "," in words else len(words)
    verbs = IN_GENERAL | WAS if said.event == NO_EVENT else IN_GENERAL
    first = next((at for at in range(end) if words[at] in verbs), 0)
    before = words[:first]
    tells = any(one.endswith("ed") or one in deeds for one in before)
    is_done = any(one.first == first and one.after > first + 1 for one in said.hits)
    return bool(before) and not (
        tells
        or is_done
        or is_passive(words, first, deeds)
        or before[-1] in WHO
        or not OF_MINE.isdisjoint(before)
    )


def _is_of_a_thing(said: Sentence) -> bool:
    """`the update mail from Vera came late`, `the book is still wrapped`: nobody did it."""
    words = said.words
    if said.event in MET or not words or begins_with_one(said) or words[0].endswith("ed"):
        return False
    end = words.index(",") if "," in words else len(words)
    first = next((at for at in range(1, end) if _is_their_state(words[at : at + 2])), 0)
    before = words[:first]
    return bool(before) and OF_MINE.isdisjoint(before) and before[0] not in said.cautions["deeds"]


def _is_their_state(words: tuple[str, ...]) -> bool:
    return words[0] in OF_THINGS_ALONE or (words[0] in WAS and words[1:] == ("still",))
