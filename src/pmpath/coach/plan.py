"""The first plan of a roadmap: which milestones, how long before the target, in which scope."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.catalog import Catalog, MilestoneTemplate, MilestoneVariant
from pmpath.domain.period import weeks_between
from pmpath.domain.record import record
from pmpath.domain.roadmap import SCOPES, Milestone, Target, TrackPlan, Vacation

# Plan lengths, in weeks, for which the catalog gives offsets.
COLUMNS = (26, 39, 52, 78)
# Half an hour a week goes to the review and the scan, not to milestones.
WEEKLY_OVERHEAD_MINUTES = 30
COMFORTABLE_PERCENT = 85
SEARCH = "search"
# A plan of the search alone has these results, and lives on these tracks.
SEARCH_MILESTONES = ("roadmap", "search")
SEARCH_TRACKS = ("roadmap", "search", "allies")


@record
class Fit:
    """Minutes the chosen scope needs against the minutes the plan has, and their ratio."""

    scope: str
    needed: int
    available: int
    percent: int


def offset(at: tuple[int, ...], weeks: int) -> int:
    """Weeks before the target for a plan of `weeks`: linear between the catalog's columns.

    Under 26 weeks the first column is scaled; over 78 an offset in the first half of the plan is
    counted from the start, one in the second half from the end.
    """
    if weeks < COLUMNS[0]:
        return round(at[0] * weeks / COLUMNS[0])
    if weeks > COLUMNS[-1]:
        early = at[-1] > COLUMNS[-1] // 2
        return weeks - (COLUMNS[-1] - at[-1]) if early else at[-1]
    for (low, before), (high, after) in zip(
        zip(COLUMNS, at, strict=True), zip(COLUMNS[1:], at[1:], strict=True), strict=False
    ):
        if weeks <= high:
            return round(before + (after - before) * (weeks - low) / (high - low))
    return at[-1]


def milestones_for(target: Target, catalog: Catalog) -> tuple[Milestone, ...]:
    """The milestones of a profile and side, dated for this target, in order of their due day."""
    weeks = weeks_between(target.start, target.date)
    found = [
        _milestone(template, template.variants[target.profile], weeks)
        for template in catalog.milestones.values()
        if target.profile in template.variants
        and _is_on_side(template, target.side)
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


def fit_of(scope: str, milestones: tuple[Milestone, ...], catalog: Catalog, available: int) -> Fit:
    """What one scope needs of the available minutes."""
    needed = _needed(milestones, catalog, scope)
    return Fit(scope, needed, available, needed * 100 // available if available else 0)


def best_fit(milestones: tuple[Milestone, ...], catalog: Catalog, available: int) -> Fit:
    """The largest scope that needs at most 85 % of the available minutes, else the core.

    Source: the fit rule of the catalog (hours are our estimate).
    """
    fits = [fit_of(scope, milestones, catalog, available) for scope in SCOPES]
    comfortable = [fit for fit in fits if fit.needed * 100 <= COMFORTABLE_PERCENT * available]
    return comfortable[-1] if comfortable else fits[0]


def _needed(milestones: tuple[Milestone, ...], catalog: Catalog, scope: str) -> int:
    """Minutes of all milestones in the scope; of several ways to one result the first counts."""
    reach = SCOPES.index(scope)
    total = 0
    ways: dict[str, str] = {}
    for one in milestones:
        template = catalog.milestones[one.id]
        way = ways.setdefault(template.one_of, one.track) if template.one_of else one.track
        if SCOPES.index(one.tier) <= reach and way == one.track:
            total += one.minutes
    return total


def available_minutes(
    target: Target, minutes: tuple[int, ...], vacations: tuple[Vacation, ...]
) -> int:
    """Minutes for milestones: weeks times (minutes a week less half an hour for review and scan).

    What vacations take from it is left out. Source: the fit rule of the catalog.
    """
    weeks = weeks_between(target.start, target.date)
    away = {
        off.first + timedelta(distance)
        for off in vacations
        for distance in range((off.last - off.first).days + 1)
    }
    lost = sum(minutes[day.weekday()] for day in away if target.start < day < target.date)
    return max(weeks * (sum(minutes) - WEEKLY_OVERHEAD_MINUTES) - lost, 0)


def tracks_for(target: Target, catalog: Catalog, springboard: str) -> tuple[TrackPlan, ...]:
    """Every track with the day it becomes live; the step role only for who takes or holds one."""
    length = (target.date - target.start).days
    return tuple(
        TrackPlan(
            track.id,
            active=(track.id != "springboard" or springboard in ("take", "in"))
            and (target.mode != SEARCH or track.id in SEARCH_TRACKS),
            live_from=_live_from(target.start, length, track.live_from_percent),
        )
        for track in catalog.tracks.values()
    )


def _live_from(start: date, length: int, percent: int) -> date | None:
    return start + timedelta(length * percent // 100) if percent else None
