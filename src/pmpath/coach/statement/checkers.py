"""The checker of a situation: the lists of the content, and the words the roadmap lets pass."""

from __future__ import annotations

from pmpath.coach.situation import Situation
from pmpath.coach.statement.check import Checker
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.content.statement_lists import Lists, lists_from
from pmpath.domain.roadmap.roadmap import Roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# The tables made last, with the lists made of them.
_MADE: list[tuple[Mapping[str, Any], Lists]] = []


def checker_of(situation: Situation, audience: str = "") -> Checker:
    """A checker for this plan; the words of the audience's trade are free."""
    return checker_for(situation.catalog, situation.roadmap, audience)


def checker_for(catalog: Catalog, roadmap: Roadmap | None, audience: str = "") -> Checker:
    """The same where there may be no plan yet."""
    allow = roadmap.statement.get("allow", ()) if roadmap is not None else ()
    words = allow if isinstance(allow, list | tuple) else ()
    return Checker(_lists_of(catalog), audience, tuple(map(str, words)))


def _lists_of(catalog: Catalog) -> Lists:
    """The lists of a catalog, made once: several screens of one call ask for them."""
    if not _MADE or _MADE[0][0] is not catalog.statement:
        _MADE[:] = [(catalog.statement, lists_from(catalog.statement))]
    return _MADE[0][1]
