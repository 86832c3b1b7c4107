"""The first plan of a roadmap: which milestones, how long before the target, on which tracks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from pmpath.coach.plan.conditions import holds
from pmpath.domain.content.catalog import Catalog, MilestoneTemplate, MilestoneVariant
from pmpath.domain.period import weeks_between
from pmpath.domain.roadmap.roadmap import (
    STEP_ROLE_IN_PLAN,
    STEP_ROLE_TRACK,
    Milestone,
    Target,
    TrackPlan,
)

# Plan lengths, in weeks, for which the catalog gives offsets.
COLUMNS = (26, 39, 52, 78)
SEARCH = "search"
# A plan of the search alone has these results, and lives on these tracks.
SEARCH_MILESTONES = ("roadmap", "search")
SEARCH_TRACKS = ("roadmap", "search", "allies")
NO_ANSWERS: Mapping[str, object] = {}


def offset(at: tuple[int, ...], weeks: int) -> int:
    """Weeks before the target for a plan of `weeks`: linear between the catalog's columns.

    Under 26 weeks the first column is scaled; over 78 an offset in the first half of the plan is
    counted from the start, one in the second half from the end, and the middle stays the middle.
    """
    if weeks < COLUMNS[0]:
        return round(at[0] * weeks / COLUMNS[0])
    if weeks > COLUMNS[-1]:
        if at[-1] * 2 == COLUMNS[-1]:
            return weeks // 2
        early = at[-1] * 2 > COLUMNS[-1]
        return weeks - (COLUMNS[-1] - at[-1]) if early else at[-1]
    for (low, before), (high, after) in zip(
        zip(COLUMNS, at, strict=True), zip(COLUMNS[1:], at[1:], strict=True), strict=False
    ):
        if weeks <= high:
            return round(before + (after - before) * (weeks - low) / (high - low))
    return at[-1]


def milestones_for(
    target: Target, catalog: Catalog, answers: Mapping[str, object] = NO_ANSWERS
) -> tuple[Milestone, ...]:
    """The milestones of a profile, side and answers, dated for this target, by their due day."""
    weeks = weeks_between(target.start, target.date)
    found = [
        _milestone(template, template.variants[target.profile], weeks)
        for template in catalog.milestones.values()
        if target.profile in template.variants
        and _is_on_side(template, target.side)
        and (template.when is None or holds(template.when, target, answers))
        and (target.mode != SEARCH or template.track in SEARCH_MILESTONES)
    ]
    here = {one.id for one in found}
    return tuple(
        Milestone(
            one.id, one.track, one.title, one.minutes, one.tier, one.done_when, one.weeks_before,
            depends_on=tuple(key for key in one.depends_on if key in here),
        )
        for one in sorted(found, key=lambda one: -(one.weeks_before or 0))
    )  # fmt: skip


def _milestone(template: MilestoneTemplate, variant: MilestoneVariant, weeks: int) -> Milestone:
    return Milestone(
        id=template.id,
        track=template.track,
        title=template.title,
        minutes=round(variant.hours * 60),
        tier=variant.tier,
        done_when=template.done_when,
        weeks_before=min(offset(variant.weeks_before, weeks), max(weeks - 1, 0)),
        depends_on=template.depends_on,
    )


def _is_on_side(template: MilestoneTemplate, side: str) -> bool:
    return not template.sides or side in template.sides


def tracks_for(target: Target, catalog: Catalog, step_role: str) -> tuple[TrackPlan, ...]:
    """Every track with the day it becomes live; `springboard` only where one is taken or held."""
    length = (target.date - target.start).days
    return tuple(
        TrackPlan(
            track.id,
            active=(track.id != STEP_ROLE_TRACK or step_role in STEP_ROLE_IN_PLAN)
            and (target.mode != SEARCH or track.id in SEARCH_TRACKS),
            live_from=_live_from(target.start, length, track.live_from_percent),
        )
        for track in catalog.tracks.values()
    )


def _live_from(start: date, length: int, percent: int) -> date | None:
    return start + timedelta(length * percent // 100) if percent else None
