"""When a promise counts as kept: what a later entry with the same person has to say.

Meeting somebody is not yet giving them the deck. An entry keeps a promise when it names the thing;
an answer that was awaited, of whatever content, has come once the two have talked.
"""

from __future__ import annotations

from pmpath.domain.language.vocabulary import EDGES
from pmpath.domain.words.meeting_nouns import TOGETHER

SHORTEST_WORD = 4
# Two forms of one word share this beginning: slide, slides; introduce, introduction.
BEGINNING = 5
LONGEST_TOPIC = 3
GENERIC = frozenset([
    "answer", "answers", "reply", "word", "news", "decision", "back", "with", "from", "about",
    "into", "them", "their", "they", "that", "this", "what", "when", "will", "your", "mine",
])  # fmt: skip
# What is done with a thing, and small words before it, are no topic.
DEEDS = frozenset([
    "promised", "agreed", "offered", "to", "me", "us", "hand", "draft", "finish", "deliver",
])  # fmt: skip
NO_TOPIC = frozenset(
    ["over", "whether", "could", "would", "join", "some", "more", "have", "through"]
)
# A promise of nothing but these is to be there: `the meeting`, `half an hour`, `coffee at 10`.
MEETINGS = TOGETHER | {"hour", "minutes", "min", "mins", "meet"}
AROUND_A_MEETING = frozenset([
    "a", "an", "the", "our", "half", "one", "for", "of", "at", "in", "on", "over", "with", "me",
    "her", "him", "them", "video", "phone", "quick", "short", "first", "second", "next", "another",
    "again", "up",
])  # fmt: skip


class Promised:
    """The words of one promise, to be held against what was said later."""

    __slots__ = ("_words",)

    def __init__(self, what: str) -> None:
        self._words = _words(what)

    @property
    def names_a_thing(self) -> bool:
        """Whether the promise is about something more than an answer."""
        return bool(self._words)

    def is_in(self, text: str) -> bool:
        """Whether a text holds a word of the promise, in any of its forms."""
        if not self._words:
            return False
        said = _words(text)
        return any(_alike(one, other) for one in self._words for other in said)


def is_same_thing(what: str, other: str) -> bool:
    """Whether a promise speaks of nothing but what the other is about: `coffee`, `the coffee`."""
    words, others = _words(what), _words(other)
    return bool(words) and all(any(_alike(one, two) for two in others) for one in words)


def is_meeting(what: str) -> bool:
    """Whether a promise is to meet and no more: `the meeting`, not `slides for the meeting`."""
    words = [word.strip(EDGES).casefold() for word in what.split()]
    others = [one for one in words if one not in MEETINGS and not one[:1].isdecimal()]
    return not MEETINGS.isdisjoint(words) and AROUND_A_MEETING.issuperset(others)


def topic_of(what: str) -> str:
    """The first words of the promise by which a later entry can speak of it; empty without one.

    `address trial` of "yes or no to the address trial", `one-pager` of "send me the one-pager".
    """
    from pmpath.domain.words.shapes.theirs import FOR_OTHERS

    found: list[str] = []
    words = what.split()
    deeds = DEEDS | FOR_OTHERS
    while words and words[0].casefold() in deeds and any(map(_in_order, words[1:])):
        del words[0]
    for word in words:
        named = [one for one in _in_order(word) if one.replace("-", "").isalnum()]
        named = [one for one in named if one not in NO_TOPIC]
        if found and not named:
            break
        found += named
        if found and (word[-1] in EDGES or len(found) == LONGEST_TOPIC):
            break
    return " ".join(found)


def _words(text: str) -> set[str]:
    return set(_in_order(text))


def _in_order(text: str) -> list[str]:
    words = [word.strip(EDGES).casefold() for word in text.split()]
    return [word for word in words if len(word) >= SHORTEST_WORD and word not in GENERIC]


def _alike(one: str, other: str) -> bool:
    if len(one) < BEGINNING or len(other) < BEGINNING:
        return one.startswith(other) or other.startswith(one)
    return one[:BEGINNING] == other[:BEGINNING]
