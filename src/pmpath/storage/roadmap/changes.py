"""What an act did to the roadmap, value by value: kept in its record, made, and undone.

A record names each value by the way to it, blocks by their id, since other blocks may come and go.
What is taken back has to be there as the act left it: nothing else of the file is touched.
"""

from __future__ import annotations

import tomllib
from datetime import date

from pmpath.domain.log.acts import ValueChange
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import SCOPES
from pmpath.storage.roadmap.edit import Source, refused, with_block, with_value, without_block
from pmpath.storage.roadmap.file import BYTE_ORDER_MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from pmpath.storage.roadmap.edit import Path

    Fields = dict[str, Any]

FIELD = "roadmap"
# JSON has no days, and the log is read without decimals: both stand in an object of their own.
DAY, NUMBER, TABLE = "day", "number", "table"
BLOCK_PATH = 2


class NotAsLeft(ValueError):
    """A value is not what the act left; `change` says which, `found` what is there now."""

    def __init__(self, change: ValueChange, found: object) -> None:
        super().__init__(".".join(change.path))
        self.change = change
        self.found = found


def changes_between(before: str, after: str) -> tuple[ValueChange, ...]:
    """What makes the second text of the first, both valid, but for comments and order."""
    return tuple(_differences((), _table(before), _table(after)))


def changes_as_fields(changes: Iterable[ValueChange]) -> list[Fields]:
    """The changes as a record holds them; what was not there or is gone has no field."""
    return [
        {
            "at": list(one.path),
            **({"was": _as_json(one.was)} if one.was is not None else {}),
            **({"now": _as_json(one.now)} if one.now is not None else {}),
        }
        for one in changes
    ]


def changes_in(fields: Fields) -> tuple[ValueChange, ...] | None:
    """The changes that a record names; None where it names none that can be read."""
    items = fields.get(FIELD)
    if not isinstance(items, list):
        return None
    try:
        return tuple(_change_in(one) for one in items)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _change_in(item: Fields) -> ValueChange:
    """One change; a block has its list and its id for a path. Raises ValueError for any other."""
    path, was, now = item["at"], _from_json(item.get("was")), _from_json(item.get("now"))
    if not isinstance(path, list) or not path or not all(isinstance(one, str) for one in path):
        raise ValueError("no path")
    if len(path) != BLOCK_PATH and isinstance(was or now, dict):
        raise ValueError("no block")
    return ValueChange(tuple(path), was, now)


def inverted(changes: Iterable[ValueChange]) -> tuple[ValueChange, ...]:
    """The same changes the other way round, the last first."""
    return tuple(changed(one, was=one.now, now=one.was) for one in reversed(tuple(changes)))


def with_changes(source: Source, changes: Iterable[ValueChange]) -> str:
    """The text with each change made; raises NotAsLeft where a value is not as it was before.

    A value that is there already, of an edit by hand or of an undo that was cut off, stays.
    Raises NotValid, naming the line, where one cannot be made without touching anything else.
    """
    for one in changes:
        found = _value_at(source.table, one.path)
        if found == one.now:
            continue
        if found != one.was and not (found is None and one.was == _default_at(one.path)):
            raise NotAsLeft(one, found)
        is_whole = isinstance(one.now, dict) or isinstance(one.was, dict)
        if not is_whole and not isinstance(_value_at(source.table, one.path[:-1]), dict):
            # The table or block around it is gone.
            raise NotAsLeft(one, found)
        source = Source(source.path, _with_change(source, one))
    return source.text


def _with_change(source: Source, change: ValueChange) -> str:
    if isinstance(change.now, dict):
        return with_block(source, change.path[0], change.now)
    path = _numbered(source.table, change.path)
    if isinstance(change.was, dict):
        return without_block(source, path)
    if isinstance(change.now, list) and not all(isinstance(one, str) for one in change.now):
        raise refused(
            source, path, "with its earlier value; for older copies: pmpath doctor --restore"
        )
    return with_value(source, path, change.now)


def _default_at(path: tuple[str, ...]) -> Any:
    """What holds where the roadmap has no such key."""
    return 0 if path[0] == "minutes" else SCOPES[0] if path == ("target", "scope") else None


def _table(text: str) -> dict[str, Any]:
    return tomllib.loads(text.removeprefix(BYTE_ORDER_MARK))


def _differences(
    path: tuple[str, ...], before: Any, after: Any, *, is_block: bool = False
) -> Iterator[ValueChange]:
    """Each value that differs; blocks are compared with those of the same id, and come whole."""
    if before == after:
        return
    one, other = _by_name(before), _by_name(after)
    is_value = one is None and other is None
    is_mixed = (before is not None and one is None) or (after is not None and other is None)
    if is_value or is_mixed or (is_block and None in (one, other)):
        yield ValueChange(path, before, after)
        return
    holds_blocks = isinstance(before, list) or isinstance(after, list)
    for name in dict.fromkeys((*(one or ()), *(other or ()))):
        inner = ((one or {}).get(name), (other or {}).get(name))
        yield from _differences((*path, name), *inner, is_block=holds_blocks)


def _by_name(value: Any) -> dict[str, Any] | None:
    """What a table or a list of blocks with ids holds, by name; None for any other value."""
    if isinstance(value, dict):
        return value
    if (
        isinstance(value, list)
        and value
        and all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in value)
    ):
        return {one["id"]: one for one in value}
    return None


def _value_at(table: Any, path: tuple[str, ...]) -> Any:
    """The value there; None where there is none."""
    for name in path:
        table = (_by_name(table) or {}).get(name)
    return table


def _numbered(table: Any, path: tuple[str, ...]) -> Path:
    """The way to a value with the numbers of blocks in place of their ids."""
    numbered: list[str | int] = []
    for name in path:
        if isinstance(table, list):
            at = [one.get("id") for one in table].index(name)
            numbered.append(at)
            table = table[at]
        else:
            numbered.append(name)
            table = table.get(name) if isinstance(table, dict) else None
    return tuple(numbered)


def _as_json(value: Any) -> Any:
    if isinstance(value, date):
        return {DAY: value.isoformat()}
    if isinstance(value, float):
        return {NUMBER: str(value)}
    if isinstance(value, dict):
        return {TABLE: {key: _as_json(item) for key, item in value.items()}}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return value


def _from_json(value: Any) -> Any:
    if isinstance(value, list):
        return [_from_json(item) for item in value]
    if not isinstance(value, dict):
        return value
    if DAY in value:
        return date.fromisoformat(value[DAY])
    if NUMBER in value:
        return float(value[NUMBER])
    return {key: _from_json(item) for key, item in value[TABLE].items()}
