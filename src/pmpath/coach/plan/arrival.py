"""Whoever has the offer and has reached the date has arrived, whether it was said or not."""

from __future__ import annotations

from datetime import date

from pmpath.domain.kinds import ARRIVED, Close
from pmpath.domain.log.gathered.openings import ACCEPTED
from pmpath.domain.log.journal import Journal
from pmpath.domain.roadmap.roadmap import Roadmap


def accepted_on(journal: Journal, today: date) -> date | None:
    """The day on which an offer was accepted, by what is known on a day; None before it."""
    found = journal.milestones.done_on(ACCEPTED)
    return found if found is not None and found <= today else None


def arrived(journal: Journal, target: date, today: date) -> date | None:
    """The day on which both were there: the later of the offer and the date; None before it."""
    accepted = journal.milestones_done.get(ACCEPTED)
    return None if accepted is None or today < target else max(accepted, target)


def note_arrival(roadmap: Roadmap, journal: Journal, today: date) -> None:
    """End the plan in the folded log, as `roadmap close --because arrived` would, on that day.

    Nothing is written. A plan that was closed, or made anew with a later date, stays as it is.
    """
    day = arrived(journal, roadmap.target.date, today)
    if day is not None and journal.closed is None:
        journal.add(Close("", f"{day}T00:00:00+00:00", day, ARRIVED))
