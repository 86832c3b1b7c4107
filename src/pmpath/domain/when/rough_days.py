"""Days as people say them who know no day: `june 2028`, `next summer`, `in a year`, `since 2019`.

A name of a month, season or year stands for a stretch; whoever asks decides which of its days is
meant. What a line of `log` may say is not widened by this: there a day is a day.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.record import changed, record
from pmpath.domain.when.amounts import amount_at, skip, word_at
from pmpath.domain.when.calendar import (
    EARLIEST_YEAR,
    FUTURE,
    LATEST_YEAR,
    MONTH_NUMBERS,
    PAST,
    UNITS,
    nearest_anniversary,
    shifted,
)
from pmpath.domain.when.day_form import EITHER, FULL, YEARLY, day_of_form, readings
from pmpath.domain.when.day_forms import day_at
from pmpath.domain.when.day_words import AGO, LAST, NEXT, THIS
from pmpath.domain.when.spelling import bare, listed, pieces

# Words that say how sure somebody is, or lead to a day without changing it.
LEADS = listed(
    "about around roughly approximately approx circa ca maybe perhaps probably hopefully sometime"
    " by before until till on in during from since the of say like ~ latest ideally within ish some"
    " over almost nearly just more than at least well"
)
# `from now`, `time`, and what else follows a count that lies ahead.
AHEAD = ("from now", "from today", "from here", "'s time", "s' time", "time", "later", "or so", "")
VAGUE_COUNTS = {"a few": "3", "few": "3", "several": "4", "some": "3", "a couple of": "2",
                "a couple": "2", "couple of": "2"}  # fmt: skip
# Counts without a number: `months ago`.
PLURALS = {"weeks": 3, "months": 3, "years": 3, "days": 3}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
PERIODS = ("week", "month", "quarter", "year")
EARLY = listed("early start beginning begin")
MIDDLE = listed("mid middle mid-")
LATE = listed("late end")
MONTHS_OF_A_YEAR = 12
# Day and month of what has a name of its own.
FEASTS = {"christmas": (25, 12), "xmas": (25, 12), "new year": (1, 1), "new years": (1, 1)}
RECENT = ("recently", "lately", "not long ago", "the other day")
RECENT_DAYS = 14
SHORT_UNITS = {"yr": "year", "yrs": "years", "mos": "months", "mth": "month", "mths": "months"}


@record
class Meant:
    """What was said of a day: from `first` to `last`, both included, one day being both.

    `other` is a second day that `09/01/2028` may be. `is_exact`: a day and month of the calendar
    were named, so that nothing was filled in.
    """

    first: date
    last: date
    other: date | None = None
    is_exact: bool = False


def day_meant(text: str, today: date, facing: int) -> Meant | None:
    """What the whole text says of a day; None where it says none.

    Without a year it is the next such stretch or, facing PAST, the latest. Raises UsageError for a
    day that no calendar has, and outside the calendar.
    """
    words = tuple(text.replace(",", " ").split())
    found = _one_day(words, today, facing)
    words = tuple(filter(None, (_plain(word) for word in words)))
    while words and found is None:
        said = " ".join(words)
        found = _feast(said, today, facing) or _counted(said, today, facing)
        found = found or _stretch(words, today, facing)
        if found is None and words[0] not in LEADS:
            return None
        if found is None:
            words = words[1:]
            found = _one_day(words, today, facing)
    return found


def _plain(word: str) -> str:
    """The bare word; `'28` is a year, and `yrs` are years."""
    plain = bare(word)
    if word[:1] in ("'", "\N{RIGHT SINGLE QUOTATION MARK}") and len(plain) == len("28"):
        return f"20{plain}" if plain.isdecimal() else plain
    return SHORT_UNITS.get(plain, plain)


def _feast(said: str, today: date, facing: int) -> Meant | None:
    """`christmas`, and for what is over `recently`."""
    if facing == PAST and said in RECENT:
        day = shifted(today, -RECENT_DAYS, "day")
        return Meant(day, day)
    if said not in FEASTS:
        return None
    day = nearest_anniversary(*FEASTS[said], today, facing)
    return Meant(day, day)


def _one_day(words: tuple[str, ...], today: date, facing: int) -> Meant | None:
    match = day_at(words, 0) if words else None
    if match is None or match[1] != len(words):
        return None
    form = match[0]
    days = sorted(set(readings(form, today, facing))) if form.kind == EITHER else []
    if len(days) > 1:
        # Month first, as most of those write it who put a slash between.
        first, second, *year = form.numbers
        month_first = changed(form, kind=FULL if year else YEARLY, numbers=(second, first, *year))
        day = day_of_form(month_first, today, facing)
        return Meant(day, day, next(one for one in days if one != day))
    day = days[0] if days else day_of_form(form, today, facing)
    return Meant(day, day, is_exact=form.kind in (FULL, YEARLY, EITHER))


def _counted(said: str, today: date, facing: int) -> Meant | None:
    """`a year`, `18 months from now`, `a year and a half`, `a few months ago`, `years ago`."""
    vague = next((one for one in VAGUE_COUNTS if said.startswith(f"{one} ")), "")
    said = VAGUE_COUNTS.get(vague, "") + said.removeprefix(vague)
    count = _months_or_days(said)
    if count is None:
        return None
    number, unit, rest = count
    rest = rest.replace(" more", "")
    if rest.partition(" ")[0] in AGO:
        side = PAST
    elif rest in AHEAD:
        side = PAST if facing == PAST else FUTURE
    else:
        return None
    day = shifted(today, side * number, unit)
    return Meant(day, day)


def _months_or_days(said: str) -> tuple[int, str, str] | None:
    """How many, of which unit, and the words behind; a part of a year in months."""
    texts = tuple(text.casefold() for text in pieces(tuple(said.split())))
    first = word_at(texts, 0)
    if first in PLURALS:
        return PLURALS[first], UNITS[first], "".join(texts[1:]).strip()
    found = amount_at(texts, 0)
    if found is None:
        return None
    (over, under), end = found
    unit = UNITS.get(word_at(texts, skip(texts, end)))
    behind = skip(texts, end) + 1
    if unit is None or over > EARLIEST_YEAR * under:
        return None
    rest = "".join(texts[behind:]).strip()
    if rest.startswith("and a half"):
        over, under, rest = over * 2 + under, under * 2, rest.removeprefix("and a half").strip()
    if over % under == 0:
        return over // under, unit, rest
    if unit == "year":
        return over * MONTHS_OF_A_YEAR // under, "month", rest
    days = {"month": 30, "week": 7, "day": 1}[unit]
    return over * days // under, "day", rest


def _stretch(words: tuple[str, ...], today: date, facing: int) -> Meant | None:
    """A month, season, quarter or year, a part of one, with its year or the nearest such."""
    part, words = _part(words)
    found = named_stretch(words, today, facing)
    return _part_of(part, found[0], found[1] - timedelta(1)) if found else None


def named_stretch(words: tuple[str, ...], today: date, facing: int) -> tuple[date, date] | None:
    """The first day of `june 2028`, `last year`, `q2`, `2028-06`, and the day behind its last."""
    side, words = _side(words)
    return _around(words, today, side) or _named(words, today, side, facing)


def _part(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """`early`, `mid-`, `end of` in front of a stretch."""
    first, dash, rest = words[0].partition("-")
    if dash and first in MIDDLE:
        return "mid", (rest, *words[1:])
    for name, said in (("early", EARLY), ("mid", MIDDLE), ("late", LATE)):
        if words[0] in said and len(words) > 1:
            behind = tuple(word for word in words[1:3] if word not in ("of", "in", "the"))
            exact = "end" if words[0] == "end" else name
            return exact, (*behind, *words[3:])
    return "", words


def _part_of(part: str, first: date, last: date) -> Meant:
    third = timedelta((last - first).days // 3)
    if part == "early":
        return Meant(first, first + third)
    if part == "mid":
        return Meant(first + timedelta((last - first).days // 2), last - third)
    if part == "late":
        return Meant(last - third, last)
    return Meant(last, last) if part == "end" else Meant(first, last)


def _side(words: tuple[str, ...]) -> tuple[int | None, tuple[str, ...]]:
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
    years = [word for word in words if _is_year(word)]
    names = [word for word in words if not _is_year(word) and word not in ("of", "in")]
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
            if not _is_year(year):
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


def _is_year(word: str) -> bool:
    is_number = len(word) == 4 and word.isascii() and word.isdecimal()
    return is_number and EARLIEST_YEAR <= int(word) < LATEST_YEAR
