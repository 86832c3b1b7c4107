"""Which deeds of a line count beside one another, and which only tell more of the same."""

from __future__ import annotations

from pmpath.coach.meaning.sentences.event import MET
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.domain.content.fulfilment import Way

JOINS = frozenset(["and", "then", "plus", "afterwards", "later", "also", "after"])


class Candidate(Frozen):
    """An action that an entry may fulfil in this way; of several the greatest `rank` fits best.

    `rank` is whether the way is specific, how many words of its object stand there, and how much
    more it asks for.
    """

    action: str
    way: Way
    rank: tuple[bool, int, int]


class Part(Frozen):
    """One deed of a line that tells of several: what it may fulfil, and who is named in it."""

    event: str
    candidates: tuple[Candidate, ...]
    people: tuple[str, ...]


def may_be_several(words: Sequence[str]) -> bool:
    """Whether a word or sign stands there that joins one deed to another."""
    return not JOINS.isdisjoint(words) or "," in words


def beside(whole: str, found: Sequence[tuple[Part, str]]) -> list[int] | None:
    """The places of the deeds that count, each with the action it fulfils; None for the line alone.

    `whole` is the action that the line fulfils as one deed, if any. The line falls apart where one
    of its deeds fulfils that alone, or where they are done with different people.
    """
    first = next((at for at, (_, action) in enumerate(found) if action == whole), None)
    if not found or (whole and first is None and not _are_apart([one for one, _ in found])):
        return None
    first = first or 0
    counted: dict[str, int] = {}
    for at, (one, action) in enumerate(found):
        if at == first or _is_another(one, found[first][0]):
            counted.setdefault(action, at)
    return list(counted.values())


def _is_another(part: Part, first: Part) -> bool:
    """Whether a part is no more of the same meeting: another event, or other people."""
    if part.event not in MET:
        return True
    is_apart = first.event not in MET or set(part.people).isdisjoint(first.people)
    return bool(part.people) and is_apart


def _are_apart(parts: Sequence[Part]) -> bool:
    """Whether there are several deeds, and nobody is named in two of them."""
    everybody = [name for one in parts for name in one.people]
    several = len(parts) > 1 and all(one.people for one in parts)
    return several and len({*everybody}) == len(everybody)
