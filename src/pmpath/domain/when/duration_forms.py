"""What a duration looks like: sums, words, clock forms and spans, read at the start of some pieces.

It says nothing on what the duration is to the sentence; `words/days/duration` does.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.domain.when.amounts import (
    ARTICLES,
    MINUTES_IN_WORDS,
    STARTS,
    amount_at,
    ends_minutes,
    number_at,
    skip,
    word_at,
)
from pmpath.domain.when.clock import clock_at, span_at
from pmpath.domain.when.spelling import (
    BLANK,
    CLOSERS,
    DIGITS,
    FRACTIONS,
    OPENERS,
    pieces,
)
from pmpath.domain.when.time_words import (
    FROM_TO,
    PEOPLE_OF_HR,
    PERIODS,
    PHRASE_STARTS,
    PHRASES,
    UP_TO,
    minutes_of_unit,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.when.amounts import Amount

# How a duration is written: SPAN from one time to another, CLOCK `0:45`, BETWEEN two amounts, EACH
# of several, ODD `1h90`, and PLAIN.
PLAIN, SPAN, CLOCK, BETWEEN, EACH, ODD = "plain", "span", "clock", "between", "each", "odd"
LONGEST_IN_WORDS, HOUR = 14, 60
JOINERS = ("and", "plus", "+", "&", ",", "und", "et", "y", "e", "en", "i")
TIMES = ("x", "times", "*")
TWICE = {"twice": 2, "thrice": 3}
EACH_WORDS = ("each", "apiece")

FIRST_SIGNS = frozenset([*DIGITS, *FRACTIONS, ".", ","])
FIRST_WORDS = STARTS | PHRASE_STARTS | {"between", "from", "hour", *TWICE}


class DurationForm(Frozen):
    """A duration in minutes (more than a day, or none at all, is for the caller to judge).

    `end` is the piece behind it. `unit` is its last word for minutes or hours as typed.
    """

    minutes: int
    end: int
    kind: str = PLAIN
    unit: str = ""


def duration_at(words: tuple[str, ...], at: int) -> tuple[DurationForm, int] | None:
    """The longest duration that begins at a word, and how many words it takes; None for none."""
    texts = pieces(words[at : at + LONGEST_IN_WORDS])
    start = next((n for n, text in enumerate(texts) if text[0].isalnum() or text in ".,"), 0)
    if BLANK in texts[:start]:
        return None
    found = _whole(texts, start)
    if found is None:
        return None
    return found, texts[: found.end].count(BLANK) + 1


def may_begin(word: str) -> bool:
    """A cheap look at whether a duration can begin at a word."""
    sign = word.lstrip(OPENERS)[:1]
    return sign in FIRST_SIGNS or (word.lstrip(OPENERS).partition("-")[0].partition("'")[0]
                                   .rstrip(CLOSERS).casefold() in FIRST_WORDS)  # fmt: skip


def ends_a_word(texts: tuple[str, ...], at: int) -> bool:
    """Whether only closing signs stand between here and the next blank."""
    while at < len(texts) and texts[at] != BLANK:
        if texts[at] not in (*CLOSERS, "|", "/") or texts[at + 1 : at + 2] == ("/",):
            return False
        if texts[at] in "'/" and texts[at + 1 : at + 2] and texts[at + 1] != BLANK:
            return False
        at += 1
    return True


def _whole(texts: tuple[str, ...], at: int) -> DurationForm | None:
    """A sum, a product or one duration, each ending where a word ends."""
    found = _product(texts, at)
    if found is None:
        return None
    while True:
        more = _addend(texts, found.end)
        if more is None:
            return found if ends_a_word(texts, found.end) else None
        found = DurationForm(found.minutes + more.minutes, more.end, found.kind, more.unit)


def _addend(texts: tuple[str, ...], end: int) -> DurationForm | None:
    """What is added behind a duration: `+ 15m`, `and 15 minutes`."""
    at = skip(texts, end)
    if word_at(texts, at) not in JOINERS:
        return None
    comma = texts[at] == ","
    at = skip(texts, at + 1)
    if comma and word_at(texts, at) in JOINERS:
        at = skip(texts, at + 1)
    elif comma:
        # `20m, 25m and 15m`
        found = _product(texts, at)
        return found if found and _addend(texts, found.end) else None
    found = _product(texts, at)
    return found if found and ends_or_joins(texts, found.end) else None


def ends_or_joins(texts: tuple[str, ...], at: int) -> bool:
    """Whether a duration may end here: at the end of a word, or before a glued `+`."""
    return ends_a_word(texts, at) or texts[at] == "+"


def _product(texts: tuple[str, ...], at: int) -> DurationForm | None:
    """`3 x 45 min`, `twice 20 min`, `25m x2`, `an hour each`, or a duration alone."""
    factor, start = _factor_before(texts, at)
    found = _one(texts, start)
    if found is None:
        return _one(texts, at) if start != at else None
    if factor != 1:
        return DurationForm(found.minutes * factor, found.end, found.kind, found.unit)
    return _multiplied(texts, found)


def _factor_before(texts: tuple[str, ...], at: int) -> tuple[int, int]:
    if word_at(texts, at) in TWICE:
        start = skip(texts, at + 1)
        # "twice an hour" says how often.
        return (1, at) if word_at(texts, start) in ARTICLES else (TWICE[word_at(texts, at)], start)
    found = number_at(texts, at)
    if found:
        sign = skip(texts, found[1])
        if texts[found[1] : sign] == (BLANK,) and word_at(texts, sign + 2) in TIMES[::2]:
            # `2 sessions x 45 min`
            sign += 2
        rate = word_at(texts, sign) == "times" and word_at(texts, sign + 2) in ARTICLES
        if word_at(texts, sign) in TIMES and not rate:
            return found[0], skip(texts, sign + 1)
    return 1, at


def _multiplied(texts: tuple[str, ...], found: DurationForm) -> DurationForm:
    at = skip(texts, found.end)
    word = word_at(texts, at)
    if word in EACH_WORDS and word_at(texts, skip(texts, at + 1)) not in PERIODS:
        return DurationForm(found.minutes, at + 1, EACH, found.unit)
    if word in TWICE:
        return DurationForm(found.minutes * TWICE[word], at + 1, found.kind, found.unit)
    if word in TIMES[::2]:
        factor = number_at(texts, skip(texts, at + 1))
        if factor and ends_a_word(texts, factor[1]):
            return DurationForm(found.minutes * factor[0], factor[1], found.kind, found.unit)
    return found


def _one(texts: tuple[str, ...], at: int) -> DurationForm | None:
    """One duration: a span, a clock form, a phrase, a range or an amount with its unit."""
    span = span_at(texts, at)
    if span:
        return DurationForm(span[0], span[1], SPAN)
    clock = clock_at(texts, at)
    if clock and clock[2] == ":":
        return DurationForm(clock[0], clock[1], CLOCK)
    return _phrase(texts, at) or _range(texts, at) or _measured(texts, at)


def _phrase(texts: tuple[str, ...], at: int) -> DurationForm | None:
    """A phrase of another language, `halbe Stunde`."""
    if word_at(texts, at) not in PHRASE_STARTS:
        return None
    for length in range(5, 0, -1):
        said = "".join(texts[at : at + length]).casefold()
        if said in PHRASES and texts[at + length : at + length + 1] != ("-",):
            return DurationForm(PHRASES[said], at + length, PLAIN, said)
    return None


def _range(texts: tuple[str, ...], at: int) -> DurationForm | None:
    """`30-40 min`, `30 min to 40 min`, `an hour or two`: the middle, counted down to a minute."""
    is_between = word_at(texts, at) == "between"
    first = amount_at(texts, skip(texts, at + 1) if is_between else at)
    if first is None:
        return None
    unit, end = _unit(texts, first[1])
    sign = skip(texts, end)
    word = word_at(texts, sign)
    second = amount_at(texts, skip(texts, sign + 1))
    if second is None or not (word in (*UP_TO, "or") or (is_between and word == "and")):
        return None
    last, end = _unit(texts, second[1])
    if not last and not (unit and word in ("or", "-") and ends_a_word(texts, end)):
        return None
    low, high = _minutes(first[0], unit or last), _minutes(second[0], last or unit)
    said = FROM_TO if unit and last and word != "-" else "range"
    return DurationForm((low + high) // 2, end, BETWEEN, said) if low < high else None


def _measured(texts: tuple[str, ...], at: int) -> DurationForm | None:
    """An amount with its unit, and the minutes behind hours: `1h30`, `an hour and a half`."""
    found = amount_at(texts, at) or _bare_hour(texts, at)
    if found is None:
        return None
    amount, end = found
    if texts[end : end + 1] == ("'",) and amount[1] == 1 and texts[at][0] in DIGITS:
        return DurationForm(amount[0], end + 1, PLAIN, "'")
    unit, behind = _unit(texts, end)
    if texts[behind - 1] == "HR" and word_at(texts, skip(texts, behind)) in PEOPLE_OF_HR:
        return None
    if not unit or (unit == 1 and amount[1] not in (1, 2, 4)):
        return None
    first = DurationForm(_minutes(amount, unit), behind, PLAIN, texts[behind - 1])
    return first if unit == 1 else _with_minutes(texts, first)


def _bare_hour(texts: tuple[str, ...], at: int) -> tuple[Amount, int] | None:
    """`hour and a half`, as people say it without the article."""
    said = "".join(texts[at : at + 7]).casefold()
    return ((1, 1), at) if said == "hour and a half" else None


def _with_minutes(texts: tuple[str, ...], hours: DurationForm) -> DurationForm:
    """What is behind the hours: `30`, `30m`, `, 20 minutes`, `and a half`, `forty`.

    Nothing behind a part of one: `asked her for half an hour, 5m` tells two durations.
    """
    if 0 < hours.minutes < HOUR:
        return hours
    comma = texts[hours.end : hours.end + 1] in ((",",), (".",))
    at = skip(texts, hours.end + comma)
    glued = at == hours.end
    if word_at(texts, at) == "and":
        half = _part_of_hour(texts, skip(texts, at + 1), hours)
        if half or comma:
            return half or hours
        at = skip(texts, at + 1)
    digits = texts[at] if at < len(texts) else ""
    if digits.casefold() in MINUTES_IN_WORDS and ends_minutes(texts, at + 1):
        return DurationForm(
            hours.minutes + MINUTES_IN_WORDS[digits.casefold()], at + 1, PLAIN, hours.unit
        )
    if not digits.isdecimal() or len(digits) > 2 or digits[0] not in DIGITS:
        return hours
    unit, end = (1, at + 2) if texts[at + 1 : at + 2] == ("'",) else _unit(texts, at + 1)
    bare = not (unit or comma) and (glued or (len(digits) == 2 and ends_minutes(texts, at + 1)))
    if not (unit == 1 or bare):
        return hours
    # 90 minutes behind an hour are not a time that anybody means.
    if int(digits) > 59:
        return DurationForm(0, end if unit else at + 1, ODD, hours.unit) if glued else hours
    return DurationForm(hours.minutes + int(digits), end if unit else at + 1, PLAIN, hours.unit)


def _part_of_hour(texts: tuple[str, ...], at: int, hours: DurationForm) -> DurationForm | None:
    found = amount_at(texts, at)
    if found is None or found[0][0] >= found[0][1]:
        return None
    behind = word_at(texts, skip(texts, found[1]))
    if behind == "of" or minutes_of_unit(behind):
        return None
    return DurationForm(hours.minutes + _minutes(found[0], 60), found[1], PLAIN, hours.unit)


def _unit(texts: tuple[str, ...], at: int) -> tuple[int, int]:
    """The unit behind an amount, 1 or 60 minutes, and the piece behind it; 0 without one."""
    behind = at + 1 if texts[at : at + 1] in ((BLANK,), ("-",)) else at
    unit = minutes_of_unit(word_at(texts, behind))
    if unit is None:
        return 0, at
    behind += 1
    if texts[behind : behind + 2] == ("'", "s"):
        return unit, behind + 2
    if texts[behind : behind + 1] == (".",) and ends_a_word(texts, behind):
        return unit, behind
    if texts[behind : behind + 1] == ("-",) and word_at(texts, behind + 1) == "long":
        behind += 2
    return unit, behind


def _minutes(amount: Amount, unit: int) -> int:
    """To the nearest minute."""
    return (amount[0] * unit * 2 + amount[1]) // (amount[1] * 2)
