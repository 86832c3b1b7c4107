"""A day as it was typed, and which day of the calendar it means on a given day."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.errors import UsageError
from pmpath.domain.record import Frozen, changed
from pmpath.domain.when.calendar import (
    EXAMPLES,
    FUTURE,
    PAST,
    WEEKDAYS,
    nearest_anniversary,
    nearest_weekday,
    not_in_calendar,
    real_day,
    shifted,
)

# How it is written: with a year, as a day and a month, as a day of a week, as so many days off, as
# the end of a month or year, as `the 22nd`; EITHER has two readings, `3/4`, as has UNCLEAR.
FULL, YEARLY, WEEKLY, OFF, END, EITHER = "full", "yearly", "weekly", "off", "end", "either"
MONTHLY, UNCLEAR = "monthly", "unclear"
# Every weekday meets every day of the month within so many months.
MONTHS_OF_MEETING = 14


class DayForm(Frozen):
    """A day as typed, before it is known which it is.

    `kind` is one of the words above; `numbers` are day and month (and year), of EITHER both
    readings, or how many units off. `weekday` is said beside it or alone, -1 for none. `side` is
    PAST or FUTURE when a word such as last or ago says so, else 0. `said` is for sentences.
    `is_plain`: no other thing is written so; `12.03` may be a version, too.
    """

    kind: str
    numbers: tuple[int, ...] = ()
    unit: str = "day"
    weekday: int = -1
    side: int = 0
    said: str = ""
    is_plain: bool = True


def day_of_form(form: DayForm, today: date, facing: int) -> date:
    """The day that a form means on `today`; raises UsageError when the calendar has none.

    Without a year and without last or next it is the latest such day or, facing FUTURE, the next.
    """
    if form.kind == FULL:
        day = real_day(form.numbers[2], form.numbers[1], form.numbers[0], form.said)
        return _with_weekday(form, day)
    if form.kind == YEARLY:
        return _yearly(form, today, facing)
    if form.kind == WEEKLY:
        side = form.side or facing
        if form.unit == "this":
            return _this_week(form.weekday, today, facing)
        return nearest_weekday(
            form.weekday, today, side, today_counts=form.side == 0 and side == PAST
        )
    if form.kind == OFF:
        return shifted(today, form.numbers[0], form.unit)
    if form.kind == END:
        return _end_of(today, form.unit)
    if form.kind == MONTHLY:
        return _monthly(form, today, facing)
    raise UsageError(f"{form.said} can be read in two ways.", hint=EXAMPLES)


def readings(form: DayForm, today: date, facing: int) -> tuple[date, ...]:
    """Every day that a form can mean: two for `3/4`, else one."""
    if form.kind != EITHER:
        return (day_of_form(form, today, facing),)
    first, second, *year = form.numbers
    kind = FULL if year else YEARLY
    return tuple(
        day_of_form(changed(form, kind=kind, numbers=numbers), today, facing)
        for numbers in ((first, second, *year), (second, first, *year))
    )


def only_day(form: DayForm, today: date, facing: int) -> date:
    """The one day that a form can mean; raises UsageError with both days of `3/4`."""
    days = sorted(set(readings(form, today, facing)))
    if len(days) > 1:
        raise in_two_ways(form.said, *days)
    return days[0]


def in_two_ways(said: str, *days: date) -> UsageError:
    """What is said of `3/4`, with both of its days."""
    both = " or ".join(str(day) for day in sorted(days))
    return UsageError(f"{said} can be read in two ways.", hint=f"Write {both}.")


def _end_of(today: date, unit: str) -> date:
    if unit == "year":
        return today.replace(month=12, day=31)
    return shifted(today.replace(day=1), 1, "month") - timedelta(1)


def _this_week(weekday: int, today: date, facing: int) -> date:
    """`this friday`; what is past by then is, facing FUTURE, that of the next week."""
    day = shifted(today, weekday - today.weekday(), "day")
    return shifted(day, 7, "day") if facing == FUTURE and day < today else day


def _monthly(form: DayForm, today: date, facing: int) -> date:
    """The nearest 22nd, or the nearest that is such a weekday."""
    for side in (facing, -facing):
        for distance in range(MONTHS_OF_MEETING * 31):
            day = shifted(today, side * distance, "day")
            if day.day == form.numbers[0] and form.weekday in (-1, day.weekday()):
                if form.weekday < 0 or distance < 100:
                    return day
                break
    raise not_in_calendar(form.said)


def _yearly(form: DayForm, today: date, facing: int) -> date:
    day, month = form.numbers
    if form.weekday < 0:
        return nearest_anniversary(day, month, today, facing)
    # Without a year the weekday decides on which side of today the day lies.
    for side in (facing, -facing):
        found = nearest_anniversary(day, month, today, side)
        if found.weekday() == form.weekday:
            return found
    return _with_weekday(form, nearest_anniversary(day, month, today, facing))


def _with_weekday(form: DayForm, day: date) -> date:
    if form.weekday in (-1, day.weekday()):
        return day
    said = form.said.split(maxsplit=1)[-1]
    raise UsageError(f"{said} is not a {WEEKDAYS[form.weekday].capitalize()}.", hint=EXAMPLES)
