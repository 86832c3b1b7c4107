"""Records that stay whole in a folded log: plans, moves, days of rest, and whatever is rare."""

from __future__ import annotations

from pmpath.domain.entry import Plan
from pmpath.domain.kinds import DROP, RESTORE, Accept, Close, Move, Record, Rest
from pmpath.domain.log.act_order import act_order
from pmpath.domain.side_kinds import Check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Kept = TypeVar("Kept", bound=Record)


class WholeRecords:
    """What of a journal is kept record by record."""

    _kept: dict[type, list[Any]]

    def kept(self, made: type[Kept]) -> list[Kept]:
        """The records of a kind that are kept whole, in the order of writing once all are in.

        All are but entries, milestones that were reached and proposals put aside, which are folded.
        """
        return self._kept.setdefault(made, [])

    def sort_kept(self) -> None:
        """Put what is kept whole in the order in which it was done.

        A plan may hold from a day before that of an older one: the clock was set back, or the
        person flew west. The one that was made last counts from its day on.
        """
        for written in self._kept.values():
            written.sort(key=act_order)

    @property
    def plans(self) -> list[Plan]:
        """What was promised from which day on, in the order in which the plans were made."""
        return self.kept(Plan)

    @property
    def moves(self) -> list[Move]:
        """Days of the plan that were moved, milestones that left it, in the order of writing."""
        return self.kept(Move)

    @property
    def rests(self) -> list[Rest]:
        """Neutral days, in the order of writing."""
        return self.kept(Rest)

    @property
    def accepts(self) -> list[Accept]:
        """Findings that were taken note of, in the order of writing."""
        return self.kept(Accept)

    @property
    def checks(self) -> list[Check]:
        """Texts that were checked, in the order of writing."""
        return self.kept(Check)

    @property
    def dropped(self) -> dict[str, Move]:
        """Milestones that left the plan and did not come back, each with the move that says why."""
        latest = {one.of: one for one in self.moves if one.what in (DROP, RESTORE)}
        return {key: one for key, one in latest.items() if one.what == DROP}

    @property
    def closed(self) -> Close | None:
        """How the plan ended; None while it runs, and again once a later plan restarts it."""
        last: Close | None = max(self.kept(Close), key=act_order, default=None)
        if last is None:
            return None
        restarts = (plan for plan in self.plans if plan.restart)
        return None if any(act_order(plan) > act_order(last) for plan in restarts) else last
