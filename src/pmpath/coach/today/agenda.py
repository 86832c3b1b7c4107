"""What the plan wants done by a day, by the day on which each step has to begin at the latest.

Milestones want it, the first quarter of the plan, and what comes back every month. Asking takes
five minutes, and days until the answer; so it is often the asking that has to begin first.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.people import in_hand, refused
from pmpath.coach.plan.milestones import dated
from pmpath.coach.situation import Situation
from pmpath.coach.today.begin import Work, latest_starts
from pmpath.coach.today.proposal import MILESTONE, Reason, Step, sized, step_for
from pmpath.coach.today.regular import firsts, regular
from pmpath.coach.today.returning import may_come
from pmpath.domain.content.catalog import Action
from pmpath.domain.entry import ASK, ME
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LAST_DAYS_OF_REGULAR = 4
# An ask that has to begin within so many days goes before work at the desk.
ASK_AHEAD_DAYS = 14
# A day that has nothing else takes work from as many days ahead.
AHEAD_DAYS = 14
# After a no, one more than are needed may be asked at the same time.
SPARE_AFTER_NO = 1


class Timed(Frozen):
    """A step with the latest day on which it has to begin."""

    latest: date
    step: Step


def regular_now(situation: Situation, minutes: int) -> Iterator[Step]:
    """What comes back every month, in its last days: no track that waits goes before it."""
    soon = situation.today + timedelta(LAST_DAYS_OF_REGULAR)
    for latest, steps in regular(situation):
        if latest <= soon:
            yield from sized(situation, steps, minutes)


def agenda(situation: Situation, minutes: int) -> Iterator[Step]:
    """All of them whose work has begun, the one that has to begin first before the others.

    But the first ask of the next two weeks goes before work at the desk: it takes five minutes,
    and days until the answer, which may be a no.
    """
    found = list(toward_milestones(situation, minutes))
    for latest, steps in (*regular(situation), *firsts(situation)):
        found += [Timed(latest, step) for step in sized(situation, steps, minutes)]
    found.sort(key=lambda one: one.latest)
    soon = situation.today + timedelta(ASK_AHEAD_DAYS)
    asks = (one for one in found if one.step.half == ASK and one.latest <= soon)
    first = next(asks, None)
    if first is not None:
        yield first.step
    yield from (one.step for one in found if one is not first)


def toward_milestones(
    situation: Situation, minutes: int, *, ahead: bool = False
) -> Iterator[Timed]:
    """What the next milestones want, from the day on which the work on them has to begin.

    The one that is due first comes first. What was asked for already is not asked for again. With
    `ahead` those come whose work could begin later, if their phase begins within two weeks: better
    than a day without a step.
    """
    asked, today = [*in_hand(situation.journal).values()], situation.today
    agreed = [*in_hand(situation.journal, ME).values()]
    soon, work = changed(situation, today=today + timedelta(AHEAD_DAYS)), Work(situation)
    for one in dated(situation.roadmap, situation.journal):
        template = situation.catalog.milestones.get(one.id)
        if one.done is not None or template is None:
            continue
        wanted, days_before = work.of(template)
        if (today < one.due - timedelta(days_before)) is not ahead:
            continue
        reason, left = Reason(MILESTONE, one.title, one.due), (one.due - today).days
        latest = latest_starts(situation, wanted, one.due)
        found = [
            step_for(situation, action, reason)
            for action, times in wanted
            if times > agreed.count(action.id)
            and times + _spare(situation, action, latest[action.id]) > asked.count(action.id)
            and may_come(situation, action, needed=True, within=left // times)
            and (not ahead or soon.is_open_by_phase(action))
        ]
        yield from (Timed(latest[one.action], one) for one in sized(situation, found, minutes))


def _spare(situation: Situation, action: Action, latest: date) -> int:
    """How many more than are needed may be asked at once: one, after a no, where time is short."""
    if latest > situation.today:
        return 0
    return min(len(refused(situation.journal, action.id)), SPARE_AFTER_NO)
