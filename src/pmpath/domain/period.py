"""Stretches of days, always half-open: `start` belongs to them, `end` is the day after the last."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from pmpath.domain.errors import UsageError
from pmpath.domain.record import Frozen
from pmpath.domain.when.calendar import shifted, within_reach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Twenty years are more than any plan with its past.
LONGEST_DAYS = 7_305
EXAMPLES = (
    "Write last week, month, march, 2026, 2026-Q4, 2026-W07, all, or two days: 1 feb to 9 feb."
)
LAST = ("last", "past", "previous")
# By how many months it has.
KINDS = {1: "month", 3: "quarter", 12: "year"}
UP_TO = ("..", "to", "-", "until", "till", "through")


class Period(Frozen):
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


# Every day there is, for a fold that has to keep every entry.
EVER = Period(date.min, date.max)


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


def week_number(day: date, first: date) -> int:
    """Which week a day is in, counted in calendar weeks from that of `first`, which is week 1."""
    return (week_of(day).start - week_of(first).start).days // 7 + 1


class AskedWeek(Frozen):
    """A calendar week asked for by its number, and the week of the plan with the same number.

    `of_plan` is None where that is the same week, or the plan has none of that number.
    """

    number: int
    year: int
    of_plan: Period | None


def asked_week(words: str, period: Period, start: date, target: date) -> AskedWeek | None:
    """For `week 3` or `w3`; None for words that name no number, or the year as well."""
    said = words.lower().replace("week", "w").replace(" ", "")
    number = said.removeprefix("w") if said.startswith("w") else said.removesuffix("w")
    if period.kind != "week" or number == said or not number.isdecimal():
        return None
    first = week_of(start).start + timedelta(7 * (int(number) - 1))
    is_other = first != period.start and first < target
    year = period.start.isocalendar().year
    return AskedWeek(int(number), year, week_of(first) if is_other else None)


def read_period(words: str, today: date, first_day: date) -> Period:
    """The period that words mean on `today`; `all` starts at `first_day`. Raises UsageError.

    `last week`, `march`, `2026`, `Q1 2027`, `week 7`, `A to B`, `since A`, `last 30 days`; a day
    stands for its week. Days and months without a year are the last ones.
    """
    said = tuple(words.lower().replace("..", " .. ").replace(",", " ").split())
    if said == ("all",):
        return Period(min(first_day, today), today + timedelta(1), "all")
    try:
        around = _around(said, today)
        found = around or _counted(said, today) or _between(said, today) or _dated(said, today)
    except (ValueError, OverflowError):
        found = around = None
    if found is None:
        raise UsageError(f'"{words}" is not a period.', hint=EXAMPLES)
    if not around:
        within_reach(found.start)
        within_reach(found.last)
    return found


def _around(said: tuple[str, ...], today: date) -> Period | None:
    """`week`, `this month`, `last quarter`; `last` alone is the last week."""
    back = said[0] in LAST if said else False
    name = said[1:] if said and (back or said[0] == "this") else said
    unit = name[0] if len(name) == 1 else "week" if back and not name else ""
    if unit == "week":
        return week_of(today - timedelta(7 * back))
    if unit == "month":
        return month_of(today.replace(day=1) - timedelta(back))
    if unit == "quarter":
        return quarter_of(quarter_of(today).start - timedelta(back))
    return _year(today.year - back) if unit == "year" else None


def _counted(said: tuple[str, ...], today: date) -> Period | None:
    """`last 30 days`, `past 4 weeks`, `last 3 months`, up to today."""
    if len(said) != 3 or said[0] not in LAST or not said[1].isdecimal() or len(said[1]) > 4:
        return None
    unit = said[2].removesuffix("s")
    if unit not in ("day", "week", "month", "year"):
        return None
    start = shifted(today, -int(said[1]), unit) + timedelta(1)
    return Period(start, today + timedelta(1)) if (today - start).days < LONGEST_DAYS else None


def _between(said: tuple[str, ...], today: date) -> Period | None:
    """`A to B`, `from A to B`, `A..B`, `since A`; a month at either end counts whole."""
    if said[:1] == ("since",):
        first = _end(said[1:], today)
        return Period(first.start, today + timedelta(1)) if first and first.start <= today else None
    said = said[1:] if said[:1] == ("from",) else said
    for at, word in enumerate(said):
        if word in UP_TO:
            start, end = _end(said[:at], today), _end(said[at + 1 :], today)
            if start and end and start.start > end.start and not _has_year(said[:at]):
                # "dec to feb" began the year before.
                start = _end(said[:at], end.start)
            in_reach = start and end and timedelta(0) < end.end - start.start
            if start and end and in_reach and (end.end - start.start).days <= LONGEST_DAYS:
                return Period(start.start, end.end)
    return None


def _has_year(said: tuple[str, ...]) -> bool:
    return any(len(part) == 4 for word in said for part in word.split("-") if part.isdecimal())


def _end(said: tuple[str, ...], today: date) -> Period | None:
    """What stands on one side of `to`: a day, or a month, quarter or year."""
    from pmpath.domain.when.day_option import day_in

    if not said:
        return None
    day = day_in(said, today)
    return Period(day, day + timedelta(1)) if day else _dated(said, today)


def _dated(said: tuple[str, ...], today: date) -> Period | None:
    """A month, quarter, week or year by its name or number; a day stands for its week."""
    from pmpath.domain.when.calendar import PAST
    from pmpath.domain.when.day_option import day_in
    from pmpath.domain.when.stretches import named_stretch

    name, year = (said[0], said[1]) if len(said) == 2 else (said[0] if said else "", "")
    if year and not year.isdecimal():
        # "2027 march" and "week 7" have the number and the name the other way round.
        name, year = year, name
    if "week" in (name, year):
        return _week_of_year(year if name == "week" else name, today)
    if year and len(year) != 4:
        day = day_in(said, today)
        return week_of(day) if day else None
    named = named_stretch(said, today, PAST)
    if named:
        return Period(*named, KINDS.get(_months(*named), "range"))
    return None if year else _in_digits(said, today)


def _months(first: date, end: date) -> int:
    months = (end.year - first.year) * 12 + end.month - first.month
    # A season is not a quarter.
    return months if months == 1 or first.month % 3 == 1 else 0


def _in_digits(said: tuple[str, ...], today: date) -> Period | None:
    from pmpath.domain.when.day_option import day_in

    text = said[0] if len(said) == 1 else ""
    year, dash, rest = text.partition("-")
    if year.isdecimal() and len(year) == len("2027"):
        # Beyond the years of plans; those in reach were read before.
        within_reach(date(int(year), 1, 1))
    if text[:1] == "w" and text[1:].isdecimal():
        return _week_of_year(text[1:], today)
    if dash and rest[:1] == "w" and rest[1:].isdecimal():
        return week_of(date.fromisocalendar(int(year), int(rest[1:]), 1))
    day = day_in(said, today)
    return week_of(day) if day else None


def _week_of_year(number: str, today: date) -> Period | None:
    """The latest week of that number."""
    if not number.isdecimal():
        return None
    year = today.isocalendar().year
    # The last days of a year name its last week; some years have 53.
    known = [one for one in (year, year - 1) if int(number) <= last_week_of(one)]
    found = [week_of(date.fromisocalendar(one, int(number), 1)) for one in known]
    return next((one for one in found if one.start <= today), None)


def last_week_of(year: int) -> int:
    """How many calendar weeks a year has: 52 or 53."""
    return date(year, 12, 28).isocalendar().week


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1), "year")


def _month_after(year: int, month: int, count: int) -> date:
    months = year * 12 + month - 1 + count
    return date(months // 12, months % 12 + 1, 1)
