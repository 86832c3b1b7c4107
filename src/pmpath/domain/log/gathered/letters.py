"""Words that you sent to a firm, or to somebody there, while an answer was awaited."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.log.contact import Order
from pmpath.domain.log.names.small_names import DENYING
from pmpath.domain.record import record
from pmpath.domain.vocabulary import EDGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# By these you asked how things stand, or thanked.
ASKING_AGAIN = frozenset([
    "follow-up", "followup", "followed", "following", "follow", "nudged", "nudge", "pinged",
    "chased", "reminded", "checked", "thanked", "thank", "thanks", "thank-you", "thankyou",
])  # fmt: skip
# By these as well where it is the firm that they are said of.
WRITING = frozenset([
    "wrote", "write", "written", "emailed", "mailed", "messaged", "called", "rang", "phoned",
    "replied", "reply", "answered", "sent", "send", "asked", "ask", "email", "mail", "message",
])  # fmt: skip


@record
class Letter:
    """Words to people, by the keys of their names, at a place in the log."""

    order: Order
    people: tuple[str, ...]


def letter_of(entry: Entry, order: Order) -> Iterator[Letter]:
    """The entry as words to whoever it names; nothing for any other."""
    if _says(entry.text, ASKING_AGAIN):
        from pmpath.domain.people import key_of

        yield Letter(order, tuple(map(key_of, entry.people)))


def writes_to_them(entry: Entry, firm: str) -> bool:
    """Whether you wrote to a firm or called it; what the firm itself did is none."""
    first = entry.text.casefold().split()[:1]
    begins = firm.casefold().split()[:1]
    if first and begins and first[0].strip(EDGES) == begins[0].strip(EDGES):
        return False
    return _says(entry.text, ASKING_AGAIN | WRITING)


def _says(text: str, words: frozenset[str]) -> bool:
    """Whether one of the words is said before anything denies it."""
    for word in text.casefold().split():
        bare = word.strip(EDGES)
        if bare in words:
            return True
        if bare in DENYING or bare.endswith("n't"):
            return False
    return False
