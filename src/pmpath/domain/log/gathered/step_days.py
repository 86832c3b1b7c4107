"""What `done` knew of each day: the steps that were done, and that the day had no more of them."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry
from pmpath.domain.late import Late
from pmpath.domain.people import key_of

# Many days have the same step; it is held once.
_STEPS: dict[str, str] = {}


class StepDays(Late):
    """Changed while the log is folded, in any order of lines, and by nobody after.

    `done` has the steps of each day, as an action with the key of its person behind it; `planned`
    the minutes of days that had fewer to offer than the plan says; `asks`, by entry, the actions
    that it asks somebody for. `held` and `asked` say of each action how often on which day.
    """

    __slots__ = ("asked", "asks", "done", "held", "planned")

    def __init__(self) -> None:
        self.done: dict[date, set[str]] = {}
        self.planned: dict[date, int] = {}
        self.asks: dict[str, tuple[str, ...]] = {}
        self.held: dict[str, dict[date, int]] = {}
        self.asked: dict[str, dict[date, int]] = {}

    def add(self, entry: Entry) -> None:
        """Fold one path action."""
        if entry.step:
            action, person = entry.step_parts
            step = f"{action} {key_of(person)}".strip()
            self.done.setdefault(entry.day, set()).add(_STEPS.setdefault(step, step))
        if entry.planned is not None:
            # Two machines may both have closed the day: what both offered was offered.
            self.planned[entry.day] = max(entry.planned, self.planned.get(entry.day, 0))

    def count(self, action: str, day: date, *, asked: bool) -> None:
        """An action was done whole on that day, or asked for."""
        times = (self.asked if asked else self.held).setdefault(action, {})
        times[day] = times.get(day, 0) + 1
