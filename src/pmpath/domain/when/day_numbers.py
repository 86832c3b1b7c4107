"""Dates in digits: `2026-10-13`, `13/10/2026`, `15.3.`, `16-3`, and what else is written so."""

from __future__ import annotations

from datetime import date

from pmpath.domain.when.amounts import skip, word_at
from pmpath.domain.when.calendar import EARLIEST_YEAR, LATEST_YEAR, not_in_calendar
from pmpath.domain.when.day_form import EITHER, FULL, YEARLY
from pmpath.domain.when.spelling import DIGITS

# Kind, numbers, the piece behind, and whether nothing else is written so.
Numbers = tuple[str, tuple[int, ...], int, bool]

SEPARATORS = ("-", "/", ".")
# Around the clock, and on every day of the week.
NEVER = frozenset(["24/7", "7/24"])


def numbers_at(texts: tuple[str, ...], at: int) -> Numbers | None:
    """The date in digits at a piece; raises UsageError for a full date that no calendar has."""
    if word_at(texts, at)[:1] not in tuple(DIGITS):
        return None
    parts, sign, end, has_point = _parts(texts, at)
    if "".join(texts[at:end]) in NEVER:
        return None
    if len(parts) == 3:
        return _week_date(parts, end) or _full(parts, sign, _behind_time(texts, end))
    if len(parts) == 2:
        return _day_and_month(parts, sign, end, has_point)
    return None


def _parts(texts: tuple[str, ...], at: int) -> tuple[list[str], str, int, bool]:
    """The runs of digits between the same signs, the sign, the piece behind, a point at the end."""
    if "." in texts[at]:
        end = at + 1
        has_point = texts[end : end + 1] == (".",)
        parts = texts[at].split(".")
        if has_point and len(word_at(texts, end + 1)) == 4 and texts[end + 1].isdecimal():
            return [*parts, texts[end + 1]], ".", end + 2, False
        blank = skip(texts, end + 1) if has_point and len(parts) == 2 else end
        if blank > end + 1 and _is_year(word_at(texts, blank)):
            return [*parts, texts[blank]], ".", blank + 1, False
        return parts, ".", end + has_point, has_point
    sign = word_at(texts, at + 1)
    parts, end = [texts[at]], at + 1
    while sign in SEPARATORS and texts[end : end + 1] == (sign,):
        part = word_at(texts, end + 1)
        if part == "w" and len(parts) == 1:
            parts.append("w" + word_at(texts, end + 2))
            end += 3
            continue
        if not part.isdecimal() or not part.isascii() or len(parts) == 3:
            break
        parts.append(part)
        end += 2
    return parts, sign, end, False


def _is_year(part: str) -> bool:
    """Whether four digits are a year of the calendar that plans lie in."""
    return len(part) == 4 and part.isdecimal() and EARLIEST_YEAR <= int(part) <= LATEST_YEAR


def _week_date(parts: list[str], end: int) -> Numbers | None:
    """`2026-W47-3`."""
    year, week, weekday = parts
    if week[:1] != "w":
        return None
    said = "-".join(parts)
    try:
        day = date.fromisocalendar(int(year), int(week[1:]), int(weekday))
    except ValueError:
        raise not_in_calendar(said) from None
    return FULL, (day.day, day.month, day.year), end, True


def _full(parts: list[str], sign: str, end: int) -> Numbers | None:
    """Year first, or last; with two digits only where the points or the size tell."""
    if not all(part.isdecimal() for part in parts) or len(parts[1]) > 2:
        return None
    first, middle, last = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return (FULL, (last, middle, first), end, True) if len(parts[2]) <= 2 else None
    if len(parts[2]) == 2:
        return _short_year(first, middle, 2000 + last, sign, end) if len(parts[0]) <= 2 else None
    if not _is_year(parts[2]) or len(parts[0]) > 2:
        return None
    if sign == "." or first > 12 >= middle or first == middle:
        return FULL, (first, middle, last), end, True
    return (FULL, (middle, first, last), end, True) if middle > 12 >= first else (
        EITHER, (first, middle, last), end, True
    )  # fmt: skip


def _short_year(first: int, middle: int, year: int, sign: str, end: int) -> Numbers | None:
    """`13.10.26`, which may be a version, and `13/10/26`."""
    if sign == ".":
        return (FULL, (first, middle, year), end, False) if _fit(first, middle) else None
    if sign != "/" or (first > 12) == (middle > 12):
        return None
    return FULL, ((first, middle, year) if first > 12 else (middle, first, year)), end, True


def _day_and_month(parts: list[str], sign: str, end: int, has_point: bool) -> Numbers | None:
    """`15.3.` and `12.03` are a day before its month, as is `16-3`; `3/4` may be either."""
    if any(not part.isdecimal() or not 1 <= len(part) <= 2 for part in parts):
        return None
    first, second = (int(part) for part in parts)
    if sign == ".":
        written_so = has_point or len(parts[1]) == 2
        return (
            (YEARLY, (first, second), end, has_point)
            if written_so and _fit(first, second)
            else None
        )
    if sign == "-":
        # Pages and chapters go up.
        return (
            (YEARLY, (first, second), end, False)
            if first > 12 and _fit(first, second)
            else (
                (EITHER, (first, second), end, False)
                if first > second and _fit(first, second)
                else None
            )
        )
    if _fit(first, second) and _fit(second, first) and first != second:
        return EITHER, (first, second), end, False
    if _fit(first, second):
        return YEARLY, (first, second), end, False
    return (YEARLY, (second, first), end, False) if _fit(second, first) else None


def _fit(day: int, month: int) -> bool:
    """Whether some year has this day."""
    return 1 <= month <= 12 and 1 <= day <= (
        29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    )


def _behind_time(texts: tuple[str, ...], end: int) -> int:
    """Behind a time glued to the date: `2026-10-13T18:30:00Z`."""
    if word_at(texts, end) != "t" or not word_at(texts, end + 1).isdecimal():
        return end
    end += 2
    while texts[end : end + 1] == (":",) and word_at(texts, end + 1)[:2].isdecimal():
        end += 2
    if word_at(texts, end) == "z":
        return end + 1
    if texts[end : end + 1] in (("+",), ("-",)) and texts[end + 2 : end + 3] == (":",):
        return end + 4
    return end
