"""Two plans that differ in one answer, and where their milestones stand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pmpath.coach.plan.answered import (
    INSIDE_STEP,
    MANAGER_TALK,
    TWO_TOLD,
    reached_already,
    with_talk_placed,
)
from pmpath.coach.plan.first_plan import milestones_for
from pmpath.coach.situation import Situation
from pmpath.domain.record import changed
from tests import build


def before(weeks: int, profile: str = "ic", **answers: Any) -> dict[str, int]:
    target = changed(
        build.roadmap().target, profile=profile, date=build.START + timedelta(weeks=weeks)
    )
    found = with_talk_placed(milestones_for(target, build.CATALOG), answers, weeks)
    for one in found:
        days = {other.id: other.weeks_before or 0 for other in found}
        assert all(days[key] >= days[one.id] for key in one.depends_on), one.id
    return {one.id: one.weeks_before or 0 for one in found}


@pytest.mark.parametrize("profile", ["ic", "senior", "step"])
@pytest.mark.parametrize("weeks", [16, 26, 52, 100])
def test_the_talk_with_ones_manager_stands_where_the_answer_allows_it(
    weeks: int, profile: str
) -> None:
    """yes: in the first third; no: after the first step inside; unknown: as the catalog has it."""
    plain = before(weeks, profile)
    assert before(weeks, profile, manager_safe="yes")[MANAGER_TALK] * 3 >= weeks * 2
    late = before(weeks, profile, manager_safe="no")
    assert late[MANAGER_TALK] < late[INSIDE_STEP]
    assert before(weeks, profile, manager_safe="unknown") == plain


def test_a_manager_who_may_not_know_is_not_asked_before_a_step_inside() -> None:
    """No step suggests it until then."""
    action = build.CATALOG.actions["sponsors.own-manager"]
    plan = build.roadmap(answers={"manager_safe": "no"})

    def wanted(*records: Any) -> bool:
        here = Situation(
            plan, build.journal(records), build.CATALOG, build.day(60), build.VOCABULARY
        )
        return here.is_wanted(action)

    assert not wanted()
    assert wanted(build.entry(build.day(50), action="search.inside"))


@pytest.mark.parametrize(
    ("leaders", "step_role", "reached"),
    [
        (["Ida (head of sales)", "Ruth (VP marketing)"], "", (TWO_TOLD,)),
        (["Ida (head of sales)"], "", ()),
        ([], "skip", ("springboard.decided",)),
    ],
)
def test_answers_show_what_is_reached_already(
    leaders: list[str], step_role: str, reached: tuple[str, ...]
) -> None:
    """One leader of each kind makes two; a decision about the stepping-stone role is one."""
    assert reached_already({"leaders": leaders}, step_role) == reached
