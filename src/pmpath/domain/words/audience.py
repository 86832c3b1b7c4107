"""How many people listened to a talk."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.language.lexicon import Lexicon
    from pmpath.domain.words.line import Line

MOST = 100_000


def audience_of(line: Line, lexicon: Lexicon) -> tuple[str, int] | None:
    """Who listened and how many, in a line about a talk: ("salespeople", 9)."""
    nouns, counts = lexicon.table("audience"), lexicon.table("count")
    for at, low in enumerate(line.low):
        number = _number(low, counts)
        if not number or line.taken[at]:
            continue
        before = line.low[at - 1] if at else ""
        if nouns.get(before) == "before":
            return "people", number
        found = _noun_behind(line, at, nouns)
        if found:
            return found, number
    return None


def _noun_behind(line: Line, at: int, nouns: Mapping[str, str]) -> str:
    """The listeners behind a number: `14 ppl`, `9 port agents`, `12 in the room`, `(18 p.)`."""
    for step in (at + 1, at + 2):
        meaning, length = line.hit(step, nouns)
        if meaning != "audience" or any(line.end[at:step]):
            continue
        is_page = line.low[step] == "p" and not line.raw[at].startswith("(")
        if not is_page:
            return "people" if length > 1 else line.low[step]
    return ""


def _number(low: str, counts: Mapping[str, str]) -> int:
    digits = low.lstrip("~+").replace(",", "").rstrip("+")
    if digits.isdecimal() and len(digits) < 6:
        return min(int(digits), MOST)
    return int(counts.get(low, "0"))
