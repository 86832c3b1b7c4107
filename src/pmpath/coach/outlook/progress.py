"""Which of the minutes on the path bring no milestone nearer.

They are minutes of the job in a step role, of tracks that are not in the plan or have nothing open,
and of tracks whose milestones do not move: whatever is worked beyond the hours of the next one.
What has no track is not judged.
"""

from __future__ import annotations

from pmpath.coach.outlook.plan_done import in_plan
from pmpath.coach.situation import Situation
from pmpath.domain.period import Period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pmpath.domain.roadmap.roadmap import Milestone


def without_progress(situation: Situation, period: Period) -> int:
    """Path minutes of a period, up to the situation's day, that bring no milestone nearer."""
    observed, start = situation.journal.observed, situation.roadmap.target.start
    role = observed.role_minutes()
    lost = sum(minutes for day, minutes in role.items() if day in period and day >= start)
    milestones = in_plan(situation)
    for track, days in observed.track_minutes.items():
        own = [one for one in milestones if one.track == track]
        worked = {day: minutes - (role[day] if track == "springboard" else 0)
                  for day, minutes in days.items() if day <= situation.today}  # fmt: skip
        beyond = _beyond(situation, own, worked)
        lost += sum(minutes for day, minutes in beyond.items() if day in period)
    return lost


def _beyond(
    situation: Situation, milestones: list[Milestone], worked: Mapping[date, int]
) -> dict[date, int]:
    """By day, the minutes of one track that go beyond the hours of its next milestone then."""
    done, start = situation.journal.milestones_done, situation.roadmap.target.start
    still = sorted(milestones, key=situation.roadmap.due_day)
    found: dict[date, int] = {}
    spent = 0
    for day in sorted(one for one in worked if one >= start):
        # A milestone that was reached begins a new account, on the day after it.
        reached = [one for one in still if done.get(one.id, day) < day]
        if reached:
            still, spent = [one for one in still if one not in reached], 0
        room = still[0].minutes if still else 0
        found[day] = worked[day] - max(min(worked[day], room - spent), 0)
        spent += worked[day]
    return found
