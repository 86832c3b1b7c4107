"""The time a week has: hours as one number, or minutes for each weekday."""

from __future__ import annotations

from itertools import groupby

from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.roadmap import MINUTES_A_DAY, WEEKDAYS
from pmpath.domain.when.calendar import WEEKDAY_NUMBERS
from pmpath.domain.when.duration_option import minutes_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Hours a week are spread so that one slot is long: Monday to Friday one part each, Saturday three.
SHARES = {"mon": 1, "tue": 1, "wed": 1, "thu": 1, "fri": 1, "sat": 3, "sun": 0}
ROUNDED_TO_MINUTES = 5
# More would leave no room for the work one has.
HOURS_A_WEEK = 60
A_WEEK = ("a week", "per week", "/week", "each week", "weekly")


def read_week(text: str) -> dict[str, int]:
    """Minutes by weekday from `4`, `4.5`, `4h30`, or `mon=30 sat=90`; raises UsageError."""
    return by_weekday(text) if "=" in text else spread_over_week(weekly_minutes(text))


def weekly_minutes(text: str) -> int:
    """`4`, `4.5` or `4h30` hours a week, in minutes; raises UsageError beyond HOURS_A_WEEK."""
    for ending in A_WEEK:
        text = text.strip().removesuffix(ending)
    plain = text.strip().lower().removesuffix("h").replace(",", ".").strip()
    whole, _, part = plain.partition(".")
    if (whole + part).isdecimal() and len(plain) <= 8:
        minutes = int(whole or 0) * 60 + int(part or 0) * 60 // int("1" + "0" * len(part))
    else:
        minutes = _minutes_or_none(text)
    if not 0 < minutes <= HOURS_A_WEEK * 60:
        raise UsageError(
            f"{text} is not a number of hours a week from 1.5 to {HOURS_A_WEEK}.",
            hint="Write 4 or 4.5, or mon=30 sat=90",
        )
    return minutes


def _minutes_or_none(text: str) -> int:
    """The minutes of a duration such as `4h30`; 0 for anything else."""
    try:
        return minutes_of(text)
    except UsageError:
        return 0


def by_weekday(text: str) -> dict[str, int]:
    """Minutes from `mon=30 sat=90`, `mon-fri=30m sat=1h30`; days that are not named rest.

    Raises UsageError for another word, and for more than a day.
    """
    week = dict.fromkeys(WEEKDAYS, 0)
    for part in text.replace(",", " ").split():
        names, equals, amount = part.lower().partition("=")
        days = _weekdays(names) if equals else ()
        minutes = _minutes(amount) if days else None
        if minutes is None:
            raise UsageError(f"{part} is no weekday with its minutes.", hint="Write mon=30 sat=90")
        week.update(dict.fromkeys(days, minutes))
    return week


def _weekdays(names: str) -> tuple[str, ...]:
    """`mon`, `monday` or `mon-fri`; empty for anything else."""
    first, dash, last = names.partition("-")
    numbers = [WEEKDAY_NUMBERS.get(name) for name in ((first, last) if dash else (first, first))]
    start, end = numbers
    if start is None or end is None:
        return ()
    return tuple(WEEKDAYS[start : end + 1]) if start <= end else ()


def _minutes(amount: str) -> int | None:
    """Minutes of one day; 0 is a day of rest."""
    if amount.strip("0") == "" and amount:
        return 0
    try:
        return minutes_of(amount)
    except UsageError:
        return None


def spread_over_week(total: int) -> dict[str, int]:
    """A week's minutes over its days in steps of five, the long slot on Saturday."""
    unit = total // sum(SHARES.values()) // ROUNDED_TO_MINUTES * ROUNDED_TO_MINUTES
    minutes = {day: unit * share for day, share in SHARES.items()}
    minutes["sat"] += total - sum(minutes.values())
    return minutes


def week_text(minutes: Mapping[str, int]) -> str:
    """`mon-fri 30, sat 90, sun off`, in minutes."""
    days = [(day, minutes.get(day, 0)) for day in WEEKDAYS]
    parts = []
    for amount, group in groupby(days, key=lambda one: one[1]):
        names = [day for day, _ in group]
        span = names[0] if len(names) == 1 else f"{names[0]}-{names[-1]}"
        parts.append(f"{span} {amount or 'off'}")
    return ", ".join(parts)


def scaled_week(minutes: Sequence[int], total: int) -> dict[str, int]:
    """Another sum over the same days in the same shares, in steps of five; rest days stay so.

    What the steps leave over joins the longest day. Raises UsageError when a day would not hold it.
    """
    before = sum(minutes)
    week = {
        day: total * part // before // ROUNDED_TO_MINUTES * ROUNDED_TO_MINUTES
        for day, part in zip(WEEKDAYS, minutes, strict=True)
    }
    longest = max(WEEKDAYS, key=lambda day: minutes[WEEKDAYS.index(day)])
    week[longest] += total - sum(week.values())
    if max(week.values()) > MINUTES_A_DAY:
        raise UsageError(
            f"{longest} would get more than 24 hours.", hint="Name the days: mon=30 sat=90"
        )
    return week
