"""What a correction says: what it is, and what it is not; `not 20m but 30m`, `it was yesterday`."""

from __future__ import annotations

from pmpath.domain.language.vocabulary import EDGES
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set

    from pmpath.domain.language.lexicon import Lexicon

LONGEST = 3


class Instead(Frozen):
    """`right` is what it is, `wrong` what it is not; one of them is empty where it is not said."""

    right: str
    wrong: str


def instead_in(text: str, lexicon: Lexicon) -> Instead | None:
    """What a line puts in the place of what; None for one that does not sound like a correction."""
    leads, between = (lexicon.words("correction", one) for one in ("lead", "between"))
    words = text.split()
    first = _behind_leads(words, leads)
    if [_low(word) for word in words[first : first + 1]] == ["not"] and len(words) > first + 1:
        return _not_this_but(words, first + 1, leads)
    for at in range(first + 1, len(words)):
        length = _length_at(words, at, between)
        if length and at + length < len(words):
            return Instead(_joined(words[first:at]), _joined(words[at + length :]))
    return Instead(_joined(words[first:]), "") if first else None


def _not_this_but(words: list[str], first: int, leads: Set[str]) -> Instead:
    """`not 20m but 30m`, `not 20m, 30m`, `not 20m`: behind `not`."""
    for at in range(first + 1, len(words)):
        if _low(words[at]) == "but":
            return Instead(_joined(words[at + 1 :]), _joined(words[first:at]))
        if words[at - 1].endswith((",", ";")):
            right = words[at:][_behind_leads(words[at:], leads) :]
            return Instead(_joined(right), _joined(words[first:at]))
    return Instead("", _joined(words[first:]))


def _behind_leads(words: list[str], leads: Set[str]) -> int:
    """How many words at the front only say that a correction follows."""
    at = 0
    while at < len(words):
        length = _length_at(words, at, leads)
        if not length or at + length == len(words):
            break
        at += length
    return at


def _length_at(words: list[str], at: int, forms: Set[str]) -> int:
    """How many words the longest of the forms has that stands there; 0 for none."""
    for length in range(LONGEST, 0, -1):
        several = words[at : at + length]
        if len(several) == length and "_".join(map(_low, several)) in forms:
            return length
    return 0


def _joined(words: list[str]) -> str:
    return " ".join(words).strip(" ,;")


def _low(word: str) -> str:
    return word.casefold().strip(EDGES)
