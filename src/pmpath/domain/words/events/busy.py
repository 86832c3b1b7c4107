"""Of whom a line tells: `she was in meetings`, `the sales team has given a talk`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.line import Line

BUSY_WITH = frozenset(["meeting", "meetings", "call", "calls"])
WAS = frozenset(
    ["was", "were", "is", "are", "been", "stuck", "busy", "tied", "all", "back-to-back"]
)
TEAMS = frozenset(["team", "group", "department", "crew", "squad", "guild", "board", "folks"])
OF_ALL = frozenset(["the", "our", "a", "another", "their", *TEAMS])
INSIDE = frozenset(["in", "back-to-back"])


def is_busy(line: Line, at: int) -> bool:
    """`was stuck in calls`: nobody was met there."""
    first = at - (line.word(at - 1) in ("a", "another", "back-to-back"))
    return line.word(first - 1) in INSIDE and line.word(first - 2) in WAS


def is_by_a_team(line: Line, at: int) -> bool:
    """`the sales team has given a talk`: what those at the front did."""
    first = at
    while first and not line.end[first - 1]:
        first -= 1
    subject = line.low[first:at]
    return bool(subject) and subject[0] in OF_ALL and not TEAMS.isdisjoint(subject)
