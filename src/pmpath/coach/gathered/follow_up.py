"""What an opening waits for: words of yours by a day, an answer of theirs, or nothing any more."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.entry import ME
from pmpath.domain.log.gathered.commitments import OpenCommitment
from pmpath.domain.log.gathered.openings import (
    ANSWERED,
    APPLIED,
    ENDS,
    INTERVIEW,
    SEEN,
    Opening,
    Stage,
)
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# What is to be done: the first four by you.
APPLY, REPLY, THANK, FOLLOW_UP = "apply", "reply", "thank", "follow-up"
DECIDE, AGREED, WAIT, COLD = "decide", "agreed", "wait", "cold"
# What a step of the day asks for once its day has come.
ASKED_FOR = (REPLY, THANK, FOLLOW_UP)
# So many days of silence before each of two follow-ups, and after the second.
SILENT_DAYS, MOST_SENT = 7, 2
# An answer is answered the next day, and asked after in three; a round is thanked for the next day.
REPLY_DAYS, REPLY_AGAIN_DAYS, THANK_DAYS = 1, 3, 1


class FollowUp(Frozen):
    """What is next for one opening: `kind` is one of the words above.

    `day` is when it is due, for what was agreed its day, for a cold one since when it is; None for
    an opening that was only seen. It runs from `since`, the day of the last word between you, and
    `sent` counts what you wrote since something was heard. `entry_id` is the entry that it runs
    from, `state` how far the opening had come by then.
    """

    kind: str
    day: date | None
    since: date
    sent: int
    state: str
    entry_id: str


def follow_up(
    opening: Opening, commitments: Sequence[OpenCommitment], today: date
) -> FollowUp | None:
    """What is next as of `today`; None for what is over, was accepted, or has no name.

    `commitments` are the open ones: what was agreed for a day comes before any clock.
    """
    if not opening.is_named or opening.is_over or opening.accepted is not None:
        return None
    state, written = _state(opening)
    last = written[-1] if written else state
    made = FollowUp("", None, last.day, len(written), state.name, last.order[2])
    if opening.open_offer is not None:
        return FollowUp(DECIDE, opening.open_offer, opening.open_offer, 0, "offer", "")
    if state.name == SEEN:
        return _as(made, APPLY, None)
    agreed = _agreed(opening, commitments, today)
    return _as(made, *agreed) if agreed else _by_clock(made, state.day, today)


def _state(opening: Opening) -> tuple[Stage, list[Stage]]:
    """How far it came since it last ended, and what you wrote after that."""
    ends = [at for at, one in enumerate(opening.stages) if one.name in ENDS]
    live = opening.stages[ends[-1] + 1 if ends else 0 :]
    steps = [at for at, one in enumerate(live) if one.name in (APPLIED, ANSWERED, INTERVIEW)]
    if not steps:
        return next((one for one in reversed(live) if one.name == SEEN), live[-1]), []
    return live[steps[-1]], [one for one in live[steps[-1] + 1 :] if one.wrote]


def _agreed(
    opening: Opening, commitments: Sequence[OpenCommitment], today: date
) -> tuple[str, date] | None:
    """Something you promised, a round that is booked, an answer they promised for a day to come."""
    entries = set(opening.entries)
    found = [one for one in commitments if one.entry_id in entries]
    days = [one.move.day for one in found if one.move.who == ME or one.move.day >= today]
    if days:
        return AGREED, min(days)
    # A late answer of somebody by name is asked for as what people owe each other.
    late = [one.move.day for one in found if one.move.person and not one.nudges]
    return (AGREED, min(late)) if late else None


def _by_clock(made: FollowUp, began: date, today: date) -> FollowUp:
    sent = made.sent
    if made.state == INTERVIEW:
        if not sent and today < began + timedelta(SILENT_DAYS):
            return _as(made, THANK, began + timedelta(THANK_DAYS))
        # The first words after a round are thanks.
        sent = max(sent - 1, 0)
    cold = made.since + timedelta(SILENT_DAYS * (MOST_SENT + 1 - min(sent, MOST_SENT)))
    if today >= cold:
        return _as(made, COLD, cold)
    if made.state == ANSWERED and not sent:
        return _as(made, REPLY, made.since + timedelta(REPLY_DAYS))
    if sent >= MOST_SENT:
        return _as(made, WAIT, cold)
    days = REPLY_AGAIN_DAYS if made.state == ANSWERED else SILENT_DAYS
    return _as(made, FOLLOW_UP, made.since + timedelta(days))


def _as(made: FollowUp, kind: str, day: date | None) -> FollowUp:
    return FollowUp(kind, day, made.since, made.sent, made.state, made.entry_id)
