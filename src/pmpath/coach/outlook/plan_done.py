"""How much of the plan's own hours is done: milestones, and work on the next one of each track."""

from __future__ import annotations

from datetime import timedelta

from pmpath.coach.plan.fit import milestones_that_count
from pmpath.coach.situation import Situation
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import Milestone

# Work on an open milestone counts for at most so many percent of its hours: done is what is marked.
MOST_PERCENT = 90
DAY = timedelta(1)


class PlanDone(Frozen):
    """Minutes of the milestones in scope that are covered, of all; `open_minutes` are not."""

    covered: int
    total: int

    @property
    def open_minutes(self) -> int:
        """What is left of the plan's own hours."""
        return self.total - self.covered

    @property
    def percent(self) -> int:
        """The share covered, in whole percent; 100 for a plan without hours."""
        return self.covered * 100 // self.total if self.total else 100


def plan_done(situation: Situation) -> PlanDone:
    """Hours of milestones done, and per track the work since its last one on the next that is open.

    That work counts up to nine tenths of the open milestone's hours, and from the start of the plan
    on, as it does for the pace. Source: docs/numbers.md, Plan done.
    """
    milestones = in_plan(situation)
    done = situation.journal.milestones_done
    covered = sum(one.minutes for one in milestones if one.id in done)
    for track in {one.track for one in milestones}:
        covered += _toward_the_next(situation, [one for one in milestones if one.track == track])
    return PlanDone(covered, sum(one.minutes for one in milestones))


def in_plan(situation: Situation) -> tuple[Milestone, ...]:
    """The milestones in scope whose hours count, less those dropped or on tracks not in the plan.

    Of two ways to one result the one on which something was reached counts, else the first.
    """
    roadmap, journal = situation.roadmap, situation.journal
    dropped, absent, done = journal.dropped, roadmap.absent_tracks, journal.milestones_done
    kept = tuple(
        one for one in roadmap.milestones
        if one.id in done or not (one.id in dropped or one.track in absent)
    )  # fmt: skip
    reached_first = sorted(kept, key=lambda one: one.id not in done)
    ids = {one.id for one in milestones_that_count(tuple(reached_first), situation.catalog,
                                     roadmap.target.scope)}  # fmt: skip
    return tuple(one for one in kept if one.id in ids)


def _toward_the_next(situation: Situation, milestones: list[Milestone]) -> int:
    """Minutes that count toward the next open milestone of one track.

    Those after the day on which its last one was done; before any, from the start day on.
    """
    done, roadmap = situation.journal.milestones_done, situation.roadmap
    still_open = [one for one in milestones if one.id not in done]
    if not still_open:
        return 0
    first = min(still_open, key=roadmap.due_day)
    since = max([roadmap.target.start - DAY, *(done[one.id] for one in milestones
                                               if one.id in done)])  # fmt: skip
    worked = situation.journal.observed.progress_since(first.track, since, situation.today)
    return min(first.minutes * MOST_PERCENT // 100, worked)
