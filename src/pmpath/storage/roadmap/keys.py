"""Every value of a roadmap under a name that a person knows it by, with its place in the text."""

from __future__ import annotations

import tomllib

from pmpath.domain.files.copies import KeyChange
from pmpath.domain.files.exchange import Side
from pmpath.domain.record import Frozen
from pmpath.storage.roadmap.file import BYTE_ORDER_MARK
from pmpath.storage.toml.lines import TomlLines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.roadmap.faults import Path


class KeyedValue(Frozen):
    """A value, as text too, and the way to it in the parsed table."""

    text: str
    path: Path
    value: object


def keys_of(text: str) -> dict[str, KeyedValue]:
    """Every value by its dotted key, blocks named by their id; raises ValueError for no TOML."""
    return dict(_keys(text))


def key_changes(now: str, then: str) -> list[KeyChange]:
    """The keys whose values differ; raises ValueError for a text that is not TOML."""
    mine, other = ({key: one.text for key, one in keys_of(text).items()} for text in (now, then))
    return [
        KeyChange(key, mine.get(key, ""), other.get(key, ""))
        for key in dict.fromkeys((*mine, *other))
        if mine.get(key) != other.get(key)
    ]


def sides(mine: str, theirs: str) -> list[Side]:
    """The keys whose values differ, each with both values and lines; mine come first.

    Raises ValueError or RecursionError for a text that is not TOML.
    """
    first, second = keys_of(mine), keys_of(theirs)
    lines, other_lines = (TomlLines(one.removeprefix(BYTE_ORDER_MARK)) for one in (mine, theirs))
    differing = []
    for key in dict.fromkeys((*first, *second)):
        one, other = first.get(key), second.get(key)
        value, other_value = one.text if one else "", other.text if other else ""
        if value != other_value:
            line = lines.line_of(one.path) if one else 0
            other_line = other_lines.line_of(other.path) if other else 0
            differing.append(Side(key, value, line, other_value, other_line))
    return differing


def _keys(text: str) -> Iterator[tuple[str, KeyedValue]]:
    table = tomllib.loads(text.removeprefix(BYTE_ORDER_MARK))
    waiting: list[tuple[str, Path, object]] = [("", (), table)]
    while waiting:
        key, path, value = waiting.pop(0)
        if isinstance(value, dict):
            waiting[:0] = [
                (f"{key}.{name}" if key else name, (*path, name), item)
                for name, item in value.items()
            ]
        elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
            waiting[:0] = [
                (f"{key} {one.get('id', at + 1)}", (*path, at), one) for at, one in enumerate(value)
            ]
        else:
            yield key, KeyedValue(str(value), path, value)
