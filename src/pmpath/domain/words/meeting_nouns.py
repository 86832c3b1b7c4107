"""The nouns of a meeting, each once, with what it can be, and the shares of a day."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed

# What two people hold together, whatever for; one alone can be all that was promised.
TOGETHER = frozenset([
    "meeting", "call", "chat", "coffee", "lunch", "breakfast", "dinner", "tea", "beer", "drinks",
    "talk", "conversation", "session", "visit", "catch-up", "catchup", "one-on-one", "1:1", "sync",
    "zoom", "walk",
])  # fmt: skip
# Of a search: a day beside one of these is an appointment.
OF_A_SEARCH = frozenset([
    "interview", "interviews", "round", "screen", "screening", "onsite", "panel",
])  # fmt: skip
# What is shown at a meeting, and names it.
SHOWN = frozenset(["demo", "workshop"])
SEVERAL = frozenset(["calls", "meetings", "visits", "sessions", "chats", "coffees"])

# What has a day: `the demo is on Friday`.
DATED = TOGETHER | OF_A_SEARCH | {"demo"}
# What lies ahead where its day does, by the event that it would be.
AHEAD = {"met": TOGETHER, "interview": OF_A_SEARCH | {"call"}}
# What may stand before whom it is with: `customer call with Acme`, `coffee mon w/ rick`.
WITH_SOMEBODY = TOGETHER | OF_A_SEARCH
CUSTOMERS_OWN = TOGETHER | SHOWN | {"interview", "calls", "gespräch", "termin"}
# What may as well be only spoken of; data has a sync, too, which tells of no meeting at all.
SPOKEN_OF = (TOGETHER - {"sync", "walk"}) | SEVERAL
# "the whole of yesterday", "most of monday"
SHARES_OF_A_DAY = listed(
    "whole most half all much part rest morning afternoon evening bit chunk lot good best better"
    " bulk end start"
)


def is_share_of_a_day(before: list[str]) -> bool:
    """Whether the words before a day, the nearest first, say that the day went into it."""
    return before[:1] == ["of"] and not SHARES_OF_A_DAY.isdisjoint(before[1:2])


def is_of_the_next(before: list[str]) -> bool:
    """`the next one 28 June`, `next coffee with Ana on Friday`: the words, the nearest first.

    So are `another one on Friday`, and the day of `seeing her again on Friday`.
    """
    if before[:1] == ["one"] and before[1:2] in (["another"], ["second"]):
        return True
    if before[:1] == ["again"] and before[-1] == "seeing":
        return True
    return any(
        before[at + 1 : at + 2] == ["next"]
        and (word in WITH_SOMEBODY or (word == "one" and not at))
        for at, word in enumerate(before)
    )


def is_time_of_day(word: str) -> bool:
    """`4pm`, `10:30am`, `16:00`."""
    figures = word.removesuffix("am").removesuffix("pm")
    return figures.replace(":", "").isdecimal() and (figures != word or ":" in word)
