"""Changes of values, made once more on another roadmap.

git merges lines: two values on neighboring lines, or two blocks at the end of the file, are a
conflict to it. Where one side changed values and added blocks at the end, and nothing else, its
changes can be told by their keys, and made on the other side's text with every byte of it kept.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.errors import NotValid
from pmpath.domain.record import Frozen
from pmpath.storage.disk.paths import ROADMAP_NAME
from pmpath.storage.roadmap.edit import Source, with_values
from pmpath.storage.roadmap.file import roadmap_of
from pmpath.storage.roadmap.keys import keys_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.roadmap.faults import Path
    from pmpath.storage.roadmap.edit import Value
    from pmpath.storage.roadmap.keys import KeyedValue

WRITABLE = (str, int, float, date)


class Changes(Frozen):
    """What one side did: values by key (None for a key that is gone), and a text at the end."""

    values: dict[str, KeyedValue | None]
    tail: str


def replayed(base: bytes, mine: bytes, theirs: bytes) -> bytes | None:
    """Both sides' changes in one text, or None where a key was changed on both or more was done.

    The text is mine with their changes, or theirs with mine; tomllib and the roadmap's own rules
    have seen that it says what both say and nothing else.
    """
    try:
        before, one, two = base.decode(), mine.decode(), theirs.decode()
        wanted = _wanted(keys_of(before), keys_of(one), keys_of(two))
        if wanted is None:
            return None
        for text, other in ((one, two), (two, one)):
            joined = _with_changes(before, text, other)
            if joined is not None and _texts(keys_of(joined)) == wanted:
                roadmap_of(joined, ROADMAP_NAME)
                return joined.encode()
    except (NotValid, ValueError, RecursionError):
        return None
    return None


def _wanted(
    base: dict[str, KeyedValue], mine: dict[str, KeyedValue], theirs: dict[str, KeyedValue]
) -> dict[str, str] | None:
    """Every key with what it says once both sides' changes are made; None where they disagree."""
    before, one, other = _texts(base), _texts(mine), _texts(theirs)
    wanted = {}
    for key in {*one, *other}:
        sides = {one.get(key), other.get(key)}
        if len(sides) > 1 and before.get(key) not in sides:
            return None
        value = next(iter(sides - {before.get(key)}), before.get(key))
        if value is not None:
            wanted[key] = value
    return wanted


def _texts(keys: dict[str, KeyedValue]) -> dict[str, str]:
    return {key: value.text for key, value in keys.items()}


def _with_changes(base: str, text: str, other: str) -> str | None:
    """The text with what the other one changed in the base; None if that is more than values."""
    changes = _changes(base, other)
    if changes is None:
        return None
    changed = _with_values(text, changes.values)
    gap = "" if changed.endswith("\n") or not changes.tail else "\n"
    return changed + gap + changes.tail


def _changes(base: str, text: str) -> Changes | None:
    """What was done to the base, if it was values and a text at the end; that gives the text."""
    before, after = keys_of(base), keys_of(text)
    blocks = {_table_of(key) for key in before} & {_table_of(key) for key in after}
    values = {
        key: after.get(key)
        for key in dict.fromkeys((*before, *after))
        if _text_of(before, key) != _text_of(after, key)
        and (_table_of(key) in blocks or not _is_in_block(before.get(key) or after[key]))
    }
    changed = _with_values(base, values)
    return Changes(values, text[len(changed) :]) if text.startswith(changed) else None


def _table_of(key: str) -> str:
    """The name of the table or block that a key stands in."""
    return key.rpartition(".")[0]


def _text_of(keys: dict[str, KeyedValue], key: str) -> str | None:
    return keys[key].text if key in keys else None


def _is_in_block(value: KeyedValue) -> bool:
    """Whether a value stands in one of several blocks of a name, where its number may differ."""
    return any(isinstance(part, int) for part in value.path)


def _with_values(text: str, values: dict[str, KeyedValue | None]) -> str:
    """The text with these values by key; raises NotValid or ValueError where that is impossible."""
    keys = keys_of(text)
    changes: dict[Path, Value | None] = {}
    for key, value in values.items():
        if value is None and key in keys:
            changes[keys[key].path] = None
        elif value is not None:
            changes[_place(keys, key, value)] = _writable(value.value)
    return with_values(Source(ROADMAP_NAME, text), changes)


def _place(keys: dict[str, KeyedValue], key: str, value: KeyedValue) -> Path:
    """Where a key stands in this text, or belongs; a block is found by its id, not its number."""
    if key in keys or not _is_in_block(value):
        return keys[key].path if key in keys else value.path
    for name, other in keys.items():
        if _table_of(name) == _table_of(key):
            return (*other.path[:-1], value.path[-1])
    raise ValueError("no such block")


def _writable(value: object) -> Value:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    if not isinstance(value, WRITABLE):
        raise ValueError("no single value")
    return value
