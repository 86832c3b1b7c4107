"""Whether the clause in which the thing of a step stands is understood whole.

A word of a step may stand in a line about anything: `rebuilt the deck of my balcony`, `approved
Ben's application`. So each word of the clause has to be known, the verb that governs the thing has
to be one by which the action is done, and what is one's own may be nobody else's.
"""

from __future__ import annotations

from pmpath.coach.meaning.phrases import Hit
from pmpath.coach.meaning.sentences.hints import begins_with_one
from pmpath.coach.meaning.sentences.names import names_in, people_of
from pmpath.coach.meaning.sentences.verbs import COMMA, UNKNOWN, clauses_of
from pmpath.domain.content.fulfilment import MUCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.coach.meaning.sentences.sentence import Sentence
    from pmpath.coach.meaning.sentences.verbs import Clause
    from pmpath.coach.meaning.understanding import Understanding
    from pmpath.domain.content.fulfilment import Way

# Where an event is told that has no thing.
FRONT = Hit("", 0, 0)
# Behind one of these stands what a text or a talk is about.
ABOUT = frozenset(["about", "on", "regarding", "re", "how", "why"])
# Behind one of these a word without an article is a name: `call with halden`.
BEFORE_NAMES = frozenset(["with", "of", "from", "to", "for", "at", "against", "by", "via"])
# `watched him fight with it`: what somebody did then.
BEFORE_A_DEED = frozenset(["him", "them", "me", "us"])
# Behind the thing one of these begins what is told beside it.
APART = frozenset([
    COMMA, "and", "but", "so", "because", "while", "when", "until", "till", "before", "after",
    "whether", "if", "as", "who", "which", "that", "where", "what", "how", "why", "then", "since",
    "though", "although",
])  # fmt: skip
# Between one of these and the thing stands nothing but what tells more of it.
PARTS_A_THING = frozenset([
    "of", "for", "from", "to", "into", "about", "in", "at", "on", "with", "by", "under", "over",
    "behind", "through", "against", "and", "or", "how", "that", "which", "who",
])  # fmt: skip
# Where, when and with what it was done makes no other thing of it; what it is of may.
BESIDE = frozenset([
    "in", "at", "on", "with", "behind", "during", "over", "by", "between", "without", "via",
    "despite",
])  # fmt: skip
OF_A_THING = frozenset([
    "of", "for", "from", "to", "into", "about", "against", "under", "through",
])  # fmt: skip
S = ("s",)
# `today's`, `it's`: nobody's.
OF_NOBODY = frozenset([
    "today", "yesterday", "week", "month", "year", "quarter", "morning", "evening", "day", "it",
    "that", "what", "who", "how", "where", "here", "there", "let",
])  # fmt: skip
# `that Ben wants to move`: whose move it is stands before the wish.
BEFORE_A_WISH = frozenset([
    "to", "wants", "want", "wanted", "will", "would", "like", "is", "was", "move", "go", "switch",
    "become",
])  # fmt: skip
BEFORE_A_SUBJECT = frozenset(
    ["that", "if", "whether", "how", "what", "why", "because", "while", COMMA]
)
TELLING = frozenset(["told", "telling", "tell", "asked", "showed", "gave", "sent", "promised"])
THEIRS = frozenset(["his", "her", "their", "he", "she", "they"])
# What somebody does who is named at the front.
OF_ONE = frozenset(["will", "would", "says", "has", "is", "s", "and", "wants", "agrees", "uses"])


class Told:
    """One sentence, as far as it is understood; each part is found out once for all ways."""

    def __init__(self, said: Sentence, known: Understanding) -> None:
        self._said = said
        self._words = said.words
        self._known = known
        self._names: frozenset[str] | None = None
        self._clauses: list[Clause] | None = None
        self._is_clear: dict[tuple[str, int, int], bool] = {}

    def has(self, action: str, way: Way, objects: Sequence[Hit]) -> bool:
        """Whether one of these things of an action stands there, and nothing else it could be."""
        if not objects:
            is_named = way.who or way.is_specific or way.beside
            return self.begins_with_a_verb_of(action) and (
                bool(is_named) or self._is_whole(FRONT, action)
            )
        if action in self._known.mine and any(map(self._is_theirs, objects)):
            return False
        if way.enough >= MUCH:
            # So much stands beside it that no other word matters.
            return any(self._is_governed(one, action) for one in objects)
        return any(self._is_understood(one, action) for one in objects)

    def begins_with_a_verb_of(self, action: str) -> bool:
        """Whether the sentence begins with a verb by which the action is done, or with none."""
        return self._is_governed(FRONT, action)

    def _is_understood(self, hit: Hit, action: str) -> bool:
        key = action, hit.first, hit.after
        if key not in self._is_clear:
            is_clear = self._is_governed(hit, action) and self._is_whole(hit, action)
            self._is_clear[key] = is_clear
        return self._is_clear[key]

    def _is_governed(self, hit: Hit, action: str) -> bool:
        """Whether the verb that its clause begins with is one by which the action is done."""
        start = self._start(hit.first)
        governing = [one for one in self._verbs() if start <= one[0] <= hit.first]
        if not governing or governing[-1][1] >= hit.after > 0:
            return True
        kinds = governing[-1][2]
        return kinds is not UNKNOWN and not kinds.isdisjoint(self._known.done_by(action))

    def _verbs(self) -> list[Clause]:
        """The clauses that begin with a verb of mine, or with somebody else's."""
        if self._clauses is None:
            people = people_of(self._said.entry)
            found = clauses_of(self._words, self._known.verbs, people)
            # `Lena (PM) read my resume`: no verb of mine.
            is_hers = found and found[0][0] > 0 and begins_with_one(self._said)
            self._clauses = found[1:] if is_hers else found
        return self._clauses

    def _is_theirs(self, hit: Hit) -> bool:
        """`Ben's mock interview`, `that Ben wants to move`: the thing of somebody else."""
        end = hit.first
        while end and self._words[end - 1] in BEFORE_A_WISH:
            end -= 1
        before = self._words[max(end - 2, 0) : end]
        if before[-1:] == S:
            return len(before) > 1 and before[0] not in OF_NOBODY
        if before[-1:] != () and before[-1] in people_of(self._said.entry):
            # `told Tom where I am heading`: whoever hears it has nothing of it.
            return before[0] in BEFORE_A_SUBJECT or end == 1
        # `told her PM by January is the plan`: whose it is was not said.
        return before[-1:] != () and before[-1] in THEIRS and before[0] not in TELLING

    def _is_whole(self, hit: Hit, action: str) -> bool:
        """Whether every word of its clause is understood that may make it another thing."""
        start, end = self._front(hit.first), self._end(hit.after)
        before, behind = range(start, self._before(hit, start)), self._behind(hit, end)
        if action in self._known.topics:
            # `a post on descaling`: it may be about anything.
            about = next((n for n, at in enumerate(behind) if self._words[at] in ABOUT), None)
            behind = behind[:about]
        return all(self._is_known(at, action) for at in (*before, *behind))

    def _before(self, hit: Hit, start: int) -> int:
        """Where the words begin that only tell more of the thing: `a grumpy customer's call`."""
        at = hit.first
        while at > start and self._words[at - 1] not in PARTS_A_THING:
            at -= 1
        return at

    def _behind(self, hit: Hit, end: int) -> list[int]:
        """The places of the words behind a thing, but for where and with what it was done."""
        found, is_beside = [], False
        for at in range(hit.after, end):
            word = self._words[at]
            if word in BESIDE or word in OF_A_THING:
                is_beside = word in BESIDE
            if not is_beside or word in ABOUT:
                found.append(at)
        return found

    def _is_known(self, at: int, action: str) -> bool:
        words = self._words
        if self._known.knows(words[at], action) or words[at + 1 : at + 2] == S:
            return True
        if any(at == one[1] for one in self._verbs()):
            return True  # The verb that governs it was looked at for itself.
        if self._names is None:
            self._names = names_in(self._said.entry)
        if not self._names.isdisjoint((words[at], words[at][:-1])):
            return True
        if self._is_its_topic(at, action):
            return True
        if not at:
            return self._is_name_of_one(words)
        return words[at - 1] in BEFORE_NAMES or words[at - 1] in BEFORE_A_DEED

    def _is_its_topic(self, at: int, action: str) -> bool:
        """`turned my netcode postmortem into a page`: what a text is about may stand before it."""
        if action not in self._known.topics:
            return False
        return any(self._known.names_the_thing(one, action) for one in self._words[at + 1 : at + 2])

    def _is_name_of_one(self, words: Sequence[str]) -> bool:
        """`Wanda will mentor me`: a capital at the front, and a verb behind it."""
        behind = words[1:2]
        is_verb = any(one in OF_ONE or self._known.verbs.get(one) for one in behind)
        return is_verb and self._said.entry.text[:1].isupper()

    def _start(self, at: int) -> int:
        while at and self._words[at - 1] != COMMA:
            at -= 1
        return at

    def _front(self, at: int) -> int:
        """Where the words begin that belong to the thing: behind `and` with a verb of its own."""
        start = self._start(at)
        return max((one[0] for one in self._verbs() if start <= one[0] <= at), default=start)

    def _end(self, at: int) -> int:
        """Where they end: what is told with a verb of its own behind `so`, `while` is apart."""
        while at < len(self._words) and self._words[at] not in APART:
            at += 1
        return at
