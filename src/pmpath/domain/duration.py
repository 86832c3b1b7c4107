"""Durations as people type them: `45m`, `1h30`, `1.5h`, `45 min`. Always whole minutes."""

from __future__ import annotations

from itertools import pairwise

from pmpath.domain.errors import UsageError

MINUTES_A_DAY = 24 * 60
MINUTE_WORDS = ("m", "min", "mins", "minute", "minutes")
HOUR_WORDS = ("h", "hr", "hrs", "hour", "hours")
LONGEST_NUMBER = 12
LONGEST_IN_WORDS = 4  # 1 h 30 min


def minutes_in(words: tuple[str, ...]) -> int | None:
    """The minutes in one word (`1h30`) or several (`45 min`, `1 h 30`), or None if there are none.

    Raises UsageError for what looks like a duration and is none: `0m`, `1h90`, `25h`.
    """
    text = "".join(words).lower()
    if not text or text[0] not in "0123456789.," or _numbers_meet(words):
        return None
    number, unit = _split_number(text)
    if len(number) > LONGEST_NUMBER:
        return None
    if unit in MINUTE_WORDS and number.isdecimal():
        return _checked(int(number), text)
    if unit in HOUR_WORDS:
        return _checked(_hours(number), text) if _is_decimal(number) else None
    if unit.startswith("h") and number.isdecimal():
        end = _end_of_letters(unit)
        return _hours_and_minutes(number, unit[end:], text) if unit[:end] in HOUR_WORDS else None
    return None


def read_minutes(text: str) -> int:
    """The minutes in the value of an option; also takes a clock form such as `1:30`.

    Raises UsageError for anything else, a bare number included: 90 what?
    """
    hours, colon, rest = text.strip().partition(":")
    if (
        colon
        and hours.isdecimal()
        and len(hours) <= 2
        and len(rest) == 2
        and rest.isdecimal()
        and int(rest) < 60
    ):
        return _checked(int(hours) * 60 + int(rest), text)
    minutes = minutes_in(tuple(text.split()))
    if minutes is None:
        raise UsageError(f"{text!r} is not a duration.", hint="Write 45m, 1h30 or 1.5h.")
    return minutes


def _split_number(text: str) -> tuple[str, str]:
    end = 0
    while end < len(text) and text[end] in "0123456789.,":
        end += 1
    return text[:end], text[end:]


def _numbers_meet(words: tuple[str, ...]) -> bool:
    """Whether a number follows a number: `chapter 3 30m` takes half an hour, not 330 minutes."""
    return any(left[-1:].isalpha() == right[:1].isalpha() for left, right in pairwise(words))


def _end_of_letters(text: str) -> int:
    return next((at for at, char in enumerate(text) if not char.isalpha()), len(text))


def _is_decimal(number: str) -> bool:
    whole, _, part = number.replace(",", ".").partition(".")
    return (whole + part).isdecimal()


def _hours(number: str) -> int:
    """Minutes in a decimal number of hours, to the nearest minute."""
    whole, _, part = number.replace(",", ".").partition(".")
    fraction = (int(part) * 60 * 2 + 10 ** len(part)) // (2 * 10 ** len(part)) if part else 0
    return int(whole or 0) * 60 + fraction


def _hours_and_minutes(hours: str, rest: str, text: str) -> int | None:
    minutes, unit = _split_number(rest)
    if not (minutes.isdecimal() and len(minutes) <= 2 and unit in ("", *MINUTE_WORDS)):
        return None
    if int(minutes) >= 60:
        raise UsageError(f"{text} has {minutes} minutes after the hour.", hint="Write 1h30 or 90m.")
    return _checked(int(hours) * 60 + int(minutes), text)


def _checked(minutes: int, text: str) -> int:
    if minutes == 0:
        raise UsageError(f"{text} is no time at all.", hint="Leave it out, or write 15m.")
    if minutes > MINUTES_A_DAY:
        raise UsageError(f"{text} is more than a day.", hint="Write one entry for each day.")
    return minutes
