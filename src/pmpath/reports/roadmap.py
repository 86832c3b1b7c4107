"""The whole plan as a timeline: where each thing lies between the start and the date.

A place on the line is a whole permille of it, so that a picture of any width can be drawn without
arithmetic on days; a stretch goes from one place to another.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.step_role import StepRoleClock, step_role_clock
from pmpath.coach.numbers.pace import is_recorded
from pmpath.coach.numbers.target_date import DateMove, TargetDate, date_moves, target_date
from pmpath.coach.plan.milestones import DatedMilestone, dated
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import PLAN
from pmpath.domain.record import Frozen
from pmpath.reports.timeline import Tick, Timeline

LIVE, LATER, PASSED = "live", "later", "passed"
BESIDE, NOT_IN_PLAN = "beside", "not in plan"
DONE, DUE, COMING = "done", "due", "coming"
# The track whose row shows a stepping-stone role that is held.
STEP_ROLE_TRACK = "springboard"


class Stretch(Frozen):
    """Days on the line, both included, and the places at which they begin and end."""

    id: str
    name: str
    first: date
    last: date
    start: int
    end: int


class Lane(Frozen):
    """Tracks that take turns, in the order of their turns."""

    slot: str
    stretches: tuple[Stretch, ...]


class TrackStanding(Frozen):
    """Where a track stands today; `day` is the first on which it was or will be live.

    `turn` are the days on which it is live. One that stands beside has no turn of its own: another
    of its slot begins on the same day.
    """

    id: str
    name: str
    state: str
    day: date
    turn: Stretch | None


class Marked(Frozen):
    """A milestone with its track, state and place; that of one that is done is the day it was."""

    milestone: DatedMilestone
    track: str
    state: str
    at: int


class StepRoleMarks(Frozen):
    """The stepping-stone role on the line: its days, and the places of limit and exit on it."""

    clock: StepRoleClock
    held: Stretch | None
    limit_at: int | None
    exit_at: int | None


class RoadmapReport(Frozen):
    """The picture, with all that it shows. `phase` is the one that has begun last."""

    today: date
    start: date
    target: TargetDate
    today_at: int
    target_at: int
    ticks: tuple[Tick, ...]
    phase: str
    phases: tuple[Stretch, ...]
    lanes: tuple[Lane, ...]
    days_off: tuple[Stretch, ...]
    step_role: StepRoleMarks | None
    milestones: tuple[Marked, ...]
    done: int
    tracks: tuple[TrackStanding, ...]
    moves: tuple[DateMove, ...]


def roadmap_report(situation: Situation) -> RoadmapReport:
    """The plan of a situation, on the line from its start to its date, or to today once past."""
    roadmap, journal, today = situation.roadmap, situation.journal, situation.today
    target = roadmap.target
    line = Timeline(target.start, max(target.date, today))
    recorded = is_recorded(roadmap, journal)
    milestones = _milestones(situation, line)
    lanes = _lanes(situation, line)
    return RoadmapReport(
        today=today,
        start=target.start,
        target=target_date(roadmap, journal, today, recorded=recorded),
        today_at=line.at(today),
        target_at=line.at(target.date),
        ticks=line.ticks(),
        phase=situation.phase,
        phases=_phases(situation, line),
        lanes=lanes,
        days_off=_days_off(situation, line),
        step_role=_step_role(situation, line),
        milestones=milestones,
        done=sum(one.state == DONE for one in milestones),
        tracks=_standings(situation, line, lanes),
        moves=date_moves(roadmap, journal),
    )


def _stretch(line: Timeline, key: str, name: str, first: date, last: date) -> Stretch:
    return Stretch(key, name, first, last, line.at(first), line.at(last))


def _phases(situation: Situation, line: Timeline) -> tuple[Stretch, ...]:
    """The phases of the plan, each from the first day on which `Situation.phase` names it."""
    target = situation.roadmap.target
    length = (target.date - target.start).days
    begins = [
        (key, target.start + timedelta(-(-length * percent // 100)))
        for key, percent in situation.catalog.phases.items()
    ]
    if target.profile == "step":
        # From a stepping-stone role the plan begins in the second phase.
        begins = [(begins[1][0], target.start), *begins[2:]]
    return _in_turn(line, [(key, key, first) for key, first in begins], target.date)


def _in_turn(
    line: Timeline, begins: list[tuple[str, str, date]], last: date
) -> tuple[Stretch, ...]:
    """One stretch after another, each up to the day before the next; the latest ends on `last`."""
    ends = [first - timedelta(1) for _, _, first in begins[1:]] + [last]
    return tuple(
        _stretch(line, key, name, first, end)
        for (key, name, first), end in zip(begins, ends, strict=True)
        if first <= end
    )


def _lanes(situation: Situation, line: Timeline) -> tuple[Lane, ...]:
    """The tracks by slot: of those that share one, each is live until the next begins."""
    roadmap = situation.roadmap
    turns: dict[str, list[tuple[str, str, date]]] = {}
    for plan in roadmap.tracks:
        track = situation.catalog.tracks[plan.id]
        since = max(plan.live_from or roadmap.target.start, roadmap.target.start)
        if plan.active and track.slot != PLAN and since <= line.end:
            turns.setdefault(track.slot, []).append((track.id, track.name, since))
    lanes = []
    for slot, begins in turns.items():
        # Of two that begin on one day, the one that stands first in the file has the turn.
        first_of_day = {since: (key, name, since) for key, name, since in reversed(begins)}
        in_order = [first_of_day[since] for since in sorted(first_of_day)]
        lanes.append(Lane(slot, _in_turn(line, in_order, line.end)))
    return tuple(lanes)


def _standings(
    situation: Situation, line: Timeline, lanes: tuple[Lane, ...]
) -> tuple[TrackStanding, ...]:
    """Every track of the catalog, in its order."""
    start = situation.roadmap.target.start
    since = {one.id: one.live_from or start for one in situation.roadmap.tracks if one.active}
    turns = {stretch.id: stretch for lane in lanes for stretch in lane.stretches}
    live = {track.id for track in situation.live_tracks()}
    found = []
    for key, track in situation.catalog.tracks.items():
        day, turn = since.get(key, start), turns.get(key)
        state = _standing(is_live=key in live, in_plan=key in since, later=day > situation.today)
        if state == PASSED and turn is None:
            state = BESIDE
        if state == LIVE and track.slot == PLAN:
            # It takes turns with no other.
            turn = _stretch(line, key, track.name, max(day, line.start), line.end)
        found.append(TrackStanding(key, track.name, state, day, turn))
    return tuple(found)


def _standing(*, is_live: bool, in_plan: bool, later: bool) -> str:
    if is_live:
        return LIVE
    if not in_plan:
        return NOT_IN_PLAN
    return LATER if later else PASSED


def _milestones(situation: Situation, line: Timeline) -> tuple[Marked, ...]:
    """The milestones in scope by day, one that is done at the day it was."""
    tracks = {one.id: one.track for one in situation.roadmap.milestones}
    found = []
    for one in dated(situation.roadmap, situation.journal):
        is_due = one.due <= situation.today
        state = DONE if one.done is not None else DUE if is_due else COMING
        found.append(Marked(one, tracks[one.id], state, line.at(one.done or one.due)))
    return tuple(sorted(found, key=lambda one: one.milestone.done or one.milestone.due))


def _days_off(situation: Situation, line: Timeline) -> tuple[Stretch, ...]:
    """Vacations, and rests of more than a day, as far as they lie on the line."""
    spans = [(off.first, off.last) for off in situation.roadmap.vacations]
    spans += [(one.day, one.until) for one in situation.journal.rests if one.until > one.day]
    return tuple(
        _stretch(line, "", "", first, last)
        for first, last in sorted(spans)
        if last >= line.start and first <= line.end
    )


def _step_role(situation: Situation, line: Timeline) -> StepRoleMarks | None:
    clock = step_role_clock(situation.roadmap, situation.journal, situation.today)
    if clock is None:
        return None
    held = situation.roadmap.springboard
    first = max(held.since or line.start, line.start)
    last = min(clock.exit_date or clock.limit_day or line.end, line.end)
    return StepRoleMarks(
        clock=clock,
        held=_stretch(line, STEP_ROLE_TRACK, held.role, first, last) if first <= last else None,
        limit_at=line.on_line(clock.limit_day),
        exit_at=line.on_line(clock.exit_date),
    )
