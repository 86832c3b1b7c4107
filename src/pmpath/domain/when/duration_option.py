"""A duration that is the whole of a text: the value of an option, an answer, a part of a week."""

from __future__ import annotations

from pmpath.domain.errors import UsageError
from pmpath.domain.when.calendar import MINUTES_A_DAY
from pmpath.domain.when.duration_forms import ODD, duration_at, may_begin
from pmpath.domain.when.spelling import FRACTIONS

LONGEST_COUNT = 4  # 1440
EXAMPLES = "Write 45m, 1h30, 1.5h or half an hour."


def minutes_of(text: str) -> int:
    """The minutes in the value of an option or an answer: `30`, `30m`, `0:30`, `half an hour`.

    A bare number means minutes. Raises UsageError for anything else, for nothing and for more than
    a day.
    """
    words = tuple(text.split())
    plain = text.strip().rstrip(".")
    if plain.isdecimal() and len(plain) <= 12:
        return _checked(int(plain), text)
    match = duration_at(words, 0) if words and may_begin(words[0]) else None
    if match is None or match[1] != len(words) or not "".join(words)[:1].isalnum():
        match = duration_at(words, 0) if text.strip()[:1] in (".", ",", *FRACTIONS) else match
    if match is None or match[1] != len(words):
        raise UsageError(f'"{text}" is not a duration.', hint=EXAMPLES)
    if match[0].kind == ODD:
        raise UsageError(f"{text} has too many minutes after the hour.", hint="Write 1h30 or 90m.")
    return _checked(match[0].minutes, text)


def with_unit(text: str) -> str:
    """A text that is a bare number as the minutes it means, `90` as `90m`; any other unchanged."""
    plain = text.strip()
    return f"{plain}m" if plain.isdecimal() and len(plain) <= LONGEST_COUNT else text


def _checked(minutes: int, text: str) -> int:
    if minutes == 0:
        raise UsageError(f"{text} is not a length of time.", hint="Leave it out, or write 15m.")
    if minutes > MINUTES_A_DAY:
        raise UsageError(f"{text} is more than a day.", hint="Write one entry for each day.")
    return minutes
