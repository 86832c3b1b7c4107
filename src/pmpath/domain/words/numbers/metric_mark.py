"""The exact way to write a number: `donations: 4200 to 7900 USD/month`, and the baseline alone."""

from __future__ import annotations

from pmpath.domain.errors import UsageError
from pmpath.domain.metric import Metric, Number
from pmpath.domain.when.spelling import turns_after
from pmpath.domain.words.numbers.number_names import unit_behind
from pmpath.domain.words.numbers.number_pairs import ARROWS, Pair, are_grouped, part_arrows
from pmpath.domain.words.numbers.values import Value, is_ambiguous, value_at

EXAMPLE = "Write donations: 4200 to 7900 USD/month."


def read_metric(text: str) -> Metric:
    """The metric in the value of an option: `set-up calls: 5 to 3`; one number is a baseline.

    Raises UsageError when the name or a side is missing.
    """
    name, colon, rest = text.partition(":")
    words = tuple(rest.split())
    if not colon or not name.strip() or not words:
        raise UsageError(f'"{text}" needs a name and a number to be a metric.', hint=EXAMPLE)
    found = metric_in(name.strip(), words, alone=True) or _baseline_in(name.strip(), words)
    if found is None:
        raise UsageError(f'"{text}" has no number after the name.', hint=EXAMPLE)
    metric, used = found
    if used < len(words):
        rest = " ".join(words[used:])
        raise UsageError(
            f'"{rest}", after the metric {name.strip()}, was not understood.', hint=EXAMPLE
        )
    return metric


def metric_in(
    name: str, words: tuple[str, ...], *, alone: bool = False
) -> tuple[Metric, int] | None:
    """The metric with both sides at the start of `words`, and how many words it takes.

    Unless the metric stands `alone`, a word behind it is its unit only if it looks like one
    (`USD`, `USD/month`, `minutes`). None for words that hold no metric; UsageError when one side is
    empty, as happens when a shell takes `> 7900` for a file.
    """
    parted, origins = part_arrows(_before_a_file(words))
    before = value_at(parted, 0) if parted else None
    if before is None:
        if parted and (parted[0] in ARROWS or _is_only_after(parted)):
            raise _empty_side(name, "before", parted[0])
        return None
    sign = parted[before.taken] if before.taken < len(parted) else ""
    if sign not in (*ARROWS, "to", "-"):
        return None
    start = before.taken + 1
    after = value_at(parted, start)
    if after is None:
        raise _empty_side(name, "after", sign)
    before, after = _alike(parted, before, after, start)
    metric, end = _measured(name, parted, Pair(before, after, start + after.taken), alone=alone)
    return metric, (origins[end - 1] + 1 if end else 0)


def _alike(words: tuple[str, ...], before: Value, after: Value, start: int) -> tuple[Value, Value]:
    """`45 to 20 minutes` counts both sides in minutes."""
    if before.is_time == after.is_time:
        return before, after
    plain = value_at(words, 0, times=False), value_at(words, start, times=False)
    return plain[0] or before, plain[1] or after


def _measured(name: str, words: tuple[str, ...], pair: Pair, *, alone: bool) -> tuple[Metric, int]:
    unit, period, end = _unit(words, pair.end, pair.after, alone=alone)
    unit = unit or pair.before.unit
    grouped = are_grouped(pair, unit)
    before, after = pair.before.number(grouped=grouped), pair.after.number(grouped=grouped)
    return Metric(name, before, after, unit, period or pair.before.period), end


def _unit(words: tuple[str, ...], at: int, value: Value, *, alone: bool) -> tuple[str, str, int]:
    """Unit, period and the word behind them."""
    if value.period or value.unit in ("%", "minutes"):
        return value.unit, value.period, at
    unit, period, end = unit_behind(words, at)
    if not (unit or period) and alone and at < len(words) and not turns_after(words[at - 1]):
        unit, _, period = words[at].rstrip(",.;").partition("/")
        end = at + 1 if unit.isalpha() else at
        unit = unit if unit.isalpha() else ""
    return unit or value.unit, period, end


def _baseline_in(name: str, words: tuple[str, ...]) -> tuple[Metric, int] | None:
    value = value_at(words, 0, times=False)
    if value is None:
        return None
    unit, period, end = _unit(words, value.taken, value, alone=True)
    number: Number = value.number(grouped=is_ambiguous(value) and value.digits.endswith("0"))
    return Metric(name, number, None, unit, period), end


def _before_a_file(words: tuple[str, ...]) -> tuple[str, ...]:
    """A shell that takes `>7900` for a file leaves `4200-`, which is a number and a sign."""
    if words and words[0][-1:] == "-" and value_at((words[0][:-1],), 0):
        return (words[0][:-1], "-", *words[1:])
    return words


def _is_only_after(words: tuple[str, ...]) -> bool:
    return len(words) > 1 and words[0] == "to" and value_at(words, 1) is not None


def _empty_side(name: str, side: str, sign: str) -> UsageError:
    taken = " The shell takes > and what follows for itself." if sign == "-" else ""
    return UsageError(f"The metric {name} has no number {side} the change.{taken}", hint=EXAMPLE)
