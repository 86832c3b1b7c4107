"""Milestones in scope: which are done, which are due, which come next."""

from __future__ import annotations

from datetime import date

from pmpath.domain.log.journal import Journal
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap

# By what the milestones with their days are kept with the log.
DATED = "dated"


class DatedMilestone(Frozen):
    """A milestone with the day it is due and, once done, the day it was reached."""

    id: str
    title: str
    due: date
    done: date | None = None


class MilestoneTally(Frozen):
    """`reached` in the period; `open` are due up to today and not done; `coming` are due later.

    `due_count` are all due up to today, `due_done` those of them that are done.
    """

    reached: tuple[DatedMilestone, ...]
    open: tuple[DatedMilestone, ...]
    coming: tuple[DatedMilestone, ...]
    due_count: int
    due_done: int


def dated(roadmap: Roadmap, journal: Journal) -> list[DatedMilestone]:
    """The milestones in scope by due day; those on one day in the roadmap's order.

    One that was dropped is not among them, unless it was done.
    """
    made_of = (roadmap, journal.milestones)
    return list(journal.every_day(DATED, made_of, lambda: _dated(roadmap, journal)))


def _dated(roadmap: Roadmap, journal: Journal) -> list[DatedMilestone]:
    done, dropped = journal.milestones_done, journal.dropped
    found = [
        DatedMilestone(one.id, one.title, roadmap.due_day(one), done.get(one.id))
        for one in roadmap.milestones_in_scope
        if one.id in done or one.id not in dropped
    ]
    return sorted(found, key=lambda one: one.due)


def milestone_tally(
    roadmap: Roadmap, journal: Journal, period: Period, today: date
) -> MilestoneTally:
    """The milestones as they stand on `today`, and those reached in the period."""
    found = dated(roadmap, journal)
    due = [one for one in found if one.due <= today]
    return MilestoneTally(
        reached=tuple(one for one in found if _news_day(one, journal) in period),
        open=tuple(one for one in due if one.done is None),
        coming=tuple(one for one in found if one.due > today and one.done is None),
        due_count=len(due),
        due_done=sum(one.done is not None for one in due),
    )


def _news_day(one: DatedMilestone, journal: Journal) -> date:
    """The day on which it counts as news: that of its record, else when its last fact was written.

    `date.min` while it is open.
    """
    facts = journal.milestones.by_facts.get(one.id)
    if facts is not None and one.id not in journal.milestones.by_hand:
        return facts.shown
    return one.done or date.min


def milestone_of(roadmap: Roadmap, key: str) -> Milestone | None:
    """The milestone with this id, whatever its scope."""
    return next((one for one in roadmap.milestones if one.id == key), None)


class Clash(Frozen):
    """A milestone on a day that cannot be: `other` is the title it clashes with, and its day.

    `side` is "before" when it lies too early, "after" when too late.
    """

    id: str
    title: str
    due: date
    side: str
    other: str
    day: date


def clashes(roadmap: Roadmap, journal: Journal) -> list[Clash]:
    """Open milestones before the start, after the target, or before what they depend on."""
    done = journal.milestones_done
    due = {one.id: one for one in dated(roadmap, journal)}
    target, found = roadmap.target, []
    for one in roadmap.milestones:
        mine = due.get(one.id)
        if mine is None or one.id in done:
            continue
        here = (one.id, one.title, mine.due)
        if mine.due < target.start:
            found.append(Clash(*here, "before", "the start", target.start))
        if mine.due > target.date:
            found.append(Clash(*here, "after", "the target date", target.date))
        for key in one.depends_on:
            first = due.get(key)
            if first is not None and key not in done and first.due > mine.due:
                found.append(Clash(*here, "before", first.title, first.due))
    return found


class Slid(Frozen):
    """An open milestone whose day changed."""

    title: str
    before: date
    after: date


def slid(before: Roadmap, after: Roadmap, journal: Journal) -> list[Slid]:
    """What a change of the roadmap does to the days of open milestones, by their new day."""
    old = {one.id: one.due for one in dated(before, journal)}
    return [
        Slid(one.title, old[one.id], one.due)
        for one in dated(after, journal)
        if one.done is None and one.id in old and old[one.id] != one.due
    ]
