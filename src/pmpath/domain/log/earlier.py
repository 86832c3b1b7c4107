"""A folded log as it was on the morning of an earlier day, as far as steps depend on it."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import accumulate

from pmpath.domain.log.journal import Journal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class Past:
    """The earlier days of one log: its days are put in order once, for all that are asked for."""

    def __init__(self, journal: Journal) -> None:
        # Made before a copy is, so that the copies of many days share it.
        _ = journal.open_commitments
        self.journal = journal
        self._held = {key: _Days(days) for key, days in journal.days.held.items()}
        self._asked = {key: _Days(days) for key, days in journal.days.asked.items()}
        self._tracks = {key: _Days(dict.fromkeys(days, 1))
                        for key, days in journal.observed.track_minutes.items()}  # fmt: skip

    def before(self, day: date) -> Journal:
        """The same log without the actions of that day and later ones.

        Actions, their parts and the tracks they were on are as they were; people, promises,
        milestones and numbers stay as the whole log has them.
        """
        then = self.journal.twin()
        then.actions_done = _latest(self._held, day)
        then.actions_asked = _latest(self._asked, day)
        then.action_counts = {key: days.times_before(day) for key, days in self._held.items()}
        then.part_minutes = {
            key: {on: minutes for on, minutes in parts.items() if on < day}
            for key, parts in self.journal.part_minutes.items()
        }
        then.track_counts = {key: days.times_before(day) for key, days in self._tracks.items()}
        then.last_on_track = _latest(self._tracks, day)
        return then


class _Days:
    """Days in their order, and how often something was there up to each."""

    def __init__(self, times: Mapping[date, int]) -> None:
        self.days = sorted(times)
        self.totals = list(accumulate(map(times.__getitem__, self.days), initial=0))

    def times_before(self, day: date) -> int:
        """How often it was there before a day."""
        return self.totals[bisect_left(self.days, day)]

    def latest_before(self, day: date) -> date | None:
        """The last day before a day on which it was there; None where it was not."""
        at = bisect_left(self.days, day)
        return self.days[at - 1] if at else None


def _latest(days: Mapping[str, _Days], day: date) -> dict[str, date]:
    found = {key: one.latest_before(day) for key, one in days.items()}
    return {key: latest for key, latest in found.items() if latest is not None}
