"""Stretches of days: `fri, sat`, `mon-wed`, `24 dec to 2 jan`; months and years by name."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.errors import UsageError
from pmpath.domain.record import Frozen
from pmpath.domain.when.calendar import (
    EARLIEST_YEAR,
    FUTURE,
    LATEST_YEAR,
    MONTH_NUMBERS,
    PAST,
    shifted,
)
from pmpath.domain.when.day_form import END, FULL, OFF, day_of_form, only_day
from pmpath.domain.when.day_forms import day_at
from pmpath.domain.when.day_words import LAST, NEXT, THIS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.day_form import DayForm

UP_TO = frozenset(["..", "to", "until", "till", "til", "-", "–", "—", "through", "thru", "bis"])
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PERIODS = ("week", "month", "quarter", "year")
MONTHS_OF_A_YEAR = 12
AND = frozenset(["and", "&", "+", "und"])
WEEKS = {("next", "week"): 1, ("this", "week"): 0}
WEEKENDS = {("weekend",): 0, ("this", "weekend"): 0, ("next", "weekend"): 1, ("the", "weekend"): 0}


class Stretch(Frozen):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days they are."""
        return (self.last - self.first).days + 1


def stretches_at(words: tuple[str, ...], today: date) -> tuple[tuple[Stretch, ...], int]:
    """The stretches that begin the words, in the calendar's order, and how many words they take.

    Days without a year lie ahead; the last day of a stretch lies behind its first. Raises
    UsageError for a day that no calendar has, for `3/4`, and for a stretch that runs backward.
    """
    parted, origins = _parted(words)
    found: list[Stretch] = []
    at = 0
    while at < len(parted):
        start = at + 1 if found and parted[at].casefold() in AND else at
        one = _stretch_at(parted, start, today)
        if one is None or (found and start == at and not parted[at - 1].endswith(",")):
            break
        found.append(one[0])
        at = one[1]
    if at and at < len(parted) and (parted[at] in UP_TO or origins[at] == origins[at - 1]):
        raise UsageError("The days were not understood.", hint="Write 2026-12-24..2027-01-02.")
    return _joined(found), (origins[at - 1] + 1 if at else 0)


def _parted(words: tuple[str, ...]) -> tuple[tuple[str, ...], list[int]]:
    """`mon-wed`, `A..B` and `24.-28.12.` as three words, and which word each was typed in."""
    parted: list[str] = []
    origins: list[int] = []
    for number, word in enumerate(words):
        parts = _parts(word)
        parted += parts
        origins += [number] * len(parts)
    return tuple(parted), origins


def _parts(word: str) -> list[str]:
    if ".." in word:
        return word.replace("..", " .. ").split()
    plain = word.replace("–", "-").replace("—", "-")
    for at, sign in enumerate(plain):
        left, right = plain[:at], plain[at + 1 :]
        if sign == "-" and left and right and day_at((word,), 0) is None and _is_end(left, right):
            return [left, "-", right]
    return [word]


def _is_end(left: str, right: str) -> bool:
    """Whether two parts around a dash are days, or a number in front of one."""
    begins = left.rstrip(".").isdecimal() and len(left.rstrip(".")) <= 2
    return (begins and right[0].isdecimal()) or (
        day_at((left,), 0) is not None and day_at((right.rstrip(","),), 0) is not None
    )


def _stretch_at(words: tuple[str, ...], at: int, today: date) -> tuple[Stretch, int] | None:
    whole = _week_at(words, at, today)
    if whole:
        return whole
    if words[at : at + 1] and words[at].casefold() in ("until", "till"):
        last = _day_at(words, at + 1, today, today)
        return (_checked(today, last[0]), last[1]) if last else None
    short = _days_of_one_month(words, at, today)
    if short:
        return short
    first = _day_at(words, at, today, today)
    if first is None:
        return None
    day, end = first
    sign = words[end].casefold() if end < len(words) else ""
    if sign not in UP_TO:
        return Stretch(day, day), end
    last = _day_at(words, end + 1, today, day)
    if last is None:
        raise UsageError("The last day was not understood.", hint="Write 2026-12-24..2027-01-02.")
    return _checked(day, last[0]), last[1]


def _day_at(words: tuple[str, ...], at: int, today: date, after: date) -> tuple[date, int] | None:
    """The first such day from `after` on; what counts from today counts from today."""
    match = day_at(words, at) if at < len(words) else None
    if match is None:
        return None
    form, taken = match
    if form.weekday >= 0 and taken > 1 and words[at].endswith(","):
        # `fri, 1 feb` is one day when 1 February is a Friday, and else two.
        form, taken = _one_or_two(words, at, (form, taken), after)
    start = today if form.kind in (FULL, OFF, END) or form.side else after
    return only_day(form, start, FUTURE), at + taken


def _one_or_two(
    words: tuple[str, ...], at: int, match: tuple[DayForm, int], after: date
) -> tuple[DayForm, int]:
    try:
        day_of_form(match[0], after, FUTURE)
    except UsageError:
        return day_at((words[at],), 0) or match
    return match


def _days_of_one_month(words: tuple[str, ...], at: int, today: date) -> tuple[Stretch, int] | None:
    """`24-28 dec`, `24 to 28 dec`, `24.-28.12.`: the first day is in the month of the last."""
    number = words[at].rstrip(".") if at < len(words) else ""
    sign = words[at + 1].casefold() if at + 1 < len(words) else ""
    if not (number.isdecimal() and len(number) <= 2 and sign in UP_TO):
        return None
    last = _day_at(words, at + 2, today, today)
    if last is None or not 0 < int(number) < last[0].day:
        return None
    return Stretch(last[0].replace(day=int(number)), last[0]), last[1]


def _week_at(words: tuple[str, ...], at: int, today: date) -> tuple[Stretch, int] | None:
    monday = today - timedelta(today.weekday())
    for length in (2, 1):
        said = tuple(word.casefold().rstrip(",:") for word in words[at : at + length])
        if said in WEEKS:
            first = monday + timedelta(7 * WEEKS[said])
            return Stretch(max(first, today), first + timedelta(6)), at + length
        if said in WEEKENDS:
            first = monday + timedelta(7 * WEEKENDS[said] + 5)
            return Stretch(max(first, today), first + timedelta(1)), at + length
    return None


def _checked(first: date, last: date) -> Stretch:
    if last < first:
        raise UsageError(f"{last} is before {first}.", hint="Write the earlier day first.")
    return Stretch(first, last)


def _joined(found: list[Stretch]) -> tuple[Stretch, ...]:
    """Friday and Saturday are one stretch; so are two that overlap."""
    joined: list[Stretch] = []
    for one in sorted(found, key=lambda stretch: stretch.first):
        if joined and one.first <= joined[-1].last + timedelta(1):
            joined[-1] = Stretch(joined[-1].first, max(joined[-1].last, one.last))
        else:
            joined.append(one)
    return tuple(joined)


def named_stretch(
    words: tuple[str, ...], today: date, facing: int, *, is_part: bool = False
) -> tuple[date, date] | None:
    """The first day of `june 2028`, `last year`, `q2`, `2028-06`, and the day behind its last."""
    side, words = side_said(words)
    if is_part and side is None and words[:1] in (("year",), ("month",), ("quarter",)):
        side = 0
    return _around(words, today, side) or _named(words, today, side, facing)


def side_said(words: tuple[str, ...]) -> tuple[int | None, tuple[str, ...]]:
    """PAST behind last, FUTURE behind next, 0 behind this; None without such a word."""
    for side, said in ((PAST, LAST), (FUTURE, NEXT), (0, THIS)):
        if words[:1] and words[0] in said:
            return side, words[1:]
    return None, words


def _around(words: tuple[str, ...], today: date, side: int | None) -> tuple[date, date] | None:
    """`last year`, `this month`, `next quarter`: the one around today, or that beside it."""
    if side is None or len(words) != 1 or words[0] not in PERIODS:
        return None
    if words[0] == "week":
        monday = shifted(today - timedelta(today.weekday()), side, "week")
        return monday, monday + timedelta(7)
    months = {"month": 1, "quarter": 3, "year": MONTHS_OF_A_YEAR}[words[0]]
    first = date(today.year, today.month - (today.month - 1) % months, 1)
    first = shifted(first, side * months, "month")
    return first, shifted(first, months, "month")


def _named(
    words: tuple[str, ...], today: date, side: int | None, facing: int
) -> tuple[date, date] | None:
    """A month, season, quarter, half or year by its name."""
    years = [word for word in words if is_year(word)]
    names = [word for word in words if not is_year(word) and word not in ("of", "in")]
    if len(years) > 1 or len(names) > 1 or not words:
        return _month_in_digits(words)
    year = int(years[0]) if years else None
    if not names:
        return (date(int(years[0]), 1, 1), date(int(years[0]) + 1, 1, 1)) if side is None else None
    span = _months_named(names[0])
    if span is None:
        return _month_in_digits(words)
    month, count = span
    if year is not None:
        first = date(year, month, 1)
        return first, shifted(first, count, "month")
    return _nearest(month, count, today, facing if side is None else side or facing, side)


def _months_named(name: str) -> tuple[int, int] | None:
    """The first month of what bears the name, and how many months it has."""
    if name in SEASONS:
        return SEASONS[name], 3
    if name in MONTH_NUMBERS:
        return MONTH_NUMBERS[name], 1
    number = name[1:]
    if name[:1] == "q" and number in ("1", "2", "3", "4"):
        return int(number) * 3 - 2, 3
    return (int(number) * 6 - 5, 6) if name[:1] == "h" and number in ("1", "2") else None


def _month_in_digits(words: tuple[str, ...]) -> tuple[date, date] | None:
    """`2028-06`, `06/2028`, `2028-q2`."""
    for sign in ("-", "/", "."):
        left, _, right = words[0].partition(sign) if len(words) == 1 else ("", "", "")
        for year, name in ((left, right), (right, left)):
            if not is_year(year):
                continue
            span = _months_named(name)
            if span is None and name.isdecimal() and len(name) <= 2 and 1 <= int(name) <= 12:
                span = int(name), 1
            if span is not None:
                first = date(int(year), span[0], 1)
                return first, shifted(first, span[1], "month")
    return None


def _nearest(
    month: int, count: int, today: date, facing: int, side: int | None
) -> tuple[date, date]:
    """The next such months that have not begun, or the latest that have; `last` ones are over."""
    found = [date(year, month, 1) for year in range(today.year - 2, today.year + 3)]
    if facing == FUTURE:
        first = next(one for one in found if one > today)
    else:
        begun = [one for one in found if one <= today]
        over = [one for one in begun if shifted(one, count, "month") <= today]
        first = (over if side == PAST else begun)[-1]
    return first, shifted(first, count, "month")


def is_year(word: str) -> bool:
    """Whether a word is the number of a year that plans lie in."""
    is_number = len(word) == 4 and word.isascii() and word.isdecimal()
    return is_number and EARLIEST_YEAR <= int(word) < LATEST_YEAR
