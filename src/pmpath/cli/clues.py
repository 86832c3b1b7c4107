"""The clues by which the meaning of entries is seen, as the build compiled them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.content.catalog import Catalog
    from pmpath.domain.language.parted import Parts
    from pmpath.storage.content import Content

    # The parts of the large tables by name, and the plain values of the others.
    Made = tuple[dict[str, tuple[str, ...]], dict[str, object]]

# Their name among what the build compiles, and the file of the parts beside it.
CLUES, PARTS = "clues", "clues-parts"
# The tables of which a line needs a few keys of thousands.
LARGE = ("by_object", "words", "groups", "verbs", "own")
# These are parts already, of which a line needs a few as well.
WAYS = "ways"
# The latest catalog that clues were made of in this process, with its clues: a checkout asks for
# the same at every call.
_LATEST: list[tuple[Catalog, Made]] = []


def clues_in(content: Content, catalog: Callable[[], Catalog]) -> Clues:
    """Those that were compiled; without a build the whole catalog is asked for."""
    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.language.parted import Parted

    large, values = content.values(CLUES, lambda _: _made_once(catalog()))
    parts = {
        name: content.parts(PARTS, found, _made_again(name, catalog))
        for name, found in large.items()
    }
    ways = parts.pop(WAYS)
    tables: dict[str, Any] = {name: Parted(found) for name, found in parts.items()}
    return Clues(**values, **tables, ways=ways)


def _made_again(name: str, catalog: Callable[[], Catalog]) -> Callable[[], Parts]:
    """What makes the parts of a table of the catalog."""
    return lambda: _made_once(catalog())[0][name]


def _made_once(catalog: Catalog) -> Made:
    if not _LATEST or _LATEST[0][0] != catalog:
        _LATEST[:] = [(catalog, _values_of(catalog))]
    return _LATEST[0][1]


def clue_values(content: Content) -> tuple[dict[str, bytes], dict[str, object]]:
    """The clues as the build compiles them: each large table as the index of its parts."""
    return _stored(content)[0]


def clue_parts(content: Content) -> bytes:
    """The file of the parts that belongs to it."""
    return _stored(content)[1]


def _stored(content: Content) -> tuple[tuple[dict[str, bytes], dict[str, object]], bytes]:
    from pmpath.storage.stored_parts import stored

    large, values = _values_of(content.catalog())
    found, file = {}, b""
    for name, parts in large.items():
        found[name], made = stored(parts, len(file))
        file += made
    return (found, values), file


def _values_of(catalog: Catalog) -> Made:
    from pmpath.coach.meaning.catalog_clues import clues_from
    from pmpath.domain.language.parted import parted
    from pmpath.domain.record import fields_of

    found = clues_from(catalog)
    values = dict(zip(fields_of(found), found, strict=True))  # type: ignore[call-overload]
    tables = {name: parted(values.pop(name)) for name in LARGE}
    return {**tables, WAYS: values.pop(WAYS)}, values
