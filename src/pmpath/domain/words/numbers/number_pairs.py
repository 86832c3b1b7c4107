"""Two values of one thing: `from A to B`, `A -> B`, `B instead of A`, `was A, now B`."""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.domain.when.calendar import MONTH_NUMBERS
from pmpath.domain.when.spelling import bare, listed, turns_after
from pmpath.domain.words.numbers.measures import MEASURES, OUTCOMES, in_the_finer, measure_at
from pmpath.domain.words.numbers.number_names import moves
from pmpath.domain.words.numbers.values import CODES, CURRENCY, Value, is_ambiguous, value_at

# A lone `>` is one behind a name with its colon.
ABOVE = ">"
ARROWS = frozenset(["->", "=>", "\N{RIGHTWARDS ARROW}", "-->", "==>", "~>"])
GLUED = ("->", "=>", "\N{RIGHTWARDS ARROW}")
UP_TO = frozenset(["to", "auf", "à", "a", "na", "naar", "bis"])
DOWN = frozenset(["down", "up", "falling", "rising", "cut", "reduced", "climbing", "going"])
FROM = frozenset(["from", "von", "de", "van", "z"])
SOFTENERS = listed("about around over nearly almost roughly just some only ~ ca ca. c. now")
# "31 statt 12": the value before stands behind one of these.
INSTEAD = (
    ("instead", "of"), ("statt",), ("up", "from"), ("down", "from"), ("rather", "than"),
    ("anstatt",), ("au", "lieu", "de"), ("compared", "to"), ("compared", "with"), ("was",),
    ("were",), ("it", "was"), ("they", "were"), ("before", "it", "was"), ("en", "vez", "de"),
    ("in", "place", "of"), ("zamiast",),
    ("against",), ("after",), ("from",), ("previously",), ("formerly",),
)  # fmt: skip
# Most words begin none of them.
INSTEAD_BY_WORD = {
    first: tuple(phrase for phrase in INSTEAD if phrase[0] == first) for first, *_ in INSTEAD
}
# Behind these the value before must stand at once in brackets or behind a comma: `31 (was 12)`.
NEEDS_A_TURN = frozenset(
    ["it", "they", "was", "were", "after", "against", "previously", "formerly", "before"]
)
WAS = frozenset(["was", "were", "used", "had"])
# `12 last spring, 31 now`
THEN = frozenset(["last", "before", "previously", "then", "earlier"])
NOW = frozenset(["now", "today", "already", "this", "after"])
IS_NOW = frozenset(["is", "are", "now", "today", "already"])
LONGEST_UNIT = 3
FARTHEST_NOW = 9
# What leads to the two values of `before 9, after 2`.
BEFORE, BEHIND = "before", ("after", "afterwards", "later", "then")
NO_UNITS = listed("in on at of last this per before")


class Pair(Frozen):
    """Two values, the word behind the later one, and a unit that stood between them."""

    before: Value
    after: Value
    end: int
    unit: str = ""


def pair_at(words: tuple[str, ...], at: int, value: Value) -> Pair | None:
    """The pair that begins with the value at a word; None when it stands alone."""
    if at and bare(words[at - 1]) == BEFORE:
        return _before_and_after(words, at, value)
    return _change(words, at, value) or _instead(words, at, value) or _was_and_is(words, at, value)


def _before_and_after(words: tuple[str, ...], at: int, before: Value) -> Pair | None:
    """`calls: before 9 a week, after 2`, `before 40 s and now 6 s`."""
    first = at + before.taken
    for start in range(first + 1, min(first + FARTHEST_NOW, len(words))):
        if words[start][0].isdecimal():
            after = value_at(words, start)
            is_later = bare(words[start - 1]) in (*BEHIND, "now")
            if after is None or not is_later or after.is_time != before.is_time:
                return None
            if not _closes(words, start + after.taken, words[first : first + 1]):
                return None  # "met Lena before 9, after 10 we left"
            between = start - first > 1 and not turns_after(words[first - 1])
            unit = bare(words[first]) if between and not before.unit else ""
            return Pair(before, after, start + after.taken, "" if unit in NO_UNITS else unit)
    return None


def part_arrows(words: tuple[str, ...]) -> tuple[tuple[str, ...], list[int]]:
    """`4200->7900` as three words, and for each word which one it was typed in."""
    parted: list[str] = []
    origins: list[int] = []
    for number, word in enumerate(words):
        for arrow in GLUED:
            if arrow in word and any(char.isdecimal() for char in word):
                word = word.replace(arrow, f" {arrow} ")
                break
        parts = word.split()
        parted += parts
        origins += [number] * len(parts)
    return tuple(parted), origins


def are_grouped(pair: Pair, unit: str) -> bool:
    """Whether `4.200` is 4200: beside money, or with a 0 at its end."""
    doubtful = [value for value in (pair.before, pair.after) if is_ambiguous(value)]
    is_money = unit.casefold() in CODES or unit in tuple(CURRENCY)
    return is_money or any(value.digits.endswith("0") for value in doubtful)


def _closes(words: tuple[str, ...], end: int, unit: tuple[str, ...]) -> bool:
    """Whether the value closes its part of the sentence, or has the same unit or a period."""
    if end == len(words) or turns_after(words[end - 1]):
        return True
    behind = bare(words[end])
    return behind in ("a", "an", "per") or [behind] == [bare(one) for one in unit]


def _change(words: tuple[str, ...], at: int, first: Value) -> Pair | None:
    """`from A to B`, `A -> B`, `NAME: A to B`, `went up A to B`, `61% to 68%`."""
    found = _sign_behind(words, at, first)
    if found is None:
        return None
    sign, unit = found
    start = sign + 1
    while start < len(words) and words[start].casefold() in SOFTENERS:
        start += 1
    second = value_at(words, start)
    if second is None:
        return None
    measures = measure_at(words, at), measure_at(words, start)
    if all(measures) and measures[0] != measures[1]:
        told = in_the_finer(words, at, start, measures)
        return Pair(told[0], told[1], start + second.taken, told[2]) if told else None
    if second.is_time != first.is_time:
        return _of_one_kind(words, (at, start), first)
    end = start + second.taken
    behind = bare("".join(words[end : end + 1]))
    return Pair(first, second, end, unit) if _are_alike(first, second, unit, behind) else None


def _sign_behind(words: tuple[str, ...], at: int, first: Value) -> tuple[int, str] | None:
    """Where `to` or an arrow stands behind a value, and what is counted; None for no change."""
    led = _lead(words, at) in FROM
    sign, unit = at + first.taken, ""
    if led and words[sign : sign + 1] and bare(words[sign]) not in UP_TO | ARROWS:
        sign, unit = _behind_unit(words, sign)
    elif words[sign + 1 : sign + 2] and words[sign + 1] in ARROWS and words[sign].isalpha():
        # `14 days -> 3 days`
        sign, unit = sign + 1, words[sign]
    if sign >= len(words):
        return None
    if words[sign] in ARROWS or (words[sign] == ABOVE and words[at - 1].endswith(":")):
        return sign, unit
    if bare(words[sign]) in DOWN and bare("".join(words[sign + 1 : sign + 2])) == "to":
        # `31% down to 24%`
        return sign + 1, unit
    is_word = bare(words[sign]) in UP_TO and not turns_after(words[sign - 1])
    said = led or _is_said_change(words, at, first) or _is_of_a_period(words, sign + 2)
    return (sign, unit) if is_word and said else None


def _are_alike(first: Value, second: Value, unit: str, behind: str) -> bool:
    """Whether both values count the same; a gain in points or a day of a month is not a value."""
    if first.unit in ("points", "pts") or {unit.casefold(), behind} & MONTH_NUMBERS.keys():
        return False
    return "%" not in (first.unit, second.unit) or first.unit in ("", second.unit)


def _of_one_kind(words: tuple[str, ...], places: tuple[int, int], first: Value) -> Pair | None:
    """`from 45 to 20 minutes`, `from 45 min to 20`: both are counted in the unit of one."""
    at, start = places
    before, after = (value_at(words, place, times=False) for place in places)
    if before is None or after is None:
        return None
    unit = words[at + before.taken] if first.is_time else ""
    return Pair(before, after, start + after.taken, unit)


def _lead(words: tuple[str, ...], at: int) -> str:
    """The word before a number, `about` and its kin passed over."""
    while at > 0 and words[at - 1].casefold() in SOFTENERS:
        at -= 1
    return bare(words[at - 1]) if at else ""


def _behind_unit(words: tuple[str, ...], at: int) -> tuple[int, str]:
    """Behind what is counted between two values: `from 12 sign-ups a week to 31`."""
    for end in range(at + 1, at + 1 + LONGEST_UNIT):
        if end >= len(words) or turns_after(words[end - 1]) or words[end - 1][0].isdecimal():
            break
        if bare(words[end]) in UP_TO or words[end] in ARROWS:
            return end, "" if bare(words[at]) in NO_UNITS else words[at]
    return at, ""


def _is_said_change(words: tuple[str, ...], at: int, first: Value) -> bool:
    """Without `from`, a name with its colon, a verb such as rose, or a unit says it is a change."""
    before = words[at - 1] if at else ""
    # "trial sign-ups 31 to 44"
    is_result = bare(before) in OUTCOMES or bare(before) in MEASURES
    return is_result or before.endswith(":") or moves(bare(before)) or first.unit == "%"


def _is_of_a_period(words: tuple[str, ...], at: int) -> bool:
    """`donations 14 to 22 a month`."""
    low = [bare(word) for word in words[at : at + 2]]
    return (
        len(low) > 1 and low[0] in ("a", "per") and low[1] in ("week", "month", "quarter", "year")
    )


def _instead(words: tuple[str, ...], at: int, after: Value) -> Pair | None:
    """`31 statt 12`, `31 sign-ups instead of 12`, `31 (was 12)`, `31, up from 12`."""
    for start in range(at + after.taken, min(at + after.taken + LONGEST_UNIT + 1, len(words))):
        if words[start][0].isdecimal():
            return None
        for phrase in INSTEAD_BY_WORD.get(bare(words[start]), ()):
            end = start + len(phrase)
            if tuple(bare(word) for word in words[start:end]) != phrase:
                continue
            apart = turns_after(words[start - 1]) or words[start][0] == "("
            if phrase == ("from",) and _lead(words, at) != "to":
                continue
            before = value_at(words, end)
            if before is None or (phrase[0] in NEEDS_A_TURN and not apart):
                continue
            if before.is_time == after.is_time:
                unit = bare(words[at + after.taken]) if start > at + after.taken else ""
                return Pair(before, after, end + before.taken, unit)
    return None


def _was_and_is(words: tuple[str, ...], at: int, before: Value) -> Pair | None:
    """`was 3 in february, in march is 8`, `had 12 volunteers, now 31`, `x: 12 then, 31 now`."""
    if not _is_past(words, at, at + before.taken):
        return None
    unit = ""
    if bare(words[at - 1]) == "had" and at + before.taken < len(words):
        unit = bare(words[at + before.taken])
    for start in range(at + before.taken + 1, min(at + before.taken + FARTHEST_NOW, len(words))):
        after = value_at(words, start)
        if after is None or after.is_time != before.is_time:
            continue
        if _is_now(words, start, after):
            return Pair(before, after, start + after.taken, unit)
        break
    return None


def _is_past(words: tuple[str, ...], at: int, after: int) -> bool:
    """Behind was or had; behind a name with its colon and before `last year`."""
    led = [bare(word) for word in words[max(at - 3, 0) : at]]
    if led[-1:] and (led[-1] in WAS or led == ["used", "to", "be"]):
        return True
    if _is_before(words, after):
        return True
    named = at > 0 and words[at - 1].endswith(":")
    behind = [bare(word) for word in words[after : after + 2]]
    if not named or not behind:
        return False
    in_a_month = behind[0] == "in" and behind[-1] in MONTH_NUMBERS
    return in_a_month or not THEN.isdisjoint(behind)


def _is_before(words: tuple[str, ...], after: int) -> bool:
    """`readers 120 per month before, now 190`: the word closes its part of the sentence."""
    for at in range(after, min(after + LONGEST_UNIT + 1, len(words))):
        if turns_after(words[at]):
            return bare(words[at]) in ("before", "previously", "earlier", "then")
    return False


def _is_now(words: tuple[str, ...], at: int, value: Value) -> bool:
    led = {bare(word) for word in words[at - 3 : at]}
    ahead = [bare(word) for word in words[at + value.taken : at + value.taken + 2]]
    behind = "now" if "now" in ahead else "".join(ahead[:1])
    if ahead[:1] == ["in"] and ahead[-1] in MONTH_NUMBERS and words[at - 1].endswith(","):
        return True
    return bare(words[at - 1]) in IS_NOW or "now" in led or behind in NOW
