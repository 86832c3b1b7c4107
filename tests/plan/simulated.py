"""A year of daily steps, each done the same evening; people answer after some days, or never.

A milestone is marked as reached on its day.
"""

from __future__ import annotations

from dataclasses import dataclass

from pmpath.coach.fit import available_minutes, best_fit, stretched
from pmpath.coach.plan import milestones_for, tracks_for
from pmpath.coach.situation import Situation
from pmpath.coach.step import Step, todays_step
from pmpath.domain.entry import ASK, HOLD, ME, PART, THEM, Entry, MilestoneDone, Next, Record
from pmpath.domain.record import changed
from pmpath.domain.roadmap import Roadmap
from tests import build

# Minutes of Monday to Sunday, those of the catalog's own trial.
SLOTS = {
    2: (15, 15, 15, 30, 15, 30, 0),
    5: (30, 30, 30, 60, 30, 120, 0),
    10: (60, 60, 60, 120, 60, 120, 120),
}
DAYS = 364
ANSWER_AFTER, HOLD_AFTER = 3, 5


@dataclass(frozen=True)
class Lived:
    """One day of the year: its step, None on a day off or without a proposal."""

    day: int
    step: Step | None


def plan(hours: int, profile: str = "ic") -> Roadmap:
    """A plan of a year as `init` makes it."""
    minutes = SLOTS[hours]
    target = changed(build.roadmap().target, profile=profile)
    milestones = milestones_for(target, build.CATALOG)
    scope = best_fit(milestones, build.CATALOG, available_minutes(target, minutes, ())).scope
    made = build.roadmap(
        target=changed(target, scope=scope), minutes=minutes, milestones=milestones,
        tracks=tracks_for(target, build.CATALOG, "skip"),
        answers={"contacts": ["Lena (PM)", "Tomas (sales)"]},
    )  # fmt: skip
    return stretched(made, build.CATALOG)


def live(hours: int, *, answers: bool = True, days: int = DAYS) -> list[Lived]:
    """Each proposal is done; with `answers` an asked person agrees to a day soon after."""
    made, records, found = plan(hours), list[Record](), list[Lived]()
    replies: list[tuple[int, str]] = []
    for number in range(days):
        today = build.day(number)
        for due, person in [one for one in replies if one[0] == number]:
            held = Next(ME, person, "the meeting", build.day(due + HOLD_AFTER))
            records.append(build.entry(today, 5, people=(person,), text="yes", next=held))
        records += [_reached(one.id, number) for one in made.milestones_in_scope
                    if made.due_day(one) == today]  # fmt: skip
        if not made.minutes[today.weekday()]:
            continue
        # An answer that was noted in the morning is no step of the day.
        journal = build.journal(
            [one for one in records if not hasattr(one, "day") or one.day < today]
        )
        step = todays_step(Situation(made, journal, build.CATALOG, today, build.VOCABULARY))
        found.append(Lived(number, step))
        if step is not None:
            records.append(_done(step, number))
            if step.half == ASK and step.person and answers:
                replies.append((number + ANSWER_AFTER, step.person))
    return found


def _reached(key: str, number: int) -> MilestoneDone:
    day = build.day(number)
    return MilestoneDone(f"m{number:025d}{key}", f"{day}T07:00:00+00:00", day, key)


def _done(step: Step, number: int) -> Entry:
    people = (step.person,) if step.person else ()
    return build.entry(
        build.day(number), step.minutes, track=step.track, action=step.action, half=step.half,
        people=people, tags=(PART,) if step.part else (), next=_awaited(step, number),
        settles=step.settles,
        text=step.sentence,
    )  # fmt: skip


def _awaited(step: Step, number: int) -> Next | None:
    """After an ask, the answer, by a week from then."""
    if step.half != ASK or not step.person:
        return None
    return Next(THEM, step.person, "an answer", build.day(number + 7))


def returns(lived: list[Lived]) -> list[tuple[int, str]]:
    """Days until an action came back; going on with its parts, or meeting after asking, is none."""
    last: dict[str, Lived] = {}
    found = []
    for one in lived:
        step = one.step
        if step is None or not step.action or step.half == HOLD:
            continue
        before = last.get(step.action)
        if before is not None and before.step is not None and not before.step.part:
            found.append((one.day - before.day, step.action))
        last[step.action] = one
    return sorted(found)
