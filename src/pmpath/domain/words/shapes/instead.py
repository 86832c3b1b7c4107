"""What a correction says: what it is, and what it is not; `not 20m but 30m`, `it was yesterday`."""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.domain.vocabulary import EDGES

# What is said before the right thing, and is no part of it; longer ones first.
LEADS = tuple(
    tuple(phrase.split())
    for phrase in (
        "should have been", "should have said", "should be", "should say", "wrong day",
        "wrong date", "wrong time", "wrong person", "wrong name", "it was", "it took", "that was",
        "that took", "this was", "i meant", "i mean", "make it", "make that", "i was", "we took",
        "it's", "was", "took", "no", "sorry", "oops", "actually", "correction", "rather",
    )
)  # fmt: skip
# Between the right thing and the wrong one behind it.
BETWEEN = (("and", "not"), ("instead", "of"), ("rather", "than"), ("not",))


class Instead(Frozen):
    """`right` is what it is, `wrong` what it is not; one of them is empty where it is not said."""

    right: str
    wrong: str


def instead_in(text: str) -> Instead | None:
    """What a line puts in the place of what; None for one that does not sound like a correction."""
    words = text.split()
    first = _behind_leads(words)
    low = [_low(word) for word in words]
    if low[first : first + 1] == ["not"] and len(words) > first + 1:
        return _not_this_but(words, low, first + 1)
    for between in BETWEEN:
        for at in range(first + 1, len(words) - len(between)):
            if tuple(low[at : at + len(between)]) == between:
                return Instead(_joined(words[first:at]), _joined(words[at + len(between) :]))
    return Instead(_joined(words[first:]), "") if first else None


def _not_this_but(words: list[str], low: list[str], first: int) -> Instead:
    """`not 20m but 30m`, `not 20m, 30m`, `not 20m`: behind `not`."""
    for at in range(first + 1, len(words)):
        if low[at] == "but":
            return Instead(_joined(words[at + 1 :]), _joined(words[first:at]))
        if words[at - 1].endswith((",", ";")):
            right = words[at:][_behind_leads(words[at:]) :]
            return Instead(_joined(right), _joined(words[first:at]))
    return Instead("", _joined(words[first:]))


def _behind_leads(words: list[str]) -> int:
    """How many words at the front only say that a correction follows."""
    low, at = [_low(word) for word in words], 0
    while at < len(words):
        lead = next((one for one in LEADS if tuple(low[at : at + len(one)]) == one), ())
        if not lead or at + len(lead) == len(words):
            break
        at += len(lead)
    return at


def _joined(words: list[str]) -> str:
    return " ".join(words).strip(" ,;")


def _low(word: str) -> str:
    return word.casefold().strip(EDGES)
