"""Somebody known, named in small letters: `had coffee with lena` on a machine that knew no Lena.

Only the meaning of the words makes it a name: one of a few words leads to it, and what stands
behind it goes on with the sentence. `to mark the tickets` and `with will power` name nobody.
"""

from __future__ import annotations

from pmpath.domain.language.vocabulary import EDGES
from pmpath.domain.people import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LEADS = frozenset(["with", "w/", "met", "to", "from", "told", "asked", "called"])
AND = ("and", "&", "+")
# So many words may a name have.
LONGEST_NAME = 3
# What may follow a name; anything else makes it a word of the sentence, or another's name.
GOES_ON = frozenset([
    "about", "after", "again", "and", "at", "before", "because", "but", "by", "during", "for",
    "from", "how", "i", "if", "in", "into", "on", "over", "that", "then", "to", "today", "tonight",
    "we", "what", "whether", "when", "where", "who", "why", "with", "yesterday", "last", "this",
    "early", "first", "later", "once", "twice", "he", "she", "they", "as", "my", "our",
    "so", "her", "his", "regarding", "re", "via",
])  # fmt: skip
# What begins a word behind a name: a bracket, a sign between blanks, a duration or a day.
SIGNS = tuple("([+&/-@#0123456789\N{EN DASH}\N{EM DASH}")
# Before a name in the same part of the sentence: nobody was met.
DENYING = frozenset([
    "not", "no", "never", "nobody", "without", "cancelled", "canceled", "postponed", "will",
    "going", "plan", "planned", "planning", "want", "wanted", "tried", "trying", "should", "could",
    "would", "hope", "hoping", "tomorrow", "failed", "missed", "skipped", "instead", "waiting",
])  # fmt: skip
PART_ENDS = (",", ";", ".", ":", "!", "?", ")")
STARTS_A_PART = ("but", "then", "so", "while", "although")


class SmallNames:
    """Finds known people in texts; `known` has their labels by every key."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self._firsts = {key.partition(" ")[0] for key in known}

    def in_text(self, text: str) -> tuple[str, ...]:
        """The labels of those whom small letters name, each once."""
        words = text.split()
        found: dict[str, None] = {}
        if not self._may_hold(words):
            return ()
        at, is_denied, is_beside = 0, False, False
        while at < len(words):
            low = _bare(words[at]).casefold()
            if low in STARTS_A_PART or (at and words[at - 1].endswith(PART_ENDS)):
                is_denied = False
            is_denied = is_denied or low in DENYING or low.endswith("n't")
            person, after = "", at + 1
            if not is_denied and (_leads(words[at]) or (is_beside and words[at].casefold() in AND)):
                person, after = self._name_at(words, at + 1)
            if person:
                found[person] = None
            is_beside, at = bool(person), after
        return tuple(found)

    def _name_at(self, words: list[str], at: int) -> tuple[str, int]:
        """The person whose name begins at a word, and the word behind; nobody and `at` for none."""
        for length in range(min(LONGEST_NAME, len(words) - at), 0, -1):
            name = [_bare(one) for one in words[at : at + length]]
            if all(one and one == one.casefold() for one in name) and _ends(words, at, at + length):
                person = self.known.get(key_of(" ".join(name)))
                if person is not None:
                    return person, at + length
        return "", at

    def _may_hold(self, words: list[str]) -> bool:
        """Whether a known name may stand here: most texts hold none, and are let go at once."""
        bare = {_bare(word) for word in words}
        return not bare.isdisjoint(self._firsts) or any(
            (not word.isalpha() and word[:1].isalpha()) or not word.isascii() for word in bare
        )


def may_hold_small_names(text: str) -> bool:
    """Whether any word leads to a name at all; asked of every entry without people."""
    return not LEADS.isdisjoint(text.casefold().split())


def first_words(text: str) -> set[str]:
    """The words of a text as they would begin the key of a name: nobody else is found in it."""
    keys = (key_of(_bare(word)) for word in text.split())
    return {key.partition(" ")[0] for key in keys}


def gives_thanks(text: str) -> bool:
    """Whether it says `thanks to`: somebody helped, whatever else happened."""
    return "thanks to " in text.casefold()


def _leads(word: str) -> bool:
    return word.casefold() in LEADS


def _ends(words: list[str], first: int, after: int) -> bool:
    """Whether a name ends there: a sign, the end, a number, or a word that goes on."""
    if any(word.endswith(PART_ENDS) for word in words[first : after - 1]):
        return False
    last = words[after - 1].casefold()
    if last.endswith(("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")):
        return False
    if after == len(words) or last.endswith(PART_ENDS):
        return True
    following = words[after].casefold()
    return following.strip(EDGES) in GOES_ON or following[:1] in SIGNS


def _bare(word: str) -> str:
    return word.strip(EDGES)
