"""How a sentence says that somebody else will do something."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
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


def leaves_them_out(line: Line, verb: int) -> bool:
    """`coffee with Lena, will intro me to Karim`: whoever does it for me is not said again."""
    if line.low[verb] not in STRONG or not verb or line.clause[verb] == line.clause[verb - 1]:
        return False
    ahead = range(verb + 1, min(verb + 4, len(line)))
    return any(line.low[at] in ME and line.clause[at] == line.clause[verb] for at in ahead)
