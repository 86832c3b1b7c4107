"""A step that was done, told as a deed: `Asked Ben for a seat`, where the step said `Ask`."""

from __future__ import annotations

from pmpath.domain.content.late import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# How a step of the content begins, or goes on behind a comma, a semicolon or "and", and how it is
# told once it is done. What is not here stays as it is.
PAST = {
    "add": "added", "agree": "agreed", "answer": "answered", "apply": "applied", "ask": "asked",
    "be": "was", "book": "booked", "bring": "brought", "build": "built", "carry": "carried",
    "change": "changed", "check": "checked", "choose": "chose", "collect": "collected",
    "compare": "compared", "compute": "computed", "confirm": "confirmed", "count": "counted",
    "cut": "cut", "decide": "decided", "decline": "declined", "do": "did", "draft": "drafted",
    "draw": "drew", "explain": "explained", "fill": "filled", "find": "found",
    "follow": "followed", "get": "got", "give": "gave", "go": "went", "guess": "guessed",
    "hand": "handed", "have": "had", "hear": "heard", "hold": "held", "keep": "kept",
    "leave": "left", "list": "listed", "listen": "listened", "log": "logged", "make": "made",
    "mark": "marked", "measure": "measured", "meet": "met", "move": "moved", "name": "named",
    "note": "noted", "offer": "offered", "pitch": "pitched", "practise": "practiced",
    "practice": "practiced", "prepare": "prepared", "present": "presented", "propose": "proposed",
    "put": "put", "raise": "raised", "rate": "rated", "re-read": "re-read", "read": "read",
    "rebuild": "rebuilt", "record": "recorded", "remove": "removed", "review": "reviewed",
    "reply": "replied", "rewrite": "rewrote", "run": "ran", "say": "said", "save": "saved",
    "scan": "scanned",
    "send": "sent", "set": "set", "shadow": "shadowed", "show": "showed",
    "sign": "signed", "sit": "sat",
    "skip": "skipped", "sort": "sorted", "spend": "spent", "take": "took", "tell": "told",
    "thank": "thanked", "trace": "traced", "try": "tried", "turn": "turned", "update": "updated",
    "use": "used", "watch": "watched", "win": "won", "work": "worked", "write": "wrote",
}  # fmt: skip
# Nouns as well: behind "and" they go on a step before one of these words alone.
NOUNS = frozenset(["book", "list", "move", "pitch", "log", "answer", "work", "use", "change"])
BEHIND_A_VERB = ("every ", "how ", "one ", "the ", "it", "those ", "your ")
# Behind "or" these alone are told: a choice of things is more common than one of deeds.
CHOSEN = frozenset(["raise", "move", "decline", "apply"])
# Behind one of these, "and" goes on with what somebody else was asked for.
ASKED_FOR = late_pattern(
    " (?:whether|which|what|where|who|to hear|to take|to walk|to read|to introduce) "
)
START = late_pattern(r"^([A-Za-z-]+)\b")
GOES_ON = late_pattern(r"(; |, and |, | and | or |, or )([a-z-]+)\b")
STEP_ENDS, EXPLAINS = "; ", ":"


def is_step(text: str) -> bool:
    """Whether words begin as a step does: with a verb that tells somebody to do it."""
    found = START.match(text)
    return found is not None and found[1][:1].isupper() and found[1].casefold() in PAST


def as_deed(text: str) -> str:
    """The words of a step in the past; what does not begin as a step stays as it is."""
    if not is_step(text):
        return text
    told = START.sub(lambda found: _capital(PAST[found[1].casefold()]), text, count=1)
    return STEP_ENDS.join(
        GOES_ON.sub(_going_on, one) if at == 0 else _from_its_verb(one)
        for at, one in enumerate(told.split(STEP_ENDS))
    )


def _from_its_verb(part: str) -> str:
    """A part behind a semicolon, which begins with a verb itself or tells no deed."""
    first, space, rest = part.partition(" ")
    told = f"{PAST.get(first, first)}{space}{rest}"
    return GOES_ON.sub(_going_on, told)


def _going_on(found: re.Match[str]) -> str:
    sign, verb = found[1], found[2]
    told = f"{sign}{PAST[verb]}" if verb in PAST else found[0]
    before, behind = found.string[: found.start()], found.string[found.end() :].lstrip()
    if EXPLAINS in before:
        return found[0]
    if sign == ", and ":
        return told
    if sign in (" or ", ", or "):
        return told if verb in CHOSEN else found[0]
    if ASKED_FOR.search(before) or (verb in NOUNS and not behind.startswith(BEHIND_A_VERB)):
        return found[0]
    return told


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
