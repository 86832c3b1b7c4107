"""Stretches of days, always half-open: `start` belongs to them, `end` is the day after the last."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from pmpath.domain.days import month_number, within_reach
from pmpath.domain.errors import UsageError
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Twenty years are more than any plan with its past.
LONGEST_DAYS = 7_305
EXAMPLES = "Write week, last, month, quarter, all, 2026-W07, 2026-11, 2026-Q4 or two days with .."


@record
class Period:
    """The days from `start` (included) to `end` (not included); `kind` names how it was asked."""

    start: date
    end: date
    kind: str = "range"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day < self.end

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.end - timedelta(1)

    @property
    def days(self) -> Iterator[date]:
        """Every day of it, in order."""
        return (self.start + timedelta(n) for n in range((self.end - self.start).days))


def day_of(instant: datetime, day_ends: time) -> date:
    """The day an instant belongs to: until `day_ends` (00:00 to 11:59) it is still the day before.

    `instant` carries the local time zone; only its wall clock counts, so that a change of the
    clock or a journey never moves an entry.
    """
    day = instant.date()
    return day - timedelta(1) if instant.time() < day_ends else day


def week_of(day: date) -> Period:
    """The ISO week around a day, Monday to Sunday."""
    monday = day - timedelta(day.weekday())
    return Period(monday, monday + timedelta(7), "week")


def month_of(day: date) -> Period:
    """The calendar month around a day."""
    return Period(day.replace(day=1), _month_after(day.year, day.month, 1), "month")


def quarter_of(day: date) -> Period:
    """The calendar quarter around a day."""
    first = day.month - (day.month - 1) % 3
    return Period(date(day.year, first, 1), _month_after(day.year, first, 3), "quarter")


def weeks_between(start: date, end: date) -> int:
    """Whole weeks from a day to a later one, begun weeks counted: 1 to 7 days are one week."""
    return -(-(end - start).days // 7)


def read_period(words: str, today: date, first_day: date) -> Period:
    """The period that words mean on `today`; `all` starts at `first_day`. Raises UsageError."""
    text = words.strip().lower()
    named = {
        "week": week_of(today),
        "last": week_of(today - timedelta(7)),
        "month": month_of(today),
        "quarter": quarter_of(today),
        "all": Period(min(first_day, today), today + timedelta(1), "all"),
    }
    if text in named:
        return named[text]
    try:
        found = _dated(text, today)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise UsageError(f"{words!r} is no period.", hint=EXAMPLES)
    within_reach(found.start)
    within_reach(found.last)
    return found


def _dated(text: str, today: date) -> Period | None:
    first, dots, last = text.partition("..")
    if dots:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        in_reach = start <= end and (end - start).days <= LONGEST_DAYS
        return Period(start, end + timedelta(1)) if in_reach else None
    year, dash, rest = text.partition("-")
    if not dash:
        month = month_number(text)
        return month_of(_latest_month(month, today)) if month else None
    if rest.startswith("w"):
        return week_of(date.fromisocalendar(int(year), int(rest[1:]), 1))
    if rest.startswith("q"):
        return quarter_of(date(int(year), int(rest[1:]) * 3, 1))
    if len(rest) == 2:
        return month_of(date(int(year), int(rest), 1))
    return week_of(date.fromisoformat(text))


def _latest_month(month: int, today: date) -> date:
    return date(today.year if month <= today.month else today.year - 1, month, 1)


def _month_after(year: int, month: int, count: int) -> date:
    months = year * 12 + month - 1 + count
    return date(months // 12, months % 12 + 1, 1)
