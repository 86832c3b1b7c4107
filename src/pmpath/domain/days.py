"""Days as people type them: `yesterday`, `mon`, `20 nov`, `3 days ago`, `2026-11-20`.

One grammar for entries, which lie in the past (`facing=PAST`), and for promises, which lie in the
future (`facing=FUTURE`). What looks like a day and is none is refused, never guessed.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.errors import UsageError

# The years in which today, and a day of the plan, may lie.
EARLIEST_YEAR, LATEST_YEAR = 1900, 2999
PAST, FUTURE = -1, 1
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
LONGEST_DAY = 4  # Fri 20 Nov 2026
UNITS = {"d": "day", "w": "week", "mo": "month", "y": "year"}
UNITS |= {form: word for word in ("day", "week", "month", "year") for form in (word, word + "s")}
# In running text these are no days: Saturday, Sunday, March and May are everyday words.
NEVER_DAYS = ("sat", "sun", "mar", "may")
# Behind one of these a day belongs to the sentence ("by fri"), not to the entry.
KEEPS_ITS_DAY = ("by", "until", "till", "before", "after", "since", "every", "from", "this", "for")
EXAMPLES = "Write a day such as 2026-11-20, 20 nov, mon or yesterday."


def read_day(text: str, today: date, *, facing: int = PAST) -> date:
    """The day that the value of an option means; raises UsageError when it means none."""
    day = day_in(tuple(text.lower().split()), today, facing=facing)
    if day is None:
        raise UsageError(f"{text!r} is not a day.", hint=EXAMPLES)
    return day


def within_reach(day: date) -> date:
    """The day; raises UsageError for a year in which no plan lies."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise UsageError(
            f"{day} is too far off.", hint=f"Years from {EARLIEST_YEAR} to {LATEST_YEAR} work."
        )
    return day


def day_in(words: tuple[str, ...], today: date, *, facing: int = PAST) -> date | None:
    """The day that exactly these lower-case words mean, or None if they mean no day."""
    if len(words) == 1:
        return _one_word(words[0], today, facing)
    if len(words) == 2:
        return _two_words(words, today, facing)
    if len(words) == 3:
        return _with_weekday(words, today, facing) or _three_words(words, today)
    return _with_weekday(words, today, facing) if len(words) == LONGEST_DAY else None


def past_day(text: str, today: date) -> date:
    """A day up to today, or a month, which stands for its first day; raises UsageError."""
    words = tuple(text.lower().replace("last ", "").replace(",", " ").split())
    day = day_in(tuple(text.lower().split()), today, facing=PAST)
    if day is None and words and words[0] in (*MONTHS, *SHORT_MONTHS) and len(words) <= 2:
        year = words[1] if len(words) == 2 else ""
        month = month_number(words[0]) or 1
        number = int(year) if year.isdecimal() else today.year - (month > today.month)
        day = date(min(max(number, EARLIEST_YEAR), LATEST_YEAR), month, 1)
    if day is None or day > today:
        raise UsageError(
            f"{text!r} is no day up to today.", hint="Write 2026-03-10, mar 2026, never"
        )
    return day


def day_after(start: date, days: int) -> date:
    """So many days later; raises UsageError outside the calendar."""
    return _shifted(start, days, "day")


def months_after(start: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month; raises UsageError."""
    return _shifted(start, months, "month")


def month_number(word: str) -> int | None:
    """1 to 12 for an English month name or its first three letters."""
    for names in (MONTHS, SHORT_MONTHS):
        if word in names:
            return names.index(word) + 1
    return None


def _one_word(word: str, today: date, facing: int) -> date | None:
    named = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if word in named:
        return _shifted(today, named[word], "day")
    if word == "eom":
        return _shifted(today.replace(day=1), 1, "month") - timedelta(1)
    if word == "eoy":
        return today.replace(month=12, day=31)
    weekday = _weekday(word)
    if weekday is not None:
        return _nearest_weekday(weekday, today, facing, today_counts=facing == PAST)
    if word[:1] in ("+", "-"):
        return _relative(word, today)
    return _iso(word)


def _two_words(words: tuple[str, ...], today: date, facing: int) -> date | None:
    first, second = words
    weekday = _weekday(second)
    if first in ("last", "next") and weekday is not None:
        side = PAST if first == "last" else FUTURE
        return _nearest_weekday(weekday, today, side, today_counts=False)
    day, month = _day_and_month(first, second)
    if month is None:
        return None
    return _nearest_anniversary(day, month, today, facing, " ".join(words))


def _three_words(words: tuple[str, ...], today: date) -> date | None:
    count, unit, side = words
    if side == "ago" and count.isdecimal() and unit in UNITS:
        return _shifted(today, -_small(count), UNITS[unit])
    side, count, unit = words
    if side == "in" and count.isdecimal() and unit in UNITS:
        return _shifted(today, _small(count), UNITS[unit])
    day, month = _day_and_month(words[0], words[1])
    year = words[2]
    if month is None or not (year.isdecimal() and len(year) == 4):
        _refuse_two_numbers(words)
        return None
    return _real_day(int(year), month, day, " ".join(words))


def _refuse_two_numbers(words: tuple[str, ...]) -> None:
    """`20 nov 26` may mean this year or that day; nobody can tell."""
    _, month = _day_and_month(words[1], words[2])
    if month is not None and _day_and_month(words[0], words[1])[1] is not None:
        raise UsageError(f"{' '.join(words)} can be read in two ways.", hint=EXAMPLES)


def _with_weekday(words: tuple[str, ...], today: date, facing: int) -> date | None:
    """`Fri 20 Nov` and `Fri 20 Nov 2026`, as pmpath itself says them; both halves must agree."""
    weekday = _weekday(words[0].rstrip(",."))
    if weekday is None or _day_and_month(words[1], words[2])[1] is None:
        return None
    # Without a year the weekday decides on which side of today the day lies.
    for side in (facing, -facing):
        day = day_in(words[1:], today, facing=side)
        if day is None or day.weekday() == weekday:
            return day
    raise UsageError(
        f"{' '.join(words[1:])} is no {WEEKDAYS[weekday].capitalize()}.", hint=EXAMPLES
    )


def _without_ordinal(number: str) -> str:
    return number[:-2] if number[-2:] in ("st", "nd", "rd", "th") else number


def _weekday(word: str) -> int | None:
    longer = {"tues": 1, "thur": 3, "thurs": 3}
    for names in (WEEKDAYS, SHORT_WEEKDAYS):
        if word in names:
            return names.index(word)
    return longer.get(word)


def _nearest_weekday(weekday: int, today: date, side: int, *, today_counts: bool) -> date:
    distance = (weekday - today.weekday()) * side % 7
    if distance == 0 and not today_counts:
        distance = 7
    return _shifted(today, side * distance, "day")


def _day_and_month(first: str, second: str) -> tuple[int, int | None]:
    """`20 nov` or `nov 20`; the month is None when the words are no such pair."""
    for number, name in ((first, second), (second, first)):
        month = month_number(name.rstrip("."))
        digits = _without_ordinal(number.rstrip(".,"))
        if month is not None and digits.isdecimal() and len(digits) <= 2:
            return int(digits), month
    return 0, None


def _nearest_anniversary(day: int, month: int, today: date, facing: int, text: str) -> date:
    """The latest such day up to today, or the first from today on; 29 February may be years off."""
    for distance in range(9):
        try:
            found = date(today.year + facing * distance, month, day)
        except ValueError:
            continue
        if (found - today).days * facing >= 0:
            return found
    raise UsageError(f"{text} is not in the calendar.", hint=EXAMPLES)


def _relative(word: str, today: date) -> date | None:
    digits = word[1:].rstrip("abcdefghijklmnopqrstuvwxyz")
    unit = word[1 + len(digits) :]
    if not digits.isdecimal() or unit not in UNITS:
        return None
    sign = 1 if word[0] == "+" else -1
    return _shifted(today, sign * _small(digits), UNITS[unit])


def _small(digits: str) -> int:
    if len(digits) > 4:
        raise UsageError(f"{digits} is too far away.", hint=EXAMPLES)
    return int(digits)


def _shifted(start: date, count: int, unit: str) -> date:
    try:
        if unit in ("day", "week"):
            return start + timedelta(count * (7 if unit == "week" else 1))
        months = start.year * 12 + start.month - 1 + count * (12 if unit == "year" else 1)
        first = date(months // 12, months % 12 + 1, 1)
    except (ValueError, OverflowError):
        raise UsageError(f"{count} {unit}s from {start} is outside the calendar.") from None
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(start.day, (following - first).days))


def _iso(word: str) -> date | None:
    """`2026-11-20`, or an ISO week date such as `2026-W47-3`."""
    parts = word.split("-")
    if len(parts) != 3 or len(parts[0]) != 4 or not parts[0].isdecimal():
        return None
    year, middle, last = parts
    if middle.isdecimal() and last.isdecimal() and len(middle) == len(last) == 2:
        return _real_day(int(year), int(middle), int(last), word)
    if middle[:1] == "w" and middle[1:].isdecimal() and last.isdecimal():
        try:
            return date.fromisocalendar(int(year), int(middle[1:]), int(last))
        except ValueError:
            raise UsageError(f"{word} is not in the calendar.", hint=EXAMPLES) from None
    return None


def _real_day(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UsageError(f"{text} is not in the calendar.", hint=EXAMPLES) from None
