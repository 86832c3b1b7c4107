"""How surely a day in a sentence is the one on which it was done: by the place where it stands."""

from __future__ import annotations

from pmpath.domain.when.day_form import EITHER, FULL, OFF, WEEKLY, YEARLY
from pmpath.domain.when.duration_forms import duration_at
from pmpath.domain.when.spelling import is_mark, listed, turns_after
from pmpath.domain.words.days.day_context import (
    TELLING,
    Place,
    begins_with_digit,
    ends_a_duration,
)
from pmpath.domain.words.days.duration_context import LOOK_BACK
from pmpath.domain.words.meeting_nouns import WITH_SOMEBODY, is_share_of_a_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.day_form import DayForm

WITH = listed("with w/ w mit avec con")


def strength_in(place: Place, form: DayForm) -> int:
    """How surely it is the day of the entry: 3 at an edge, 2 in a clause, 1 by its place, 0 never.

    A bare weekday and a date in a few digits count only at an edge of the sentence, before or
    behind a mark, or beside a comma.
    """
    front, back = _at_front(place), _at_end(place)
    if back and not front and set(place.before) & TELLING:
        # "today coffee with Lena, she told me they launch friday": no second day of doing
        return 1
    if front or back:
        return 3 if form.kind in (FULL, OFF) or front or (form.is_plain and back) else 1
    is_spent = place.before[:1] == ["spent"] or is_share_of_a_day(place.before)
    if place.has_on or is_spent or form.kind in (FULL, OFF) or form.side:
        return 1 if set(place.before) & TELLING else 2
    if form.kind == EITHER:
        return 0
    if _inside_a_meeting(place, form):
        return 1
    if _turns_around(place) or _beside_a_mark(place):
        return 2 if form.is_plain else 1
    # "we may march 5 people": the month first, in the middle, is not a day.
    month_first = form.weekday < 0 and place.words[place.first][:1].isalpha()
    return 1 if form.kind == YEARLY and form.is_plain and not month_first else 0


def _at_front(place: Place) -> bool:
    return place.first == 0 or (
        place.first < LOOK_BACK and all(is_mark(word) for word in place.words[: place.first])
    )


def _at_end(place: Place) -> bool:
    return _only_marks(place.words, place.after)


def _only_marks(words: tuple[str, ...], at: int) -> bool:
    """Whether nothing but marks and durations is behind."""
    if len(words) - at > LOOK_BACK:
        return False
    while at < len(words):
        if is_mark(words[at]):
            at += 1
            continue
        found = duration_at(words, at) if begins_with_digit(words[at]) else None
        if found is None:
            return False
        at += found[1]
    return True


def _turns_around(place: Place) -> bool:
    """A comma or a stop before it, or behind it."""
    opens = place.words[place.first][:1] in "(["
    return opens or turns_after(place.words[place.first - 1]) or turns_after(
        place.words[place.after - 1]
    )  # fmt: skip


def _inside_a_meeting(place: Place, form: DayForm) -> bool:
    """`lunch mon w/ rick, 50m`: between the meeting and who was there, with a time spent."""
    if form.kind != WEEKLY or place.before[:1] == [] or place.before[0] not in WITH_SOMEBODY:
        return False
    follows = place.words[place.after : place.after + 1]
    return bool(follows) and follows[0].casefold() in WITH and _has_a_duration(place)


def _has_a_duration(place: Place) -> bool:
    ahead = range(place.after, min(len(place.words), place.after + LOOK_BACK))
    return any(begins_with_digit(place.words[at]) and duration_at(place.words, at) for at in ahead)


def _beside_a_mark(place: Place) -> bool:
    """Behind a duration, or before one or another mark."""
    words, first, after = place.words, place.first, place.after
    follows = words[after] if after < len(words) else ""
    if is_mark(follows) or (begins_with_digit(follows) and duration_at(words, after)):
        return True
    return ends_a_duration(words, first)
