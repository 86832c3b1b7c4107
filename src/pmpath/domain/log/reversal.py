"""What taking an act back, or putting it back, does to the roadmap; nothing is written here.

A record says what it changed. Those of older builds do not: then a plan is held against the one
before it, and a move has both days.
"""

from __future__ import annotations

from datetime import datetime

from pmpath.domain.entry import EXIT, MILESTONE, Move, Plan
from pmpath.domain.log.acts import ValueChange
from pmpath.domain.roadmap.roadmap import WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.domain.log.acts import Act, Acts

DUE, WEEKS = "due", "weeks_before"
MILESTONES = "milestone"


def plans_standing(acts: Acts) -> list[Act]:
    """The plan records that count, in the order in which they hold."""
    return sorted((one for one in acts.all if _is_plan(one) and one.stands), key=_place)


def later_plan(act: Act, acts: Acts) -> Act | None:
    """A plan that stands and holds after this one: whatever is before it cannot change any more."""
    if not _is_plan(act):
        return None
    found = [one for one in plans_standing(acts) if one.id != act.id and _place(one) > _place(act)]
    return found[-1] if found else None


def plan_before(act: Act, acts: Acts) -> Plan | None:
    """The plan that held before this one; None for the first."""
    before = [one for one in plans_standing(acts) if _place(one) < _place(act)]
    found = before[-1].found if before else None
    return found if isinstance(found, Plan) else None


def changes_of(act: Act, acts: Acts, table: dict[str, Any]) -> tuple[ValueChange, ...]:
    """What an act did to the roadmap, whose parsed `table` as it is now tells absent keys."""
    if act.changes is not None:
        return act.changes
    if isinstance(act.found, Plan):
        before = plan_before(act, acts)
        return _between(before, act.found) if before is not None else ()
    if isinstance(act.found, Move) and act.found.what in (EXIT, MILESTONE):
        return (_moved(act, act.found, acts, table),)
    return ()


def _between(before: Plan, after: Plan) -> tuple[ValueChange, ...]:
    found = [ValueChange(("target", "date"), before.target, after.target)]
    found += [ValueChange(("target", "scope"), before.scope, after.scope)]
    days = zip(WEEKDAYS, before.minutes, after.minutes, strict=True)
    found += [ValueChange(("minutes", day), was, now) for day, was, now in days]
    return tuple(one for one in found if one.was != one.now)


def _moved(act: Act, made: Move, acts: Acts, table: dict[str, Any]) -> ValueChange:
    """A day of its own that a milestone had not before its first move goes altogether."""
    if made.what == EXIT:
        return ValueChange(("springboard", "exit_date"), made.start, made.end)
    earlier = [
        one
        for one in acts.all
        if one.stands and isinstance(one.found, Move) and one.found.what == MILESTONE
        and one.found.of == made.of and _place(one) < _place(act)
    ]  # fmt: skip
    blocks = [one for one in table.get(MILESTONES, ()) if one.get("id") == made.of]
    counts_back = any(WEEKS in one for one in blocks)
    was = None if counts_back and not earlier else made.start
    return ValueChange((MILESTONES, made.of, DUE), was, made.end)


def _is_plan(act: Act) -> bool:
    return isinstance(act.found, Plan)


def _place(act: Act) -> tuple[object, ...]:
    """As the journal orders what it folds: plans by their day, all by the instant of writing."""
    day = act.day if isinstance(act.found, Plan) else None
    return (day or datetime.min.date(), datetime.fromisoformat(act.at), act.id)
