"""The event of a line, and whether it happened at all."""

from __future__ import annotations

from pmpath.domain.record import record
from pmpath.domain.words.found import Event

# Whoever tells with one of these tells of the plan.
OF_THE_PLAN = frozenset([
    "plan", "plans", "want", "wants", "move", "switch", "intend", "pm", "product", "goal", "aim",
    "role", "mobility", "transition", "change", "become", "career", "project", "him", "her", "them",
])  # fmt: skip
# Which events say more of a line than others that stand before them.
RANKS = {
    "rejected": 0, "offer": 0, "declined": 0, "applied": 1, "interview": 1,
    "review": 2, "talk": 2, "told": 2, "published": 2,
}  # fmt: skip


@record
class Happened:
    """The event, if one is told; `undone` when the line tells of what did not happen, or will.

    `planned` says that it has yet to. `denied` are the clauses that tell of such things.
    """

    event: Event | None
    undone: bool = False
    planned: bool = False
    denied: frozenset[int] = frozenset()
