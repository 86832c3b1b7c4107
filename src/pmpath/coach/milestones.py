"""Milestones in scope: which are done, which are due, which come next."""

from __future__ import annotations

from datetime import date

from pmpath.domain.journal import Journal
from pmpath.domain.period import Period
from pmpath.domain.record import record
from pmpath.domain.roadmap import Milestone, Roadmap


@record
class DatedMilestone:
    """A milestone with the day it is due and, once done, the day it was reached."""

    id: str
    title: str
    due: date
    done: date | None = None


@record
class MilestoneTally:
    """`reached` in the period; `open` are due up to today and not done; `coming` are due later.

    `due_count` are all due up to today, `due_done` those of them that are done.
    """

    reached: tuple[DatedMilestone, ...]
    open: tuple[DatedMilestone, ...]
    coming: tuple[DatedMilestone, ...]
    due_count: int
    due_done: int


def dated(roadmap: Roadmap, journal: Journal) -> list[DatedMilestone]:
    """The milestones in scope by due day; those on one day in the roadmap's order."""
    done = journal.milestones_done
    found = [
        DatedMilestone(one.id, one.title, roadmap.due_day(one), done.get(one.id))
        for one in roadmap.milestones_in_scope
    ]
    return sorted(found, key=lambda one: one.due)


def milestone_tally(
    roadmap: Roadmap, journal: Journal, period: Period, today: date
) -> MilestoneTally:
    """The milestones as they stand on `today`, and those reached in the period."""
    found = dated(roadmap, journal)
    due = [one for one in found if one.due <= today]
    return MilestoneTally(
        reached=tuple(one for one in found if one.done is not None and one.done in period),
        open=tuple(one for one in due if one.done is None),
        coming=tuple(one for one in found if one.due > today and one.done is None),
        due_count=len(due),
        due_done=sum(one.done is not None for one in due),
    )


def milestone_of(roadmap: Roadmap, key: str) -> Milestone | None:
    """The milestone with this id, whatever its scope."""
    return next((one for one in roadmap.milestones if one.id == key), None)
