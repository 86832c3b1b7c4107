"""What `pmpath roadmap` draws: the plan on one line of time, already in columns.

Every place is a column, counted from 0; bands are half-open. A renderer only puts signs there.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from pmpath.coach.milestones import DatedMilestone, dated
from pmpath.coach.pace import is_recorded
from pmpath.coach.situation import Situation
from pmpath.coach.target_date import TargetDate, target_date
from pmpath.domain.catalog import PLAN
from pmpath.domain.days import months_after
from pmpath.domain.period import Period
from pmpath.domain.record import record
from pmpath.domain.roadmap import Roadmap

IN_STEP_ROLE = "in"
DONE, DUE, COMING = "done", "due", "coming"
NEXT_SHOWN = 4


@record
class Mark:
    """One column and what stands there."""

    column: int
    name: str


@record
class Band:
    """Columns from `start` to `end`, not included, and what they are."""

    start: int
    end: int
    name: str


@record
class Lane:
    """The bands of one row; in a slot one track follows the other."""

    name: str
    bands: tuple[Band, ...]


@record
class LaterTrack:
    """A track that becomes live on a day; None when it is not in the plan."""

    name: str
    live_from: date | None


@record
class DateMove:
    """The target date was changed on `day`, and why."""

    day: date
    before: date
    after: date
    reason: str


@record
class RoadmapReport:
    """The picture: `width` columns from the first day to the last one shown."""

    as_of: date
    target: TargetDate
    width: int
    months: tuple[Mark, ...]
    phases: tuple[Band, ...]
    lanes: tuple[Lane, ...]
    off: tuple[Band, ...]
    step_role: tuple[Band, ...]
    exit_column: int | None
    milestones: tuple[Mark, ...]
    today_column: int | None
    target_column: int
    done: int
    total: int
    open: tuple[DatedMilestone, ...]
    next: tuple[DatedMilestone, ...]
    live: tuple[str, ...]
    later: tuple[LaterTrack, ...]
    moves: tuple[DateMove, ...]


class _Scale:
    """Days as columns."""

    def __init__(self, span: Period, width: int) -> None:
        self.span = span
        self.width = width

    def column(self, day: date) -> int:
        """The column of a day; days outside lie at the ends."""
        inside = min(max(day, self.span.start), self.span.last)
        days = (self.span.end - self.span.start).days
        return (inside - self.span.start).days * self.width // days

    def band(self, start: date, end: date, name: str) -> Band | None:
        """The columns of the days from `start` to before `end`; None outside what is shown."""
        if end <= self.span.start or start >= self.span.end or end <= start:
            return None
        first = self.column(start)
        last = self.width if end >= self.span.end else self.column(end)
        return Band(first, max(last, first + 1), name)


def roadmap_report(situation: Situation, width: int) -> RoadmapReport:
    """The plan as of the situation's day, for a line of `width` columns."""
    roadmap, journal, today = situation.roadmap, situation.journal, situation.today
    scale = _Scale(_span(roadmap, today), width)
    found = dated(roadmap, journal)
    due = tuple(one for one in found if one.done is None and one.due <= today)
    coming = tuple(one for one in found if one.done is None and one.due > today)
    started = scale.span.start <= today
    live = situation.live_tracks()
    return RoadmapReport(
        as_of=today,
        target=target_date(roadmap, journal, today, recorded=is_recorded(roadmap, journal)),
        width=width,
        months=_months(scale),
        phases=_phases(situation, scale),
        lanes=_lanes(situation, scale),
        off=_off(situation, scale),
        step_role=_step_role(roadmap, scale),
        exit_column=_exit_column(roadmap, scale),
        milestones=tuple(
            Mark(scale.column(one.done or one.due), _state(one, today)) for one in found
        ),
        today_column=scale.column(today) if started else None,
        target_column=scale.column(roadmap.target.date),
        done=sum(one.done is not None for one in found),
        total=len(found),
        open=due,
        next=coming[:NEXT_SHOWN],
        live=tuple(track.name for track in live if track.slot != PLAN),
        later=_later(situation, {track.id for track in live}),
        moves=_moves(situation),
    )


def _span(roadmap: Roadmap, today: date) -> Period:
    """From the start through the target, or through today once that has passed."""
    start, last = roadmap.target.start, max(roadmap.target.date, today)
    return Period(start, last + timedelta(1))


def _months(scale: _Scale) -> tuple[Mark, ...]:
    """The first day of each month; the name is its number, that of January the year."""
    first = months_after(scale.span.start.replace(day=1), 1)
    marks = []
    while first < scale.span.end:
        marks.append(Mark(scale.column(first), f"{first.year}-{first.month:02d}"))
        first = months_after(first, 1)
    return tuple(marks)


def _phases(situation: Situation, scale: _Scale) -> tuple[Band, ...]:
    target = situation.roadmap.target
    days = (target.date - target.start).days
    starts = [
        (target.start + timedelta(-(-days * percent // 100)), key)
        for key, percent in situation.catalog.phases.items()
    ]
    ends = [start for start, _ in starts[1:]] + [target.date]
    bands = [scale.band(start, end, key) for (start, key), end in zip(starts, ends, strict=True)]
    return tuple(band for band in bands if band is not None)


def _lanes(situation: Situation, scale: _Scale) -> tuple[Lane, ...]:
    """For each slot the tracks that are live in it, one after the other."""
    slots: dict[str, list[tuple[date, str]]] = {}
    for plan in situation.roadmap.tracks:
        track = situation.catalog.tracks[plan.id]
        if plan.active and track.slot != PLAN:
            since = plan.live_from or situation.roadmap.target.start
            slots.setdefault(track.slot, []).append((since, track.id))
    lanes = []
    for slot, tracks in slots.items():
        tracks.sort(key=lambda one: one[0])
        ends = [since for since, _ in tracks[1:]] + [scale.span.end]
        bands = [
            scale.band(since, end, key) for (since, key), end in zip(tracks, ends, strict=True)
        ]
        lanes.append(Lane(slot, tuple(band for band in bands if band is not None)))
    return tuple(lanes)


def _off(situation: Situation, scale: _Scale) -> tuple[Band, ...]:
    """Vacations and rests of more than a day."""
    spans = [(one.first, one.last) for one in situation.roadmap.vacations]
    spans += [(one.day, one.until) for one in situation.journal.rests if one.until > one.day]
    bands = [scale.band(first, last + timedelta(1), "off") for first, last in sorted(spans)]
    return tuple(band for band in bands if band is not None)


def _step_role(roadmap: Roadmap, scale: _Scale) -> tuple[Band, ...]:
    """The time in a step role, up to its limit."""
    role = roadmap.springboard
    if role.state != IN_STEP_ROLE or role.since is None:
        return ()
    end = months_after(role.since, role.limit_months)
    band = scale.band(role.since, end, role.role or "step role")
    return (band,) if band else ()


def _exit_column(roadmap: Roadmap, scale: _Scale) -> int | None:
    exit_date = roadmap.springboard.exit_date
    return scale.column(exit_date) if exit_date and exit_date in scale.span else None


def _state(one: DatedMilestone, today: date) -> str:
    if one.done is not None:
        return DONE
    return DUE if one.due <= today else COMING


def _later(situation: Situation, live: set[str]) -> tuple[LaterTrack, ...]:
    """Tracks that wait for their day, and those that are not in the plan."""
    found = []
    for plan in situation.roadmap.tracks:
        track = situation.catalog.tracks[plan.id]
        if not plan.active:
            found.append(LaterTrack(track.name, None))
        elif plan.id not in live and plan.live_from and plan.live_from > situation.today:
            found.append(LaterTrack(track.name, plan.live_from))
    return tuple(sorted(found, key=lambda one: one.live_from or date.max))


def _moves(situation: Situation) -> tuple[DateMove, ...]:
    """Every change of the target date that the log holds, in order."""
    plans = situation.journal.plans
    return tuple(
        DateMove(after.day, before.target, after.target, after.reason)
        for before, after in pairwise(plans)
        if before.target != after.target
    )
