"""Measured numbers of a line: a change, a value after, a baseline.

    donations: 4 200 to 7 900 USD      sign-ups rose from 12 to 31      31 sign-ups
    baseline: 4200 USD a month         mttr 48m -> 31m                  31 sign-ups instead of 12

Versions, pages, ports, times and pay are no numbers, nor is how many people listened. In doubt
there is none.
"""

from __future__ import annotations

from pmpath.domain.metric import Metric
from pmpath.domain.record import changed, record
from pmpath.domain.when.calendar import MONTH_NUMBERS
from pmpath.domain.when.spelling import CLOSERS, DIGITS, OPENERS, bare, listed, turns_after
from pmpath.domain.words.found import Found
from pmpath.domain.words.number_names import (
    is_about_other_things,
    moves,
    name_before,
    unit_behind,
    without_period,
)
from pmpath.domain.words.values import CODES, CURRENCY, Value, is_ambiguous, value_at

# What a number is to the entry: a CHANGE has both sides, an AFTER and a BASELINE one.
CHANGE, AFTER, BASELINE = "change", "after", "baseline"
ARROWS = frozenset(["->", "=>", "\N{RIGHTWARDS ARROW}", "-->", "==>", "~>"])
GLUED = ("->", "=>", "\N{RIGHTWARDS ARROW}")
UP_TO = frozenset(["to", "auf", "à", "a", "na", "naar", "bis"])
FROM = frozenset(["from", "von", "de", "van", "z"])
SOFTENERS = listed("about around over nearly almost roughly just some only ~ ca ca. c. now")
# "31 statt 12": the value before stands behind one of these.
INSTEAD = (
    ("instead", "of"), ("statt",), ("up", "from"), ("down", "from"), ("rather", "than"),
    ("anstatt",), ("au", "lieu", "de"), ("compared", "to"), ("compared", "with"), ("was",),
    ("were",), ("before", "it", "was"), ("en", "vez", "de"), ("in", "place", "of"), ("zamiast",),
    ("against",), ("after",), ("from",), ("previously",), ("formerly",),
)  # fmt: skip
# Behind these the value before must stand at once in brackets or behind a comma: `31 (was 12)`.
NEEDS_A_TURN = frozenset(["was", "were", "after", "against", "previously", "formerly", "before"])
WAS = frozenset(["was", "were", "used"])
IS_NOW = frozenset(["is", "are", "now", "today", "already"])
# Counted things that are results by themselves.
OUTCOMES = listed(
    "sign-ups signups sign-up subscribers subscriptions registrations downloads installs orders"
    " donations bookings adoptions conversions activations renewals enquiries inquiries enrolments"
    " enrollments upgrades purchases sales-qualified pre-orders preorders trials"
)
LEADS_OF_MEASURE = ("is", "now", "at", "=")
NO_UNITS = listed("in on at of last this per before")
LEADS_OF_BASELINE = listed("for of is the = at was")
BEFORE_BASELINE = listed("the a an my our took counted set measured noted wrote got have first new")
MEASURES = listed(
    "conversion activation retention churn revenue donations nps csat mrr arr adoption turnover"
    " sign-ups signups"
)
LONGEST_UNIT = 3
FARTHEST_NOW = 9
LONGEST_BASELINE = 6


@record
class Pair:
    """Two values, the word behind the later one, and a unit that stood between them."""

    before: Value
    after: Value
    end: int
    unit: str = ""


def numbers_in(words: tuple[str, ...]) -> tuple[Found[Metric], ...]:
    """The numbers of a line, each with its name and its role."""
    if not any(char in DIGITS for word in words for char in word):
        return ()
    parted, origins = part_arrows(words)
    found: list[Found[Metric]] = []
    at = 0
    while at < len(parted):
        one = _number_at(parted, at)
        if one is not None:
            found.append(changed(one, first=origins[one.first], after=origins[one.after - 1] + 1))
        at = one.after if one is not None and one.after > at else at + 1
    return tuple(found)


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


def _number_at(words: tuple[str, ...], at: int) -> Found[Metric] | None:
    if bare(words[at]) in ("baseline", "baselines"):
        return _baseline(words, at)
    value = value_at(words, at)
    if value is None:
        return None
    pair = _change(words, at, value) or _instead(words, at, value) or _was_and_is(words, at, value)
    if pair:
        return _named(words, at, pair)
    return _counted(words, at, value) or _measure(words, at, value)


def _change(words: tuple[str, ...], at: int, first: Value) -> Pair | None:
    """`from A to B`, `A -> B`, `NAME: A to B`, `went up A to B`, `61% to 68%`."""
    led = _lead(words, at) in FROM
    sign, unit = at + first.taken, ""
    if led and words[sign : sign + 1] and bare(words[sign]) not in UP_TO | ARROWS:
        sign, unit = _behind_unit(words, sign)
    if sign >= len(words) or (turns_after(words[sign - 1]) and words[sign] not in ARROWS):
        return None
    if words[sign] not in ARROWS and bare(words[sign]) not in UP_TO:
        return None
    if words[sign] not in ARROWS and not (led or _is_said_change(words, at, first)):
        return None
    start = sign + 1
    while start < len(words) and words[start].casefold() in SOFTENERS:
        start += 1
    second = value_at(words, start)
    if second is None or first.unit in ("points", "pts"):
        return None
    if second.is_time != first.is_time:
        return _of_one_kind(words, (at, start), first)
    end = start + second.taken
    if any(bare(word) in MONTH_NUMBERS for word in (unit, *words[end : end + 1])):
        return None
    if "%" in (first.unit, second.unit) and first.unit not in ("", second.unit):
        return None
    return Pair(first, second, end, unit)


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
    return before.endswith(":") or moves(bare(before)) or first.unit == "%"


def _instead(words: tuple[str, ...], at: int, after: Value) -> Pair | None:
    """`31 statt 12`, `31 sign-ups instead of 12`, `31 (was 12)`, `31, up from 12`."""
    for start in range(at + after.taken, min(at + after.taken + LONGEST_UNIT + 1, len(words))):
        if words[start][0].isdecimal():
            return None
        for phrase in INSTEAD:
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
    """`was 3 in february, in march is 8 already`."""
    led = [bare(word) for word in words[max(at - 3, 0) : at]]
    if not (led[-1:] and (led[-1] in WAS or led == ["used", "to", "be"])):
        return None
    for start in range(at + before.taken + 1, min(at + before.taken + FARTHEST_NOW, len(words))):
        if bare(words[start - 1]) in IS_NOW:
            after = value_at(words, start)
            if after is not None and after.is_time == before.is_time:
                return Pair(before, after, start + after.taken)
    return None


def _named(words: tuple[str, ...], at: int, pair: Pair) -> Found[Metric] | None:
    """The metric with its name, which stands before it; None without one."""
    first, name = name_before(words, at)
    behind = unit_behind(words, pair.end)
    unit = pair.after.unit or pair.before.unit or behind[0] or pair.unit
    if not name and pair.unit:
        name, unit = pair.unit, ""
    if "." in pair.before.digits and "." in pair.after.digits and _is_product(name):
        return None
    if not name or is_about_other_things(words, first, pair.end, name, _is_plain_pair(pair)):
        return None
    grouped = are_grouped(pair, unit)
    before, after = pair.before.number(grouped=grouped), pair.after.number(grouped=grouped)
    period = pair.after.period or pair.before.period or behind[1]
    name, period = without_period(name, period)
    metric = Metric(name, before, after, unit, period)
    return _found(words, first, max(pair.end, behind[2]), metric, CHANGE)


def _is_product(name: str) -> bool:
    """`ES 7.10 -> 8.2`: a single capitalized name that is no known measure has versions."""
    return name[:1].isupper() and " " not in name and name.casefold() not in MEASURES


def _is_plain_pair(pair: Pair) -> bool:
    return pair.before.is_bare and pair.after.is_bare


def are_grouped(pair: Pair, unit: str) -> bool:
    """Whether `4.200` is 4200: beside money, or with a 0 at its end."""
    doubtful = [value for value in (pair.before, pair.after) if is_ambiguous(value)]
    is_money = unit.casefold() in CODES or unit in tuple(CURRENCY)
    return is_money or any(value.digits.endswith("0") for value in doubtful)


def _counted(words: tuple[str, ...], at: int, value: Value) -> Found[Metric] | None:
    """`31 sign-ups`, `31 new newsletter sign-ups`: a value after alone."""
    if not value.is_bare or "." in value.digits or (at and bare(words[at - 1]) in ("of", "the")):
        return None
    for end in range(at + 1, min(at + 4, len(words))):
        if turns_after(words[end - 1]):
            return None
        if bare(words[end]) in OUTCOMES:
            name = " ".join(words[at + 1 : end + 1]).rstrip(CLOSERS)
            metric = Metric(name, None, value.number())
            return _found(words, at, end + 1, metric, AFTER)
    return None


def _measure(words: tuple[str, ...], at: int, value: Value) -> Found[Metric] | None:
    """`trial conversion: 68%`, `conversion is now 68 %`."""
    end = at + value.taken
    led = at > 0 and (
        words[at - 1].endswith(":") or bare(words[at - 1]) in ("is", "now", "at", "=")
    )
    is_last = end == len(words) or turns_after(words[end - 1]) or bare(words[end]) == "now"
    if not led or not is_last or value.is_time:
        return None
    first, name = name_before(words, at)
    known = any(word.casefold() in MEASURES for word in name.split()[-2:])
    if not known or is_about_other_things(words, first, end, name, False):
        return None
    metric = Metric(name, None, value.number(), value.unit, value.period)
    return _found(words, first, end, metric, AFTER)


def _baseline(words: tuple[str, ...], at: int) -> Found[Metric] | None:
    """`baseline: 4200 USD a month`, `baseline for sign-ups: 12`, `donations baseline: 12`."""
    for start in range(at + 1, min(at + 1 + LONGEST_BASELINE, len(words))):
        value = value_at(words, start)
        if value is None:
            continue
        between = [word.rstrip(CLOSERS) for word in words[at + 1 : start]]
        named = [word for word in between if word.casefold() not in LEADS_OF_BASELINE]
        is_named = at > 0 and bare(words[at - 1]) not in BEFORE_BASELINE and not named
        first, before = name_before(words, at) if is_named else (at, "")
        unit, period, end = unit_behind(words, start + value.taken)
        name = " ".join(named) or before or "baseline"
        metric = Metric(name, value.number(), None, value.unit or unit, value.period or period)
        return _found(
            words, first if before else at, max(end, start + value.taken), metric, BASELINE
        )
    return None


def _found(
    words: tuple[str, ...], first: int, after: int, metric: Metric, role: str
) -> Found[Metric]:
    said = " ".join(words[first:after]).lstrip(OPENERS).rstrip(CLOSERS)
    return Found(first, after, metric, said, "", role)
