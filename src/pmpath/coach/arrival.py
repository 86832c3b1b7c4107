"""Whoever has the offer and has reached the date has arrived, whether it was said or not."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ARRIVED, Close
from pmpath.domain.journal import Journal
from pmpath.domain.roadmap import Roadmap

OFFER = "search.offer"


def note_arrival(roadmap: Roadmap, journal: Journal, today: date) -> None:
    """End the plan in the folded log, as `roadmap close --because arrived` would, on that day.

    Nothing is written. A plan that was closed, or made anew with a later date, stays as it is.
    """
    accepted = journal.milestones_done.get(OFFER)
    if accepted is None or today < roadmap.target.date or journal.closed is not None:
        return
    day = max(accepted, roadmap.target.date)
    journal.add(Close("", f"{day}T00:00:00+00:00", day, ARRIVED))
