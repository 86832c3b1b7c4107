"""A day that is the whole of a text: the value of an option or an answer, or a part of a span."""

from __future__ import annotations

from datetime import date

from pmpath.domain.errors import UsageError
from pmpath.domain.when.calendar import EARLIEST_YEAR, EXAMPLES, LATEST_YEAR, MONTH_NUMBERS, PAST
from pmpath.domain.when.day_form import only_day
from pmpath.domain.when.day_forms import day_at


def read_day(text: str, today: date, *, facing: int = PAST) -> date:
    """The day that the value of an option means; raises UsageError when it means none."""
    day = day_in(tuple(text.split()), today, facing=facing)
    if day is None:
        raise UsageError(f"{text!r} is not a day.", hint=EXAMPLES)
    return day


def day_in(words: tuple[str, ...], today: date, *, facing: int = PAST) -> date | None:
    """The day that exactly these words mean, or None if they mean no day.

    Raises UsageError for a day that no calendar has, and for `3/4`, with both of its days.
    """
    if words and words[0].casefold() == "on":
        words = words[1:]
    match = day_at(words, 0) if words else None
    if match is None or match[1] != len(words):
        return None
    return only_day(match[0], today, facing)


def past_day(text: str, today: date) -> date:
    """A day up to today, or a month, which stands for its first day; raises UsageError."""
    words = tuple(text.lower().replace("last ", "").replace(",", " ").split())
    day = day_in(tuple(text.split()), today, facing=PAST)
    if day is None and words and words[0] in MONTH_NUMBERS and len(words) <= 2:
        year = words[1] if len(words) == 2 else ""
        month = MONTH_NUMBERS[words[0]]
        number = int(year) if year.isdecimal() else today.year - (month > today.month)
        day = date(min(max(number, EARLIEST_YEAR), LATEST_YEAR), month, 1)
    if day is None or day > today:
        raise UsageError(
            f"{text!r} is no day up to today.", hint="Write 2026-03-10, mar 2026, never"
        )
    return day
