"""Days as numbers and bytes: most of a folded log are days with a number each."""

from __future__ import annotations

from datetime import date
from itertools import compress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

# Days that lie further apart than so many on average are told one by one.
MOST_APART = 8
LARGEST_BYTE = 255
# In place of a day, where there is none.
NO_DAY = 0


class _Days(dict[int, "Any"]):
    """Each day by its number; made once, since a fold names the days of years many times."""

    def __missing__(self, number: int) -> date:
        day = self[number] = date.fromordinal(number)
        return day


day_of = _Days({NO_DAY: None}).__getitem__
# Many totals are of the same days: these are put together once.
_IN_A_ROW: dict[tuple[int, bytes], tuple[date, ...]] = {}


def days_told(days: Iterable[date]) -> tuple[Any, Any]:
    """The number of the first day, and of each from there on whether it is one of these.

    None and all their numbers where they are in no order, or far apart.
    """
    numbers = tuple(day.toordinal() for day in days)
    first, size = numbers[0], numbers[-1] - numbers[0] + 1
    if sorted(numbers) != list(numbers) or size > MOST_APART * len(numbers):
        return None, numbers
    known = frozenset(numbers)
    return first, bytes(first + at in known for at in range(size))


def days_of(first: int | None, told: Any) -> Iterable[date]:
    """The days of which `days_told` gave this."""
    if first is None:
        return map(day_of, told)
    days = _IN_A_ROW.get((first, told))
    if days is None:
        numbers = range(first, first + len(told))
        days = _IN_A_ROW[first, told] = tuple(map(day_of, compress(numbers, told)))
    return days


def bytes_of(values: tuple[Any, ...]) -> Any:
    """The same values; whole numbers that are small as bytes, which are read at once."""
    is_small = all(type(one) is int and 0 <= one <= LARGEST_BYTE for one in values)
    return bytes(values) if is_small else values
