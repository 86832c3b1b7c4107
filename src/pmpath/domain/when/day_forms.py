"""What a day looks like, read at the start of some words.

It says nothing on what the day is to the sentence; `words/days/day` does.
"""

from __future__ import annotations

from pmpath.domain.record import changed
from pmpath.domain.when.amounts import skip, word_at
from pmpath.domain.when.calendar import (
    FUTURE,
    MONTH_NUMBERS,
    PAST,
    WEEKDAY_NUMBERS,
    not_in_calendar,
)
from pmpath.domain.when.day_form import EITHER, FULL, MONTHLY, UNCLEAR, WEEKLY, YEARLY, DayForm
from pmpath.domain.when.day_numbers import numbers_at
from pmpath.domain.when.day_relative import relative_at
from pmpath.domain.when.day_words import (
    ARTICLES,
    BEHIND_AS_LAST,
    LAST,
    NEXT,
    ORDINAL_WORDS,
    ORDINALS,
    PARTS_OF_A_DAY,
    THIS,
)
from pmpath.domain.when.duration_forms import duration_at, ends_a_word
from pmpath.domain.when.spelling import BLANK, OPENERS, pieces

LONGEST_IN_WORDS = 7


def day_at(words: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    """The longest day that begins at a word, and how many words it takes; None for none.

    Raises UsageError for `20 nov 26`, which is a year to some and a day to others.
    """
    window = words[at : at + LONGEST_IN_WORDS]
    texts = tuple(text.casefold() for text in pieces(window))
    start = next((n for n, text in enumerate(texts) if text not in OPENERS), 0)
    if BLANK in texts[:start]:
        return None
    for read in (_weekday_first, relative_at, _dated):
        found = read(texts, start)
        if found and ends_a_word(texts, found[1]):
            form, end = found
            taken = texts[:end].count(BLANK) + 1
            if not _begins_a_duration(words, at, taken, form):
                return changed(form, said=" ".join(words[at : at + taken])), taken
    return None


def _begins_a_duration(words: tuple[str, ...], at: int, taken: int, form: DayForm) -> bool:
    """`Jan 20 min` is Jan for twenty minutes."""
    if form.kind != YEARLY or taken == 1 or not words[at + taken - 1][:1].isdecimal():
        return False
    found = duration_at(words, at + taken - 1)
    return found is not None and found[1] > 1


def _weekday_first(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    """`fri`, `friday morning`, `last friday`, `Fri 20 Nov`, `Monday the 22nd`, `sat 13-3`."""
    side, start = _side(texts, at)
    weekday, end = _weekday(texts, start)
    if weekday is None:
        return None
    behind = skip(texts, end + 1 if texts[end : end + 1] in ((",",), (".",)) else end)
    if behind > end:
        dated = _dated(texts, behind) or _day_of_month(texts, behind)
        if dated and dated[0].kind != WEEKLY and ends_a_word(texts, dated[1]):
            return _settled(dated[0], weekday), dated[1]
        if word_at(texts, behind) in BEHIND_AS_LAST:
            return DayForm(WEEKLY, weekday=weekday, side=PAST), behind + 1
        if word_at(texts, behind) in PARTS_OF_A_DAY and texts[end] == BLANK:
            end = behind + 1
    unit = "this" if start > at and side == 0 else "day"
    return DayForm(WEEKLY, unit=unit, weekday=weekday, side=side), end


def _settled(form: DayForm, weekday: int) -> DayForm:
    """A date with its weekday: for `sat 3-4` the weekday tells which reading is meant."""
    if form.kind == EITHER:
        return changed(form, kind=YEARLY, numbers=form.numbers[:2], weekday=weekday, is_plain=True)
    return changed(form, weekday=weekday, is_plain=True)


def _side(texts: tuple[str, ...], at: int) -> tuple[int, int]:
    word = word_at(texts, at)
    start = skip(texts, at + 1)
    if word in LAST:
        return PAST, start
    if word in NEXT:
        return FUTURE, start
    if word in THIS:
        return (PAST, skip(texts, start + 1)) if word_at(texts, start) == "past" else (0, start)
    return 0, at


def _weekday(texts: tuple[str, ...], at: int) -> tuple[int | None, int]:
    """Monday is 0; some names of other languages have a hyphen."""
    hyphened = "".join(texts[at : at + 3])
    if hyphened in WEEKDAY_NUMBERS:
        return WEEKDAY_NUMBERS[hyphened], at + 3
    return WEEKDAY_NUMBERS.get(word_at(texts, at)), at + 1


def _day_of_month(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    """`the 22nd` behind a weekday: the nearest month whose 22nd is such a day."""
    if word_at(texts, at) in ARTICLES:
        at = skip(texts, at + 1)
    day = word_at(texts, at)
    if day.isdecimal() and len(day) <= 2 and word_at(texts, at + 1) in ORDINALS:
        return DayForm(MONTHLY, (int(day),), is_plain=False), at + 2
    return None


def _dated(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    """A date in digits, or a day and a month by its name either way round."""
    found = numbers_at(texts, at)
    if found:
        kind, numbers, end, is_plain = found
        return DayForm(kind, numbers, is_plain=is_plain, said="".join(texts[at:end])), end
    named = _named_month(texts, at)
    if named is None and word_at(texts, at) in ARTICLES:
        return _day_of_month(texts, at)
    return named


def _named_month(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    if word_at(texts, at) in ARTICLES:
        at = skip(texts, at + 1)
    found = _day_then_month(texts, at) or _month_then_day(texts, at)
    if found is None:
        return None
    day, month, end = found
    year, behind = _year(texts, end)
    if year:
        return DayForm(FULL, (day, month, year)), behind
    if not 1 <= day <= 31:
        raise not_in_calendar("".join(texts[at:end]))
    behind = skip(texts, end)
    if len(word_at(texts, behind)) == 2 and texts[behind].isdecimal() and len(texts) == behind + 1:
        return DayForm(UNCLEAR), behind + 1
    return DayForm(YEARLY, (day, month)), end


def _day_then_month(texts: tuple[str, ...], at: int) -> tuple[int, int, int] | None:
    """`20 nov`, `20th of November`, `20-nov`, `20. November`, `the first of October`."""
    number = _ordinal(texts, at)
    if number is None:
        return None
    day, end = number
    if texts[end : end + 1] in ((".",), ("-",)):
        end += 1
    end = skip(texts, end)
    if word_at(texts, end) in ("of", "de"):
        end = skip(texts, end + 1)
    elif texts[at] in ORDINAL_WORDS and word_at(texts, at - 2) not in ARTICLES:
        # "the second march" is a day, "second march" an attempt.
        return None
    month = MONTH_NUMBERS.get(word_at(texts, end))
    if month is None:
        return None
    return day, month, _behind_point(texts, end + 1)


def _month_then_day(texts: tuple[str, ...], at: int) -> tuple[int, int, int] | None:
    """`nov 20`, `November 20th`, `nov. 20`."""
    month = MONTH_NUMBERS.get(word_at(texts, at))
    if month is None:
        return None
    end = skip(texts, _behind_point(texts, at + 1))
    number = _ordinal(texts, end)
    if number is None or end == at + 1 or texts[end] in ORDINAL_WORDS:
        return None
    return number[0], month, number[1]


def _behind_point(texts: tuple[str, ...], at: int) -> int:
    return at + 1 if texts[at : at + 2] == (".", BLANK) else at


def _ordinal(texts: tuple[str, ...], at: int) -> tuple[int, int] | None:
    word = word_at(texts, at)
    if word in ORDINAL_WORDS:
        return ORDINAL_WORDS[word], at + 1
    if not word.isdecimal() or len(word) > 2 or not word.isascii():
        return None
    suffix = word_at(texts, at + 1) in (*ORDINALS, "er")
    return int(word), at + 1 + suffix


def _year(texts: tuple[str, ...], at: int) -> tuple[int, int]:
    """A year of four digits, or `'26`, behind a day and a month; 0 without one."""
    end = at + 1 if texts[at : at + 1] in ((",",), ("-",)) else at
    end = skip(texts, end)
    word = word_at(texts, end)
    if end > at and word.isdecimal() and len(word) == 4 and word.isascii():
        return int(word), end + 1
    if word == "'" and len(word_at(texts, end + 1)) == 2 and texts[end + 1].isdecimal():
        return 2000 + int(texts[end + 1]), end + 2
    return 0, at
