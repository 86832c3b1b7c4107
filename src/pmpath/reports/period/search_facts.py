"""The search as facts: applications by side, answers, rounds, noes with reasons, offers."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.openings import INSIDE, OUTSIDE, openings
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.situation import Situation
from pmpath.domain.log.gathered.openings import (
    ANSWERED,
    APPLIED,
    INTERVIEW,
    OFFER,
    REJECTED,
    SEEN,
    Opening,
)
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen, changed
from pmpath.reports.never_said import COMPANY
from pmpath.reports.period.hidden import Hidden


class Ended(Frozen):
    """A no, or an offer: of which opening, when, and why if known; `is_open`: undecided."""

    opening: str
    day: date
    reason: str = ""
    is_open: bool = False

    def for_others(self, hidden: Hidden, *, notes: bool) -> Ended:
        """Companies are hidden; reasons go with the notes."""
        opening = COMPANY if self.opening else ""
        return changed(self, opening=opening, reason=self.reason if notes else "")


class SearchFacts(Frozen):
    """The search as of the period's end; `new` are the applications of the period.

    An opening counts once however often it was applied for; a no or an offer behind another
    application is one of its own. `sides_unsaid` are applications of which nothing says the side;
    `rounds` are interviews; `noes` and `offers` those of the period, and offers that are still
    open. `accepted` is the day on which an offer was accepted; `unanswered` are the openings of
    which nothing was heard since the last application.
    """

    inside: int
    outside: int
    sides_unsaid: int
    new: int
    answers: int
    rounds: int
    noes_in_all: int
    offers_in_all: int
    accepted: date | None
    noes: tuple[Ended, ...]
    offers: tuple[Ended, ...]
    unanswered: tuple[str, ...]

    def for_others(self, hidden: Hidden, *, notes: bool) -> SearchFacts:
        """Counts stay; openings and reasons as their parts say."""
        return changed(
            self,
            noes=tuple(one.for_others(hidden, notes=notes) for one in self.noes),
            offers=tuple(one.for_others(hidden, notes=notes) for one in self.offers),
            unanswered=tuple(COMPANY for _ in self.unanswered),
        )


def search_facts(situation: Situation, period: Period) -> SearchFacts | None:
    """The facts; None while there is neither an application nor an offer."""
    found = sorted(
        openings(situation.journal, situation.roadmap), key=lambda one: one.stages[0].order
    )
    applied = [one for one in found if one.applied is not None]
    accepted = accepted_on(situation.journal, situation.today)
    offered = [one for one in found if OFFER in one.reached]
    if not applied and not offered:
        return None
    sides = [one.side for one in applied]
    return SearchFacts(
        inside=sides.count(INSIDE),
        outside=sides.count(OUTSIDE),
        sides_unsaid=sides.count(""),
        new=sum(one.applied in period for one in applied),
        answers=sum(_was_answered(one) for one in applied),
        rounds=sum(len(one.interviews) for one in found),
        noes_in_all=sum(len(one.came(REJECTED)) for one in found),
        offers_in_all=sum(len(one.came(OFFER)) for one in offered),
        accepted=accepted,
        noes=tuple(
            Ended(one.name, no.day, no.reason)
            for one in found
            for no in one.came(REJECTED)
            if no.day in period
        ),
        offers=tuple(
            Ended(one.name, offer.day, is_open=offer.day == one.open_offer)
            for one in offered
            for offer in one.came(OFFER)
            if offer.day == one.open_offer or offer.day in period
        ),
        unanswered=tuple(one.name for one in applied if one.is_named and _waits(one)),
    )


def _was_answered(opening: Opening) -> bool:
    """Whether anything came back; without a firm nobody knows to which application."""
    return opening.is_named and any(
        one in opening.reached for one in (ANSWERED, INTERVIEW, OFFER, REJECTED)
    )


def _waits(opening: Opening) -> bool:
    """Whether nothing came back since it was applied for, or applied for anew after its end."""
    waits = False
    for one in opening.stages:
        waits = one.name == APPLIED or (waits and one.name == SEEN)
    return waits
