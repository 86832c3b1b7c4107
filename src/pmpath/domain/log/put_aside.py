"""Proposals that were put aside, folded once: for a day, until a day, or for good."""

from __future__ import annotations

from datetime import date

from pmpath.domain.kinds import (
    MORE,
    NOT_BEFORE,
    NOT_IN_PLAN,
    OTHER,
    SIZE,
    UNANSWERED,
    Decline,
)
from pmpath.domain.log.act_order import ActOrder


class PutAside:
    """Changed while the log is folded, in any order of lines, and by nobody after.

    `today` has the keys put aside on each day, for that day; `days` the days on which an action
    was; `unanswered` those on which a question was passed over. `more` is when another step was
    asked for last.
    """

    def __init__(self) -> None:
        self.today: dict[date, list[str]] = {}
        self.days: dict[str, set[date]] = {}
        self.unanswered: dict[str, set[date]] = {}
        self.more: ActOrder | None = None
        self._sizes: dict[date, tuple[ActOrder, int]] = {}
        self._lasting: dict[str, tuple[ActOrder, Decline]] = {}

    def add(self, found: Decline, written: ActOrder) -> None:
        """Fold one live record."""
        if found.how in (MORE, SIZE):
            self.more = max(self.more or written, written)
        if found.how == SIZE:
            self._sizes[found.day] = max(self._sizes.get(found.day, (written, 0)),
                                         (written, found.minutes))  # fmt: skip
        if found.how == UNANSWERED:
            self.unanswered.setdefault(found.action, set()).add(found.day)
        if found.how in (OTHER, NOT_BEFORE, NOT_IN_PLAN):
            self.today.setdefault(found.day, []).append(found.action)
            self.days.setdefault(found.action, set()).add(found.day)
        if found.how in (NOT_BEFORE, NOT_IN_PLAN):
            known = self._lasting.get(found.action)
            if known is None or written > known[0]:
                self._lasting[found.action] = (written, found)

    def minutes_on(self, day: date) -> int | None:
        """How long the step of that day was asked to be; None when nobody asked."""
        found = self._sizes.get(day)
        return found[1] if found else None

    def holds(self, action: str, today: date, last_done: date | None) -> bool:
        """Whether the action is put aside beyond a day: until a later one, or for good.

        Doing it after all brings it back.
        """
        found = self._lasting.get(action)
        if found is None:
            return False
        decline = found[1]
        if last_done is not None and last_done >= decline.day:
            return False
        return decline.until is None or today < decline.until

    def times(self, action: str, since: date | None) -> int:
        """On how many days the action was put aside since it was done last."""
        return sum(since is None or day > since for day in self.days.get(action, ()))
