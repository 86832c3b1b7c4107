"""Words to firms that are due: an answer, thanks for a round, a question how things stand."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.follow_up import (
    ASKED_FOR,
    FOLLOW_UP,
    REPLY,
    THANK,
    FollowUp,
    follow_up,
)
from pmpath.coach.gathered.openings import openings
from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import ASK_MINUTES, OPENING, Reason, Step
from pmpath.domain.log.gathered.openings import INTERVIEW, Opening
from pmpath.domain.log.landmarks import SEARCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCES = {
    REPLY: "Answer {firm}",
    THANK: "Send {firm} a thank-you note for the interview",
    FOLLOW_UP: "Follow up with {firm} on your application",
}
AFTER_A_ROUND = "Ask {firm} how things stand since the interview"
DONE_WHEN = "It is sent"
# Why: what it runs from.
WRITTEN = "written"


def words_to_firms(situation: Situation) -> Iterator[Step]:
    """The words that are due to firms of openings, the one that waits longest first."""
    commitments = situation.journal.open_commitments
    found = [
        (one, follow_up(one, commitments, situation.today))
        for one in openings(situation.journal, situation.roadmap)
    ]
    due = [
        (following.day, following, one)
        for one, following in found
        if following and following.kind in ASKED_FOR and following.day is not None
        and following.day <= situation.today
    ]  # fmt: skip
    for day, following, one in sorted(due, key=lambda item: (item[0], item[2].key)):
        yield _step(one, following, day)


def _step(opening: Opening, following: FollowUp, day: date) -> Step:
    sentence = SENTENCES[following.kind]
    if following.kind == FOLLOW_UP and following.state == INTERVIEW:
        sentence = AFTER_A_ROUND
    state = WRITTEN if following.sent else following.state
    return Step(
        sentence=sentence.replace("{firm}", opening.firm),
        minutes=ASK_MINUTES,
        reason=Reason(OPENING, state, following.since),
        track=SEARCH,
        bring_back=DONE_WHEN,
        settles=following.entry_id,
        opening=opening.name,
    )
