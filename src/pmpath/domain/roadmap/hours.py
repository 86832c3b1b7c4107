"""The time a week has: hours as one number, or minutes for each weekday."""

from __future__ import annotations

from itertools import groupby

from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.roadmap import MINUTES_A_DAY, WEEKDAYS
from pmpath.domain.roadmap.week_words import minutes_by_day, weekly_minutes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Hours a week are spread so that one slot is long: Monday to Friday one part each, Saturday three.
SHARES = {"mon": 1, "tue": 1, "wed": 1, "thu": 1, "fri": 1, "sat": 3, "sun": 0}
ROUNDED_TO_MINUTES = 5


def read_week(text: str) -> dict[str, int]:
    """Minutes by weekday: of the days that are named, or of a whole week, spread over its days.

    Raises UsageError for what is neither.
    """
    named = minutes_by_day(text)
    return spread_over_week(weekly_minutes(text)) if named is None else named


def spread_over_week(total: int) -> dict[str, int]:
    """A week's minutes over its days in steps of five, the long slot on Saturday."""
    unit = total // sum(SHARES.values()) // ROUNDED_TO_MINUTES * ROUNDED_TO_MINUTES
    minutes = {day: unit * share for day, share in SHARES.items()}
    minutes["sat"] += total - sum(minutes.values())
    return minutes


def week_text(minutes: Mapping[str, int]) -> str:
    """`mon-fri 30, sat 90, sun off`, in minutes."""
    days = [(day, minutes.get(day, 0)) for day in WEEKDAYS]
    parts = []
    for amount, group in groupby(days, key=lambda one: one[1]):
        names = [day for day, _ in group]
        span = names[0] if len(names) == 1 else f"{names[0]}-{names[-1]}"
        parts.append(f"{span} {amount or 'off'}")
    return ", ".join(parts)


def scaled_week(minutes: Sequence[int], total: int) -> dict[str, int]:
    """Another sum over the same days in the same shares, in steps of five; rest days stay so.

    What the steps leave over joins the longest day. Raises UsageError when a day would not hold it.
    """
    before = sum(minutes)
    week = {
        day: total * part // before // ROUNDED_TO_MINUTES * ROUNDED_TO_MINUTES
        for day, part in zip(WEEKDAYS, minutes, strict=True)
    }
    longest = max(WEEKDAYS, key=lambda day: minutes[WEEKDAYS.index(day)])
    week[longest] += total - sum(week.values())
    if max(week.values()) > MINUTES_A_DAY:
        raise UsageError(
            f"{longest} would get more than 24 hours.", hint="Name the days: mon-fri 30, sat 90"
        )
    return week
