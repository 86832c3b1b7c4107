"""Every opening once, what is next for it, and how many ever came how far."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.follow_up import FollowUp, follow_up
from pmpath.coach.gathered.openings import openings
from pmpath.coach.gathered.private import private_names
from pmpath.coach.situation import Situation
from pmpath.domain.entry import SIDES
from pmpath.domain.log.gathered.openings import (
    ANSWERED,
    APPLIED,
    CLOSED,
    DECLINED,
    INTERVIEW,
    OFFER,
    REJECTED,
    SEEN,
    Opening,
)
from pmpath.domain.record import Frozen, changed
from pmpath.reports.never_said import COMPANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.reports.period.hidden import Hidden

# By these something was heard; a no is an answer as well.
HEARD = (ANSWERED, INTERVIEW, OFFER, REJECTED)
# A median of fewer says nothing, and no share of fewer is told.
LEAST_FOR_MEDIAN, LEAST_FOR_SHARE = 3, 20
WHOLE = 100
UNSAID = "unsaid"
# Below are the steps of the funnel, each with the one it is a share of.
STEPS = ((ANSWERED, APPLIED), (INTERVIEW, APPLIED), (OFFER, INTERVIEW))
ENDS = (REJECTED, DECLINED, CLOSED)


class StageFacts(Frozen):
    """An entry brought the opening so far: `stage` is seen where it only speaks of it.

    `wrote`: you wrote to them or called.
    """

    day: date
    stage: str
    reason: str
    wrote: bool


class OpeningFacts(Frozen):
    """One opening. `side` is inside, outside or empty; `stage` is the latest that was reached.

    `reached` has the first day of each stage, `interviews` the days of the rounds; `reason` is why
    it ended; `next` is what it waits for, None once it is over. `is_private`: whatever is made for
    others leaves it out.
    """

    name: str
    side: str
    stage: str
    reached: dict[str, date]
    interviews: tuple[date, ...]
    reason: str
    accepted: date | None
    last: date
    next: FollowUp | None
    stages: tuple[StageFacts, ...]
    is_private: bool = False

    def for_others(self, hidden: Hidden) -> OpeningFacts:
        """Companies are hidden, the role stays; no reasons."""
        stages = tuple(changed(one, reason="") for one in self.stages)
        role = hidden.hide(self.name.partition(":")[2].strip())
        return changed(self, name=f"{COMPANY}: {role}".rstrip(": "), reason="", stages=stages)


class Side(Frozen):
    """How many openings of one side were applied for, and how many of them were answered."""

    applied: int
    answered: int


class OpeningsReport(Frozen):
    """All openings, the one heard of last first.

    `funnel` counts those that ever came so far, `ends` how they ended, `medians` whole days from
    applying to each stage, where at least three came so far. `shares` are whole percents: of the
    answered, the interviewed, the offers, each of at least twenty.
    """

    today: date
    funnel: dict[str, int]
    ends: dict[str, int]
    sides: dict[str, Side]
    medians: dict[str, int]
    shares: dict[str, int]
    openings: tuple[OpeningFacts, ...]
    is_shared: bool = False

    def for_others(self, hidden: Hidden) -> OpeningsReport:
        """Counts stay; whatever is private is not in the list."""
        shown = (one for one in self.openings if not hidden.is_private(one.name))
        openings = tuple(one.for_others(hidden) for one in shown if not one.is_private)
        return changed(self, openings=openings, is_shared=True)


def openings_report(situation: Situation) -> OpeningsReport:
    """Every opening of the log as of the situation's day."""
    found = [
        one for one in openings(situation.journal, situation.roadmap)
        if one.is_named or one.applied is not None
    ]  # fmt: skip
    commitments, private = situation.journal.open_commitments, private_names(situation.journal)
    counts = {stage: sum(_came(one, stage) for one in found)
              for stage in (SEEN, APPLIED, ANSWERED, INTERVIEW, OFFER)}  # fmt: skip
    return OpeningsReport(
        today=situation.today,
        funnel=counts,
        ends={end: sum(one.stage == end for one in found) for end in ENDS},
        sides={side or UNSAID: _of_side(found, side) for side in (*SIDES, "")},
        medians=_medians(found),
        shares={
            stage: (counts[stage] * WHOLE * 2 + counts[of]) // (counts[of] * 2)
            for stage, of in STEPS
            if counts[of] >= LEAST_FOR_SHARE
        },
        openings=tuple(
            changed(
                _facts(one, follow_up(one, commitments, situation.today)),
                is_private=private.has_firm(one.label),
            )
            for one in found
        ),
    )


def _came(opening: Opening, stage: str) -> bool:
    """Whether it ever came so far; everything was seen, and whoever is offered had an answer."""
    if stage == SEEN:
        return True
    if stage == APPLIED:
        return opening.applied is not None
    if stage == ANSWERED:
        return _answer_day(opening) is not None
    return stage in opening.reached


def _answer_day(opening: Opening) -> date | None:
    """The day on which anything was heard first; None where nothing tells of which opening."""
    days = [opening.reached[stage] for stage in HEARD if stage in opening.reached]
    return min(days, default=None) if opening.is_named else None


def _of_side(found: Sequence[Opening], side: str) -> Side:
    applied = [one for one in found if one.side == side and one.applied is not None]
    return Side(len(applied), sum(_answer_day(one) is not None for one in applied))


def _medians(found: Sequence[Opening]) -> dict[str, int]:
    """The middle one of the days from applying; of an even number the lower of the two."""
    days: dict[str, list[int]] = {ANSWERED: [], INTERVIEW: [], OFFER: [], REJECTED: []}
    for one in found:
        start = one.reached.get(APPLIED)
        for stage, several in days.items():
            end = _answer_day(one) if stage == ANSWERED else one.reached.get(stage)
            if start is not None and end is not None and end >= start:
                several.append((end - start).days)
    return {
        stage: sorted(several)[(len(several) - 1) // 2]
        for stage, several in days.items()
        if len(several) >= LEAST_FOR_MEDIAN
    }


def _facts(opening: Opening, following: FollowUp | None) -> OpeningFacts:
    return OpeningFacts(
        opening.name or opening.label, opening.side, opening.stage, opening.reached,
        opening.interviews, opening.reason, opening.accepted, opening.last, following,
        tuple(StageFacts(one.day, one.name, one.reason, one.wrote) for one in opening.stages),
    )  # fmt: skip
