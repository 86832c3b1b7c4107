"""How a sentence says that somebody else will do something, or did it, or is to read it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

    from pmpath.domain.words.line import Line

CONTRACTED = ("she'll", "he'll", "they'll", "she'd", "he'd", "they'd")
# `she's going to send it`.
ARE = ("she's", "he's", "they're")
STRONG = ("will", "shall", "promised", "promises", "agreed", "owes", "offered")
ME = ("me", "us", "my")
# What one person does for another.
FOR_OTHERS = frozenset([
    "send", "give", "introduce", "reply", "answer", "call", "share", "bring", "forward", "write",
    "let", "get", "confirm", "review", "check", "look", "sort", "ask", "tell", "show", "connect",
    "put", "decide", "return", "revert", "find", "pass", "email", "mail", "ping", "text", "phone",
    "ring", "invite", "have", "make", "set", "read", "respond", "follow", "come", "sends", "help",
    "speak", "talk", "dig", "update", "prepare", "see", "arrange", "book", "intro", "refer", "lend",
    "recommend", "vouch", "hook", "loop", "cc", "add", "keep", "walk", "teach", "coach", "train",
])  # fmt: skip
BUSY_WITH = frozenset(["meeting", "meetings", "call", "calls"])
WAS = frozenset(
    ["was", "were", "is", "are", "been", "stuck", "busy", "tied", "all", "back-to-back"]
)
TEAMS = frozenset(["team", "group", "department", "crew", "squad", "guild", "board", "folks"])
OF_ALL = frozenset(["the", "our", "a", "another", "their", *TEAMS])
INSIDE = frozenset(["in", "back-to-back"])
REWRITING = frozenset([
    "rewrote", "rewritten", "turned", "translated", "condensed", "recast", "redid", "boiled",
    "summarized", "summarised", "reworked",
])  # fmt: skip
NEAR = 4
DECIDERS = ("boss", "manager", "mgr", "supervisor")


def leaves_them_out(line: Line, verb: int) -> bool:
    """`coffee with Lena, will intro me to Karim`: whoever does it for me is not said again."""
    if line.low[verb] not in STRONG or not verb or line.clause[verb] == line.clause[verb - 1]:
        return False
    ahead = range(verb + 1, min(verb + 4, len(line)))
    return any(line.low[at] in ME and line.clause[at] == line.clause[verb] for at in ahead)


def is_busy(line: Line, at: int) -> bool:
    """`was stuck in calls`: nobody was met there."""
    first = at - (line.word(at - 1) in ("a", "another", "back-to-back"))
    return line.word(first - 1) in INSIDE and line.word(first - 2) in WAS


def is_by_a_team(line: Line, at: int) -> bool:
    """`the sales team has given a talk`: what those at the front did."""
    first = at
    while first and not line.end[first - 1]:
        first -= 1
    subject = line.low[first:at]
    return bool(subject) and subject[0] in OF_ALL and not TEAMS.isdisjoint(subject)


def is_for_deciders(line: Line, leaders: Container[str]) -> bool:
    """`turned my postmortem into one page for the studio head`: no engineering."""
    low = line.low
    if REWRITING.isdisjoint(low[:NEAR]) or "for" not in low:
        return False
    start = low.index("for") + 1
    near = range(start, min(start + NEAR, len(low)))
    ends = (at for at in near if line.end[at] or at + 1 == len(low))
    return any(low[at] in leaders or low[at] in DECIDERS for at in ends)
