"""Minutes of a period that lead no nearer to the date, by what they went into."""

from __future__ import annotations

from datetime import timedelta

from pmpath.coach.contacts.step_role import WARNING, step_role_clock
from pmpath.coach.outlook.plan_done import in_plan
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import PLAN
from pmpath.domain.period import Period
from pmpath.domain.record import record

DAY = timedelta(1)
ROLE_TRACK = "springboard"
# A piece of a track's work is said from so many minutes on.
LEAST_MINUTES = 30


@record
class NoProgress:
    """Of `total` minutes logged: engineering, a stepping-stone role beyond its limit, and tracks.

    `tracks` are the names of those whose milestones did not move while more went into them than
    their next milestone takes; `track_minutes` is what did.
    """

    total: int
    engineering: int
    step_role: int
    track_minutes: int
    tracks: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """All of it."""
        return self.engineering + self.step_role + self.track_minutes


def no_progress(situation: Situation, period: Period) -> NoProgress | None:
    """The minutes; None where all of them lead on.

    A track does not move where its work since its last milestone is above the hours of its next
    open one. The plan's own track, its reviews, is none of them.
    """
    days = [day for day in period.days if day <= situation.today]
    journal = situation.journal
    engineering = sum(journal.engineering_minutes.get(day, 0) for day in days)
    path = sum(journal.path_minutes.get(day, 0) for day in days)
    role, tracks, track_minutes = 0, [], 0
    for track, by_day in journal.observed.track_minutes.items():
        here = sum(by_day.get(day, 0) for day in days)
        if track == ROLE_TRACK:
            role = here if _is_beyond(situation) else 0
            continue
        idle = min(here, _above_its_milestone(situation, track))
        if idle >= LEAST_MINUTES:
            track_minutes += idle
            tracks.append(situation.catalog.tracks[track].name if track in situation.catalog.tracks
                          else track)  # fmt: skip
    found = NoProgress(path + engineering, engineering, role, track_minutes, tuple(sorted(tracks)))
    return found if found.minutes else None


def _is_beyond(situation: Situation) -> bool:
    """Whether the role is at its limit or past the day it was to be left."""
    clock = step_role_clock(situation.roadmap, situation.journal, situation.today)
    return clock is not None and clock.grade == WARNING


def _above_its_milestone(situation: Situation, track: str) -> int:
    """Minutes on the track since its last milestone beyond those of its next open one."""
    done, roadmap = situation.journal.milestones_done, situation.roadmap
    own = [one for one in in_plan(situation) if one.track == track]
    still_open = [one for one in own if one.id not in done]
    known = situation.catalog.tracks.get(track)
    if not still_open or (known is not None and known.slot == PLAN):
        return 0
    since = max([roadmap.target.start - DAY, *(done[one.id] for one in own if one.id in done)])
    worked = situation.journal.observed.progress_since(track, since, situation.today)
    return max(worked - min(still_open, key=roadmap.due_day).minutes, 0)
