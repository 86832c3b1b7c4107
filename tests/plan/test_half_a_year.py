"""Half a year of a person who does each step the same evening, as the weeks tell it."""

from __future__ import annotations

import pytest

from pmpath.coach.contacts.people import commitments
from pmpath.coach.findings.weekly import concerns
from pmpath.coach.situation import Situation
from pmpath.domain.entry import Entry
from pmpath.domain.kinds import MilestoneDone, Record
from pmpath.domain.period import week_of
from pmpath.render.phrases.concern import concern_text
from tests import build
from tests.plan.simulated import Life, live, plan

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

DAYS, WEEKS = 182, 26
# The evenings of a Saturday and of a rest day lie between a promise and its evening.
LATE_AT_MOST = 3


@pytest.fixture(scope="module", params=[True, False], ids=["answered", "unanswered"])
def life(request: pytest.FixtureRequest) -> Life:
    """Five hours a week; the people who are asked answer, or never do."""
    return live(plan(5), answers=request.param, until=DAYS)


def seen(life: Life, number: int) -> Situation:
    """What was known on the evening of a day."""
    last = build.day(number)
    known: list[Record] = [
        one for one in life.records
        if not isinstance(one, Entry | MilestoneDone) or one.day <= last
    ]  # fmt: skip
    journal = build.journal(known, week_of(last))
    return Situation(life.plan, journal, build.CATALOG, last, build.VOCABULARY)


def test_no_promise_to_anybody_is_forgotten(life: Life) -> None:
    """On every evening what is open is due at most three days ago, and each is listed."""
    for number in range(DAYS):
        evening = seen(life, number)
        for one in commitments(evening.journal, evening.today).yours:
            assert (evening.today - one.day).days <= LATE_AT_MOST, (number, one)


def test_a_promise_is_the_step_of_its_day(life: Life) -> None:
    """Whatever else waits: on a working day the due promise comes first."""
    promised = 0
    for one in life.days:
        morning = seen(life, one.day - 1)
        due = [move for move in commitments(morning.journal, build.day(one.day)).yours
               if move.day <= build.day(one.day)]  # fmt: skip
        if due:
            promised += 1
            kept = {step.settles for step in one.steps}
            assert kept & {move.entry_id for move in due}
    assert promised > 20 or life.refusal == 1


def test_no_concern_says_the_same_two_weeks_running(life: Life) -> None:
    """Whatever lasts, its number grows."""
    before: set[str] = set()
    for number in range(WEEKS):
        sunday = seen(life, 7 * number + 6)
        found = concerns(sunday, week_of(sunday.today))
        said = (found.full, *found.lines, *found.also)
        texts = {concern_text(one, sunday.today) for one in said if one}
        assert not texts & before
        before = texts


def test_every_working_day_has_a_step(life: Life) -> None:
    """One that begins in this chair, whoever answers, and where nobody ever does."""
    assert all(one.step is not None for one in life.days)
    assert len(life.days) == DAYS * 6 // 7
