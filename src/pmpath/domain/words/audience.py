"""How many people listened to a talk."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.lexicon import Lexicon
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
        for step in (at + 1, at + 2):
            if (
                step < len(line)
                and nouns.get(line.low[step]) == "audience"
                and not any(line.end[at:step])
            ):
                if line.low[step] in ("p", "p.") and not line.raw[at].startswith("("):
                    continue
                return line.low[step], number
    return None


def _number(low: str, counts: dict[str, str] | object) -> int:
    digits = low.lstrip("~+").replace(",", "").rstrip("+")
    if digits.isdecimal() and len(digits) < 6:
        return min(int(digits), MOST)
    found = counts.get(low)  # type: ignore[union-attr]
    return int(found) if found else 0
