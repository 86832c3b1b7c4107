"""Findings about where four weeks went: reading, strategy, engineering, and how much at all."""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings.finding import DAY, Finding, View
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmpath.coach.findings.finding import Finders

WINDOW_DAYS = 28
READING = "reading"
# Less than this share of the minutes with a person, in percent, goes with much reading.
FEW_PEOPLE_PERCENT = 20
# So much has to be logged, over so many days, before shares say anything.
LEAST_MINUTES, LEAST_DAYS = 120, 14


class Weeks(Frozen):
    """Four weeks through a day, vacations and rest records passed over: minutes by what for.

    `span` is how many days that count they are: 28, fewer while the plan is younger.
    """

    span: int
    path: int
    engineering: int
    reading: int
    people: int
    strategy: int
    is_enough: bool


def four_weeks(view: View, end: date) -> Weeks:
    """The minutes of the latest 28 days that count, through `end`."""
    first, span = view.window(WINDOW_DAYS, end)
    days = [first + DAY * n for n in range((end - first).days + 1)]
    seen, journal = view.observed, view.journal

    def total(by_day: Mapping[date, int]) -> int:
        return sum(by_day.get(day, 0) for day in days)

    path, engineering = total(journal.path_minutes), total(journal.engineering_minutes)
    acted = [
        day for day in days if day in journal.path_minutes or day in journal.engineering_minutes
    ]
    is_long = bool(acted) and view.ages.since(acted[0], end) >= LEAST_DAYS - 1
    return Weeks(
        span, path, engineering, total(seen.track_minutes.get(READING, {})),
        total(seen.people_minutes), total(seen.strategy_minutes),
        path + engineering >= LEAST_MINUTES and is_long,
    )  # fmt: skip


def reading_heavy(view: View) -> Iterator[Finding]:
    """More than such a share of four weeks was reading, and too little with a person."""
    percent = view.limit("READING_HEAVY")

    def holds(end: date) -> bool:
        found = four_weeks(view, end)
        return (
            found.is_enough
            and found.path >= LEAST_MINUTES
            and found.reading * 100 > percent * found.path
            and found.people * 100 < FEW_PEOPLE_PERCENT * found.path
        )

    found = four_weeks(view, view.today)
    if found.reading:
        figures = {
            "span": found.span, "total_minutes": found.path, "reading_minutes": found.reading,
            "people_minutes": found.people,
            "reading_percent": found.reading * 100 // found.path,
            "people_percent": found.people * 100 // found.path,
        }  # fmt: skip
        yield Finding("READING_HEAVY", view.unbroken(holds), figures)


def strategy_heavy(view: View) -> Iterator[Finding]:
    """More than such a share of four weeks was strategy."""
    percent = view.limit("STRATEGY_HEAVY")

    def holds(end: date) -> bool:
        found = four_weeks(view, end)
        return found.is_enough and found.strategy * 100 > percent * found.path

    found = four_weeks(view, view.today)
    if found.strategy:
        figures = {
            "span": found.span, "total_minutes": found.path, "strategy_minutes": found.strategy,
            "percent": found.strategy * 100 // found.path,
        }  # fmt: skip
        yield Finding("STRATEGY_HEAVY", view.unbroken(holds), figures)


def engineering_drift(view: View) -> Iterator[Finding]:
    """More than such a share of all that was logged in four weeks was engineering."""
    percent = view.limit("ENGINEERING_DRIFT")

    def holds(end: date) -> bool:
        found = four_weeks(view, end)
        total = found.path + found.engineering
        return found.is_enough and found.engineering * 100 > percent * total

    found = four_weeks(view, view.today)
    if found.engineering:
        figures = {
            "span": found.span, "total_minutes": found.path + found.engineering,
            "path_minutes": found.path, "engineering_minutes": found.engineering,
        }  # fmt: skip
        yield Finding("ENGINEERING_DRIFT", view.unbroken(holds), figures)


def pace(view: View) -> Iterator[Finding]:
    """Less than such a share of the minutes planned for four weeks was done.

    Today counts once it has begun. Said once the line of planned minutes is four weeks old.
    """
    percent, planned_minutes = view.limit("PACE"), view.situation.planned_minutes
    done = planned_minutes.done_since_start()

    def totals(end: date) -> tuple[int, int] | None:
        first = view.ages.window(WINDOW_DAYS, end)
        if first <= planned_minutes.start:
            return None
        days = [first + DAY * n for n in range((end - first).days + 1)]
        return done(end) - done(first - DAY), sum(map(planned_minutes.on, days))

    def holds(end: date) -> bool:
        found = totals(end)
        return found is not None and found[0] * 100 < percent * found[1]

    end = view.today if view.journal.path_actions.get(view.today) else view.today - DAY
    found = totals(end)
    if found is not None and found[1]:
        figures = {
            "span": WINDOW_DAYS, "done_minutes": found[0], "promised_minutes": found[1],
        }  # fmt: skip
        yield Finding("PACE", view.unbroken(holds, end), figures)


def gap(view: View) -> Iterator[Finding]:
    """So many missed days in a row; whoever has logged something today is back."""
    days = view.situation.planned_minutes.missed_in_a_row(view.today)
    if days and not view.journal.path_actions.get(view.today):
        before = [day for day in view.journal.path_actions if day < view.today]
        last = max(before, default=view.start)
        since = last + DAY if days >= view.limit("GAP") else None
        case = "" if before else "none"
        yield Finding("GAP", since, {"days": days, "last": last}, case=case)


# By the ids of data/findings.toml.
FINDERS: Finders = {
    "READING_HEAVY": reading_heavy,
    "STRATEGY_HEAVY": strategy_heavy,
    "ENGINEERING_DRIFT": engineering_drift,
    "PACE": pace,
    "GAP": gap,
}
