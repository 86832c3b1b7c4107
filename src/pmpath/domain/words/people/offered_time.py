"""Time that somebody offers, and has not given yet: `Lena has time for 20 minutes`."""

from __future__ import annotations

from pmpath.domain.when.calendar import SHORT_WEEKDAYS, WEEKDAYS
from pmpath.domain.when.time_words import SMALL, TENS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

HAS = frozenset(["has", "have"])
CAN = frozenset(["can", "could"])
WILL = frozenset(["will", "would"])
GIVES = frozenset(["spare", "give", "offer", "make", "find", "squeeze", "do"])
OFFERS = frozenset(["offered", "offers", "proposed", "proposes", "suggested", "suggests"])
# `offered to meet me`
MEETING = (("meet",), ("talk",), ("chat",), ["meet"], ["talk"], ["chat"])
WITH = (("to",), ("with",), ["to"], ["with"])
ME = (("me",), ("us",), ["me"], ["us"])
IS = frozenset(["is", "are"])
FREE = frozenset(["free", "available"])
# `she's got 20 minutes`, `he's free for half an hour`.
CONTRACTED = frozenset(["she's", "he's", "they've", "they're"])
# One's own time is no offer of anybody.
MINE = frozenset([
    "i", "we", "i've", "we've", "you", "to", "not", "never", "who", "which", "that", "should",
    "must", "would", "will", "it",
])  # fmt: skip
# Behind the length the offer is over: `a 20 minute demo` is a thing.
GOES_ON = frozenset([
    "for", "on", "at", "next", "tomorrow", "this", "today", "free", "to", "and", "if", "in",
    "before", "after", "between", "around", "any", "or", "spare", "of", "with", "over",
    "each", "every", "a", "per", "tonight", "maybe", "then", "now", "but", "during", "by",
])  # fmt: skip
UNITS = frozenset([
    "minutes", "minute", "mins", "min", "m", "hour", "hours", "hrs", "hr", "h", "half-hour",
    "half-an-hour",
])  # fmt: skip
TIME = frozenset(["time", "slot", "gap"])
SOME = frozenset(["some", "a", "a_bit", "more", "little", "enough", "me", "us", "also", "still"])
BEFORE_A_LENGTH = frozenset([
    *SOME, *SMALL, *TENS, "an", "half", "about", "around", "another", "only", "just", "maybe", "up",
    "to", "time", "for", "free", "over", "quarter", "three-quarters", "of", "on", "tomorrow", "got",
    "next", "week", "this", "roughly", "at", "available", "in", "day",
])  # fmt: skip
# So far behind the verb stands the time.
NEAR = 7
DAYS = frozenset([*WEEKDAYS, *SHORT_WEEKDAYS, ""])
VERBS = HAS | CAN | WILL | OFFERS | IS | CONTRACTED


def offers_time(words: Sequence[str], *, later: bool = False) -> bool:
    """Whether the words, in small letters and in order, hold an offer of time by somebody else.

    `later`: the promise of it counts as well, as in `Lena will give me 20 minutes`.
    """
    if VERBS.isdisjoint(words):
        return False
    return any(
        low in VERBS
        and words[at - 1 : at]
        and words[at - 1].isalpha()
        and words[at - 1] not in MINE
        and is_time_offered(words[at:], later=later)
        for at, low in enumerate(words)
    )


def is_time_offered(words: Sequence[str], *, later: bool = False) -> bool:
    """Whether an offer of time begins with the first of these words, behind whoever makes it."""
    first, second = (*words[:2], "", "")[:2]
    ahead = words[1 : NEAR + 1]
    if first in CONTRACTED:
        return second in ("got", *FREE) and _has_length(ahead)
    if first in IS:
        return second in FREE and _has_length(ahead)
    if first in CAN or (later and first in WILL):
        return second in GIVES and _has_time(ahead[1:])
    if first in OFFERS and second == "to":
        # "offered to talk to HR for me": with somebody else
        is_with_me = words[3:4] not in WITH or words[4:5] in ME
        return words[2:3] in MEETING and is_with_me
    return (first in OFFERS or first in HAS) and _has_time(ahead)


def _has_time(words: Sequence[str]) -> bool:
    """`time for me`, `some time`, `me 20 minutes`."""
    near = next((word for word in words if word not in SOME), "")
    return near in TIME or _has_length(words)


def _has_length(words: Sequence[str]) -> bool:
    """`20 minutes`, `half an hour for me`; nothing behind it has that length."""
    for at, word in enumerate(words):
        if _is_length(word):
            behind = words[at + 1 : at + 2]
            return not behind or behind[0] in GOES_ON or behind[0] in DAYS
        if not (word in BEFORE_A_LENGTH or word in DAYS or word.isdecimal()):
            return False
    return False


def _is_length(word: str) -> bool:
    return word in UNITS or (word[:1].isdecimal() and word.lstrip("0123456789.,-") in UNITS)
