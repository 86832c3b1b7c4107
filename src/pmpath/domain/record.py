"""A frozen value with named fields, without the price of importing dataclasses.

`pmpath log` runs many times a day; dataclasses and typing together cost as much time as all of
its work. A record is read by type checkers as a frozen dataclass and is a named tuple at run time:
built in C, small, and cheap enough for 36,500 log lines.
"""

from __future__ import annotations

__all__ = ["TYPE_CHECKING", "changed", "defaults_of", "fields_of", "record", "types_of"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    # The same record with some fields replaced: a wrong name or type is a mypy error.
    from dataclasses import replace as changed
    from typing import TypeVar, dataclass_transform

    Kind = TypeVar("Kind")

    @dataclass_transform(frozen_default=True)
    def record(cls: type[Kind]) -> type[Kind]:
        """Make `cls` a frozen record of its annotated fields."""

    def fields_of(value: object) -> tuple[str, ...]:
        """The names of a record's fields, in order; empty for anything that is no record."""

    def types_of(made: type) -> dict[str, str]:
        """The fields of a kind of record with their types as they stand in the source, in order."""

    def defaults_of(made: type) -> dict[str, object]:
        """What the fields of a kind of record are when they are not given; the others lack."""

else:
    from collections import namedtuple

    def record(cls):
        """Make `cls` a named tuple that keeps its methods; see the typed half above."""
        names = tuple(cls.__annotations__)
        defaults = [vars(cls)[name] for name in names if name in vars(cls)]
        base = namedtuple(cls.__name__, names, defaults=defaults)
        unwanted = {*names, "__dict__", "__weakref__"}
        body = {name: value for name, value in vars(cls).items() if name not in unwanted}
        body["__slots__"] = ()
        return type(cls.__name__, (base,), body)

    def changed(value, /, **fields):
        """The same record with some fields replaced; to type checkers `dataclasses.replace`."""
        return value._replace(**fields)

    def fields_of(value):
        """See the typed half above."""
        return getattr(type(value), "_fields", ())

    def types_of(made):
        """See the typed half above."""
        return made.__annotations__

    def defaults_of(made):
        """See the typed half above."""
        return made._field_defaults
