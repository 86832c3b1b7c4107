"""Any value of a folded log as numbers, texts and tuples alone, and the value back from these.

Only kinds of values that stand in a table can be told or made: what is read back is never code.
Most of a folded log are days with a number each, and many people of one shape: these are told
together and made together. Most of it no screen asks for, so that the attributes of objects wait as
bytes until one does.
"""

from __future__ import annotations

import marshal
from datetime import date, datetime
from itertools import islice

from pmpath.domain.late import Late, Waiting
from pmpath.domain.pages.pages import MARSHAL_VERSION, Pages
from pmpath.domain.plain.day_numbers import NO_DAY, bytes_of, day_of, days_of, days_told
from pmpath.domain.record import Frozen, fields_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from typing import Any

    Plain = Any

DATE, INSTANT, TUPLE, LIST, DICT, SET, FROZEN = "d", "t", "(", "[", "{", "<", ">"
BY_DAY, DAY_SET, ORDER, KIND, PACKED, FLAT = "dd", "<d", "o", "k", "z", "="
# Several values: as they stand, days, orders, records or objects of one kind, or each by itself.
AS_THEY_STAND, DAYS, ORDERS, RECORDS, OBJECTS, EACH = "==", "d*", "o*", "r*", "k*", "*"
OF_AN_ORDER = (date, datetime, str)
PLAIN = frozenset([str, int, bool, float, type(None)])
DAY_OR_NONE = frozenset([date, type(None)])


class Packed(Frozen):
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
        if _is_order(value):
            place: Any = value
            return ORDER, place[0].toordinal(), place[1].isoformat(), place[2]
        if kind in SEVERAL:
            return self._several(value)  # type: ignore[arg-type]
        if isinstance(value, type) and value in self.places:
            return KIND, self.places[value]
        if kind not in self.places:
            return None
        if fields_of(value):
            return self.places[kind], *map(self.to_plain, value)  # type: ignore[call-overload]
        return self._object(value)

    def _object(self, value: object) -> tuple[Plain, ...]:
        """Its kind, the names of its attributes, and what they are; bytes of those that wait."""
        told = self._state_told(value)
        return self.places[type(value)], tuple(told), *told.values()

    def _state_told(self, value: object) -> dict[str, Plain]:
        told = {name: self.to_plain(one) for name, one in state_of(value).items()}
        if isinstance(value, Late):
            for name, one in told.items():
                if type(one) in (tuple, bytes) and name not in value.AT_ONCE:
                    told[name] = _as_bytes(one)
        return told

    def _dict(self, value: dict[Any, Any]) -> tuple[Plain, ...]:
        if value and {type(key) for key in value} == {date}:
            values = tuple(map(self.to_plain, value.values()))
            return BY_DAY, *days_told(value), bytes_of(values)
        if {*map(type, value), *map(type, value.values())} <= PLAIN:
            return FLAT, value.copy()
        return DICT, self._column(value), self._column(value.values())

    def _several(self, value: Collection[Any]) -> tuple[Plain, ...]:
        if value and isinstance(value, set) and {type(one) for one in value} == {date}:
            return DAY_SET, *days_told(sorted(value))
        return SEVERAL[type(value)], self._column(value)

    def _column(self, values: Collection[Any]) -> tuple[Plain, ...]:
        """Several values together, where they are of one kind."""
        several, kinds = tuple(values), {*map(type, values)}
        if kinds <= PLAIN or (
            kinds == {tuple} and {type(x) for one in several for x in one} <= PLAIN
        ):
            return AS_THEY_STAND, several
        if kinds <= DAY_OR_NONE:
            return DAYS, tuple(one.toordinal() if one else NO_DAY for one in several)
        if all(map(_is_order, several)):
            days, instants, keys = zip(*several, strict=True)
            numbers = tuple(one.toordinal() for one in days)
            return ORDERS, numbers, tuple(one.isoformat() for one in instants), keys
        if len(kinds) == 1 and kinds <= self.places.keys():
            together = self._of_one_kind(several, *kinds)
            if together is not None:
                return together
        return EACH, *map(self.to_plain, several)

    def _of_one_kind(self, several: tuple[Any, ...], kind: type) -> tuple[Plain, ...] | None:
        """Records of a kind, field by field, or objects of one with the same attributes."""
        place = self.places[kind]
        if fields_of(several[0]):
            return RECORDS, place, *map(self._column, zip(*several, strict=True))
        states = [state_of(one) for one in several]
        if not issubclass(kind, Late) or len({tuple(one) for one in states}) > 1:
            return None
        names, told = tuple(states[0]), [self._state_told(one) for one in several]
        columns = [
            self._column([one[name] for one in states]) if name in kind.AT_ONCE
            else tuple(one[name] for one in told)
            for name in names
        ]  # fmt: skip
        return OBJECTS, place, len(several), names, *columns

    def from_plain(self, plain: Plain) -> Any:
        """The value that `to_plain` was given; raises LookupError, TypeError or ValueError else."""
        if type(plain) is not tuple:
            return plain
        head = plain[0]
        if type(head) is str:
            return MAKERS[head](self, plain)
        kind = self.kinds[head]
        if hasattr(kind, "_fields"):
            return tuple.__new__(kind, self.each(plain[1:]))
        made: Any = object.__new__(kind)
        if issubclass(kind, Late):
            self.fill_late(made, zip(plain[1], plain[2:], strict=True))
            return made
        for name, value in zip(plain[1], self.each(plain[2:]), strict=True):
            setattr(made, name, value)
        return made

    def fill_late(self, made: Late, attributes: Iterable[tuple[str, Plain]]) -> None:
        """Give an object these attributes; bytes wait."""
        waiting: dict[str, bytes] = {}
        for name, value in attributes:
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

    def each(self, several: Iterable[Plain]) -> list[Any]:
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
        # A kind of pages has the slots of all pages.
        names = type(value).__slots__ or Pages.__slots__  # type: ignore[attr-defined]
        return {name: getattr(value, name) for name in names}
    if isinstance(value, Late):
        for name in value.waiting_names():
            getattr(value, name)
    return dict(vars(value))


def _as_bytes(plain: Plain) -> bytes:
    return marshal.dumps(plain, MARSHAL_VERSION)


def _is_order(value: object) -> bool:
    """Whether it is the place of an entry among others."""
    is_as_long = type(value) is tuple and len(value) == len(OF_AN_ORDER)
    return is_as_long and tuple(map(type, value)) == OF_AN_ORDER  # type: ignore[call-overload]


def _is_of_numbers(plain: Plain) -> bool:
    """Whether it tells of small numbers by day, or of several such by name."""
    if type(plain) is not tuple or plain[0] not in (BY_DAY, DICT):
        return False
    if plain[0] == BY_DAY:
        return type(plain[3]) is bytes
    how, *several = plain[2]
    return how == EACH and all(_is_of_numbers(one) and one[0] == BY_DAY for one in several)


def _copied(numbers: dict[Any, Any]) -> dict[Any, Any]:
    if dict in {*map(type, islice(numbers.values(), 1))}:
        return {key: one.copy() for key, one in numbers.items()}
    return numbers.copy()


def _by_day(codec: Codec, plain: Plain) -> dict[date, Any]:
    _, first, told, values = plain
    values = codec.each(values) if type(values) is tuple else values
    return dict(zip(days_of(first, told), values, strict=True))


def _orders(_: Codec, plain: Plain) -> Iterable[Any]:
    return zip(map(day_of, plain[1]), map(datetime.fromisoformat, plain[2]), plain[3], strict=True)


def _records(codec: Codec, plain: Plain) -> Iterable[Any]:
    kind: Any = codec.kinds[plain[1]]
    columns = [column_of(codec, one) for one in plain[2:]]
    return [tuple.__new__(kind, one) for one in zip(*columns, strict=True)]


def _objects(codec: Codec, plain: Plain) -> Iterable[Any]:
    kind: Any = codec.kinds[plain[1]]
    found = [object.__new__(kind) for _ in range(plain[2])]
    waiting: list[dict[str, bytes]] = [{} for _ in found]
    for name, told in zip(plain[3], plain[4:], strict=True):
        is_once = name in kind.AT_ONCE
        values = column_of(codec, told) if is_once else told
        for made, late, value in zip(found, waiting, values, strict=True):
            if type(value) is bytes:
                late[name] = value
            else:
                is_plain = is_once or type(value) is not tuple
                setattr(made, name, value if is_plain else codec.from_plain(value))
    for made, late in zip(found, waiting, strict=True):
        made.wait_for(Waiting(late, codec._from_bytes))
    return found


def column_of(codec: Codec, plain: Plain) -> Iterable[Any]:
    """The values of which a column was told."""
    return COLUMNS[plain[0]](codec, plain)


SEVERAL: Mapping[type, str] = {tuple: TUPLE, list: LIST, set: SET, frozenset: FROZEN}
COLUMNS: Mapping[str, Callable[[Codec, Plain], Iterable[Any]]] = {
    AS_THEY_STAND: lambda _, plain: plain[1],
    DAYS: lambda _, plain: map(day_of, plain[1]),
    ORDERS: _orders,
    RECORDS: _records,
    OBJECTS: _objects,
    EACH: lambda codec, plain: codec.each(plain[1:]),
}
MAKERS: Mapping[str, Callable[[Codec, Plain], Any]] = {
    DATE: lambda _, plain: day_of(plain[1]),
    INSTANT: lambda _, plain: datetime.fromisoformat(plain[1]),
    TUPLE: lambda codec, plain: tuple(column_of(codec, plain[1])),
    LIST: lambda codec, plain: list(column_of(codec, plain[1])),
    SET: lambda codec, plain: set(column_of(codec, plain[1])),
    FROZEN: lambda codec, plain: frozenset(column_of(codec, plain[1])),
    PACKED: lambda _, plain: Packed(plain[1]),
    DICT: lambda codec, plain: dict(zip(column_of(codec, plain[1]), column_of(codec, plain[2]),
                                        strict=True)),
    FLAT: lambda _, plain: plain[1].copy(),
    BY_DAY: _by_day,
    DAY_SET: lambda _, plain: set(days_of(*plain[1:])),
    ORDER: lambda _, plain: (day_of(plain[1]), datetime.fromisoformat(plain[2]), plain[3]),
    KIND: lambda codec, plain: codec.kinds[plain[1]],
}  # fmt: skip
