"""Any value of a folded log as numbers, texts and tuples alone, and the value back from these.

Only kinds of values that stand in a table can be told or made: what is read back is never code.
Most of a folded log are days with a number each, which are told together and made together; and
most of it no screen asks for, so that the attributes of objects wait as bytes until one does.
"""

from __future__ import annotations

import marshal
from datetime import date, datetime
from itertools import compress, islice

from pmpath.domain.record import Late, Waiting, fields_of, record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    Plain = Any

DATE, INSTANT, TUPLE, LIST, DICT, SET, FROZEN = "d", "t", "(", "[", "{", "<", ">"
BY_DAY, DAYS, DAY_SET, ORDER, KIND, PACKED, FLAT = "dd", "[d", "<d", "o", "k", "z", "="
ORDER_PARTS = 3
PLAIN = frozenset([str, int, bool, float, type(None)])
# Days that lie further apart than so many on average are told one by one.
MOST_APART = 8
LARGEST_BYTE = 255
# Readable by every Python that pmpath runs on.
MARSHAL_VERSION = 4


@record
class Packed:
    """A value as bytes, which is not read back with those around it."""

    content: bytes


class Codec:
    """Turns values into plain ones and back; `kinds` are the classes of values there may be."""

    def __init__(self, kinds: Iterable[type]) -> None:
        self.kinds = tuple(kinds)
        self.places = {kind: at for at, kind in enumerate(self.kinds)}
        # Numbers by day that were read before, by the bytes they stand in.
        self._read: dict[bytes, dict[Any, Any]] = {}

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
            return PACKED, value.content  # type: ignore[attr-defined]
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
        return self._object(value)

    def _object(self, value: object) -> tuple[Plain, ...]:
        """Its kind, the names of its attributes, and what they are; bytes of those that wait."""
        state = state_of(value)
        told = {name: self.to_plain(one) for name, one in state.items()}
        if isinstance(value, Late):
            for name, one in told.items():
                if type(one) in (tuple, bytes) and name not in value.AT_ONCE:
                    told[name] = _as_bytes(one)
        return self.places[type(value)], tuple(told), *told.values()

    def _dict(self, value: dict[Any, Any]) -> tuple[Plain, ...]:
        if value and {type(key) for key in value} == {date}:
            values = tuple(map(self.to_plain, value.values()))
            return BY_DAY, *_days_told(value), _bytes_of(values)
        if {*map(type, value), *map(type, value.values())} <= PLAIN:
            return FLAT, value.copy()
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
        if is_of_days and isinstance(value, set):
            return DAY_SET, *_days_told(sorted(value))
        if is_of_days:
            return DAYS, *(one.toordinal() for one in value)
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
        if issubclass(kind, Late):
            self._fill_late(made, plain)
            return made
        for name, value in zip(plain[1], self.several(plain[2:]), strict=True):
            setattr(made, name, value)
        return made

    def _fill_late(self, made: Late, plain: Plain) -> None:
        waiting: dict[str, bytes] = {}
        for name, value in zip(plain[1], plain[2:], strict=True):
            kind = type(value)
            if kind is bytes:
                waiting[name] = value
            else:
                setattr(made, name, self.from_plain(value) if kind is tuple else value)
        made.wait_for(Waiting(waiting, self._from_bytes))

    def _from_bytes(self, content: bytes) -> Any:
        """The value in it; a day is folded twice, and reading years of days takes long."""
        known = self._read.get(content)
        if known is not None:
            return _copied(known)
        plain = marshal.loads(content)
        found = self.from_plain(plain)
        if _is_of_numbers(plain):
            self._read[content] = _copied(found)
        return found

    def several(self, several: Iterable[Plain]) -> list[Any]:
        """Each of them as `from_plain` reads it."""
        # Most values are plain as they stand.
        read = self.from_plain
        return [read(one) if type(one) is tuple else one for one in several]

    def pack(self, value: object) -> Packed:
        """A value that stays as it is kept until it is asked for."""
        return Packed(_as_bytes(self.to_plain(value)))

    def unpack(self, packed: Packed) -> Any:
        """The value in it."""
        return self._from_bytes(packed.content)


def state_of(value: object) -> dict[str, object]:
    """The attributes of an object, whether they lie in slots or not, and whether they wait."""
    if not hasattr(value, "__dict__"):
        return {name: getattr(value, name) for name in type(value).__slots__}  # type: ignore[attr-defined]
    if isinstance(value, Late):
        for name in value.waiting_names():
            getattr(value, name)
    return dict(vars(value))


def _as_bytes(plain: Plain) -> bytes:
    return marshal.dumps(plain, MARSHAL_VERSION)


class _Days(dict[int, date]):
    """Each day by its number; made once, since a fold names the days of years many times."""

    def __missing__(self, number: int) -> date:
        day = self[number] = date.fromordinal(number)
        return day


_day = _Days().__getitem__


def _days_told(days: Iterable[date]) -> tuple[Plain, Plain]:
    """The number of the first day, and of each from there on whether it is one of these.

    None and all their numbers where they are in no order, or far apart.
    """
    numbers = tuple(day.toordinal() for day in days)
    first, size = numbers[0], numbers[-1] - numbers[0] + 1
    if sorted(numbers) != list(numbers) or size > MOST_APART * len(numbers):
        return None, numbers
    known = frozenset(numbers)
    return first, bytes(first + at in known for at in range(size))


def _days_of(first: int | None, told: Plain) -> Iterable[date]:
    if first is None:
        return map(_day, told)
    return compress(map(_day, range(first, first + len(told))), told)


def _bytes_of(values: tuple[Plain, ...]) -> Plain:
    """The same values; whole numbers that are small as bytes, which are read at once."""
    is_small = all(type(one) is int and 0 <= one <= LARGEST_BYTE for one in values)
    return bytes(values) if is_small else values


def _is_of_numbers(plain: Plain) -> bool:
    """Whether it tells of small numbers by day, or of several such by name."""
    if type(plain) is not tuple or plain[0] not in (BY_DAY, DICT):
        return False
    if plain[0] == BY_DAY:
        return type(plain[3]) is bytes
    return all(type(one) is tuple and one[0] == BY_DAY and _is_of_numbers(one) for one in plain[2])


def _copied(numbers: dict[Any, Any]) -> dict[Any, Any]:
    if dict in {*map(type, islice(numbers.values(), 1))}:
        return {key: one.copy() for key, one in numbers.items()}
    return numbers.copy()


def _order(_: Codec, plain: Plain) -> tuple[date, datetime, str]:
    return _day(plain[1]), datetime.fromisoformat(plain[2]), plain[3]


def _by_day(codec: Codec, plain: Plain) -> dict[date, Any]:
    _, first, told, values = plain
    if type(values) is tuple and tuple in {*map(type, values)}:
        values = codec.several(values)
    return dict(zip(_days_of(first, told), values, strict=True))


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
    FLAT: lambda _, plain: plain[1].copy(),
    BY_DAY: _by_day,
    DAYS: lambda _, plain: list(map(_day, plain[1:])),
    DAY_SET: lambda _, plain: set(_days_of(*plain[1:])),
    ORDER: _order,
    KIND: lambda codec, plain: codec.kinds[plain[1]],
}
