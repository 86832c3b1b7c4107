"""The search as facts: applications by side, answers, rounds, noes with reasons, offers."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.openings import INSIDE, OUTSIDE, openings
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.situation import Situation
from pmpath.domain.log.gathered.openings import ANSWERED, INTERVIEW, OFFER, REJECTED, Opening
from pmpath.domain.period import Period
from pmpath.domain.record import changed, record
from pmpath.reports.never_said import COMPANY
from pmpath.reports.period.hidden import Hidden


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
    and offers that are still open. `accepted` is the day on which an offer was accepted;
    `unanswered` are the openings that were applied for and not heard of since.
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
        noes_in_all=sum(REJECTED in one.reached for one in found),
        offers_in_all=len(offered),
        accepted=accepted,
        noes=tuple(_ended(one, REJECTED) for one in found if _in(period, one, REJECTED)),
        offers=tuple(
            _ended(one, OFFER)
            for one in offered
            if one.open_offer is not None or _in(period, one, OFFER)
        ),
        unanswered=tuple(
            one.name
            for one in applied
            if one.is_named and not one.is_over and not _was_answered(one)
        ),
    )


def _was_answered(opening: Opening) -> bool:
    """Whether anything came back; without a firm nobody knows to which application."""
    return opening.is_named and any(
        one in opening.reached for one in (ANSWERED, INTERVIEW, OFFER, REJECTED)
    )


def _ended(opening: Opening, stage: str) -> Ended:
    """When it came so far, with the reason that was logged then or later."""
    reason = opening.reason if stage == REJECTED else ""
    is_open = stage == OFFER and opening.open_offer is not None
    return Ended(opening.name, opening.reached[stage], reason, is_open)


def _in(period: Period, opening: Opening, stage: str) -> bool:
    return stage in opening.reached and opening.reached[stage] in period
