"""Which dates and weeks a plan may have; `init` and every later move ask the same."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.errors import UsageError
from pmpath.domain.period import weeks_between
from pmpath.domain.roadmap.roadmap import SHORTEST_FULL_WEEKS, is_day
from pmpath.render.page.text import pluralize

LEAST_MINUTES_A_WEEK = 90
SEARCH = "search"
LONGEST_WEEKS = 520


def refuse_past(target: object, today: date) -> None:
    """Raise UsageError for a target date that has come already; what is not a day is not judged."""
    if is_day(target) and isinstance(target, date) and target <= today:
        raise UsageError(
            f"The target date {target} has passed.", hint="Set the day you will start."
        )


def check_length(day: date, start: date, mode: str) -> None:
    """Raise UsageError when the weeks from `start` are too few for a whole plan, or ten years."""
    weeks = weeks_between(start, day)
    if weeks > LONGEST_WEEKS:
        raise UsageError(
            f"{day} is more than ten years away.", hint="Choose a date within ten years."
        )
    if is_too_near(day, start) and mode != SEARCH:
        raise UsageError(
            f"{pluralize(weeks, 'week')} left: too few for a whole plan.",
            hint=f"Set a date from {start + timedelta(weeks=SHORTEST_FULL_WEEKS)} on, or plan just "
            "the job search: --mode search",
        )


def is_too_near(day: date, start: date) -> bool:
    """Whether the weeks from `start` are too few for more than the search."""
    return weeks_between(start, day) < SHORTEST_FULL_WEEKS


def check_minutes(minutes: tuple[int, ...]) -> None:
    """Raise UsageError when a week has too few minutes for any plan."""
    if sum(minutes) < LEAST_MINUTES_A_WEEK:
        raise UsageError(
            f"No plan fits into {sum(minutes)} minutes a week.",
            hint=f"A plan needs at least {LEAST_MINUTES_A_WEEK} minutes: "
            "write 1.5 hours, or 20 min a day.",
        )
