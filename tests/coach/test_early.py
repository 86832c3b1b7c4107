"""Two plans that differ in one answer of the reality check, lived through with every step done."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from pmpath.coach.situation import Situation
from pmpath.coach.today.candidates import steps
from pmpath.coach.today.step import todays_step
from pmpath.domain.entry import Entry
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from tests import build

ROOMY = (120, 120, 120, 120, 120, 120, 0)


def lived(plan: Roadmap, days: int) -> list[tuple[int, str, str]]:
    """Day, action and reason of each step, all of them done the same evening."""
    records: list[Entry] = []
    found = []
    for number in range(days):
        today = build.day(number)
        journal: Journal = build.journal(records)
        here = Situation(plan, journal, build.CATALOG, today, build.VOCABULARY)
        step = todays_step(here) if plan.minutes[today.weekday()] else None
        if step is None:
            continue
        found.append((number, step.action, step.reason.subject))
        records.append(
            build.entry(today, step.minutes, track=step.track, action=step.action, half=step.half)
        )
    return found


def plan_with(**answers: Any) -> Roadmap:
    return build.roadmap(minutes=ROOMY, answers=answers)


def actions(plan: Roadmap, days: int) -> list[str]:
    return [action for _, action, _ in lived(plan, days)]


@cache
def four_weeks_without_an_answer() -> list[str]:
    return actions(plan_with(), 28)


@pytest.mark.parametrize(
    ("answers", "action", "until"),
    [
        ({"why": ["strategy"]}, "roadmap.beliefs", 14),
        ({"why": ["strategy"]}, "allies.shadow", 14),
        ({"why": ["tired"]}, "allies.shadow", 2),
        ({"customer_last": "never"}, "customers.ask-seat", 1),
        ({"pay_cut_percent": 0}, "roadmap.pay-floor", 7),
        ({"contacts": []}, "allies.map", 7),
        ({"manager_safe": "unknown"}, "allies.coffee", 3),
        ({"last_piece": "none"}, "writing.questions", 28),
        ({"last_piece": "a talk for engineers"}, "writing.manager-version", 14),
        ({"junior": "unsure"}, "search.level-story", 28),
        ({"cause": "the food bank"}, "volunteer.offer", 56),
        ({"duty": "the review queue"}, "roadmap.hand-over", 84),
    ],
)
def test_an_answer_brings_its_step_forward(
    answers: dict[str, object], action: str, until: int
) -> None:
    """Within the days that the question promises, and with the user's own answer as the reason."""
    plan = plan_with(**answers)
    here = Situation(plan, build.journal(), build.CATALOG, build.START, build.VOCABULARY)
    reasons = [one.because for one in build.CATALOG.early
               if action in one.actions and here.holds(one.when)]  # fmt: skip
    found = [reason for _, done, reason in lived(plan, until) if done == action]
    assert found[0] == reasons[0]


@pytest.mark.parametrize(
    "answers",
    [
        {"why": ["customers"]}, {"customer_love": 5}, {"pay_cut_percent": 20}, {"junior": "yes"},
        {"last_piece": "a page for customers"}, {"duty": "none"}, {"cause": "none"},
    ],
)  # fmt: skip
def test_the_other_answer_does_not(answers: dict[str, object]) -> None:
    """The nearest answer that asks for nothing leaves the order as it was."""
    assert actions(plan_with(**answers), 28) == four_weeks_without_an_answer()


def test_little_love_for_customers_makes_four_weeks_of_customer_contact() -> None:
    """Rated 1 or 2: whatever can be done with customers comes before anything else (A15)."""
    first = actions(plan_with(customer_love=1), 5)
    assert all(action.startswith("customers.") for action in first)
    assert actions(plan_with(customer_love=4), 5) != first


def test_a_duty_is_named_where_it_is_handed_over() -> None:
    """The step says which."""
    plan = plan_with(duty="the review queue")
    here = Situation(plan, build.journal(), build.CATALOG, build.day(30), build.VOCABULARY)
    step = next(one for one in steps(here, 120) if one.action == "roadmap.hand-over")
    assert step.sentence.endswith(": the review queue")


def test_a_senior_gets_the_word_diet_within_two_weeks() -> None:
    """A52; an engineer without that level does not."""
    target = changed(build.roadmap().target, profile="senior")
    assert "positioning.word-diet" in actions(build.roadmap(minutes=ROOMY, target=target), 14)
    assert "positioning.word-diet" not in actions(build.roadmap(minutes=ROOMY), 14)


def test_no_early_step_comes_after_its_window() -> None:
    """From the last day on the ordinary order holds again."""
    plan = plan_with(why=["strategy"])
    for day, early in ((13, True), (14, False)):
        here = Situation(plan, build.journal(), build.CATALOG, build.day(day), build.VOCABULARY)
        # The weekly look for openings and what the report puts first come whatever was answered.
        kinds = [one.reason.kind for one in steps(here, 120)]
        assert ("early" in kinds) is early
