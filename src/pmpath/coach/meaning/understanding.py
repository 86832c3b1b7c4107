"""What of a line is understood: by which verbs each action is done, and what leaves it as it is."""

from __future__ import annotations

from pmpath.coach.meaning.phrases import ANY_ENDING
from pmpath.domain.content.fulfilment import BETWEEN, parts
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.language.parted import Texts

# Kinds of verbs by which any action is done, and none.
ANYTHING, NOTHING = "anything", "nothing"
# `the building`: a noun as well, where nothing is done by it.
ING = "ing"
# A shorter word says nothing.
SHORTEST = 3
# A beginning has so many letters at least.
SHORTEST_FRONT = 4


class Words(Frozen):
    """Words as content has them, in one text: whole ones, and beginnings with any ending.

    They are looked for and not taken apart: a line has few words, and each is looked for once.
    """

    text: str

    def has(self, word: str) -> bool:
        """Whether the word is one of them, or their plural or singular."""
        if self._stands(word) or self._stands(f"{word}s"):
            return True
        if word.endswith("s") and self._stands(word[:-1]):
            return True
        lengths = range(SHORTEST_FRONT, len(word) + 1)
        return any(self._stands(word[:length] + ANY_ENDING) for length in lengths)

    def _stands(self, one: str) -> bool:
        return f"{BETWEEN}{one}{BETWEEN}" in self.text


def words_in(text: str) -> Words:
    """The words of a text of content."""
    return Words(f"{BETWEEN}{text}{BETWEEN}")


class Verbs:
    """The kinds of each verb, parted when it is met: a line has few verbs."""

    def __init__(self, kinds: Texts) -> None:
        self._kinds = kinds
        self._known: dict[str, frozenset[str] | None] = {}

    def get(self, verb: str) -> frozenset[str] | None:
        """The kinds of a verb; None for what is none."""
        if verb not in self._known:
            kinds = parts(self._kinds.get(verb, ""))
            self._known[verb] = frozenset(kinds) if kinds else None
        return self._known[verb]


class Understanding:
    """What is understood with the clues of one catalog; each part is made when it is asked for."""

    def __init__(self, clues: Clues) -> None:
        self._clues = clues
        self.verbs = Verbs(clues.verbs)
        self.mine, self.topics = frozenset(clues.mine), frozenset(clues.topics)
        self._everywhere = words_in(clues.understood.get("", ""))
        self._words: dict[str, tuple[Words, ...]] = {}
        self._done_by: dict[str, frozenset[str]] = {}
        # By action, of each word that was met whether it is known.
        self._met: dict[str, dict[str, bool]] = {}

    def done_by(self, action: str) -> frozenset[str]:
        """The kinds of verbs by which an action is done."""
        if action not in self._done_by:
            kinds = parts(self._clues.done_by.get(action, ""))
            self._done_by[action] = frozenset([*kinds, ANYTHING])
        return self._done_by[action]

    def knows(self, word: str, action: str) -> bool:
        """Whether the word leaves the thing of an action as it is."""
        met = self._met.setdefault(action, {})
        if word not in met:
            met[word] = self._finds(word, action)
        return met[word]

    def names_the_thing(self, word: str, action: str) -> bool:
        """Whether the word is one of the action itself, and of no other clause."""
        is_own = len(word) >= SHORTEST and self._of(action)[1].has(word)
        return is_own and not (self._everywhere.has(word) or self.verbs.get(word))

    def _finds(self, word: str, action: str) -> bool:
        if len(word) < SHORTEST or not word.isalpha() or word.endswith("ly"):
            return True
        kinds = self.verbs.get(word)
        if kinds is not None and kinds != {NOTHING}:
            is_thing = word.endswith(ING) and kinds.isdisjoint(self.done_by(action))
            if not is_thing:
                return True
        return self._everywhere.has(word) or any(one.has(word) for one in self._of(action))

    def _of(self, action: str) -> tuple[Words, ...]:
        if action not in self._words:
            track = action.partition(".")[0]
            texts = (self._clues.understood.get(track, ""), self._clues.own.get(action, ""))
            self._words[action] = tuple(map(words_in, texts))
        return self._words[action]
