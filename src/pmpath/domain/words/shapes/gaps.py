"""Two words of a phrase that stand apart: `gave my little talk`, `dared at last to tell her`."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed
from pmpath.domain.words.found import Event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.line import Line

# Between the first and the last word of a pattern stand at most this many others.
LONGEST_GAP, LONGEST_TELLING = 5, 8
# What is at hand may be offered, put and sent as well; these words say that it is for a job.
FOR_ME = ("me", "us")
FREE = listed(
    "a an my the another new first second great good very nice this our whole past of on in"
    " back at online job for last little short quick full formal written firm"
)
BEHIND_AN_APPLICATION = ("to", "for", "at", "with", "in", "off", "via", "as", "today", "online")
# `the application to Acme is sent`
APPLICATIONS = ("application", "candidature", "candidacy")
OF_MINE = listed("my an another online job our first second in off")
SOMEONE = ("another", "other", "someone", "somebody", "else")
CHOSEN = listed(
    "candidate candidates person applicant one with from who internal internally else instead"
    " more for profile pm"
)
DENIALS = frozenset(["not", "never", "no"])
WISHES = ("wish", "ambition", "intention", "ambitions")
# `found the courage to tell her`
DARED_TO = ("tell", "told", "mention")
OF_MY_PLAN = (
    "my",
    "pm",
    "product",
    "career",
    "whole",
    "own",
    "new",
    "big",
    "secret",
    "next",
    "move",
)
TAKING = ("accepted", "accept", "took", "taken", "signed")
OF_THEM = ("the", "their", "its", "this", "that")


def first_gap(line: Line, name: str, heads: frozenset[str], tails: frozenset[str]) -> Event | None:
    """The event of this name whose two words stand near enough to each other; None for none."""
    for at, low in enumerate(line.low):
        if low not in heads or line.taken[at]:
            continue
        gap = LONGEST_TELLING if name in ("told", "talk") else LONGEST_GAP
        last = min(at + gap + 2, len(line))
        for end in range(at + 1, last):
            if line.end[end - 1] or line.clause[end] != line.clause[at]:
                break
            if line.low[end] in DENIALS:
                break  # "did not talk about the role"
            if line.low[end] in tails and _holds(line, name, at, end):
                return Event(name, at, end + 1)
    return None


def _holds(line: Line, name: str, first: int, last: int) -> bool:
    """Whether what stands between the two words, and behind them, lets them tell of the event."""
    between, behind = line.low[first + 1 : last], line.low[last + 1 : last + 2]
    ends = bool(line.end[last]) or not behind
    if name == "offer" and line.low[first] in TAKING:
        return _is_taken(line, first, last) and (
            ends or behind[0] in ("from", "at", "as", "with", "by")
        )
    if name == "offer":
        leads = bool(set(between) & set(FOR_ME)) or set(between) <= set(FREE)
        return leads and (
            ends or behind[0] in ("from", "of", "by", "at", "to", "as", "for", "with")
        )
    if name == "applied" and line.low[first] in APPLICATIONS:
        return between[:1] != () and between[0] in BEHIND_AN_APPLICATION
    if name == "applied":
        mine = bool(set(between) & OF_MINE) or line.is_capital(min(last + 2, len(line) - 1))
        return ends or (mine and behind[0] in BEHIND_AN_APPLICATION)
    if name == "talk":
        # "marketing gave us a talk"
        return between[-1:] not in (("his",), ("her",), ("their",)) and between[:1] not in (
            ("us",),
            ("me",),
        )
    if name == "rejected":
        return is_their_choice(line, first, last)
    if name == "told":
        return _tells(line, first, last, between)
    if name == "declined":
        return {"me", "us", "my"}.isdisjoint((*between, *behind)) and bool(between)
    if name == "review":
        return set(between) <= set(FREE) and (ends or behind[0] not in ("of", "in"))
    return True


def _tells(line: Line, first: int, last: int, between: tuple[str, ...]) -> bool:
    """`found the courage to tell her`, `shared my plan`, `spoke of my wish`."""
    if line.low[last] in DARED_TO:
        is_there = line.word(first - 1) not in ("no", "not", "any", "without", "lacked", "lack")
        return is_there and between[-1:] in (("to",), ("and",))
    if line.low[last] in WISHES:
        return True
    start = between.index("my") if "my" in between else len(between)
    return start < len(between) and set(between[start:]) <= set(OF_MY_PLAN)


def _is_taken(line: Line, first: int, last: int) -> bool:
    """`accepted the offer`, `took the Acme job`, `signed the contract with Acme`.

    A role, a job or a contract is an opening's only where a firm stands beside it.
    """
    names_a_firm = any(line.is_capital(at) for at in range(first + 1, last)) or (
        last + 2 < len(line) and not line.end[last] and line.is_capital(last + 2)
    )
    is_offer = line.low[last] == "offer" and line.low[first + 1] in OF_THEM
    return first + 1 < last and (names_a_firm or is_offer)


def is_their_choice(line: Line, first: int, last: int) -> bool:
    """`Acme chose another candidate`, `they hired someone`; not `we chose another tool`."""
    subject = line.low[first - 1] if first else ""
    behind = line.low[last + 1] if last + 1 < len(line) and not line.end[last] else ""
    if subject in ("i", "we", "i've", "we've") or line.low[last] not in SOMEONE:
        return subject not in ("i", "we", "i've", "we've")
    theirs = subject in ("they", "they're", "theyre", "they've", "has", "have", "are", "is") or (
        first > 0 and line.bare[first - 1][:1].isupper()
    )
    return theirs and (not behind or behind in CHOSEN)
