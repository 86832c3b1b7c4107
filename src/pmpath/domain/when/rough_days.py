"""Days as people say them who know no day: `june 2028`, `next summer`, `in a year`, `since 2019`.

A name of a month, season or year stands for a stretch; whoever asks decides which of its days is
meant. What a line of `log` may say is not widened by this: there a day is a day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pmpath.domain.record import Frozen, changed
from pmpath.domain.when.amounts import amount_at, skip, word_at
from pmpath.domain.when.calendar import (
    EARLIEST_YEAR,
    FUTURE,
    PAST,
    UNITS,
    nearest_anniversary,
    real_day,
    shifted,
)
from pmpath.domain.when.day_form import EITHER, FULL, YEARLY, day_of_form, readings
from pmpath.domain.when.day_forms import day_at
from pmpath.domain.when.day_words import AGO
from pmpath.domain.when.spelling import bare, listed, pieces
from pmpath.domain.when.stretches import is_year, named_stretch, side_said

# Words that say how sure somebody is, or lead to a day without changing it.
LEADS = listed(
    "about around roughly approximately approx circa ca maybe perhaps probably hopefully sometime"
    " by before until till on in during from since the of say like ~ latest ideally within ish some"
    " over almost nearly just more than at least well back earlier not only"
)
# `from now`, `time`, and what else follows a count that lies ahead.
AHEAD = ("from now", "from today", "from here", "'s time", "s' time", "time", "later", "or so", "")
VAGUE_COUNTS = {"a few": "3", "few": "3", "several": "4", "some": "3", "a couple of": "2",
                "a couple": "2", "couple of": "2"}  # fmt: skip
# Counts without a number: `months ago`.
PLURALS = {"weeks": 3, "months": 3, "years": 3, "days": 3}
EARLY = listed("early start beginning begin")
MIDDLE = listed("mid middle mid-")
LATE = listed("late end")
MONTHS_OF_A_YEAR = 12
# Day and month of what has a name of its own.
FEASTS = {"christmas": (25, 12), "xmas": (25, 12), "new year": (1, 1), "new years": (1, 1)}
RECENT = ("recently", "lately", "not long ago", "the other day", "every day", "daily", "often",
          "all the time", "regularly", "every week", "weekly")  # fmt: skip
# Behind a day they change nothing.
TRAILS = ("sometime", "maybe", "probably", "roughly", "ish", "think", "i", "already", "latest")
RECENT_DAYS = 14
# `9/1/28`, and `this time next year`.
SHORT_YEAR = re.compile(r"\b(\d{1,2}/\d{1,2}/)(\d\d)\b")
THIS_TIME = re.compile(r"\b(?:(?:this|same) time )next year\b")
SHORT_UNITS = {"yr": "year", "yrs": "years", "mos": "months", "mth": "month", "mths": "months"}


class Meant(Frozen):
    """What was said of a day: from `first` to `last`, both included, one day being both.

    `other` is a second day that `09/01/2028` may be. `is_exact`: a day and month of the calendar
    were named, so that nothing was filled in.
    """

    first: date
    last: date
    other: date | None = None
    is_exact: bool = False


def day_meant(text: str, today: date, facing: int, *, at_end: bool = False) -> Meant | None:
    """What the whole text says of a day; None where it says none.

    `at_end`: other words may stand before it. Without a year it is the next such stretch or, facing
    PAST, the latest. Raises UsageError for a day that no calendar has, and outside the calendar.
    """
    text = SHORT_YEAR.sub(r"\g<1>20\2", text.replace(",", " "))
    words = tuple(THIS_TIME.sub("in a year", text.casefold()).split())
    found = _one_day(words, today, facing)
    words = tuple(filter(None, (_plain(word) for word in words)))
    while len(words) > 1 and words[-1] in TRAILS:
        words = words[:-1]
    words = _with_number_of_year(words, today)
    while words and found is None:
        said = " ".join(words)
        found = _feast(said, today, facing) or _counted(said, today, facing)
        found = found or _stretch(words, today, facing)
        if found is None and words[0] not in LEADS and not at_end:
            return None
        if found is None:
            words = words[1:]
            found = _one_day(words, today, facing)
    return found


def _with_number_of_year(words: tuple[str, ...], today: date) -> tuple[str, ...]:
    """`june next year` is june of that year."""
    if len(words) < len(("june", "next", "year")) or words[-1] != "year":
        return words
    side = side_said(words[-2:])[0]
    is_part = words[0] in EARLY | MIDDLE | LATE or words[0] in LEADS
    return words if side is None or is_part else (*words[:-2], str(today.year + side))


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
    name, _, year = said.rpartition(" ")
    if name in FEASTS and is_year(year):
        number, month = FEASTS[name]
        day = real_day(int(year), month, number, said)
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
    rest = rest.replace(" more", "").removeprefix("or so ").removeprefix("or two ")
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
    found = named_stretch(words, today, facing, is_part=bool(part))
    return _part_of(part, found[0], found[1] - timedelta(1)) if found else None


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
