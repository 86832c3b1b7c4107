"""Openings, each once, on which side they are, and how far they came."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import SIDES
from pmpath.domain.log.gathered.openings import ACCEPTED, OFFER, Opening
from pmpath.domain.log.journal import EVERY_DAY, Journal
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

INSIDE, OUTSIDE = SIDES
# By what they are kept with the log.
OPENINGS = "openings"


def openings(journal: Journal, roadmap: Roadmap) -> tuple[Opening, ...]:
    """Every opening of the log, the one heard of last first.

    One at the company that the plan is about is inside, one at any other firm outside, unless an
    entry says so. Where the company or the firm is not known, that of a plan with one side.
    """
    # Asked for several times on each of the days that are looked back on.
    past = journal.past.setdefault(EVERY_DAY, {})
    made_of = (roadmap, journal.milestones)
    known = past.get(OPENINGS)
    if known is None or any(one is not other for one, other in zip(known[0], made_of, strict=True)):
        known = past[OPENINGS] = (made_of, _openings(journal, roadmap))
    found: tuple[Opening, ...] = known[1]
    return found


def _openings(journal: Journal, roadmap: Roadmap) -> tuple[Opening, ...]:
    home, planned = firm_key(roadmap.target.company), roadmap.target.side
    only = planned if planned in SIDES else ""
    taken = _accepted_by(journal)
    return tuple(
        changed(one, side=_side(one, home, only), accepted=_accepted(one, journal, taken))
        for one in journal.openings.all()
    )


def has_open_offer(journal: Journal, roadmap: Roadmap) -> bool:
    """Whether any offer still waits for an answer: one that was accepted is compared no more."""
    return any(one.open_offer is not None for one in openings(journal, roadmap))


def _accepted_by(journal: Journal) -> frozenset[str]:
    """The entries that tell of an offer that was accepted."""
    found = journal.milestones.by_facts.get(ACCEPTED)
    return frozenset(found.entries) if found else frozenset()


def _accepted(one: Opening, journal: Journal, entries: frozenset[str]) -> date | None:
    """The day on which the offer of this opening was accepted.

    Where neither the entries nor a mark by hand say whose it was, it was that of every opening
    that had made one by then.
    """
    day = journal.milestones_done.get(ACCEPTED)
    if day is None or OFFER not in one.reached:
        return None
    named = (other for other in journal.openings.all() if other.is_named)
    told = any(not entries.isdisjoint(other.entries) for other in named)
    if told:
        return day if not entries.isdisjoint(one.entries) else None
    return day if one.reached[OFFER] <= day else None


def _side(one: Opening, home: str, only: str) -> str:
    """The side of an opening, `home` being the key of the plan's company, `only` its one side."""
    if one.side:
        return one.side
    if one.is_named and home:
        return INSIDE if one.key == home else OUTSIDE
    return only or (OUTSIDE if one.is_named else "")


def applications_by_side(found: Iterable[Opening]) -> dict[str, int]:
    """How many openings on each side have reached an application."""
    sides = [one.side for one in found if one.applied is not None]
    return {side: sides.count(side) for side in SIDES}


def first_application(found: Iterable[Opening]) -> date | None:
    """The day on which the first opening reached an application; None before."""
    return min((one.applied for one in found if one.applied is not None), default=None)
