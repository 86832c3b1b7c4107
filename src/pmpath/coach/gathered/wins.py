"""Results as they are told to others: both sides, what changed, one's own part, and what to mind.

A number that was written down twice is one result: what was measured before, with what came after.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from pmpath.coach.gathered.results import is_result, last_resume_line
from pmpath.domain.entry import HOLD, Entry
from pmpath.domain.log.contact import Order, order_of
from pmpath.domain.log.journal import Journal
from pmpath.domain.metric import Change, Metric, Number, change_of, has_changed, is_share
from pmpath.domain.people import folded
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What to mind when a result is told; the words stand with the screen.
SMALL, FROM_ZERO, SAME_DAY, SHORT, NO_PERIOD, NO_PART = (
    "small", "from zero", "same day", "short", "no period", "no part",
)  # fmt: skip
# A number below ten changes by much when one more is counted.
SMALL_NUMBER, SHORT_DAYS = 10, 14
# What stands behind a number and tells how it came.
HOW = frozenset([
    "after", "by", "because", "thanks", "with", "since", "through", "when", "once", "as",
])  # fmt: skip
# From nothing there is no factor: so much it counts as when results are ranked.
RISE_FROM_NOTHING = 2
MET, LISTENED = "met", "listened"
# Behind `number` there is nothing but the number itself.
LABELS = ("number", "result", "baseline", "metric")


class Result(Frozen):
    """One measured change. `day` is when it was measured, `since` when the number before was.

    `part` are one's own words for what was done, empty where none stand beside the number;
    `cautions` say what to mind; `people` were there. `on_resume`: a resume line was written on the
    day of the result or later.
    """

    entry_id: str
    metric: Metric
    change: Change
    day: date
    since: date
    track: str
    part: str
    cautions: tuple[str, ...]
    people: tuple[str, ...]
    on_resume: bool


class _Measured(Frozen):
    """One side or both of a number, and where it stands."""

    order: Order
    entry: Entry
    metric: Metric


def results(journal: Journal, told: Callable[[Entry], str]) -> tuple[Result, ...]:
    """Every result, the greatest change first; what did not change is none.

    `told` gives the words of an entry without marks and lengths.
    """
    line = last_resume_line(journal)
    found = [
        (whole.order, _result(whole, first, line, _part(whole, told)))
        for several in _by_name(journal).values()
        for whole, first in _wholes(several)
    ]
    there = [(order, one) for order, one in found if one is not None]
    ranked = sorted(there, key=lambda ordered: (-_ratio(ordered[1].metric), ordered[0]))
    return tuple(one for _, one in ranked)


def _by_name(journal: Journal) -> dict[str, list[_Measured]]:
    """The numbers of the path by their names, whatever the order of the words, in their order."""
    found: dict[str, list[_Measured]] = {}
    for entry in sorted(journal.measured, key=order_of):
        counts = is_result(journal, entry) or not any(map(has_changed, entry.metrics))
        for metric in entry.metrics if counts and entry.is_path_action else ():
            name = " ".join(sorted(folded(metric.name).replace("_", " ").split()))
            found.setdefault(name, []).append(_Measured(order_of(entry), entry, metric))
    return found


def _wholes(several: list[_Measured]) -> Iterator[tuple[_Measured, date]]:
    """Each with both sides, and the day of the first: one goes on where the one before ended.

    A value after alone takes the side that was written down before it.
    """
    running: tuple[_Measured, date] | None = None
    baseline: _Measured | None = None
    for one in several:
        metric = one.metric
        if metric.after is None:
            baseline = one
            continue
        before, since = metric.before, one.entry.day
        if before is None:
            if baseline is None and running is None:
                continue
            known = baseline.metric.before if baseline else running and running[0].metric.after
            before, since = known, baseline.entry.day if baseline else since
        elif baseline is not None and baseline.metric.before == before:
            since = baseline.entry.day
        goes_on = running is not None and running[0].metric.after == before
        earlier = baseline or (running[0] if running is not None and goes_on else None)
        unit = metric.unit or (earlier.metric.unit if earlier else "")
        period = metric.period or (earlier.metric.period if earlier else "")
        whole = changed(metric, before=before, unit=unit, period=period)
        if running is not None and goes_on:
            whole, since = changed(whole, before=running[0].metric.before), running[1]
        elif running is not None:
            yield running
        running, baseline = (changed(one, metric=whole), since), None
    if running is not None:
        yield running


def _part(one: _Measured, told: Callable[[Entry], str]) -> str:
    """One's own part; meeting somebody, with a number noted beside it, is none."""
    words = told(one.entry)
    if _plain(one.metric.name) in _plain(words):
        return part_of(words, one.metric)
    is_meeting = one.entry.event in (MET, LISTENED) or one.entry.half == HOLD
    return "" if is_meeting or words == one.entry.text else words


def _plain(text: str) -> str:
    return folded(text).replace("_", " ")


def _result(one: _Measured, since: date, line: date | None, part: str) -> Result | None:
    change = change_of(one.metric)
    if change is None or str(change.difference) == "0":
        return None
    return Result(
        one.entry.id, one.metric, change, one.entry.day, since, one.entry.track, part,
        tuple(_cautions(one, since, part)), one.entry.people,
        on_resume=line is not None and line >= one.entry.day,
    )  # fmt: skip


def _cautions(one: _Measured, since: date, part: str) -> Iterator[str]:
    """What somebody who hears the number may ask."""
    metric, sides = one.metric, _sides(one.metric)
    if not part:
        yield NO_PART
    if sides[0] == 0:
        yield FROM_ZERO
    elif max(map(abs, sides)) < SMALL_NUMBER and not is_share(metric):
        yield SMALL
    days = (one.entry.day - since).days
    if days == 0:
        yield SAME_DAY
    elif days < SHORT_DAYS:
        yield SHORT
    if not metric.period and not is_share(metric) and " per " not in f" {metric.name} ":
        yield NO_PERIOD


def part_of(text: str, metric: Metric) -> str:
    """What the words say was done: those before the number's name, or behind it how it came."""
    low, name = _plain(text), _plain(metric.name)
    at = low.find(name)
    before = text[:at].rstrip(" ,;:") if at > 0 and len(low) == len(text) else ""
    # `31 sign-ups after ...`: a number alone tells nothing.
    words = before.split() if any(map(str.isalpha, before)) else []
    if words and words[0].casefold().strip(":") not in LABELS and words[-1].casefold() != "from":
        return before
    rest = text.split()
    values = {str(one) for one in (metric.before, metric.after) if one is not None}
    last = max((at for at, word in enumerate(rest) if word.strip(",.;:()") in values), default=-1)
    for at in range(last + 1, len(rest)):
        if last >= 0 and rest[at].casefold().strip(",;") in HOW:
            return " ".join(rest[at:]).rstrip(" .")
    return ""


def _ratio(metric: Metric) -> Fraction:
    """How many times the larger side is of the smaller."""
    small, large = sorted(map(abs, _sides(metric)))
    return large / small if small else Fraction(RISE_FROM_NOTHING)


def _sides(metric: Metric) -> tuple[Fraction, Fraction]:
    return _exact(metric.before), _exact(metric.after)


def _exact(number: Number | None) -> Fraction:
    return Fraction(str(number)) if number is not None else Fraction(0)
