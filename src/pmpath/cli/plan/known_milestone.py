"""The milestone that an id, or words of its title, mean on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.cli.session import Session
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.roadmap.roadmap import Milestone
from pmpath.render.page.text import clip

if TYPE_CHECKING:
    from collections.abc import Collection

    from pmpath.domain.log.journal import Journal

# So many are named where several are meant, or none was said.
SHOWN = 5


def known_milestone(session: Session, said: str, among: Collection[str] | None = None) -> Milestone:
    """The milestone with this id, whatever its scope, or the one whose title has all of the words.

    Words mean those `among` which the command may change, where any of them has them. Raises
    UsageError where several are meant or nothing is said, NotFound with the nearest id.
    """
    milestones = {one.id: one for one in session.roadmap.milestones}
    key = said.strip()
    if key in milestones:
        return milestones[key]
    ids = milestones if among is None else among
    open_to = [milestones[one] for one in ids if one in milestones]
    if not key:
        raise UsageError("Which milestone?", hint=_listed(open_to))
    found = _with_words(key, open_to) or _with_words(key, list(milestones.values()))
    if len(found) > 1:
        raise UsageError(f'"{clip(key, 40)}" fits {len(found)} milestones.', hint=_listed(found))
    if not found:
        hint = did_you_mean(nearest(key, milestones), "pmpath milestones lists them.")
        raise NotFound(f"There is no milestone {clip(key, 60)}.", hint=hint)
    return found[0]


def open_milestones(session: Session, journal: Journal) -> list[str]:
    """The ids of those in scope that are neither reached nor dropped, the next one first."""
    roadmap = session.roadmap
    found = [
        one
        for one in roadmap.milestones_in_scope
        if one.id not in journal.milestones_done and one.id not in journal.dropped
    ]
    return [one.id for one in sorted(found, key=roadmap.due_day)]


def _with_words(said: str, milestones: list[Milestone]) -> list[Milestone]:
    """Those of whose title or id each of the words begins a word."""
    wanted = said.casefold().split()
    return [
        one
        for one in milestones
        if all(
            any(word.startswith(begun) for word in _words(one)) for begun in wanted
        )
    ]  # fmt: skip


def _words(one: Milestone) -> list[str]:
    parts = f"{one.title} {one.id.replace('.', ' ').replace('-', ' ')}".casefold().split()
    return [part.strip(",;:()") for part in parts]


def _listed(milestones: list[Milestone]) -> str:
    told = [f"{one.id}: {clip(one.title, 60)}" for one in milestones[:SHOWN]]
    more = ["pmpath milestones lists all of them."] if len(milestones) > SHOWN else []
    return "\n".join([*told, *more]) or "There is none that this could be about."
