"""Stretches of days to come: `fri, sat`, `mon-wed`, `24-28 dec`, `24 dec to 2 jan`, `next week`."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.errors import UsageError
from pmpath.domain.record import record
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_form import END, FULL, OFF, day_of_form, only_day
from pmpath.domain.when.day_forms import day_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.day_form import DayForm

UP_TO = frozenset(["..", "to", "until", "till", "til", "-", "–", "—", "through", "thru", "bis"])
AND = frozenset(["and", "&", "+", "und"])
WEEKS = {("next", "week"): 1, ("this", "week"): 0}
WEEKENDS = {("weekend",): 0, ("this", "weekend"): 0, ("next", "weekend"): 1, ("the", "weekend"): 0}


@record
class Stretch:
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
        raise UsageError("The days are unclear.", hint="Write 2026-12-24..2027-01-02.")
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
        raise UsageError("The last day is unclear.", hint="Write 2026-12-24..2027-01-02.")
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
