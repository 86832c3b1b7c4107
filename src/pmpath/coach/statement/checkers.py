"""The checker of a situation: the lists of the content, and the words the roadmap lets pass."""

from __future__ import annotations

from pmpath.coach.situation import Situation
from pmpath.coach.statement.check import Checker
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.content.statement_lists import lists_from
from pmpath.domain.roadmap.roadmap import Roadmap


def checker_of(situation: Situation, audience: str = "") -> Checker:
    """A checker for this plan; the words of the audience's trade are free."""
    return checker_for(situation.catalog, situation.roadmap, audience)


def checker_for(catalog: Catalog, roadmap: Roadmap | None, audience: str = "") -> Checker:
    """The same where there may be no plan yet."""
    allow = roadmap.statement.get("allow", ()) if roadmap is not None else ()
    words = allow if isinstance(allow, list | tuple) else ()
    return Checker(lists_from(catalog.statement), audience, tuple(map(str, words)))
