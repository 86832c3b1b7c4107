"""Whether the hours fit: in total, at every milestone, and what would make them fit.

Hours are our estimate; the rules are those of the catalog. Everything is in whole minutes.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.plan.asking import least_days
from pmpath.coach.plan.hours import DAYS_A_WEEK, WEEKLY_OVERHEAD_MINUTES, stretch
from pmpath.domain.content.catalog import Catalog
from pmpath.domain.period import weeks_between
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.roadmap import SCOPES, Milestone, Roadmap, Target, Vacation

COMFORTABLE_PERCENT = 85
# Early milestones are moved later until no point needs more of what there is by then.
CROWDED_PERCENT = 90
# And up to four weeks later, until so much suffices: what comes back every month, and people who
# say no, need the rest.
ROOMY_PERCENT, WEEKS_FOR_ROOM = 70, 4
# A plan that needs less than this share of its time, in thousandths, is slow.
SLOW_PER_MILLE = 425
# People's calendars and a number before and after do not go faster.
SHORTEST_CREDIBLE_WEEKS = 16
APPLICATIONS = "search.ten-steps"
BASELINE, RESULT = "volunteer.baseline", "volunteer.result"
# Its day is the middle of the plan, whatever the hours.
MIDPOINT = "roadmap.midpoint"
WEEKS_TO_A_RESULT, WEEKS_TO_A_RESULT_IF_SHORT = 12, 7
SHORT_PLAN_WEEKS = 26
# The first call, piece and application outside come in the first quarter of a plan; from so many
# percent of it on their minutes are counted, with those of the resume, whenever the rest is due.
FIRST_WORK_PERCENT = 20
FIRST_WORK = {
    "customers.five-heard": ("customers.ask-seat", "customers.listen-in"),
    "writing.first-piece": ("writing.questions", "writing.note"),
    "search.resume": ("search.resume",), "search.outside-step": ("search.outside",),
}  # fmt: skip
# The longest plan: ten years.
LONGEST_WEEKS = 520
# A track is live so long before the first of its milestones: asking, waiting, meeting, writing.
LIVE_BEFORE = timedelta(weeks=6)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Fit(Frozen):
    """Minutes the chosen scope needs against the minutes the plan has, and their ratio."""

    scope: str
    needed: int
    available: int
    percent: int


class Point(Frozen):
    """A milestone with all that is needed up to it and all that there is by its day, in minutes."""

    id: str
    title: str
    due: date
    needed: int
    available: int

    @property
    def is_crowded(self) -> bool:
        """More than 90% of the time by then is needed."""
        return self.needed * 100 > CROWDED_PERCENT * self.available


class WaysOut(Frozen):
    """What would make the core fit: the date it needs, or the minutes a week up to the date."""

    date: date
    weekly_minutes: int


def fit_of(scope: str, milestones: tuple[Milestone, ...], catalog: Catalog, available: int) -> Fit:
    """What one scope needs of the available minutes."""
    needed = _minutes_needed(milestones, catalog, scope)
    return Fit(scope, needed, available, needed * 100 // available if available else 0)


def best_fit(milestones: tuple[Milestone, ...], catalog: Catalog, available: int) -> Fit:
    """The largest scope that needs at most 85% of the available minutes, else the core.

    Source: the fit rule of the catalog (hours are our estimate).
    """
    fits = [fit_of(scope, milestones, catalog, available) for scope in SCOPES]
    comfortable = [fit for fit in fits if fit.needed * 100 <= COMFORTABLE_PERCENT * available]
    return comfortable[-1] if comfortable else fits[0]


def _minutes_needed(milestones: tuple[Milestone, ...], catalog: Catalog, scope: str) -> int:
    return sum(one.minutes for one in milestones_that_count(milestones, catalog, scope))


def milestones_that_count(
    milestones: tuple[Milestone, ...], catalog: Catalog, scope: str
) -> tuple[Milestone, ...]:
    """Milestones of the scope whose hours count; of several ways to one result the first does."""
    reach = SCOPES.index(scope)
    ways: dict[str, str] = {}
    found = []
    for one in milestones:
        template = catalog.milestones.get(one.id)
        way = one.track
        if template is not None and template.one_of:
            way = ways.setdefault(template.one_of, one.track)
        if SCOPES.index(one.tier) <= reach and way == one.track:
            found.append(one)
    return tuple(found)


def available_minutes(
    target: Target, minutes: tuple[int, ...], vacations: tuple[Vacation, ...]
) -> int:
    """Minutes for milestones in the whole plan, less half an hour a week for review and scan.

    Its days are counted from the start to before the target; vacations are left out. Source: the
    fit rule of the catalog.
    """
    return _minutes_between(target.start, target.date, minutes, vacations)


def available_by(roadmap: Roadmap, day: date) -> int:
    """Minutes for milestones from the start of the plan to before a day."""
    return _minutes_between(roadmap.target.start, day, roadmap.minutes, roadmap.vacations)


def _minutes_between(
    start: date, end: date, minutes: tuple[int, ...], vacations: tuple[Vacation, ...]
) -> int:
    off = [(one.first, one.last) for one in vacations]
    return stretch(start, end, off).minutes(minutes)


def points(roadmap: Roadmap, catalog: Catalog) -> tuple[Point, ...]:
    """Every milestone that counts, by due day: hours needed up to it against hours by then."""
    ordered = sorted(
        milestones_that_count(roadmap.milestones, catalog, roadmap.target.scope),
        key=roadmap.due_day,
    )
    needed, found = 0, []
    for one in ordered:
        needed += one.minutes
        due = roadmap.due_day(one)
        found.append(Point(one.id, one.title, due, needed, available_by(roadmap, due)))
    return tuple(found)


def uncrowded(roadmap: Roadmap, catalog: Catalog) -> Roadmap:
    """The roadmap with early milestones later, where too much is needed too soon.

    None is due before the people that it needs can have answered. In order of their days, each is
    moved until at most 90% of the time by then is needed, or up to four weeks until 70% is:
    never past the applications, which need their weeks, and a baseline never so late that its
    result has too few. The half-way decision stays half-way.
    """
    weeks = weeks_between(roadmap.target.start, roadmap.target.date)
    # Weeks before the target, by milestone: a smaller number is a later day.
    at = {one.id: one.weeks_before or 0 for one in roadmap.milestones}
    latest = at.get(APPLICATIONS, weeks // 2)
    at |= _with_days_to_ask(at, catalog, weeks, latest)
    counting = milestones_that_count(roadmap.milestones, catalog, roadmap.target.scope)
    fixed = {at[one.id]: one.minutes for one in counting if one.id == MIDPOINT}
    first_work = _first_work(counting, catalog)
    needed, ceiling = 0, weeks
    for one in (one for one in counting if one.id != MIDPOINT):
        needed += one.minutes
        first_work.pop(one.id, None)
        if at[one.id] <= latest:
            break
        early = {weeks - weeks * FIRST_WORK_PERCENT // 100: sum(first_work.values())}
        least = max(latest, _least_before_result(one.id, at, weeks))
        before = min(at[one.id], ceiling)
        day = at[one.id]
        while before > least and _needed_by(
            roadmap, before, needed, (*fixed.items(), *early.items())
        ) > _share_at(day - before):
            before -= 1
        at[one.id] = ceiling = max(before, least)
    in_order = _in_order(roadmap.milestones, at)
    milestones = [changed(one, weeks_before=in_order[one.id]) for one in roadmap.milestones]
    ordered = sorted(milestones, key=lambda one: -(one.weeks_before or 0))
    return with_tracks_in_time(changed(roadmap, milestones=tuple(ordered)))


def with_tracks_in_time(roadmap: Roadmap) -> Roadmap:
    """The roadmap with each track live long enough before its first milestone is due."""
    first: dict[str, date] = {}
    for one in roadmap.milestones_in_scope:
        due = roadmap.due_day(one)
        first[one.track] = min(due, first.get(one.track, due))
    start = roadmap.target.start
    tracks = [
        changed(one, live_from=max(min(one.live_from, first[one.id] - LIVE_BEFORE), start))
        if one.live_from is not None and one.id in first
        else one
        for one in roadmap.tracks
    ]
    return changed(roadmap, tracks=tuple(tracks))


def _with_days_to_ask(
    at: dict[str, int], catalog: Catalog, weeks: int, latest: int
) -> dict[str, int]:
    """Weeks before the target, so that people can be asked, say no, and others be asked."""
    found = {}
    for key, before in at.items():
        template = catalog.milestones.get(key)
        days = least_days(template, catalog.actions) if template is not None else 0
        if days and before > latest:
            least = max(latest, _least_before_result(key, at, weeks))
            found[key] = min(before, max(weeks + -days // DAYS_A_WEEK, least))
    return found


def _first_work(counting: tuple[Milestone, ...], catalog: Catalog) -> dict[str, int]:
    """By milestone of the plan, the minutes that are wanted in the first quarter."""
    ids = {one.id for one in counting}
    if "search.outside-step" not in ids:
        ids -= {"search.resume"}
    return {
        key: sum(catalog.actions[one].minutes for one in work)
        for key, work in FIRST_WORK.items()
        if key in ids
    }


def _needed_by(roadmap: Roadmap, before: int, needed: int, fixed: Iterable[tuple[int, int]]) -> int:
    """How much of what there is by a week is needed, in percent, with what is fixed up to it."""
    due = roadmap.target.date - timedelta(weeks=before)
    needed += sum(minutes for week, minutes in fixed if week >= before)
    return -(-needed * 100 // max(available_by(roadmap, due), 1))


def _share_at(moved: int) -> int:
    """The percent that may be needed by a milestone which was moved so many weeks."""
    return ROOMY_PERCENT if moved < WEEKS_FOR_ROOM else CROWDED_PERCENT


def _least_before_result(key: str, at: dict[str, int], weeks: int) -> int:
    """The weeks before the target that a baseline keeps, so that its result has its weeks."""
    if key != BASELINE or RESULT not in at:
        return 0
    short = weeks < SHORT_PLAN_WEEKS
    return at[RESULT] + (WEEKS_TO_A_RESULT_IF_SHORT if short else WEEKS_TO_A_RESULT)


def _in_order(milestones: tuple[Milestone, ...], at: dict[str, int]) -> dict[str, int]:
    """Weeks before the target, none of them more than those of what a milestone depends on."""
    found = dict(at)
    waiting = True
    while waiting:
        waiting = False
        for one in milestones:
            least = min([found[one.id], *(found[key] for key in one.depends_on if key in found)])
            waiting = waiting or least < found[one.id]
            found[one.id] = least
    return found


def shortest_weeks(needed: int, weekly: int) -> int | None:
    """The weeks, 16 at least, in which so much needs 85% of `weekly` minutes less the review.

    None where a week has no minutes beyond the review: no number of such weeks would do.
    """
    net = weekly - WEEKLY_OVERHEAD_MINUTES
    if net <= 0:
        return None
    return max(-(-needed * 100 // (COMFORTABLE_PERCENT * net)), SHORTEST_CREDIBLE_WEEKS)


def ways_out(roadmap: Roadmap, catalog: Catalog) -> WaysOut | None:
    """What the core needs where it does not fit: the nearest date that would do, or the minutes.

    None where there is no time beyond the review, or it takes more than the calendar has.
    """
    core = _minutes_needed(roadmap.milestones, catalog, SCOPES[0])
    target = roadmap.target
    weeks = shortest_weeks(core, sum(roadmap.minutes))
    if weeks is None or weeks > LONGEST_WEEKS:
        return None
    days = (target.date - target.start).days
    weekly = -(-core * 100 * DAYS_A_WEEK // (COMFORTABLE_PERCENT * days)) + WEEKLY_OVERHEAD_MINUTES
    return WaysOut(target.start + timedelta(weeks=weeks), weekly)
