"""The clues by which the meaning of entries is seen, as the build compiled them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.content.catalog import Catalog
    from pmpath.storage.content import Content

# Their name among what the build compiles.
CLUES = "clues"
# The tables of which a line needs a few keys of thousands.
LARGE = ("by_object", "words", "groups")
# The latest catalog that clues were made of in this process, with its clues: a checkout asks for
# the same at every call.
_LATEST: list[tuple[Catalog, tuple[object, ...]]] = []


def clues_in(content: Content, catalog: Callable[[], Catalog]) -> Clues:
    """Those that were compiled; without a build the whole catalog is asked for."""
    from pmpath.coach.meaning.clues import Clues
    from pmpath.domain.content.parted import Parted

    large, values = content.values(CLUES, lambda _: _made_once(catalog()))
    tables: dict[str, Any] = {name: Parted(parts) for name, parts in large.items()}
    return Clues(**values, **tables)


def _made_once(catalog: Catalog) -> tuple[object, ...]:
    if not _LATEST or _LATEST[0][0] != catalog:
        _LATEST[:] = [(catalog, _values_of(catalog))]
    return _LATEST[0][1]


def clue_values(content: Content) -> tuple[object, ...]:
    """The plain values of the clues, made of the catalog; the build compiles them."""
    return _values_of(content.catalog())


def _values_of(catalog: Catalog) -> tuple[object, ...]:
    from pmpath.coach.meaning.clues import clues_from
    from pmpath.domain.content.parted import parted
    from pmpath.domain.record import fields_of

    found = clues_from(catalog)
    values = dict(zip(fields_of(found), found, strict=True))  # type: ignore[call-overload]
    return {name: parted(values.pop(name)) for name in LARGE}, values
