"""Changes of the plan as facts: date, hours, scope, and why, where a reason was given."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from pmpath.coach.numbers.target_date import given_reason
from pmpath.coach.situation import Situation
from pmpath.domain.entry import Plan
from pmpath.domain.kinds import RoadmapChange
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.hidden import Hidden

REASON_LEFT_OUT = "reason left out"
HOURS, SCOPE, RESTART, SIDE = "hours", "scope", "restart", "side"


class PlanChange(Frozen):
    """On a day the plan was changed in one thing: `what` is hours, scope, restart or side.

    `was` and `now` are minutes a week for hours, words for a scope or a side.
    """

    on: date
    what: str
    was: int | str
    now: int | str
    reason: str = ""

    def for_others(self, hidden: Hidden, *, notes: bool) -> PlanChange:
        """Reasons go with the notes."""
        return self if notes or not self.reason else changed(self, reason=REASON_LEFT_OUT)


def plan_changes(situation: Situation, period: Period) -> tuple[PlanChange, ...]:
    """The changes recorded in the period but those of the date: the side first, then the plan's."""
    sides = [
        PlanChange(one.day, SIDE, one.side_was, one.side_now)
        for one in situation.journal.kept(RoadmapChange)
        if one.day in period and one.side_now != one.side_was
    ]
    return (*sides, *_of_the_plan(situation, period))


def _of_the_plan(situation: Situation, period: Period) -> tuple[PlanChange, ...]:
    return tuple(
        one
        for before, after in pairwise(situation.journal.plans)
        if after.day in period
        for one in _between(before, after)
    )


def _between(before: Plan, after: Plan) -> list[PlanChange]:
    why = given_reason(after.reason)
    found = []
    if before.minutes != after.minutes:
        found.append(PlanChange(after.day, HOURS, sum(before.minutes), sum(after.minutes), why))
    if before.scope != after.scope:
        found.append(PlanChange(after.day, SCOPE, before.scope, after.scope, why))
    if after.restart and not found and before.target == after.target:
        found.append(PlanChange(after.day, RESTART, "", "", why))
    return found
