"""The measured changes that a period brought."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry
from pmpath.domain.metric import Metric, Number, percent_change, point_change
from pmpath.domain.record import Frozen
from pmpath.reports.period.hidden import names_pay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.hidden import Hidden


class Win(Frozen):
    """A number with its second side; `percent` is its change, None when it started from 0.

    Values that are percent themselves differ in `points`, exact like the values; others have none.
    """

    metric: Metric
    percent: int | None
    day: date
    points: Number | None = None

    def for_others(self, hidden: Hidden, *, notes: bool) -> Win | None:
        """What is about pay is left out, notes or not."""
        return None if names_pay(self.metric.name) else self


def wins_in(entries: tuple[Entry, ...]) -> tuple[Win, ...]:
    """Every number of the entries that has its second side, in their order."""
    return tuple(
        Win(metric, percent_change(metric), entry.day, point_change(metric))
        for entry in entries
        for metric in entry.metrics
        if metric.after is not None
    )
