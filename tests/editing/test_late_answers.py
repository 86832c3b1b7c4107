"""A late answer changes the plan that exists: what joins, leaves, moves, and what stays."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.coach.plan.late_answer import plan_change
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap
from tests import build
from tests.commands.conftest import Terminal
from tests.editing.conftest import roadmap
from tests.editing.test_asked import answered, on_terminal
from tests.plan.simulated import plan

LATER = "2027-01-20"
ASKED = "Change the plan like this? "


def shown(terminal: Terminal) -> dict[str, str]:
    """The open milestones and their days."""
    found = json.loads(terminal.type("milestones", "--json"))["data"]["milestones"]
    return {one["id"]: one["due"] for one in found if one["done"] is None}


def test_a_side_left_out_takes_its_milestones_along_and_brings_them_back(
    terminal: Terminal,
) -> None:
    """outside drops the step inside and the trial, with the question as the reason."""
    before = shown(terminal)
    text = terminal.type("answer", "side", "outside", today=LATER)
    assert "leaves   First internal opening asked for" in text
    gone = set(before) - set(shown(terminal))
    assert gone == {"search.inside-step", "craft.trial-agreed", "craft.trial-decided"}
    assert '"reason":"the answer to side"' in terminal.log
    assert "joins    First internal opening asked for, 31 May 2027" in terminal.type(
        "answer", "side", "both")  # fmt: skip
    assert shown(terminal) == before


def test_a_late_answer_moves_what_it_dates(terminal: Terminal) -> None:
    """The talk with the manager comes after the first step inside, and says where it was."""
    before = shown(terminal)["sponsors.manager-talk"]
    text = " ".join(terminal.type("answer", "manager", "no", today=LATER).split())
    assert "moves Talk with your manager held or scheduled, 7 Jun 2027; it was 19 Apr 2027" in text
    after = shown(terminal)
    assert before < after["search.inside-step"] < after["sponsors.manager-talk"]


def test_milestones_that_join_late_have_two_weeks_at_least(terminal: Terminal) -> None:
    """senior in April: the plan at home was due in February, and is due from then on."""
    terminal.type("answer", "profile", "senior", today="2027-04-05")
    assert shown(terminal)["roadmap.level-plan"] == "2027-04-19"


def test_what_a_person_moved_stays_where_they_put_it(terminal: Terminal) -> None:
    """A day of one's own is not counted anew."""
    terminal.type("roadmap", "move", "2027-05-11", "--milestone", "sponsors.manager-talk")
    assert "moves" not in terminal.type("answer", "manager", "no", today=LATER)
    assert shown(terminal)["sponsors.manager-talk"] == "2027-05-11"


def test_the_plan_can_be_kept_as_it_is(terminal: Terminal) -> None:
    """The answer stands in the file, the milestones stay."""
    before = shown(terminal)
    terminal.type("answer", "side", "outside", "--keep-milestones", today=LATER)
    assert shown(terminal) == before
    assert 'side = "outside"' in roadmap(terminal).read_text("utf-8")


@pytest.mark.parametrize(("typed", "stays"), [("no", True), ("", False)])
def test_a_terminal_asks_before_the_milestones_change(
    terminal: Terminal, typed: str, stays: bool
) -> None:
    """Enter is a yes; no keeps them and the answer."""
    before = shown(terminal)
    call = on_terminal(terminal, "answer", "side", "outside", today=LATER)
    code, text = answered(call, (ASKED, typed))
    assert code == 0
    assert ("The milestones stay as they are." in text) is stays
    assert (shown(terminal) == before) is stays


def test_leaders_who_know_reach_their_milestone(terminal: Terminal) -> None:
    """One in marketing and one in sales, said late: done on that day."""
    two = "Ida (head of sales) since 10 jan, Ruth (VP marketing)"
    text = terminal.type("answer", "leaders", two, today=LATER)
    assert "reached  Two leaders told, one in marketing and one in sales" in text
    assert "sponsors.two-told" not in shown(terminal)
    written = 'leaders = ["Ida (head of sales) since 2027-01-10", "Ruth (VP marketing)"]'
    assert written in roadmap(terminal).read_text("utf-8")


def test_every_byte_outside_what_an_answer_changes_stays(terminal: Terminal) -> None:
    """A commented CRLF file: all its lines are still there, in their order, after two answers."""
    path = roadmap(terminal)
    text = path.read_text("utf-8").replace("[target]", "# mine\n[target]").replace("\n", "\r\n")
    path.write_bytes(text.encode())
    terminal.type("answer", "profile", "senior", today=LATER)
    terminal.type("answer", "pay", "0")
    after = path.read_bytes().decode()
    assert "\n" not in after.replace("\r\n", "")
    lines = iter(after.split("\r\n"))
    touched = ("weeks_before", "hours", "tier", "profile", "depends_on")
    for line in text.split("\r\n"):
        if not line.startswith(touched):
            assert line in lines


ANSWERS = st.fixed_dictionaries({
    "manager_safe": st.sampled_from(["yes", "no", "unknown", None]),
    "pay_cut_percent": st.sampled_from([0, 20, None]),
    "side": st.sampled_from(["inside", "outside", "both"]),
    "profile": st.sampled_from(["ic", "senior"]),
})  # fmt: skip


def told(made: Roadmap, answers: dict[str, Any]) -> Roadmap:
    """The roadmap with these answers in it, its milestones as they were."""
    target = changed(made.target, side=answers["side"], profile=answers["profile"])
    mine = {key: value for key, value in answers.items() if key not in ("side", "profile")}
    return changed(made, target=target, answers={k: v for k, v in mine.items() if v is not None})


@given(ANSWERS, ANSWERS, st.integers(0, 300))
def test_what_an_answer_does_its_opposite_undoes(
    first: dict[str, object], second: dict[str, object], day: int
) -> None:
    """No change without a change of the answers, and none to a day gone by."""
    made, today = plan(5), build.day(day)
    one, two = told(made, first), told(made, second)
    found = plan_change(one, two, build.journal(), build.CATALOG, today)
    assert plan_change(one, one, build.journal(), build.CATALOG, today).is_empty
    was: dict[str, date] = {it.id: made.due_day(it) for it in made.milestones}
    for it in (*found.joins, *(it for it in found.revised if two.due_day(it) != was[it.id])):
        assert two.due_day(it) > today or two.target.date <= today
    ids = {it.id for it in (*made.milestones, *found.joins)}
    assert all(set(it.depends_on) <= ids for it in found.joins)
