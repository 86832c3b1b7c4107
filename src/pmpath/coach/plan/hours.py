"""Minutes for milestones between two days: planned ones, less half an hour a week for the review.

Days are counted, never begun weeks, so that the whole plan, the way to each milestone and what is
left of it are measured alike.
"""

from __future__ import annotations

from datetime import timedelta

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

# Half an hour a week goes to the review and the scan, not to milestones.
WEEKLY_OVERHEAD_MINUTES = 30
DAYS_A_WEEK = 7


class Stretch(Frozen):
    """Days from `start` (included) to `end` (not included), less `away`, the days off in it."""

    start: date
    end: date
    away: frozenset[date]

    @property
    def days(self) -> int:
        """How many of its days are not days off."""
        return max((self.end - self.start).days, 0) - len(self.away)

    def minutes(self, by_weekday: tuple[int, ...]) -> int:
        """Whole minutes for milestones, never below 0; a broken week counts by its days.

        A day off takes its own minutes away, and has no share of the review.
        """
        planned = max((self.end - self.start).days, 0) * sum(by_weekday)
        lost = DAYS_A_WEEK * sum(by_weekday[day.weekday()] for day in self.away)
        return max(planned - lost - self.days * WEEKLY_OVERHEAD_MINUTES, 0) // DAYS_A_WEEK


def stretch(start: date, end: date, off: Iterable[tuple[date, date]]) -> Stretch:
    """The days from one to before another; `off` are first and last days of vacations and rests."""
    away = frozenset(
        max(first, start) + timedelta(distance)
        for first, last in off
        for distance in range((min(last, end - timedelta(1)) - max(first, start)).days + 1)
    )
    return Stretch(start, end, away)
