"""A measured change: `donations: 4200 to 7900 USD/month`, or a baseline, which has no second side.

Numbers stay exact: a whole number is an int, any other a string such as "0.5"; never a float.
"""

from __future__ import annotations

from pmpath.domain.duration import minutes_in
from pmpath.domain.errors import UsageError
from pmpath.domain.record import record

ARROWS = ("to", "->", "\N{RIGHTWARDS ARROW}")
CURRENCY = "$\N{EURO SIGN}\N{POUND SIGN}\N{YEN SIGN}"
# A small m is a minute or a metre, never a million.
THOUSANDS = {"k": 1_000, "K": 1_000, "M": 1_000_000}
EXAMPLE = "Write donations: 4200 to 7900 USD/month."

LONGEST_TIME = 4  # 1 h 30 min
TIME_UNITS = ("seconds", "minutes", "hours", "days", "weeks", "months")

Number = int | str


@record
class Metric:
    """A named number with its unit and period; `before` alone is a baseline, both are a result."""

    name: str
    before: Number | None
    after: Number | None
    unit: str = ""
    period: str = ""


def number_in(word: str) -> Number | None:
    """The number one word means: `4200`, `4,200`, `$10K`, `31%`, `2,5`; None if it means none."""
    body = word.lstrip(CURRENCY).rstrip("%,;." + CURRENCY)
    sign = "-" if body[:1] in ("-", "\N{MINUS SIGN}") else ""
    body = body.lstrip("-+\N{MINUS SIGN}")
    factor = THOUSANDS.get(body[-1:], 1)
    if factor != 1:
        body = body[:-1]
    whole, part = _split_decimal(body)
    if not (whole + part).isdecimal() or len(whole + part) > 15:
        return None
    return _exact(sign, int((whole + part) or 0) * factor, len(part))


def read_metric(text: str) -> Metric:
    """The metric in the value of an option: `set-up calls: 5 to 3`; one number is a baseline.

    Raises UsageError when the name or a side is missing.
    """
    name, colon, rest = text.partition(":")
    words = tuple(rest.split())
    if not colon or not name.strip() or not words:
        raise UsageError(f"{text!r} is not a metric: it needs a name and a number.", hint=EXAMPLE)
    found = metric_in(name.strip(), words, alone=True) or _baseline_in(name.strip(), words)
    if found is None:
        raise UsageError(f"{text!r} holds no number after the name.", hint=EXAMPLE)
    metric, used = found
    if used < len(words):
        rest = " ".join(words[used:])
        raise UsageError(f"{rest!r} is left over behind the metric {name.strip()}.", hint=EXAMPLE)
    return metric


def metric_in(
    name: str, words: tuple[str, ...], *, alone: bool = False
) -> tuple[Metric, int] | None:
    """The metric with both sides at the start of `words`, and how many words it takes.

    Unless the metric stands `alone`, a word behind it is its unit only if it looks like one
    (`USD`, `USD/month`, `minutes`). None when the words are no metric; UsageError when one side is
    empty, as happens when a shell takes `> 7900` for a file.
    """
    words, joined = _apart(words)
    if len(words) > 2 and words[1] in ARROWS:
        _refuse_ambiguous(words[0], words[2])
    timed = _timed(words)
    if timed:
        return Metric(name, *timed[0], "minutes"), timed[1] - joined
    before = number_in(words[0]) if words else None
    if before is not None and len(words) > 1 and words[1] in (*ARROWS, "-"):
        after = number_in(words[2]) if len(words) > 2 else None
        if after is None:
            raise _empty_side(name, "after", words[1])
        unit, period, used = _unit(words, 2, any_word=alone)
        return Metric(name, before, after, unit, period), used - joined
    if (words and words[0] in ARROWS[1:]) or _only_after(words):
        raise _empty_side(name, "before", words[0])
    return None


def _timed(words: tuple[str, ...]) -> tuple[tuple[int, int], int] | None:
    """A change between two durations, in minutes, and how many words it takes: `45 min to 1h30`."""
    for arrow in range(1, LONGEST_TIME + 1):
        if words[arrow : arrow + 1] and words[arrow] in ARROWS:
            before = _time(words[:arrow])
            for length in range(LONGEST_TIME, 0, -1):
                behind = words[arrow + 1 : arrow + 1 + length]
                after = _time(behind) if len(behind) == length else None
                if before is not None and after is not None:
                    return (before, after), arrow + 1 + length
    return None


def _time(words: tuple[str, ...]) -> int | None:
    """Minutes; a large M is a million, never a minute."""
    bare = tuple(word.rstrip(",.;") for word in words)
    return None if any(word.endswith("M") for word in bare) else minutes_in(bare)


def _apart(words: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """`4200->7900` as three words, and how many words more that makes.

    A shell that takes `>7900` for a file leaves `4200-`.
    """
    taken = words[:3]
    parted: list[str] = []
    for word in taken:
        for arrow in ARROWS[1:]:
            word = word.replace(arrow, f" {arrow} ")
        if word[-1:] == "-" and number_in(word[:-1]) is not None:
            word = f"{word[:-1]} -"
        parted += word.split()
    return (*parted, *words[3:]), len(parted) - len(taken)


def _refuse_ambiguous(*words: str) -> None:
    """`7.900` is 7.9 to some and 7900 to others; `4.200,50` is no number to this program."""
    for word in words:
        body = word.strip(CURRENCY + "%,;").rstrip(".")
        whole, _, part = body.partition(".")
        grouped = "," in part or (len(part) == 3 and part.endswith("0") and whole != "0")
        if grouped and (whole + part.replace(",", "")).isdecimal():
            raise UsageError(f"{word} may be read in two ways.", hint="Write 7900 or 7.9.")


def percent_change(metric: Metric) -> int | None:
    """The change in percent of the number before, to the nearest whole percent.

    None without two sides, or from 0.
    """
    if metric.before is None or metric.after is None:
        return None
    before, after = _scaled(metric.before, metric.after)
    if before == 0:
        return None
    change, base = (after - before) * 100, abs(before)
    sign = -1 if change < 0 else 1
    return sign * ((abs(change) * 2 + base) // (base * 2))


def _scaled(*numbers: Number) -> tuple[int, ...]:
    """The numbers multiplied by one power of ten that makes all of them whole."""
    parts = [str(number).partition(".") for number in numbers]
    places = max(len(part) for _, _, part in parts)
    return tuple(int(whole + part.ljust(places, "0")) for whole, _, part in parts)


def _only_after(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[0] == "to" and number_in(words[1]) is not None


def _empty_side(name: str, side: str, sign: str) -> UsageError:
    taken = " The shell takes > and what follows for itself." if sign == "-" else ""
    return UsageError(f"The metric {name} has no number {side} the change.{taken}", hint=EXAMPLE)


def _baseline_in(name: str, words: tuple[str, ...]) -> tuple[Metric, int] | None:
    before = number_in(words[0])
    if before is None:
        return None
    unit, period, used = _unit(words, 0, any_word=True)
    return Metric(name, before, None, unit, period), used


def _unit(words: tuple[str, ...], last: int, *, any_word: bool) -> tuple[str, str, int]:
    """Unit and period after the number at `words[last]`, and the count of words taken by then."""
    number, taken = words[last], last + 1
    if number.endswith(("%", "%,", "%.")):
        return "%", "", taken
    if words[taken : taken + 1] == ("per",) and words[taken + 1 : taken + 2]:
        return _currency(number), words[taken + 1].rstrip(",.;"), taken + 2
    if number.endswith((",", ".", ";")) or taken == len(words):
        return _currency(number), "", taken
    word = words[taken].rstrip(",.;")
    unit, _, period = word.partition("/")
    if unit == "%":
        return unit, period, taken + 1
    looks_like_one = bool(period) or (len(word) > 1 and word.isupper()) or word in TIME_UNITS
    if not (looks_like_one or (any_word and unit.isalpha())):
        return _currency(number), "", taken
    return unit or _currency(number), period, taken + 1


def _currency(number: str) -> str:
    return next((sign for sign in CURRENCY if sign in number), "")


def _split_decimal(body: str) -> tuple[str, str]:
    """Whole and fractional digits: `4,200` groups thousands; `2,5` and `0,125` are decimals."""
    if "." in body:
        whole, _, part = body.replace(",", "").partition(".")
        return whole, part
    first, *groups = body.split(",")
    if len(groups) == 1 and (len(groups[0]) != 3 or not first.strip("0")):
        return first, groups[0]
    if any(len(group) != 3 for group in groups):
        # A list such as 1,2,3 is no number.
        return "", ""
    return "".join((first, *groups)), ""


def _exact(sign: str, digits: int, places: int) -> Number:
    """`digits` divided by ten to the `places`, without ever being a float."""
    text = str(digits).rjust(places + 1, "0")
    whole, part = (text[:-places], text[-places:].rstrip("0")) if places else (text, "")
    if part:
        return f"{sign}{whole}.{part}"
    return int(sign + whole)
