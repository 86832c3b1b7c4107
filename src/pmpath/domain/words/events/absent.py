"""Who is named and was not there: `Tom did not come`, `could not reach Ben`, `instead of Ana`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pmpath.domain.words.found import Event
    from pmpath.domain.words.line import Line
    from pmpath.domain.words.people.named import Person

# What somebody did not do who was not there, and what was not done with them.
COMING = frozenset([
    "come", "came", "show", "showed", "make", "made", "join", "joined", "attend", "attended",
    "turn", "turned", "appear", "appeared", "reach", "reached", "get", "find", "found", "catch",
    "meet", "see", "talk", "speak", "call", "answer", "reply", "replied", "respond", "responded",
    "time",
])  # fmt: skip
AWAY = frozenset(["sick", "ill", "away", "absent", "out", "off", "missing", "unwell"])
WAS = frozenset(["was", "is", "were", "called"])
INSTEAD = frozenset([("instead", "of"), ("rather", "than"), ("and", "not"), ("but", "not")])


def absent(
    line: Line, people: Iterable[Person], denied: Collection[int], event: Event | None
) -> frozenset[int]:
    """The first words of those who were not there; of nobody where there was no event.

    `denied` are the clauses that tell of what did not happen.
    """
    if event is None:
        return frozenset()
    held = line.clause[event.first]
    return frozenset(one.first for one in people if _is_away(line, one, denied, held))


def _is_away(line: Line, one: Person, denied: Collection[int], held: int) -> bool:
    if line.low[max(one.first - 2, 0) : one.first] in INSTEAD:
        return True
    own = line.clause[one.first]
    if own == held:
        return False
    behind = line.low[one.after : one.after + 2]
    if behind[:1] and behind[0] in WAS and not AWAY.isdisjoint(behind[1:]):
        return True
    words = {line.low[at] for at in range(len(line)) if line.clause[at] == own}
    return own in denied and not COMING.isdisjoint(words)
