"""Which words a firm is sent next about an opening, whether they are due already or not."""

from __future__ import annotations

from pmpath.coach.gathered.follow_up import (
    APPLY,
    DECIDE,
    FOLLOW_UP,
    REPLY,
    THANK,
    FollowUp,
)
from pmpath.domain.log.gathered.openings import ANSWERED, INTERVIEW

# A follow-up after a round asks how things stand; the second of any names the first.
AFTER_ROUND, AGAIN = "after-round", "again"
# So many letters after a round have words of their own.
MOST_NEW = 2
LETTERS = (REPLY, THANK, FOLLOW_UP, AFTER_ROUND, AGAIN)


def letter_for(following: FollowUp | None) -> str:
    """One of LETTERS; "" where there is nothing to write: not applied, over, or an offer is open.

    What waits, is agreed for a day or went cold has the words that its stage asks for all the same.
    """
    if following is None or following.kind in (APPLY, DECIDE):
        return ""
    if following.kind in (REPLY, THANK):
        return following.kind
    if following.state == INTERVIEW:
        return AFTER_ROUND if following.sent < MOST_NEW else AGAIN
    if following.sent:
        return AGAIN
    return REPLY if following.state == ANSWERED else FOLLOW_UP
