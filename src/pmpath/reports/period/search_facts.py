"""The search as facts: applications by side, answers, rounds, noes with reasons, offers."""

from __future__ import annotations

from datetime import date

from pmpath.coach.situation import Situation
from pmpath.domain.log.openings import (
    ANSWERED,
    INTERVIEW,
    OFFER,
    REJECTED,
    Opening,
)
from pmpath.domain.period import Period
from pmpath.domain.record import changed, record
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.reports.period.hidden import COMPANY, Hidden

INSIDE, OUTSIDE = "inside", "outside"


@record
class Ended:
    """A no, or an offer: of which opening, when, and why if known; `is_open`: undecided."""

    opening: str
    day: date
    reason: str = ""
    is_open: bool = False

    def for_others(self, hidden: Hidden, *, notes: bool) -> Ended:
        """Companies are hidden; reasons go with the notes."""
        opening = COMPANY if self.opening else ""
        return changed(self, opening=opening, reason=self.reason if notes else "")


@record
class SearchFacts:
    """The search as of the period's end; `new` are the applications of the period.

    An opening counts once however often it was applied for. `sides_unsaid` are applications of
    which nothing says the side; `rounds` are interviews; `noes` and `offers` those of the period
    and offers that are still open.
    """

    inside: int
    outside: int
    sides_unsaid: int
    new: int
    answers: int
    rounds: int
    noes_in_all: int
    noes: tuple[Ended, ...]
    offers: tuple[Ended, ...]

    def for_others(self, hidden: Hidden, *, notes: bool) -> SearchFacts:
        """Counts stay; openings and reasons as their parts say."""
        return changed(
            self,
            noes=tuple(one.for_others(hidden, notes=notes) for one in self.noes),
            offers=tuple(one.for_others(hidden, notes=notes) for one in self.offers),
        )


def search_facts(situation: Situation, period: Period) -> SearchFacts | None:
    """The facts; None while there is neither an application nor an offer."""
    openings = situation.journal.observed.openings.all()
    applied = [one for one in openings if one.applied is not None]
    ended = [one for one in openings if one.reached(OFFER) is not None]
    if not applied and not ended:
        return None
    sides = [side_of(situation.roadmap, one) for one in applied]
    return SearchFacts(
        inside=sides.count(INSIDE),
        outside=sides.count(OUTSIDE),
        sides_unsaid=sides.count(""),
        new=sum(one.applied in period for one in applied if one.applied),
        answers=sum(_was_answered(one) for one in applied),
        rounds=sum(stage.name == INTERVIEW for one in openings for stage in one.stages),
        noes_in_all=sum(one.reached(REJECTED) is not None for one in openings),
        noes=tuple(_ended(one, REJECTED) for one in openings if _in(period, one.reached(REJECTED))),
        offers=tuple(
            _ended(one, OFFER)
            for one in openings
            if one.open_offer is not None or _in(period, one.reached(OFFER))
        ),
    )


def side_of(roadmap: Roadmap, opening: Opening) -> str:
    """The side as said; else that of a plan with one side; empty where nothing says it."""
    return opening.side or (roadmap.target.side if roadmap.target.side in (INSIDE, OUTSIDE) else "")


def _was_answered(opening: Opening) -> bool:
    return bool(opening.name) and any(
        one.name in (ANSWERED, INTERVIEW, OFFER, REJECTED) for one in opening.stages
    )


def _ended(opening: Opening, stage: str) -> Ended:
    """When it came so far, with the reason that was logged then or later."""
    reasons = [one.reason for one in opening.stages if one.reason]
    day = opening.reached(stage) or opening.last.day
    reason = reasons[-1] if reasons and stage == REJECTED else ""
    return Ended(opening.name, day, reason, stage == OFFER and opening.open_offer is not None)


def _in(period: Period, day: date | None) -> bool:
    return day is not None and day in period
