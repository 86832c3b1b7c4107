"""The side of the search among the values that a command changed in the roadmap."""

from __future__ import annotations

from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

AT = ["target", "side"]


def with_side(change: Any, line: Mapping[str, Any]) -> Any:
    """A `RoadmapChange` with the side as its line names it in `roadmap`; as it is elsewhere."""
    values = line.get("roadmap")
    for one in values if isinstance(values, list) else ():
        if isinstance(one, dict) and one.get("at") == AT:
            was, now = str(one.get("was") or ""), str(one.get("now") or "")
            return changed(change, side_was=was, side_now=now)
    return change
