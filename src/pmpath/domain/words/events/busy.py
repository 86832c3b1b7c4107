"""Whether somebody only had no time: `she was in meetings`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.words.line import Line

BUSY_WITH = frozenset(["meeting", "meetings", "call", "calls"])
WAS = frozenset(
    ["was", "were", "is", "are", "been", "stuck", "busy", "tied", "all", "back-to-back"]
)
INSIDE = frozenset(["in", "back-to-back"])


def is_busy(line: Line, at: int) -> bool:
    """`was stuck in calls`: nobody was met there."""
    first = at - (line.word(at - 1) in ("a", "another", "back-to-back"))
    return line.word(first - 1) in INSIDE and line.word(first - 2) in WAS
