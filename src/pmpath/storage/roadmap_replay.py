"""Changes of values, made once more on another roadmap.

git merges lines: two values on neighbouring lines, or two blocks at the end of the file, are a
conflict to it. Where one side changed values and added blocks at the end, and nothing else, its
changes can be told by their keys, and made on the other side's text with every byte of it kept.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.errors import NotValid
from pmpath.domain.record import record
from pmpath.storage.roadmap_edit import Source, with_values
from pmpath.storage.roadmap_file import roadmap_of
from pmpath.storage.roadmap_keys import keys_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.roadmap_faults import Path
    from pmpath.storage.roadmap_edit import Value
    from pmpath.storage.roadmap_keys import Value as Told

NAME = "roadmap.toml"
WRITABLE = (str, int, float, date)


@record
class Changes:
    """What one side did: values by key (None for a key that is gone), and a text at the end."""

    values: dict[str, Told | None]
    tail: str


def replayed(base: str, mine: str, theirs: str) -> str | None:
    """Both sides' changes in one text, or None where a key was changed on both or more was done.

    The text is mine with their changes, or theirs with mine; tomllib and the roadmap's own rules
    have seen that it says what both say and nothing else.
    """
    try:
        wanted = _wanted(keys_of(base), keys_of(mine), keys_of(theirs))
        if wanted is None:
            return None
        for text, other in ((mine, theirs), (theirs, mine)):
            found = _with_changes(base, text, other)
            if found is not None and _told(keys_of(found)) == wanted:
                roadmap_of(found, NAME)
                return found
    except (NotValid, ValueError, RecursionError):
        return None
    return None


def _wanted(
    base: dict[str, Told], mine: dict[str, Told], theirs: dict[str, Told]
) -> dict[str, str] | None:
    """Every key with what it says once both sides' changes are made; None where they disagree."""
    before, one, other = _told(base), _told(mine), _told(theirs)
    found = {}
    for key in {*one, *other}:
        sides = {one.get(key), other.get(key)}
        if len(sides) > 1 and before.get(key) not in sides:
            return None
        value = next(iter(sides - {before.get(key)}), before.get(key))
        if value is not None:
            found[key] = value
    return found


def _told(keys: dict[str, Told]) -> dict[str, str]:
    return {key: value.told for key, value in keys.items()}


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
    values = {
        key: after.get(key)
        for key in dict.fromkeys((*before, *after))
        if _is_value(before.get(key), after.get(key))
    }
    changed = _with_values(base, values)
    return Changes(values, text[len(changed) :]) if text.startswith(changed) else None


def _is_value(before: Told | None, after: Told | None) -> bool:
    """Whether a key was changed, came or went by itself, not as a part of a new block."""
    if before is not None and after is not None:
        return before.told != after.told
    one = before or after
    return one is not None and not any(isinstance(part, int) for part in one.path)


def _with_values(text: str, values: dict[str, Told | None]) -> str:
    """The text with these values by key; raises NotValid or ValueError where that is impossible."""
    keys = keys_of(text)
    changes: dict[Path, Value | None] = {}
    for key, told in values.items():
        place = keys.get(key) or told
        if place is not None:
            changes[place.path] = None if told is None else _writable(told.value)
    return with_values(Source(NAME, text), changes)


def _writable(value: object) -> Value:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    if not isinstance(value, WRITABLE):
        raise ValueError("no single value")
    return value
