"""Measured numbers of a line: a change, a value after, a baseline.

    donations: 4 200 to 7 900 USD      sign-ups rose from 12 to 31      31 sign-ups
    baseline: 4200 USD a month         mttr 48m -> 31m                  31 sign-ups instead of 12

Versions, pages, ports, times and pay are not numbers, nor is how many people listened. In doubt
there is none.
"""

from __future__ import annotations

from pmpath.domain.metric import Metric
from pmpath.domain.record import changed
from pmpath.domain.when.spelling import CLOSERS, DIGITS, OPENERS, bare, listed, turns_after
from pmpath.domain.words.found import Found
from pmpath.domain.words.numbers.measures import MEASURES, OUTCOMES
from pmpath.domain.words.numbers.number_names import (
    OTHER_THINGS,
    is_about_other_things,
    name_before,
    unit_behind,
    without_period,
)
from pmpath.domain.words.numbers.number_pairs import Pair, are_grouped, pair_at, part_arrows
from pmpath.domain.words.numbers.values import Value, value_at

# What a number is to the entry: a CHANGE has both sides, an AFTER and a BASELINE one.
CHANGE, AFTER, BASELINE = "change", "after", "baseline"
LEADS_OF_BASELINE = listed("for of is the = at was")
BEFORE_BASELINE = listed("the a an my our took counted set measured noted wrote got have first new")
# What is counted for each week or month.
PERIODIC = (
    OUTCOMES
    | MEASURES
    | listed(
        "no-shows volunteers visitors visits guests meals members donors attendance walk-ins"
        " walk-outs referrals calls complaints cancellations returns refunds readers views leads"
        " demos tickets pickups boxes parcels children families students learners"
    )
)
LONGEST_BASELINE = 6
# Before a colon these name the number to move.
HEADS = ("number", "figure")
# Behind the value: another belongs to it.
TWO_SIDES = ("to", "->", "from", "after", "was", "instead", "up", "down")
# Between the head and the colon: it was read before.
READ_AGAIN = ("again", "after", "since", "new", "latest")


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


def _number_at(words: tuple[str, ...], at: int) -> Found[Metric] | None:
    if bare(words[at]) in ("baseline", "baselines"):
        return _baseline(words, at)
    if bare(words[at]) in HEADS:
        return _headed(words, at)
    value = value_at(words, at)
    if value is None:
        return None
    pair = pair_at(words, at, value)
    if pair:
        return _named(words, at, pair)
    return _counted(words, at, value) or _measure(words, at, value) or _by_period(words, at, value)


def _named(words: tuple[str, ...], at: int, pair: Pair) -> Found[Metric] | None:
    """The metric with its name, which stands before it; None without one."""
    first, name = name_before(words, at)
    behind = unit_behind(words, pair.end)
    unit = pair.after.unit or pair.before.unit or behind[0] or pair.unit
    if not name and pair.unit:
        name, unit = pair.unit, ""
    elif pair.unit and name.casefold() in OTHER_THINGS:
        # "one page: before 9 visits a month, after 2"
        first, name, unit = at, pair.unit, ""
    elif not name and bare("".join(words[pair.end : pair.end + 1])) in OUTCOMES:
        # `3 -> 8 adoptions`
        name = bare(words[pair.end])
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
    """`ES 7.10 -> 8.2`: a single capitalized name that is not a known measure has versions."""
    return name[:1].isupper() and " " not in name and name.casefold() not in MEASURES


def _is_plain_pair(pair: Pair) -> bool:
    return pair.before.is_bare and pair.after.is_bare


# "31 in 40 orders" counts a share of the orders, and no orders.
BEGINNING = ("touch", "touched", "change", "changed", "start", "started", "begin", "began", "do")
PART_OF = ("in", "of", "from", "out", "on", "at", "for", "to", "with")


def _counted(words: tuple[str, ...], at: int, value: Value) -> Found[Metric] | None:
    """`31 sign-ups`, `31 new newsletter sign-ups`: a value after alone."""
    if not value.is_bare or "." in value.digits or (at and bare(words[at - 1]) in ("of", "the")):
        return None
    ahead = bare(words[at + 1]) if at + 1 < len(words) else ""
    of_all = at > 1 and bare(words[at - 1]) in PART_OF and words[at - 2][:1].isdecimal()
    if ahead in PART_OF or of_all:
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
    # "wrote down their takings, 2310 GBP, before we change a thing"
    led = led or (at > 0 and words[at - 1].endswith(",") and _is_before(words))
    is_last = end == len(words) or turns_after(words[end - 1]) or bare(words[end]) == "now"
    if not led or not is_last or value.is_time:
        return None
    first, name = name_before(words, at)
    known = any(word.casefold() in MEASURES for word in name.split()[-2:])
    if not known or is_about_other_things(words, first, end, name, False):
        return None
    if _is_before(words):
        metric = Metric(name, value.number(), None, value.unit, value.period)
        return _found(words, first, end, metric, BASELINE)
    metric = Metric(name, None, value.number(), value.unit, value.period)
    return _found(words, first, end, metric, AFTER)


def _by_period(words: tuple[str, ...], at: int, value: Value) -> Found[Metric] | None:
    """`shelter: no-shows 18 a week`: a count for each week, of a thing named behind a colon.

    It is where one begins, unless a word says that it is counted again.
    """
    end = at + value.taken
    is_last = end == len(words) or turns_after(words[end - 1]) or bare(words[end]) == "now"
    first, name = name_before(words, at)
    if not (value.period and is_last and first and words[first - 1].endswith(":")):
        return None
    thing = name.casefold().split()[-1:]
    if (
        not thing
        or thing[0] not in PERIODIC
        or is_about_other_things(words, first, end, name, False)
    ):
        return None
    again = not {bare(word) for word in words}.isdisjoint((*READ_AGAIN, "now"))
    before, read = (None, value.number()) if again else (value.number(), None)
    metric = Metric(name, before, read, value.unit, value.period)
    return _found(words, first, end, metric, AFTER if again else BASELINE)


def _is_before(words: tuple[str, ...]) -> bool:
    """`the number before I touch anything`: a single value is the one to begin with."""
    low = [bare(word) for word in words]
    return any(
        low[at] == "before" and low[at + 1] in ("i", "we") and low[at + 2] in BEGINNING
        for at in range(len(low) - 2)
    )


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


def _headed(words: tuple[str, ...], at: int) -> Found[Metric] | None:
    """`number: no-shows 18 a week`, `the number at the food bank: 62 donors a month`."""
    near = range(at, min(at + LONGEST_BASELINE, len(words)))
    colon = next((one for one in near if words[one].endswith(":")), None)
    if colon is None or bare("".join(words[at + 1 : at + 2])) == "of":
        return None
    for start in range(colon + 1, min(colon + 1 + LONGEST_BASELINE, len(words))):
        value = value_at(words, start)
        if value is None:
            continue
        behind = bare("".join(words[start + value.taken : start + value.taken + 1]))
        if pair_at(words, start, value) or value.is_time or behind in TWO_SIDES:
            return None
        name = " ".join(words[colon + 1 : start])
        unit, period, end = unit_behind(words, start + value.taken)
        if not name:
            name, unit = _counted_thing(words, start + value.taken), ""
            period = period or unit_behind(words, start + value.taken + len(name.split()))[1]
        again = not {bare(word) for word in words[at : colon + 1]}.isdisjoint(READ_AGAIN)
        before, read = (None, value.number()) if again else (value.number(), None)
        metric = Metric(name or "number", before, read, value.unit or unit, value.period or period)
        after = max(end, start + value.taken)
        return _found(words, at, after, metric, AFTER if again else BASELINE)
    return None


def _counted_thing(words: tuple[str, ...], at: int) -> str:
    """`no-shows` of `18 no-shows a week`; no more than two words."""
    taken: list[str] = []
    for word in words[at : at + 2]:
        if bare(word) in ("a", "an", "per", "each", "in", "on", "as", "by", "this", "every"):
            break
        taken.append(word.rstrip(CLOSERS))
        if turns_after(word):
            break
    return " ".join(taken)


def _found(
    words: tuple[str, ...], first: int, after: int, metric: Metric, role: str
) -> Found[Metric]:
    said = " ".join(words[first:after]).lstrip(OPENERS).rstrip(CLOSERS)
    return Found(first, after, metric, said, "", role)
