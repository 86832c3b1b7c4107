"""Milestones that are done: marked by hand, or reached by the facts of the log."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.kinds import MilestoneDone
from pmpath.domain.log.act_order import act_order
from pmpath.domain.record import Frozen


class Reached(Frozen):
    """`day` is that of the last fact, `shown` the day on which it was written.

    `entries` are the ids of those that hold the facts.
    """

    day: date
    shown: date
    entries: tuple[str, ...] = ()


class Milestones:
    """Changed while the log is folded and by nobody after; the mark written last counts."""

    def __init__(self) -> None:
        self.by_facts: dict[str, Reached] = {}
        # All of each, since a day gone by knew those of before; the last one counts.
        self._marks: dict[str, tuple[MilestoneDone, ...]] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Milestones) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]

    def add(self, found: MilestoneDone) -> None:
        """Fold one mark, in whatever order they come."""
        known = (*self._marks.get(found.of, ()), found)
        self._marks[found.of] = tuple(sorted(known, key=act_order))

    def reach(self, milestone: str, found: Reached) -> None:
        """Facts have reached it."""
        self.by_facts[milestone] = found

    def let_go(self) -> None:
        """Forget what facts have reached: they are looked at anew."""
        self.by_facts = {}

    @property
    def by_hand(self) -> dict[str, date]:
        """Those that a mark says are done, with the day it gives."""
        last = {key: marks[-1] for key, marks in self._marks.items()}
        return {key: one.day for key, one in last.items() if not one.reopened}

    def up_to(self, day: date) -> Milestones:
        """What was done by the end of a day; what was marked open by then is open."""
        found = Milestones()
        found.by_facts = {key: one for key, one in self.by_facts.items() if one.day <= day}
        for marks in self._marks.values():
            for one in marks:
                if one.day <= day:
                    found.add(one)
        return found

    def marked_by(self, milestone: str) -> str:
        """The id of its last mark; raises KeyError where it has none."""
        return self._marks[milestone][-1].id

    @property
    def done(self) -> dict[str, date]:
        """All that are done, with the day each was reached; a mark wins over facts."""
        return {key: one.day for key, one in self.by_facts.items()} | self.by_hand

    def done_on(self, milestone: str) -> date | None:
        """The day of one of them, as `done` has it; None while it is not done."""
        last = next(reversed(self._marks.get(milestone, ())), None)
        if last is not None and not last.reopened:
            return last.day
        found = self.by_facts.get(milestone)
        return None if found is None else found.day

    def reopened_at(self, milestone: str) -> datetime | None:
        """When it was reopened by hand; None unless that was the last word on it."""
        last = next(reversed(self._marks.get(milestone, ())), None)
        return datetime.fromisoformat(last.at) if last is not None and last.reopened else None
