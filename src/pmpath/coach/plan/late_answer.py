"""What a late answer does to a plan that exists: milestones join, leave, move or count as reached.

The plan that `init` would have made without the answer is held against the one with it. What the
person changed by hand since stays as it is.
"""

from __future__ import annotations

from datetime import timedelta

from pmpath.coach.plan.answered import reached_already, with_talk_placed
from pmpath.coach.plan.first_plan import milestones_for
from pmpath.coach.plan.fit import uncrowded
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.log.journal import Journal
from pmpath.domain.period import weeks_between
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

# Whatever joins a plan that is under way has at least so many weeks.
LEAST_WEEKS = 2
SIZE = ("minutes", "tier")


class PlanChange(Frozen):
    """What an answer changes of the milestones.

    `joins` are new, `back` were dropped and return, `leaves` are dropped; `revised` are as they
    will be, with another day, size, tier or other predecessors; `reached` are so by the answer.
    """

    joins: tuple[Milestone, ...] = ()
    back: tuple[Milestone, ...] = ()
    leaves: tuple[Milestone, ...] = ()
    revised: tuple[Milestone, ...] = ()
    reached: tuple[Milestone, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the answer leaves the milestones as they are."""
        return self == PlanChange()


def plan_change(
    before: Roadmap, after: Roadmap, journal: Journal, catalog: Catalog, today: date
) -> PlanChange:
    """What the answer between two roadmaps changes; done milestones and days gone by stay."""
    here = {one.id: one for one in before.milestones}
    of_catalog = {one.id for one in milestones_for(before.target, catalog, before.answers)}
    left_out = of_catalog - set(here)
    old = _as_new(before, journal, catalog, left_out)
    new = _as_new(after, journal, catalog, left_out)
    gone = set(journal.dropped)
    joining = [one for key, one in new.items() if key not in old]
    leaving = [one for key, one in here.items() if key in old and key not in new]
    return PlanChange(
        joins=tuple(_with_time_left(one, after, today) for one in joining if one.id not in here),
        back=tuple(here[one.id] for one in joining if one.id in here and one.id in gone),
        leaves=tuple(
            one for one in leaving if one.id not in gone and one.id not in journal.milestones_done
        ),
        revised=tuple(
            _revised(here[key], old[key], one)
            for key, one in new.items()
            if key in here
            and key in old
            and key not in journal.milestones_done
            and _is_to_come(_revised(here[key], old[key], one), here[key], after, today)
        ),
        reached=_reached(before, after, journal, {one.id for one in leaving}),
    )


def _as_new(
    roadmap: Roadmap, journal: Journal, catalog: Catalog, left_out: Collection[str]
) -> dict[str, Milestone]:
    """The milestones that `init` would have given these answers, by id, less those left out then.

    Its date and hours are those of the first plan that was recorded.
    """
    target, minutes = roadmap.target, roadmap.minutes
    if journal.plans:
        first = journal.plans[0]
        target, minutes = changed(target, date=first.target, scope=first.scope), first.minutes
    weeks = weeks_between(target.start, target.date)
    found = with_talk_placed(
        milestones_for(target, catalog, roadmap.answers), roadmap.answers, weeks
    )
    kept = tuple(one for one in found if one.id not in left_out)
    made = changed(roadmap, target=target, minutes=minutes, milestones=kept)
    return {one.id: one for one in uncrowded(made, catalog).milestones}


def _revised(mine: Milestone, old: Milestone, new: Milestone) -> Milestone:
    """The milestone with what the answer changes of it, where it was as the catalog has it.

    One with a day of its own keeps that, and its place among the others.
    """
    names = SIZE if mine.due else (*SIZE, "weeks_before", "depends_on")
    values = {
        name: getattr(new, name)
        for name in names
        if getattr(old, name) != getattr(new, name) and getattr(mine, name) == getattr(old, name)
    }
    return changed(mine, **values)


def _is_to_come(new: Milestone, mine: Milestone, roadmap: Roadmap, today: date) -> bool:
    """Whether anything changes, and not to a day that is over."""
    due = roadmap.due_day(new)
    return new != mine and (due == roadmap.due_day(mine) or due > today)


def _with_time_left(one: Milestone, roadmap: Roadmap, today: date) -> Milestone:
    """The milestone at its own day, or two weeks from now where that day would be sooner."""
    latest = (roadmap.target.date - today - timedelta(weeks=LEAST_WEEKS)).days // 7
    return changed(one, weeks_before=max(min(one.weeks_before or 0, latest), 0))


def _reached(
    before: Roadmap, after: Roadmap, journal: Journal, gone: Collection[str]
) -> tuple[Milestone, ...]:
    was = reached_already(before.answers, before.springboard.state)
    now = reached_already(after.answers, after.springboard.state)
    new = set(now) - set(was) - set(journal.milestones_done) - set(gone)
    return tuple(one for one in after.milestones if one.id in new)
