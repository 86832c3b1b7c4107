"""Any value of a folded log as numbers, texts and tuples alone, and the value back from these.

Only kinds of values that stand in a table can be told or made: what is read back is never code.
Most of a folded log are days with a number each, which are told together and made together.
"""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.record import fields_of, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    Plain = Any

DATE, INSTANT, TUPLE, LIST, DICT, SET, FROZEN = "d", "t", "(", "[", "{", "<", ">"
BY_DAY, DAYS, DAY_SET, ORDER, KIND, PACKED = "dd", "[d", "<d", "o", "k", "z"
ORDER_PARTS = 3


@record
class Packed:
    """A plain value that is not read back with those around it."""

    plain: Plain


class Codec:
    """Turns values into plain ones and back; `kinds` are the classes of values there may be."""

    def __init__(self, kinds: Iterable[type]) -> None:
        self.kinds = tuple(kinds)
        self.places = {kind: at for at, kind in enumerate(self.kinds)}

    def to_plain(self, value: object) -> Plain:
        """The value as a plain one; raises TypeError for a kind that is not in the table."""
        if value is None or type(value) in (str, int, bool, float, bytes):
            return value
        told = self._told(value)
        if told is None:
            raise TypeError(f"{type(value).__name__} cannot be kept")
        return told

    def _told(self, value: object) -> tuple[Plain, ...] | None:
        kind = type(value)
        if kind is Packed:
            return PACKED, value.plain  # type: ignore[attr-defined]
        if kind is date:
            return DATE, value.toordinal()  # type: ignore[attr-defined]
        if kind is datetime:
            return INSTANT, value.isoformat()  # type: ignore[attr-defined]
        if kind is dict:
            return self._dict(value)  # type: ignore[arg-type]
        if kind is tuple:
            return self._tuple(value)  # type: ignore[arg-type]
        if kind in (list, set, frozenset):
            return self._several(value)  # type: ignore[arg-type]
        if kind is type and value in self.places:
            return KIND, self.places[value]
        if kind not in self.places:
            return None
        if fields_of(value):
            return self.places[kind], *map(self.to_plain, value)  # type: ignore[call-overload]
        state = state_of(value)
        return self.places[kind], tuple(state), *map(self.to_plain, state.values())

    def _dict(self, value: dict[Any, Any]) -> tuple[Plain, ...]:
        if value and {type(key) for key in value} == {date}:
            days = tuple(day.toordinal() for day in value)
            return BY_DAY, days, tuple(map(self.to_plain, value.values()))
        return DICT, tuple(map(self.to_plain, value)), tuple(map(self.to_plain, value.values()))

    def _tuple(self, value: tuple[Any, ...]) -> tuple[Plain, ...]:
        if len(value) == ORDER_PARTS and tuple(map(type, value)) == (date, datetime, str):
            day, at, key = value
            return ORDER, day.toordinal(), at.isoformat(), key
        return TUPLE, *map(self.to_plain, value)

    def _several(self, value: list[Any] | set[Any] | frozenset[Any]) -> tuple[Plain, ...]:
        if isinstance(value, frozenset):
            return FROZEN, *map(self.to_plain, value)
        is_of_days = bool(value) and {type(one) for one in value} == {date}
        if is_of_days:
            return DAYS if isinstance(value, list) else DAY_SET, *(one.toordinal() for one in value)
        return LIST if isinstance(value, list) else SET, *map(self.to_plain, value)

    def from_plain(self, plain: Plain) -> Any:
        """The value that `to_plain` was given; raises LookupError, TypeError or ValueError else."""
        if type(plain) is not tuple:
            return plain
        head = plain[0]
        if type(head) is str:
            return MAKERS[head](self, plain)
        kind = self.kinds[head]
        if hasattr(kind, "_fields"):
            return tuple.__new__(kind, self.several(plain[1:]))
        made: Any = object.__new__(kind)
        for name, value in zip(plain[1], self.several(plain[2:]), strict=True):
            setattr(made, name, value)
        return made

    def several(self, several: Iterable[Plain]) -> list[Any]:
        """Each of them as `from_plain` reads it."""
        # Most values are plain as they stand.
        read = self.from_plain
        return [read(one) if type(one) is tuple else one for one in several]

    def pack(self, value: object) -> Packed:
        """A value that stays plain until it is asked for."""
        return Packed(self.to_plain(value))

    def unpack(self, packed: Packed) -> Any:
        """The value in it."""
        return self.from_plain(packed.plain)


def state_of(value: object) -> dict[str, object]:
    """The attributes of an object, whether they lie in slots or not."""
    slots = getattr(type(value), "__slots__", None)
    if slots is None:
        return dict(vars(value))
    return {name: getattr(value, name) for name in slots}


class _Days(dict[int, date]):
    """Each day by its number; made once, since a fold names the days of years many times."""

    def __missing__(self, number: int) -> date:
        day = self[number] = date.fromordinal(number)
        return day


_day = _Days().__getitem__


def _order(_: Codec, plain: Plain) -> tuple[date, datetime, str]:
    return _day(plain[1]), datetime.fromisoformat(plain[2]), plain[3]


def _by_day(codec: Codec, plain: Plain) -> dict[date, Any]:
    _, days, values = plain
    if tuple in {*map(type, values)}:
        values = codec.several(values)
    return dict(zip(map(_day, days), values, strict=True))


def _dict(codec: Codec, plain: Plain) -> dict[Any, Any]:
    return dict(zip(codec.several(plain[1]), codec.several(plain[2]), strict=True))


MAKERS: Mapping[str, Callable[[Codec, Plain], Any]] = {
    DATE: lambda _, plain: _day(plain[1]),
    INSTANT: lambda _, plain: datetime.fromisoformat(plain[1]),
    TUPLE: lambda codec, plain: tuple(codec.several(plain[1:])),
    LIST: lambda codec, plain: codec.several(plain[1:]),
    SET: lambda codec, plain: set(codec.several(plain[1:])),
    FROZEN: lambda codec, plain: frozenset(codec.several(plain[1:])),
    PACKED: lambda _, plain: Packed(plain[1]),
    DICT: _dict,
    BY_DAY: _by_day,
    DAYS: lambda _, plain: list(map(_day, plain[1:])),
    DAY_SET: lambda _, plain: set(map(_day, plain[1:])),
    ORDER: _order,
    KIND: lambda codec, plain: codec.kinds[plain[1]],
}
