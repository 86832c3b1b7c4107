"""A year of steps, each done with a sentence that tells what it asks for: facts reach the plan."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

import pytest

from pmpath.coach.meaning.fold import fold_with_meaning
from pmpath.coach.today.proposal import Step
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.kinds import MilestoneDone
from pmpath.domain.record import changed
from tests import build
from tests.meaning.every_action import EVERY
from tests.meaning.lines import entry_of
from tests.plan import simulated

# One is recorded with its answer; of the other the roadmap has the day, so that it is not asked.
BY_ANSWERS = {"springboard.decided", "springboard.exit-date"}
PLAIN = simulated.plain_entry


@dataclass
class InformedLeader:
    """What `done` keeps, with the line of the action in the place of the step's own sentence."""

    numbers: count[int]

    def entry(self, step: Step, person: str, number: int) -> Entry:
        """Names, numbers and firms are others each time."""
        done = PLAIN(step, person, number)
        if not step.action or step.half == ASK or step.part:
            return done
        line, one = entry_of(EVERY[step.action][0], number), next(self.numbers)
        known = (f"Person{one} ({who.partition('(')[2]}" for who in line.people if "(" in who)
        return changed(
            done, text=line.text, event=line.event, evidence=line.evidence,
            people=(person,) if person else tuple(known),
            metrics=tuple(changed(each, name=f"number {one}") for each in line.metrics),
            book=line.book and f"Book {one}" if step.action != "reading.textbook" else line.book,
            opening=line.opening and f"Firm{one}: PM",
        )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("hours", "profile"), [(5, "ic"), (10, "ic"), (5, "step"), (2, "ic")])
def test_facts_reach_every_milestone_that_nobody_else_decides(
    hours: int, profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None is marked by hand and none is left over when the year ends."""
    monkeypatch.setattr(simulated, "plain_entry", InformedLeader(count()).entry)
    plan = simulated.plan(hours, profile)
    life = simulated.live(plan)
    records = [one for one in life.records if not isinstance(one, MilestoneDone)]
    journal, meaning = fold_with_meaning([build.plan(build.START), *records], build.CATALOG, plan)
    own = [
        one.id for one in plan.milestones_in_scope if not build.CATALOG.milestones[one.id].outcome
    ]
    lacking = [key for key in own if key not in journal.milestones_done]
    told = {key: [one.wanted.tells for one in meaning.counts(key) if one.lacks] for key in lacking}
    assert set(lacking) - BY_ANSWERS == set(), told
