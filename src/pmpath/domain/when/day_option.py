"""A day that is the whole of a text: the value of an option or an answer, or a part of a span."""

from __future__ import annotations

from datetime import date

from pmpath.domain.errors import UsageError
from pmpath.domain.when.calendar import EXAMPLES, PAST
from pmpath.domain.when.day_form import in_two_ways, only_day
from pmpath.domain.when.day_forms import day_at
from pmpath.domain.when.rough_days import day_meant


def read_day(text: str, today: date, *, facing: int = PAST) -> date:
    """The day that the value of an option means; raises UsageError when it means none."""
    day = day_in(tuple(text.split()), today, facing=facing)
    if day is None:
        raise UsageError(f'"{text}" is not a day.', hint=EXAMPLES)
    return day


def day_in(words: tuple[str, ...], today: date, *, facing: int = PAST) -> date | None:
    """The day that exactly these words mean, or None if they mean no day.

    Raises UsageError for a day that no calendar has, and for `3/4`, with both of its days.
    """
    # Somebody who quotes `"1 mar"` gives two words in one.
    words = tuple(" ".join(words).split())
    if words and words[0].casefold() == "on":
        words = words[1:]
    match = day_at(words, 0) if words else None
    if match is None or match[1] != len(words):
        return None
    return only_day(match[0], today, facing)


def past_day(text: str, today: date, *, at_end: bool = False) -> date:
    """A day up to today; a month, season or year stands for its first day. Raises UsageError.

    `at_end`: other words may stand before it.
    """
    meant = day_meant(text, today, PAST, at_end=at_end)
    if meant is not None and meant.other is not None:
        raise in_two_ways(text.strip(), meant.first, meant.other)
    if meant is None or meant.first > today:
        raise UsageError(
            f'"{text.strip()}" was not understood as a day that is over.',
            hint="Write 2026-03-10, mar 2026, last year, or never.",
        )
    return meant.first
