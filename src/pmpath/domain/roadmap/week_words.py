"""The time a week has, as people say it: `4`, `3-5 hours`, `30 min a day`, `mon-fri 30, sat 90`.

Lengths of time are read as in a line of `log`; here a bare number is hours of a week, or minutes of
a day.
"""

from __future__ import annotations

import re

from pmpath.domain.errors import UsageError
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import MINUTES_A_DAY, WEEKDAYS
from pmpath.domain.when.calendar import WEEKDAY_NUMBERS
from pmpath.domain.when.duration_forms import ODD, duration_at
from pmpath.domain.when.spelling import listed

# More would leave no room for the work one has.
HOURS_A_WEEK = 60
# A day of fewer minutes has no step: a smaller bare number of a day is hours.
LEAST_MINUTES_A_DAY = 5
WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12
ALL_DAYS, WORK_DAYS, FREE_DAYS = range(7), range(5), range(5, 7)
GROUPS = {
    "weekdays": WORK_DAYS, "weekday": WORK_DAYS, "workdays": WORK_DAYS, "workday": WORK_DAYS,
    "weekends": FREE_DAYS, "weekend": FREE_DAYS, "daily": ALL_DAYS, "day": ALL_DAYS,
    "everyday": ALL_DAYS, "m-f": WORK_DAYS, "weeknights": WORK_DAYS, "weeknight": WORK_DAYS,
}  # fmt: skip
# Two letters, as on a calendar; elsewhere they are words.
TWO_LETTERS = {"mo": 0, "tu": 1, "di": 1, "we": 2, "mi": 2, "th": 3, "do": 3, "fr": 4, "sa": 5,
               "su": 6, "so": 6}  # fmt: skip
# `an hour a day on weekdays` means the weekdays.
EVERY_DAY = ("day", "daily", "everyday")
# Of a day: they name days of their own only where nothing else does.
PARTS_OF_A_DAY = listed("morning mornings evening evenings night nights lunch afternoon afternoons")
OFF = listed("off free none nothing rest no")
EXCEPT = re.compile(r"\b(?:except|but not|apart from|not on|without)\b(.*)$")
LITTLE_WORDS = listed(
    "on for each every a per the in of and at about then around only mostly maybe plus i can have"
    " spend do during usually work working to before after"
)
# `3 evenings a week`: as many days, apart from each other where there is room.
DAYS_OF_A_WEEK = {
    1: "sat", 2: "tue thu", 3: "mon wed fri", 4: "mon tue wed thu", 5: "mon tue wed thu fri",
    6: "mon tue wed thu fri sat", 7: "daily",
}  # fmt: skip
COUNTS = {"once": 1, "twice": 2, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
          "seven": 7}  # fmt: skip
DAYS_COUNTED = re.compile(
    r"\b(?:(once|twice)|([1-7]|two|three|four|five|six|seven)\s*(?:x|times|days?|evenings?|nights?"
    r"|mornings?))(?:\s*(?:a|per|/|each|every)\s*week)?\b"
)
# In front of and behind the hours of a week.
SOFT = re.compile(r"^(?:about|around|approx\.?|roughly|maybe|perhaps|up to|at least|at most|max|say"
                  r"|some|probably|i have|i can do|~)\s*")  # fmt: skip
TAIL = re.compile(
    r"\s*(?:(?:in total|total|altogether|tops|max|or so|ish|\+)|(?:a|per|/|each|every|in a|p/)"
    r"\s*(?:week|wk|w)|weekly|pw)$"
)
MONTHLY = re.compile(r"\s*(?:(?:a|per|/|each|every)\s*month|monthly)$")
A_PART = re.compile(r"(?<=\w)/(?=(?:day|d|week|wk|w|month|weekday|evening|night)\b)")
# Between a day and its minutes, and between days.
SIGNS = re.compile(r"(?<=[a-z])[=:]|[=,;&]|(?<=[a-z])/(?=[a-z])|(?<=[a-z])\s*\+\s*(?=[a-z\d])")
BETWEEN_NUMBERS = re.compile(r"[\s,;/|-]+")
UNITS = re.compile(r"[a-z]{3,}|\d\s*[mh]")
SPAN = re.compile(
    r"\b([^\W\d]+)\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\bbis\b)\s*([^\W\d]+)\b"
)
EXAMPLES = "Write 4, or 30 min a day, or mon-fri 30, sat 90."


class Part(Frozen):
    """A piece of what was said: `days` named, or `minutes` of a day; `is_weak` for an evening."""

    days: tuple[int, ...] = ()
    minutes: int = -1
    is_weak: bool = False


def minutes_by_day(text: str) -> dict[str, int] | None:
    """Minutes of each weekday where the text names days; None where it gives a whole week.

    Raises UsageError for days that are not understood, and for more than a day. Days that are not
    named rest.
    """
    said = DAYS_COUNTED.sub(_counted, A_PART.sub(" a ", text.strip().lower()))
    numbers = _one_for_each_day(said)
    if numbers:
        return numbers
    excepted = EXCEPT.search(said)
    days_off = _words(excepted[1]) if excepted else ()
    words = _words(said[: excepted.start()] if excepted else said)
    parts = _parts(words)
    if parts is None or not any(one.days for one in parts):
        if _names_a_day(words):
            raise _unclear(text)
        return None
    week = _paired(parts)
    off = _parts(days_off)
    if week is None or off is None or any(one.minutes >= 0 for one in off):
        raise _unclear(text)
    return week | {WEEKDAYS[day]: 0 for one in off for day in one.days}


def _words(said: str) -> tuple[str, ...]:
    return tuple(SIGNS.sub(" ", SPAN.sub(_span, said)).split())


def weekly_minutes(text: str) -> int:
    """Hours of a week in minutes: `4`, `4h30`, `3-5 hours` in the middle, `16 hours a month`.

    Raises UsageError for anything else, and beyond HOURS_A_WEEK.
    """
    said, months = MONTHLY.subn("", text.strip().lower())
    before = ""
    while before != said:
        before = said
        said = TAIL.sub("", SOFT.sub("", said)).strip()
    minutes = _length(said)
    if minutes is None:
        raise _unclear(text)
    if months:
        minutes = round(minutes * MONTHS_A_YEAR / WEEKS_A_YEAR)
    if not 0 < minutes <= HOURS_A_WEEK * 60:
        raise UsageError(
            f"{text.strip()} is not between 1.5 and {HOURS_A_WEEK} hours a week.", hint=EXAMPLES
        )
    return minutes


def _unclear(text: str) -> UsageError:
    return UsageError(f'"{text.strip()}" was not understood as hours a week.', hint=EXAMPLES)


def _length(said: str) -> int | None:
    """A length of time; without a unit it is hours."""
    words = tuple(said.split()) if said[:1].isalnum() or said[:1] == "." else ()
    bare = " ".join(word for word in words if word not in ("to", "and", "or", "between"))
    # `4`, `3 to 5` and `four` are hours; `20 mins x 5` says its own.
    has_unit = bool(UNITS.search(bare)) and duration_at(words, 0) is not None
    for tried in (words,) if has_unit else (words, (*words, "hours")):
        found = duration_at(tried, 0) if words else None
        if found and found[1] == len(tried) and found[0].kind != ODD:
            return found[0].minutes
    return 0 if said.strip("0.") == "" and said else None


def _one_for_each_day(said: str) -> dict[str, int] | None:
    """`30 30 30 30 30 0 0`, Monday first; five numbers are those of the working days."""
    words = [word for word in BETWEEN_NUMBERS.split(said) if word]
    if len(words) not in (5, 7):
        return None
    minutes = [_amount((word,), 0) for word in words]
    if any(one is None for one in minutes):
        return None
    week = [one[0] for one in minutes if one] + [0, 0]
    return dict(zip(WEEKDAYS, week[:7], strict=True))


def _span(match: re.Match[str]) -> str:
    """`mon-fri` and `monday to friday` as the days of it; anything else as it stands."""
    first, last = (_weekday(name) for name in match.groups())
    if first is None or last is None or first > last:
        return match[0]
    return " ".join(WEEKDAYS[first : last + 1])


def _counted(match: re.Match[str]) -> str:
    said = match[1] or match[2]
    return DAYS_OF_A_WEEK[int(said) if said.isdecimal() else COUNTS[said]]


def _weekday(word: str) -> int | None:
    plain = WEEKDAY_NUMBERS.get(word, WEEKDAY_NUMBERS.get(word.removesuffix("s")))
    return TWO_LETTERS.get(word) if plain is None else plain


def _names_a_day(words: tuple[str, ...]) -> bool:
    return any(word in WEEKDAY_NUMBERS or word in GROUPS for word in words)


def _parts(words: tuple[str, ...]) -> list[Part] | None:
    """Days and minutes in the order in which they were said; None where a word is neither."""
    found: list[Part] = []
    at = 0
    while at < len(words):
        one = _part_at(words, at)
        if one is None:
            return None
        part, at = one
        if part.days or part.minutes >= 0:
            found.append(part)
    return found


def _part_at(words: tuple[str, ...], at: int) -> tuple[Part, int] | None:
    word = words[at]
    number = _weekday(word) if word not in LITTLE_WORDS else None
    if number is not None:
        return Part((number,)), at + 1
    if word in GROUPS:
        return Part(tuple(GROUPS[word]), is_weak=word in EVERY_DAY), at + 1
    amount = _amount(words, at)
    if amount is not None:
        return Part(minutes=amount[0]), amount[1]
    if word in PARTS_OF_A_DAY:
        return Part(tuple(ALL_DAYS), is_weak=True), at + 1
    if word in OFF:
        return Part(minutes=0), at + 1
    return (Part(), at + 1) if word in LITTLE_WORDS else None


def _amount(words: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Minutes of a day, and the word behind; a bare number is minutes, a small one hours."""
    found = duration_at(words, at)
    if found and found[0].kind != ODD and words[at].lstrip("~")[:1] not in ("-", "+"):
        return (found[0].minutes, at + found[1]) if found[0].minutes <= MINUTES_A_DAY else None
    bare = words[at].replace(",", ".")
    whole, _, part = bare.partition(".")
    if not (whole + part).isascii() or not (whole + part).isdecimal() or len(bare) > 4:
        return None
    minutes = int(whole or 0)
    if part or 0 < minutes < LEAST_MINUTES_A_DAY:
        minutes = round(float(bare) * 60)
    return (minutes, at + 1) if minutes <= MINUTES_A_DAY else None


def _paired(parts: list[Part]) -> dict[str, int] | None:
    """Each run of days with its minutes, which all stand before their days or all behind."""
    if any(one.days and not one.is_weak for one in parts):
        parts = [one for one in parts if not one.is_weak]
    runs: list[Part] = []
    for one in parts:
        if runs and one.days and runs[-1].days:
            runs[-1] = Part((*runs[-1].days, *one.days))
        elif runs and not one.days and not runs[-1].days:
            return None
        else:
            runs.append(one)
    if len(runs) % 2:
        return None
    week = dict.fromkeys(WEEKDAYS, 0)
    for first, second in zip(runs[::2], runs[1::2], strict=True):
        days, minutes = (first.days, second.minutes) if first.days else (second.days, first.minutes)
        week.update(dict.fromkeys((WEEKDAYS[day] for day in days), minutes))
    return week
