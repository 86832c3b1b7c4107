"""What the plan wants done by a day, by the day on which each step has to begin at the latest.

Milestones want it, the first quarter of the plan, and what comes back every month. Asking takes
five minutes, and days until the answer; so it is often the asking that has to begin first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from pmpath.coach.contacts.people import in_hand
from pmpath.coach.plan.milestones import dated
from pmpath.coach.situation import Situation
from pmpath.coach.today.begin import lacking, latest_starts, work_begins
from pmpath.coach.today.proposal import MILESTONE, Reason, Step, sized, step_for
from pmpath.coach.today.regular import firsts, regular
from pmpath.coach.today.returning import may_come
from pmpath.domain.record import record

LAST_DAYS_OF_REGULAR = 4


@record
class Timed:
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
    """All of them whose work has begun, the one that has to begin first before the others."""
    found = list(toward_milestones(situation, minutes))
    for latest, steps in (*regular(situation), *firsts(situation)):
        found += [Timed(latest, step) for step in sized(situation, steps, minutes)]
    yield from (one.step for one in sorted(found, key=lambda one: one.latest))


def toward_milestones(
    situation: Situation, minutes: int, *, ahead: bool = False
) -> Iterator[Timed]:
    """What the next milestones want, from the day on which the work on them has to begin.

    The one that is due first comes first. What was asked for already is not asked for again. With
    `ahead` those come whose work could begin later, if their phase has begun: better than a day
    without a step.
    """
    asked, today = Counter(in_hand(situation.journal).values()), situation.today
    for one in dated(situation.roadmap, situation.journal):
        template = situation.catalog.milestones.get(one.id)
        if one.done is not None or template is None:
            continue
        wanted = lacking(situation, template)
        if (today < work_begins(situation, wanted, one.due)) is not ahead:
            continue
        reason, left = Reason(MILESTONE, one.title, one.due), (one.due - today).days
        latest = latest_starts(situation, wanted, one.due)
        found = [
            step_for(situation, action, reason)
            for action, times in wanted
            if times > asked[action.id]
            and may_come(situation, action, needed=True, within=left // times)
            and (not ahead or situation.is_open_by_phase(action))
        ]
        yield from (Timed(latest[one.action], one) for one in sized(situation, found, minutes))
