"""What was done against the line of planned minutes, both summed by week since it began."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.numbers.pace import PlannedMinutes
from pmpath.domain.record import Frozen

# Places on a picture, and lengths of bars, are parts of a whole in permille.
WHOLE = 1000
SUNDAY, WEEK_DAYS = 6, 7


class BurnPoint(Frozen):
    """Totals in minutes at the end of a day: a Sunday, or the last day looked at.

    `at` is the place of the day between the first and the last one, `done_at` and `promised_at`
    those of the totals between 0 and the greatest, each in permille.
    """

    day: date
    done: int
    promised: int
    at: int
    done_at: int
    promised_at: int


class BandPoint(Frozen):
    """A place on the longer picture of a band, and the heights of its edges there, in permille."""

    at: int
    low_at: int
    high_at: int


class Band(Frozen):
    """How what is done goes on at the pace of late, up to all of the plan's work.

    Its picture begins as that of the burn-up does, ends on the day `end` and is `top` minutes high;
    `top_at` is the height of the burn-up's own top on it. `half` and `eighty_five` are the days by
    which the work is done with a chance of 50 and 85 percent, None for the second where that takes
    more than ten years. `target_at` is the place of the target date.
    """

    end: date
    top: int
    top_at: int
    points: tuple[BandPoint, ...]
    half: date
    eighty_five: date | None
    target: date
    target_at: int

    @property
    def now_at(self) -> int:
        """The place at which the burn-up ends and the band begins."""
        return self.points[0].at


class BurnUp(Frozen):
    """The line from its first day on, on which nothing is planned yet, to the day looked at.

    Both are points, so there are at least two; `top` is the greatest total. The `band` is there
    where there is a forecast.
    """

    points: tuple[BurnPoint, ...]
    top: int
    band: Band | None = None


def burn_up(planned_minutes: PlannedMinutes, today: date) -> BurnUp | None:
    """The totals at the start of the line, at the end of each week, and at the end of `today`.

    None on the day the line starts and before, and while nothing is planned nor done. As in the
    pace, a day counts up to its cap. Source: docs/numbers.md, Pace and buffer.
    """
    start = planned_minutes.start
    if today <= start:
        return None
    line, done = planned_minutes.line_through(today), planned_minutes.done_since_start()
    totals = [(start, done(start), 0)]
    day = start
    while day < today:
        day = min(today, day + timedelta((SUNDAY - day.weekday()) % WEEK_DAYS or WEEK_DAYS))
        totals.append((day, done(day), line(day)))
    top = max(totals[-1][1:])
    return BurnUp(_placed(totals, top), top) if top else None


def _placed(totals: list[tuple[date, int, int]], top: int) -> tuple[BurnPoint, ...]:
    first, days = totals[0][0], (totals[-1][0] - totals[0][0]).days
    return tuple(
        BurnPoint(
            day, done, promised,
            (day - first).days * WHOLE // days, done * WHOLE // top, promised * WHOLE // top,
        )
        for day, done, promised in totals
    )  # fmt: skip
