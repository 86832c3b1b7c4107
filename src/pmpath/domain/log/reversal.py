"""What taking an act back, or putting it back, does to the roadmap; nothing is written here.

A record says what it changed. Those of older builds do not: then a plan is held against the one
before it, and a move has both days.
"""

from __future__ import annotations

from pmpath.domain.entry import Plan
from pmpath.domain.kinds import EXIT, MILESTONE, Move
from pmpath.domain.log.acts import ValueChange, newest, order_of_acts
from pmpath.domain.roadmap.roadmap import WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.domain.log.acts import Act, Acts

DUE, WEEKS = "due", "weeks_before"
MILESTONES = "milestone"


def plans_standing(acts: Acts) -> list[Act]:
    """The plan records that count, in the order in which they were made."""
    return sorted((one for one in acts.all if _is_plan(one) and one.stands), key=order_of_acts)


def later_plan(act: Act, acts: Acts) -> Act | None:
    """The last plan that stands and was made after this one, which it keeps from changing."""
    if not _is_plan(act):
        return None
    found = [
        one
        for one in plans_standing(acts)
        if one.id != act.id and order_of_acts(one) > order_of_acts(act)
    ]
    return found[-1] if found else None


def plan_before(act: Act, acts: Acts) -> Plan | None:
    """The plan that held before this one; None for the first."""
    before = [one for one in plans_standing(acts) if order_of_acts(one) < order_of_acts(act)]
    found = before[-1].found if before else None
    return found if isinstance(found, Plan) else None


def plan_when_made(act: Act, acts: Acts) -> Plan | None:
    """The plan that held when this one was made, even if it was undone later; None for none."""
    before = [
        one
        for one in acts.all
        if _is_plan(one) and order_of_acts(one) < order_of_acts(act)
        and (one.stands or all(order_of_acts(u) > order_of_acts(act) for u in acts.undos_of(one)))
    ]  # fmt: skip
    found = newest(before)
    return found.found if found is not None and isinstance(found.found, Plan) else None


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
        and one.found.of == made.of and order_of_acts(one) < order_of_acts(act)
    ]  # fmt: skip
    blocks = [one for one in table.get(MILESTONES, ()) if one.get("id") == made.of]
    counts_back = any(WEEKS in one for one in blocks)
    was = None if counts_back and not earlier else made.start
    return ValueChange((MILESTONES, made.of, DUE), was, made.end)


def _is_plan(act: Act) -> bool:
    return isinstance(act.found, Plan)
