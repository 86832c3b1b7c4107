"""Which of the minutes logged are not progress, by what they went into.

They are engineering; work in the stepping-stone role beyond its purpose: from its limit on, past
the day to leave it, or with none of its milestones open; and minutes of tracks that are not in the
plan or whose milestones do not move: whatever is worked since the last one was reached beyond the
hours of the next one. What has no track, and the plan's own reviews, are not judged.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.step_role import role_is_over
from pmpath.coach.outlook.plan_done import in_plan
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import PLAN
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import STEP_ROLE_TRACK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.roadmap.roadmap import Milestone

ONE_DAY = timedelta(1)


class NoProgress(Frozen):
    """Of `total` minutes logged: engineering, a role beyond its purpose, and tracks.

    `tracks` are the names of those whose milestones did not move, `track_minutes` is what went into
    them. `role_is_over`: the role is at its limit or past the day to leave it.
    """

    total: int
    engineering: int
    step_role: int
    track_minutes: int
    tracks: tuple[str, ...]
    role_is_over: bool

    @property
    def minutes(self) -> int:
        """All of it."""
        return self.engineering + self.on_path

    @property
    def on_path(self) -> int:
        """What of it counted as minutes on the path: all but engineering."""
        return self.step_role + self.track_minutes


def no_progress(situation: Situation, period: Period) -> NoProgress:
    """The minutes of a period, up to the situation's day, that are not progress."""
    journal, today = situation.journal, situation.today
    days = [day for day in period.days if day <= today]
    engineering = sum(journal.engineering_minutes.get(day, 0) for day in days)
    path = sum(journal.path_minutes.get(day, 0) for day in days)
    role, by_track = 0, {}
    for track in journal.observed.track_minutes:
        by_day = _lost(situation, track, period.start)
        lost = sum(minutes for day, minutes in by_day.items() if day in period)
        if track == STEP_ROLE_TRACK:
            role = lost
        elif lost:
            by_track[_name(situation, track)] = lost
    return NoProgress(
        path + engineering, engineering, role, sum(by_track.values()), tuple(sorted(by_track)),
        role_is_over(situation.roadmap.springboard, min(today, period.last)),
    )  # fmt: skip


def _name(situation: Situation, track: str) -> str:
    known = situation.catalog.tracks.get(track)
    return known.name if known is not None else track


def _lost(situation: Situation, track: str, first: date) -> dict[date, int]:
    """By day, from `first` on, the minutes of one track that are not progress."""
    known = situation.catalog.tracks.get(track)
    if known is not None and known.slot == PLAN:
        return {}
    own = [one for one in in_plan(situation) if one.track == track]
    days = {day: minutes for day, minutes in situation.journal.observed.track_minutes[track].items()
            if first <= day <= situation.today}  # fmt: skip
    if track == STEP_ROLE_TRACK:
        return _role_lost(situation, own, days, first)
    return _beyond(situation, own, days, _Since(track, first))


def _role_lost(
    situation: Situation, own: list[Milestone], days: Mapping[date, int], first: date
) -> dict[date, int]:
    """By day, the minutes in the stepping-stone role that are not progress.

    The job itself covers no milestone, and serves its purpose while one of the role's is open;
    once the role is over, all of it is lost.
    """
    held, done = situation.roadmap.springboard, situation.journal.milestones_done
    job = situation.journal.observed.role_minutes()
    steps = {day: minutes - job.get(day, 0) for day, minutes in days.items()}
    lost = _beyond(situation, own, steps, _Since(STEP_ROLE_TRACK, first))
    for day in lost:
        if role_is_over(held, day):
            lost[day] = days[day]
        elif all(done.get(one.id, day) < day for one in own):
            lost[day] += job.get(day, 0)
    return lost


class _Since(Frozen):
    """A track, and the first day that is asked for."""

    track: str
    first: date


def _beyond(
    situation: Situation, milestones: list[Milestone], worked: Mapping[date, int], asked: _Since
) -> dict[date, int]:
    """By day, the minutes of one track beyond the hours of its next milestone, which stays open.

    `worked` are the minutes of the days that are asked for. What was done up to the day on which
    the last one was reached led to it. A track without an open milestone has none that could move;
    but all is beyond where the track is not in the plan.
    """
    target, today = situation.roadmap.target, situation.today
    done = situation.journal.milestones_done
    reached = {one.id: done[one.id] for one in milestones
               if one.id in done and done[one.id] <= today}  # fmt: skip
    still_open = sorted((one for one in milestones if one.id not in reached),
                   key=situation.roadmap.due_day)  # fmt: skip
    since = max(reached.values(), default=None)
    is_absent = asked.track in situation.roadmap.absent_tracks
    found: dict[date, int] = {}
    first, led_to = max(asked.first, target.start), max(since or date.min, target.start - ONE_DAY)
    spent = situation.journal.observed.progress_since(asked.track, led_to, first - ONE_DAY)
    for day in sorted(one for one in worked if one >= first):
        counts = since is None or day > since
        if still_open or is_absent:
            room = max(still_open[0].minutes - spent, 0) if still_open else 0
            found[day] = max(worked[day] - room, 0) if counts else 0
        else:
            found[day] = 0
        spent += worked[day] if counts else 0
    return found
