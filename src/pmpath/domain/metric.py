"""A measured change, or a baseline, which has no second side, or a value after alone.

Numbers stay exact: a whole number is an int, any other a string such as "0.5"; never a float.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen

Number = int | str


class Metric(Frozen):
    """A named number with its unit and period; `before` alone is a baseline, both are a result."""

    name: str
    before: Number | None
    after: Number | None
    unit: str = ""
    period: str = ""


# What these actions count is an exercise: the technology words of a mail, before and after.
EXERCISES = frozenset(["positioning.word-diet"])


def has_changed(metric: Metric) -> bool:
    """Whether it has both sides, and they differ."""
    return None not in (metric.before, metric.after) and metric.before != metric.after


def with_unit(amount: str, unit: str) -> str:
    """`5 calls a month`, `5 to 3 a month`, `12 to 18% a week`: a percent sign has no blank."""
    return f"{amount}{unit}" if unit.startswith("%") else f"{amount} {unit}".rstrip()
