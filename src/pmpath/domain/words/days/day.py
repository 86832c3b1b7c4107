"""When it was done: the days of a line, and what each of them is to it.

    yesterday coffee with lena      coffee on friday      13/10/2026 read      agreed to meet monday

A day behind agreed, booked, by or until belongs to what was agreed. What may be two days, `3/4`,
is left among the words, with both of them.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.errors import UsageError
from pmpath.domain.record import changed
from pmpath.domain.when.calendar import FUTURE, PAST
from pmpath.domain.when.day_form import (
    EITHER,
    FULL,
    UNCLEAR,
    WEEKLY,
    YEARLY,
    day_of_form,
    readings,
)
from pmpath.domain.when.day_forms import day_at
from pmpath.domain.when.day_words import START_WORDS
from pmpath.domain.when.spelling import CLOSERS, DIGITS, OPENERS, bare
from pmpath.domain.words.days.day_context import Place, is_no_day, role_in
from pmpath.domain.words.days.day_strength import strength_in
from pmpath.domain.words.found import AGREED, DONE, TOLD, Found
from pmpath.domain.words.meeting_nouns import OF_A_SEARCH, WITH_SOMEBODY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.day_form import DayForm

ON = frozenset(["on", "am", "le", "el", "op", "w", "dnia", "em", "il"])
# A day and a month that were so long ago, and come so soon, are more likely still to come.
LONG_AGO, SOON = 180, 100
# `interview 1 on 25.3.`: so near before its day stands what it is the day of.
NEAR = 2


def days_in(
    words: tuple[str, ...], today: date, start: date | None = None
) -> tuple[Found[date], ...]:
    """The days of a line: at most one is DONE, the day of doing; others are AGREED or TOLD.

    `start` is the first day of the plan; an earlier day without a year is doubted. Raises
    UsageError when the line says two days of doing, one at either end.
    """
    found: list[tuple[Found[date], int]] = []
    at = 0
    while at < len(words):
        one = _day_here(words, at, today, start)
        if one is not None:
            found.append(one)
        at = one[0].after if one is not None else at + 1
    return _with_one_done(found)


def _day_here(
    words: tuple[str, ...], at: int, today: date, start: date | None
) -> tuple[Found[date], int] | None:
    """The day at a word with how surely it is one, 0 to 3; None when there is none."""
    if not _may_begin(words[at]):
        return None
    try:
        match = day_at(words, at)
    except UsageError as error:
        return Found(at, at + 1, None, words[at], _why(error), TOLD), 0
    if match is None:
        return None
    form, taken = match
    first = at - 1 if at and words[at - 1].casefold() in ON else at
    place = Place(words, first, at + taken, first < at)
    if is_no_day(place, form):
        return None
    role, strength = role_in(place, form), strength_in(place, form)
    said = form.said.lstrip(OPENERS).rstrip(CLOSERS)
    one: Found[date] = Found(first, at + taken, None, said, "", role)
    return _settled(place, one, form, strength, (today, start))


def _settled(
    place: Place, one: Found[date], form: DayForm, strength: int, days: tuple[date, date | None]
) -> tuple[Found[date], int] | None:
    """The day itself, and the doubts about it."""
    today, start = days
    facing = PAST if one.role == DONE else FUTURE
    try:
        options = readings(form, today, facing)
    except UsageError as error:
        return _doubted(one, _why(error), strength)
    if form.kind in (EITHER, UNCLEAR):
        # The day nearer to today is the likelier one.
        nearest = sorted(set(options), key=lambda day: abs(day - today))
        return _doubted(one, " or ".join(str(day) for day in nearest), strength)
    day = options[0]
    if one.role != DONE:
        return changed(one, value=day), strength
    if day > today:
        return changed(one, value=day, role=AGREED, doubt=_not_yet(form, day, strength)), strength
    if form.kind == WEEKLY and day < today and not OF_A_SEARCH.isdisjoint(place.before):
        one = _of_interview(place, changed(one, value=day), form, today)
        if one.role == AGREED:
            return one, strength
    return _perhaps_to_come(place, changed(one, value=day), form, strength, (today, start))


def _of_interview(place: Place, one: Found[date], form: DayForm, today: date) -> Found[date]:
    """`got an interview at Acme on friday`: the one to come, unless it is said to be over."""
    from pmpath.domain.words.days.interviews import SURE, is_interview_to_come

    found = is_interview_to_come(place) if form.side != PAST else ""
    if not found:
        return one
    ahead = day_of_form(form, today, FUTURE)
    doubt = "" if found == SURE else f"{ahead}, or {one.value} if it was held"
    return changed(one, value=ahead, role=AGREED, doubt=doubt)


def _perhaps_to_come(
    place: Place, one: Found[date], form: DayForm, strength: int, days: tuple[date, date | None]
) -> tuple[Found[date], int]:
    """A day and a month without a year may be those of last year, or of a day to come.

    `interview on 3 Feb` in January is rather the one to come.
    """
    today, start = days
    of_meeting = bool(WITH_SOMEBODY.intersection(place.before[:NEAR])) or (
        place.has_on and bare(place.words[0]) in WITH_SOMEBODY
    )
    if form.kind != YEARLY or one.value is None:
        return one, strength
    ahead = day_of_form(form, today, FUTURE)
    is_old = one.value < start if start else (today - one.value).days > LONG_AGO
    if not is_old:
        return one, strength
    is_long_ago = (today - one.value).days > LONG_AGO
    if (strength < 2 or (is_long_ago and of_meeting)) and (ahead - today).days < SOON:
        return changed(one, value=ahead, role=AGREED, doubt=f"{ahead}, or {one.value}"), strength
    return changed(one, doubt=f"{one.value} is before the plan; or {ahead}"), strength


def _doubted(one: Found[date], doubt: str, strength: int) -> tuple[Found[date], int] | None:
    """What looks like a day and is not read: said at an edge of the sentence, else mere words."""
    return (changed(one, doubt=doubt, role=TOLD), 0) if strength else None


def _why(error: UsageError) -> str:
    """What is wrong with a day, as a remark: 2026-13-01 is not in the calendar."""
    said = error.sentence
    return said.removesuffix(".") if said.endswith(" is not in the calendar.") else said


def _not_yet(form: DayForm, day: date, strength: int) -> str:
    return f"{day} is in the future" if form.kind == FULL and strength == 3 else ""


def _may_begin(word: str) -> bool:
    sign = word.lstrip(OPENERS)
    if sign[:1] in tuple(DIGITS) or sign[:1] in ("+", "-"):
        return True
    first = sign.casefold().partition("-")[0].partition("'")[0].partition("’")[0]
    return first.rstrip(CLOSERS) in START_WORDS or sign.casefold().rstrip(CLOSERS) in START_WORDS


def _with_one_done(found: list[tuple[Found[date], int]]) -> tuple[Found[date], ...]:
    """Only the surest day is the day of doing; the first of several that are as sure."""
    done = [(one, strength) for one, strength in found if one.role == DONE and strength]
    best = max((strength for _, strength in done), default=0)
    sure = [one for one, strength in done if strength == best]
    if best == 3 and len({one.value for one in sure}) > 1:
        said = " and ".join(one.said for one in sure)
        raise UsageError(
            f"The line says two days: {said}.", hint="Keep the day on which you did it."
        )
    chosen = sure[0] if sure else None
    return tuple(
        one if one.role != DONE or one is chosen else changed(one, role=TOLD) for one, _ in found
    )
