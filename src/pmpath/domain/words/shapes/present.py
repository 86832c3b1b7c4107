"""What somebody tells in the present that is over: `yesterday I explain to my boss ...`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

I = "i"
# Behind one of these, and at the front, `I` begins to tell what was done.
BEGINS = frozenset([
    ",", "and", "then", "so", "today", "yesterday", "morning", "afternoon", "evening", "also",
    "later", "finally", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "after", "night",
])  # fmt: skip


def told_in_the_past(
    words: Sequence[str], past: Mapping[str, str], ends: Sequence[str] = ()
) -> tuple[str, ...]:
    """The words with each verb of mine in the past; `ends` has the sign behind each word."""
    found = list(words)
    for at in range(len(words) - 1):
        if words[at] != I or words[at + 1] not in past:
            continue
        before = words[at - 1] if at else ","
        if before in BEGINS or not before or (ends and ends[at - 1]):
            found[at + 1] = past[words[at + 1]]
    return tuple(found)
