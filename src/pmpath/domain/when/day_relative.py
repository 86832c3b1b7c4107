"""Days counted from today: `yesterday evening`, `two days ago`, `in 3 weeks`, `+3d`, `eom`."""

from __future__ import annotations

from pmpath.domain.errors import UsageError
from pmpath.domain.when.amounts import number_at, skip, word_at
from pmpath.domain.when.calendar import EXAMPLES, FUTURE, PAST, UNITS
from pmpath.domain.when.day_form import END, OFF, DayForm
from pmpath.domain.when.day_words import (
    AGO,
    BEFORE_A_COUNT,
    ENDS,
    IN,
    PARTS_OF_A_DAY,
    PHRASE_STARTS,
    PHRASES,
)


def relative_at(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    """The day that begins at a piece, and the piece behind it; raises UsageError far away."""
    return (
        _phrase(texts, at) or _signed(texts, at) or _counted(texts, at) or _end_of_period(texts, at)
    )


def _phrase(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    if word_at(texts, at) not in PHRASE_STARTS:
        return None
    for length in range(7, 0, -1):
        said = "".join(texts[at : at + length])
        if said in PHRASES:
            end = at + length
            part = skip(texts, end)
            if part > end and word_at(texts, part) in PARTS_OF_A_DAY:
                end = part + 1
            days = PHRASES[said]
            return DayForm(OFF, (days,), side=FUTURE if days > 0 else PAST), end
    return None


def _signed(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    """`+3d`, `-1w`."""
    sign, digits, unit = (word_at(texts, at + step) for step in range(3))
    if sign not in ("+", "-") or not digits.isdecimal() or UNITS.get(unit) is None:
        return None
    count = _small(digits) * (1 if sign == "+" else -1)
    return DayForm(OFF, (count,), UNITS[unit], side=1 if count > 0 else -1), at + 3


def _counted(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    """`two days ago`, `a week ago`, `vor 2 Tagen`, `in 3 weeks`."""
    lead = word_at(texts, at)
    led = lead in BEFORE_A_COUNT or lead in IN
    start = skip(texts, at + 1) if led else at
    count = number_at(texts, start)
    if count is None:
        return None
    unit_at = skip(texts, count[1])
    unit = UNITS.get(word_at(texts, unit_at))
    if unit is None:
        return None
    behind = skip(texts, unit_at + 1)
    if led:
        side = FUTURE if lead in IN else PAST
        return DayForm(OFF, (side * _small(str(count[0])),), unit, side=side), unit_at + 1
    if word_at(texts, behind) in AGO:
        return DayForm(OFF, (-_small(str(count[0])),), unit, side=PAST), behind + 1
    return None


def _end_of_period(texts: tuple[str, ...], at: int) -> tuple[DayForm, int] | None:
    word = word_at(texts, at)
    if word in ("eom", "eoy"):
        return DayForm(END, unit="month" if word == "eom" else "year", side=FUTURE), at + 1
    if "".join(texts[at : at + 4]) not in ("end of ", "end of"):
        return None
    for length in (3, 1):
        unit = ENDS.get("".join(texts[at + 4 : at + 4 + length]))
        if unit:
            return DayForm(END, unit=unit, side=FUTURE), at + 4 + length
    return None


def _small(digits: str) -> int:
    if len(digits) > 4:
        raise UsageError(f"{digits} is too far away.", hint=EXAMPLES)
    return int(digits)
