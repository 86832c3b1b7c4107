"""A measured change, or a baseline, which has no second side, or a value after alone.

Numbers stay exact: a whole number is an int, any other a string such as "0.5"; never a float.
"""

from __future__ import annotations

from pmpath.domain.record import record

Number = int | str


@record
class Metric:
    """A named number with its unit and period; `before` alone is a baseline, both are a result."""

    name: str
    before: Number | None
    after: Number | None
    unit: str = ""
    period: str = ""


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
