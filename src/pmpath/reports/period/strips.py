"""The last twelve weeks at a glance: in which of them what kind of thing was done."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.domain.period import Period, week_number, week_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

WEEKS_SHOWN = 12
# A plan of one to three weeks has nothing to compare yet.
FIRST_WEEK_SHOWN = 4
READING = "reading"
SOME, NONE, REST = "some", "none", "rest"


class StripWeek(Frozen):
    """A week by its number in the plan, from 1, and its Monday."""

    number: int
    monday: date


class StripRow(Frozen):
    """One kind of thing: a cell for each week, and how many of them are `some`."""

    name: str
    cells: tuple[str, ...]
    some: int


class Strips(Frozen):
    """Rows over the same weeks, oldest first, at most twelve; `runs`: the last is not over.

    `by_track`: each row is a track, else a kind of thing.
    """

    weeks: tuple[StripWeek, ...]
    rows: tuple[StripRow, ...]
    runs: bool
    by_track: bool = False


def strips(situation: Situation, main_track: str) -> Strips | None:
    """The strips as of the situation's day; None before the fourth week of the plan.

    A week counts as rest when all of its days are neutral and nothing of the kind was done on
    them. Reading has a row when it is the main track of what is reported.
    """
    today = situation.today
    first, last = week_of(situation.roadmap.target.start), week_of(today)
    count = week_number(today, first.start)
    if count < FIRST_WEEK_SHOWN:
        return None
    numbers = range(max(count - WEEKS_SHOWN, 0), count)
    weeks = [week_of(first.start + timedelta(weeks=number)) for number in numbers]
    planned_minutes = situation.planned_minutes
    rests = [all(planned_minutes.is_neutral(day) for day in week.days) for week in weeks]
    seen = situation.journal.observed
    kinds: list[tuple[str, Collection[date]]] = [
        ("people", seen.people_days), ("customers", seen.customer_days), ("made", seen.made_days),
    ]  # fmt: skip
    if main_track == READING:
        kinds.append((READING, seen.track_minutes.get(READING, {})))
    return Strips(
        weeks=tuple(
            StripWeek(number + 1, week.start) for number, week in zip(numbers, weeks, strict=True)
        ),
        rows=tuple(_row(name, days, weeks, rests) for name, days in kinds),
        runs=today < last.last,
    )


def track_strips(situation: Situation, seen: Strips) -> Strips | None:
    """A row for each track with minutes in the same weeks, most first; None where there is none."""
    weeks = [week_of(week.monday) for week in seen.weeks]
    rests = [all(situation.planned_minutes.is_neutral(day) for day in week.days) for week in weeks]
    names, days = situation.catalog.tracks, situation.journal.observed.track_minutes
    rows = [
        _row(names[key].name if key in names else key, days[key], weeks, rests)
        for key in sorted(days, key=lambda key: list(names).index(key) if key in names else -1)
        if key
    ]
    rows = sorted((row for row in rows if row.some), key=lambda row: -row.some)
    return Strips(seen.weeks, tuple(rows), seen.runs, by_track=True) if rows else None


def _row(name: str, days: Collection[date], weeks: list[Period], rests: list[bool]) -> StripRow:
    cells = tuple(
        SOME if any(day in days for day in week.days) else REST if rest else NONE
        for week, rest in zip(weeks, rests, strict=True)
    )
    return StripRow(name, cells, cells.count(SOME))
