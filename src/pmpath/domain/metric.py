"""A measured change, or a baseline, which has no second side, or a value after alone.

Numbers stay exact: a whole number is an int, any other a string such as "0.5"; never a float.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen

Number = int | str
# Units in which a value is a share: two of them differ in points.
SHARES = frozenset(["%", "percent", "per cent", "percentage", "pct"])


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


def is_share(metric: Metric) -> bool:
    """Whether its values are percent: `20%` to `35%` is 15 points more, not 75 percent."""
    unit = metric.unit.casefold().strip()
    return unit in SHARES or unit.startswith("%")


def point_change(metric: Metric) -> Number | None:
    """The change of a share in points, exact; None without two sides, or where it is none."""
    if metric.before is None or metric.after is None or not is_share(metric):
        return None
    places = max(len(str(one).partition(".")[2]) for one in (metric.before, metric.after))
    before, after = _scaled(metric.before, metric.after)
    change = after - before
    whole, rest = divmod(change, int("1" + "0" * places))
    if not rest:
        return whole
    digits = str(abs(change)).rjust(places + 1, "0")
    return f"{'-' * (change < 0)}{digits[:-places]}.{digits[-places:]}".rstrip("0")


def percent_change(metric: Metric) -> int | None:
    """The change in percent of the number before, to the nearest whole percent.

    None without two sides, from 0, or where the values are percent themselves.
    """
    if metric.before is None or metric.after is None or is_share(metric):
        return None
    before, after = _scaled(metric.before, metric.after)
    if before == 0:
        return None
    change, base = (after - before) * 100, abs(before)
    sign = -1 if change < 0 else 1
    return sign * ((abs(change) * 2 + base) // (base * 2))


# From so many times on a change is told by its factor.
FACTOR_FROM_TENTHS = 20


class Change(Frozen):
    """What lies between both sides of a number, exact: `difference` after less before.

    `points`: the values are percents, so the difference is one of points. `percent` is None from 0
    and for percents, `tenths` how many times the larger is of the smaller, in tenths; None unless
    it is twice or more.
    """

    difference: Number
    points: bool
    percent: int | None
    tenths: int | None


def change_of(metric: Metric) -> Change | None:
    """The change between both sides; None without two."""
    if metric.before is None or metric.after is None:
        return None
    before, after = _scaled(metric.before, metric.after)
    places = max(len(str(one).partition(".")[2]) for one in (metric.before, metric.after))
    points = is_share(metric)
    small, large = sorted((abs(before), abs(after)))
    same_side = before * after > 0
    tenths = large * 10 // small if small and same_side and not points else 0
    return Change(
        _unscaled(after - before, places), points, None if points else percent_change(metric),
        tenths if tenths >= FACTOR_FROM_TENTHS else None,
    )  # fmt: skip


def _unscaled(number: int, places: int) -> Number:
    """The number with its decimals back: 125 with two places is "1.25"."""
    if not places:
        return number
    whole, rest = divmod(abs(number), 10**places)
    decimals = f"{rest:0{places}d}".rstrip("0")
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{decimals}" if decimals else int(f"{sign}{whole}")


def _scaled(*numbers: Number) -> tuple[int, ...]:
    """The numbers multiplied by one power of ten that makes all of them whole."""
    parts = [str(number).partition(".") for number in numbers]
    places = max(len(part) for _, _, part in parts)
    return tuple(int(whole + part.ljust(places, "0")) for whole, _, part in parts)
