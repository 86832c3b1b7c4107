"""Clocks of people and openings: when the next word is due. Plain values, no roadmap.

The lengths are our estimate; in a roadmap a circle of one's own under [people] moves the first.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.record import record
from pmpath.domain.when.calendar import months_after

LEADER, ALLY, WIDER = "leader", "ally", "wider"
CIRCLES = (LEADER, ALLY, WIDER)
LEADER_DAYS, ALLY_MONTHS, WIDER_MONTHS = 35, 2, 6
APPLIED, ANSWERED, INTERVIEW = "applied", "answered", "interview"
# Days from each stage, or from the nudge before it, to the next word; then the opening is cold.
OPENING_DAYS = {APPLIED: (7, 7), ANSWERED: (1, 3), INTERVIEW: (1,)}


@record
class Due:
    """The day a word is due; None when nothing more is, because the opening went cold."""

    day: date | None
    is_cold: bool = False


def follow_up_due(circle: str, last_contact: date) -> date:
    """When somebody of a circle hears from you: leaders after 35 days, allies after 2 months.

    The wider circle after 6 months. `last_contact` is the last word that went both ways.
    """
    if circle == LEADER:
        return last_contact + timedelta(LEADER_DAYS)
    return months_after(last_contact, ALLY_MONTHS if circle == ALLY else WIDER_MONTHS)


def opening_due(stage: str, since: date, nudges: int) -> Due:
    """When an opening in a stage wants the next word, after so many without an answer.

    Applied: 7 days, then 7, then cold. Answered: 1 day, then 3. After an interview: thanks the next
    day. A stage that waits for nothing has no day.
    """
    waits = OPENING_DAYS.get(stage, ())
    if nudges < len(waits):
        return Due(since + timedelta(waits[nudges]))
    return Due(None, is_cold=stage == APPLIED)


def days_with_action(done: set[date], neutral: set[date], days: list[date]) -> tuple[int, int]:
    """Days on which something was done, of those that count: neutral ones count when done."""
    hit = [day for day in days if day in done]
    return len(hit), len([day for day in days if day in done or day not in neutral])
