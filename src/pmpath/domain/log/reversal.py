"""Which act is taken back or put back, and what that does to the roadmap; nothing is written here.

A record says what it changed. Those of older builds do not: then a plan is held against the one
before it, and a move has both days.
"""

from __future__ import annotations

from pmpath.domain.entry import Plan
from pmpath.domain.kinds import EXIT, MILESTONE, Move
from pmpath.domain.log.acts import AMEND, RETRACT, ValueChange, newest, order_of_acts
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import SCOPES, WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.domain.log.acts import Act, Acts

DUE, WEEKS = "due", "weeks_before"
MILESTONES = "milestone"
# What holds in a table where the roadmap has no such key.
UNSAID = {"minutes": 0, "target": SCOPES[0]}


def plans_standing(acts: Acts) -> list[Act]:
    """The plan records that count, in the order in which they were made."""
    return sorted((one for one in acts.all if _is_plan(one) and one.stands), key=order_of_acts)


def is_first_plan(act: Act, acts: Acts) -> bool:
    """Whether it is the ground that everything else stands on, which is never taken back."""
    return _is_plan(act) and act in plans_standing(acts)[:1]


def newest_to_undo(acts: Acts) -> Act | None:
    """The newest act that stands and does something, whatever its kind; the first plan is none."""
    first = plans_standing(acts)[:1]
    return newest(
        one
        for one in acts.all
        if one.stands and one.kind != RETRACT and not one.part_of
        and one not in first and _counts(one, acts)
    )  # fmt: skip


def newest_undo(acts: Acts) -> Act | None:
    """The newest undo that keeps something from counting, and so can be undone itself."""
    return newest(
        one
        for one in acts.all
        if one.kind == RETRACT and one.stands and not one.part_of and _holds_down(one, acts)
    )


def _counts(act: Act, acts: Acts) -> bool:
    """Whether something would change without it: an amendment of what is undone changes nothing."""
    if act.kind != AMEND:
        return True
    corrected = (acts.by_id.get(one.of) for one in acts.whole(act))
    return any(of is not None and of.stands for of in corrected)


def _holds_down(undo: Act, acts: Acts) -> bool:
    of = acts.by_id.get(undo.of)
    return of is not None and of.kind != RETRACT and not of.stands


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
    """The plan that held where this one was made, even if it was undone later; None for none.

    What the record says it changed comes first: of two machines neither knew of the other's plan.
    """
    before = _plan_made_last(act, acts)
    if before is None or not isinstance(act.found, Plan) or not act.changes:
        return before
    own = {one.path: UNSAID.get(one.path[0]) if one.was is None else one.was for one in act.changes}
    values = {**_values(act.found), **own}
    return changed(
        before,
        target=values["target", "date"],
        scope=values["target", "scope"],
        minutes=tuple(values["minutes", day] for day in WEEKDAYS),
    )


def _plan_made_last(act: Act, acts: Acts) -> Plan | None:
    made = order_of_acts(act)
    before = [
        one
        for one in acts.all
        if _is_plan(one) and order_of_acts(one) < made
        and (one.stands or all(order_of_acts(undo) > made for undo in acts.undos_of(one)))
    ]  # fmt: skip
    found = newest(before)
    return found.found if found is not None and isinstance(found.found, Plan) else None


def changes_of(act: Act, acts: Acts, table: dict[str, Any]) -> tuple[ValueChange, ...]:
    """What an act did to the roadmap, whose parsed `table` as it is now tells absent keys.

    A plan goes back to the one that stands before it: another machine may have changed the same at
    the same time, and that change is not this act's to take away. What came in from elsewhere did
    nothing to the roadmap of here.
    """
    if act.imported:
        return ()
    if act.changes is not None and isinstance(act.found, Plan):
        return _beside_others(act.changes, plan_before(act, acts))
    if act.changes is not None:
        return act.changes
    if isinstance(act.found, Plan):
        before = plan_before(act, acts)
        return _between(before, act.found) if before is not None else ()
    if isinstance(act.found, Move) and act.found.what in (EXIT, MILESTONE):
        return (_moved(act, act.found, acts, table),)
    return ()


def _beside_others(
    changes: tuple[ValueChange, ...], before: Plan | None
) -> tuple[ValueChange, ...]:
    """The changes of a plan, from what the plan before it says, whoever made that one."""
    stated = _values(before) if before is not None else {}
    found = (_from_stated(stated, one) for one in changes)
    return tuple(one for one in found if one.was != one.now)


def _from_stated(stated: dict[tuple[str, ...], Any], change: ValueChange) -> ValueChange:
    if change.path not in stated:
        return change
    was = UNSAID.get(change.path[0]) if change.was is None else change.was
    if stated[change.path] == was:
        return change
    return ValueChange(change.path, stated[change.path], change.now)


def _between(before: Plan, after: Plan) -> tuple[ValueChange, ...]:
    was, now = _values(before), _values(after)
    return tuple(ValueChange(path, was[path], now[path]) for path in was if was[path] != now[path])


def _values(plan: Plan) -> dict[tuple[str, ...], Any]:
    """Where the roadmap has what a plan records."""
    found: dict[tuple[str, ...], Any] = {
        ("target", "date"): plan.target, ("target", "scope"): plan.scope,
    }  # fmt: skip
    days = zip(WEEKDAYS, plan.minutes, strict=True)
    return found | {("minutes", day): minutes for day, minutes in days}


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
