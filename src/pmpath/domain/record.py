"""A frozen value with named fields, without the price of importing dataclasses.

`pmpath log` runs many times a day; dataclasses and typing together cost as much time as all of
its work. A record is read by type checkers as a frozen dataclass and is a named tuple at run time:
built in C, small, and cheap enough for 36,500 log lines.

What changes while a log is folded is no record; an attribute of that may wait (`domain/late.py`).
"""

from __future__ import annotations

__all__ = ["TYPE_CHECKING", "Frozen", "changed", "defaults_of", "fields_of", "types_of"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The same record with some fields replaced: a wrong name or type is a mypy error.
    from dataclasses import replace as changed
    from typing import dataclass_transform

    @dataclass_transform(frozen_default=True)
    class Frozen:
        """A record: a class of this one, with the fields that it annotates. They never change."""

    def fields_of(value: object) -> tuple[str, ...]:
        """The names of a record's fields, in order; empty for anything that is not a record."""

    def types_of(made: type) -> dict[str, str]:
        """The fields of a kind of record with their types as they stand in the source, in order."""

    def defaults_of(made: type) -> dict[str, object]:
        """What the fields of a kind of record are when they are not given; the others lack."""

else:
    try:
        from _collections import _tuplegetter as field_at
    except ImportError:
        # Another Python than CPython.
        from operator import itemgetter

        def field_at(place, doc):
            """Read one field of a tuple."""
            return property(itemgetter(place), doc=doc)

    def _maker(kind, names, defaults):
        size, later, new = len(names), tuple(defaults.values()), tuple.__new__
        first = size - len(later)

        def make(cls, /, *values, **named):
            given = len(values)
            if named or not first <= given <= size:
                return new(cls, _filled(kind, names, defaults, values, named))
            return new(cls, values if given == size else values + later[given - first :])

        return make

    def _filled(kind, names, defaults, values, named):
        """The values of all fields; raises TypeError as a call of a function does."""
        odd = set(named).difference(names[len(values) :])
        if odd or len(values) > len(names):
            raise TypeError(f"{kind} takes {', '.join(names)}, each once, and no {odd or values}")
        found = {**defaults, **dict(zip(names, values, strict=False)), **named}
        if len(found) < len(names):
            raise TypeError(f"{kind} lacks {', '.join(set(names).difference(found))}")
        return [found[name] for name in names]

    class _Kind(type):
        """What makes a kind of record: a named tuple that keeps its methods.

        As `collections.namedtuple` makes it, but nothing is compiled: that takes most of its time.
        """

        def __new__(cls, name, bases, body):
            own = tuple(body.get("__annotations__", ()))
            before = getattr(bases[0], "_fields", ())
            names = (*before, *own)
            defaults = getattr(bases[0], "_field_defaults", {}) | {
                one: body[one] for one in own if one in body
            }
            body.update({one: field_at(at, None) for at, one in enumerate(own, len(before))})
            body |= {
                "__slots__": (), "__new__": _maker(name, names, defaults),
                "__match_args__": names, "_fields": names, "_field_defaults": defaults,
            }  # fmt: skip
            return super().__new__(cls, name, bases, body)

    class Frozen(tuple, metaclass=_Kind):
        """See the typed half above."""

        def __repr__(self):
            pairs = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{name}={one!r}' for name, one in pairs)})"

        def __getnewargs__(self):
            return tuple(self)

    def changed(value, /, **fields):
        """The same record with some fields replaced; to type checkers `dataclasses.replace`."""
        found = tuple(map(fields.pop, value._fields, value))
        if fields:
            raise TypeError(f"{type(value).__name__} has no {', '.join(fields)}")
        return tuple.__new__(type(value), found)

    def fields_of(value):
        """See the typed half above."""
        return getattr(type(value), "_fields", ())

    def types_of(made):
        """See the typed half above."""
        return made.__annotations__

    def defaults_of(made):
        """See the typed half above."""
        return made._field_defaults
