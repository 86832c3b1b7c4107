"""Words that you sent to a firm, or to somebody there, while an answer was awaited."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.language.vocabulary import EDGES
from pmpath.domain.log.contact import Order
from pmpath.domain.log.names.small_names import DENYING
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# By these you asked how things stand, or thanked.
ASKING_AGAIN = frozenset([
    "follow-up", "followup", "followed", "following", "follow", "nudged", "nudge", "pinged",
    "chased", "reminded", "checked", "thanked", "thank", "thanks", "thank-you", "thankyou",
])  # fmt: skip
STEMS = ("follow", "nudge", "pinged", "chased", "reminded", "checked", "thank")
# By these as well where it is the firm that they are said of.
WRITING = frozenset([
    "wrote", "write", "written", "emailed", "mailed", "messaged", "called", "rang", "phoned",
    "replied", "reply", "answered", "sent", "send", "asked", "ask", "email", "mail", "message",
])  # fmt: skip
# What a firm does when it is heard of, and what comes from it.
SPEAKING = frozenset([
    "asked", "asks", "sent", "sends", "wrote", "writes", "called", "calls", "rang", "phoned",
    "emailed", "mailed", "messaged",
])  # fmt: skip
LETTERS = frozenset(["mail", "email", "message", "call", "letter", "note"])


class Letter(Frozen):
    """Words to people, by the keys of their names, at a place in the log."""

    order: Order
    people: tuple[str, ...]


def letter_of(entry: Entry, order: Order) -> Iterator[Letter]:
    """The entry as words to whoever it names; nothing for any other."""
    # Nearly every entry names somebody, and the log may be long: a cheap look first.
    low = entry.text.casefold()
    if any(stem in low for stem in STEMS) and _says(low, ASKING_AGAIN):
        yield Letter(order, tuple(map(key_of, entry.people)))


def writes_to_them(entry: Entry, firm: str) -> bool:
    """Whether you wrote to a firm or called it; what the firm itself did is none."""
    if begins_with(entry.text, firm) or f" from {_name(firm)}" in entry.text.casefold():
        return False
    return _says(entry.text, ASKING_AGAIN | WRITING)


def begins_with(text: str, firm: str) -> str:
    """The word behind the name of the firm, where a line begins with it; else nothing."""
    words = [word.strip(EDGES) for word in text.casefold().split()]
    name = [word.strip(EDGES) for word in _name(firm).split()]
    return " ".join(words[len(name) : len(name) + 1]) if name == words[: len(name)] else ""


def speaks(text: str, firm: str) -> bool:
    """Whether a firm wrote or called: `Caledon asked for references`, `got a mail from Caledon`."""
    before, is_from, _ = text.casefold().partition(f" from {_name(firm)}")
    words = before.split()
    got = bool(is_from) and words[:1] in (["got"], ["received"]) and words[-1] in LETTERS
    return (got and "no" not in words) or begins_with(text, firm) in SPEAKING


def _name(firm: str) -> str:
    return firm.partition(":")[0].strip().casefold()


def _says(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words is said before anything denies it."""
    for word in text.casefold().split():
        bare = word.strip(EDGES)
        if bare in words:
            return True
        if bare in DENYING or bare.endswith("n't"):
            return False
    return False
