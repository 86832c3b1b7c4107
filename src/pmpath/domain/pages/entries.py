"""Entries in little memory: of each the fields that are given, on packed pages."""

from __future__ import annotations

from datetime import date
from itertools import compress
from operator import is_not, itemgetter

from pmpath.domain.entry import Amended, Entry, Evidence, Next
from pmpath.domain.metric import Metric
from pmpath.domain.pages.pages import Pages
from pmpath.domain.record import defaults_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from pmpath.domain.pages.pages import Plain

    Made = TypeVar("Made")
    Values = tuple[Any, ...]

    def _record_of(kind: type[Made], values: Values) -> Made:
        """A record of all its values."""

else:
    # Asked for with every entry, so that no call stands between.
    _record_of = tuple.__new__


_FIELDS = tuple(Entry.__annotations__)
_NOT_GIVEN = object()
# What the fields of an entry are where nothing else is said; the first ones always are.
_DEFAULTS: Values = tuple(defaults_of(Entry).get(name, _NOT_GIVEN) for name in _FIELDS)
_DAY, _METRICS, _EVIDENCE, _NEXT, _AMENDED = map(
    _FIELDS.index, ("day", "metrics", "evidence", "next", "amended")
)
# By which fields are given, what puts the given values, which stand before the defaults, at their
# places.
_MAKERS: dict[tuple[bool, ...], Callable[[Values], Values]] = {}
# Many entries are of one day; it is held once. Of a log of more days they are let go of at times.
_DAYS: dict[int, date] = {}
MOST_DAYS = 10_000


class EntryPages(Pages[Entry]):
    """Pages of entries."""

    __slots__ = ()

    @staticmethod
    def told(value: Entry) -> Plain:
        """Which fields of the entry are given, and their values."""
        values: list[Any] = list(value)  # type: ignore[call-overload]
        values[_DAY] = value.day.toordinal()
        if value.metrics:
            values[_METRICS] = tuple(map(tuple, value.metrics))  # type: ignore[arg-type]
        if value.evidence:
            values[_EVIDENCE] = tuple(map(tuple, value.evidence))  # type: ignore[arg-type]
        if (move := value.next) is not None:
            values[_NEXT] = move.who, move.person, move.what, move.day.toordinal()
        if value.amended is not None:
            values[_AMENDED] = tuple(value.amended)  # type: ignore[arg-type]
        given = tuple(map(is_not, values, _DEFAULTS))
        return given, tuple(compress(values, given))

    @staticmethod
    def made(plain: Plain) -> Entry:
        """The entry, with defaults for the fields that were not given."""
        given, told = plain
        make = _MAKERS.get(given)
        if make is None:
            make = _MAKERS[given] = _maker_of(given)
        values = list(make(told + _DEFAULTS))
        values[_DAY] = _day_of(values[_DAY])
        if values[_METRICS]:
            values[_METRICS] = tuple(_record_of(Metric, one) for one in values[_METRICS])
        if values[_EVIDENCE]:
            values[_EVIDENCE] = tuple(_record_of(Evidence, one) for one in values[_EVIDENCE])
        if values[_NEXT] is not None:
            who, person, what, day = values[_NEXT]
            values[_NEXT] = Next(who, person, what, _day_of(day))
        if values[_AMENDED] is not None:
            values[_AMENDED] = _record_of(Amended, values[_AMENDED])
        return _record_of(Entry, tuple(values))


def _maker_of(given: tuple[bool, ...]) -> Callable[[Values], Values]:
    behind, places, number = sum(given), [], 0
    for at, is_given in enumerate(given):
        places.append(number if is_given else behind + at)
        number += is_given
    return itemgetter(*places)


def _day_of(number: int) -> date:
    day = _DAYS.get(number)
    if day is None:
        if len(_DAYS) >= MOST_DAYS:
            _DAYS.clear()
        day = _DAYS[number] = date.fromordinal(number)
    return day
