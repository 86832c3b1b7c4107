from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.commands.conftest import SETUP, Terminal
from tests.order.conftest import data, records, tried

AHEAD = "2027-03-01T12:00:00+00:00"
NOW = "2027-01-12T12:00:00+00:00"
CALLS = (
    ("rest", "tomorrow"), ("today", "--other"), ("log", "coffee with @lena:pm 30m"), ("done",),
    ("amend", "45m"), ("undo",), ("milestones", "done", "search.odds-known"),
    ("milestones", "reopen", "search.odds-known"), ("answer", "why", "I", "like", "it"),
    ("milestones", "add", "A talk", "--track", "writing", "--due", "2027-06-01"),
)  # fmt: skip


@pytest.mark.parametrize(
    "plan",
    [
        lambda terminal: terminal.type("roadmap", "move", "2028-03-06", "--because", "x",
                                       today=AHEAD),
        lambda terminal: terminal.type("replan", "--restart", today=AHEAD),
        lambda terminal: terminal.type("replan", "--hours", "3", today="2027-01-12T12:10:00+00:00"),
        lambda terminal: terminal.type("replan", "--hours", "3", today="2027-01-13T05:10:00+14:00"),
    ],
    ids=["a move weeks ahead", "a restart weeks ahead", "minutes ahead", "a day ahead by its zone"],
)  # fmt: skip
def test_a_plan_ahead_of_the_clock_is_recorded_once(
    terminal: Terminal, plan: Callable[[Terminal], str]
) -> None:
    """The move after it is the plan, and twenty calls of commands that write add no other."""
    plan(terminal)
    terminal.type("roadmap", "move", "2028-04-03", "--because", "y", today=NOW)
    before = len(records(terminal, "plan"))
    for words in (*CALLS, *CALLS[:-1]):
        tried(terminal, *words, today=NOW)
    assert len(records(terminal, "plan")) == before
    assert "by hand" not in terminal.log


def test_an_edit_by_hand_after_a_plan_from_ahead_is_recorded_once(terminal: Terminal) -> None:
    """And is the plan from then on."""
    terminal.type("roadmap", "move", "2028-03-06", "--because", "x", today=AHEAD)
    roadmap = terminal.home / "roadmap.toml"
    roadmap.write_text(roadmap.read_text().replace("2028-03-06", "2028-04-03"))
    for _ in range(3):
        terminal.type("rest", "tomorrow", today=NOW)
    assert [one["target"] for one in records(terminal, "plan")] == [
        "2028-01-10", "2028-03-06", "2028-04-03",
    ]  # fmt: skip
    moves = data(terminal, "report")["date_moves"]
    assert [one["now"] for one in moves] == ["2028-04-03"]


def test_tokyo_to_san_francisco_in_one_day_keeps_the_first_date(empty: Terminal) -> None:
    """The move is made on a day that comes before that of init, and is no less a move."""
    empty.type(*SETUP, today="2027-01-12T09:00:00+09:00")
    empty.type("roadmap", "move", "2028-02-07", "--because", "x", today="2027-01-11T17:30:00-08:00")
    found = data(empty, "report", "all")["target"]
    assert (found["first"], found["date"], found["moves"]) == ("2028-01-10", "2028-02-07", 1)
    assert [one["day"] for one in records(empty, "plan")] == ["2027-01-12", "2027-01-11"]


def test_from_its_day_on_the_plan_made_last_is_what_counts(terminal: Terminal) -> None:
    """Also on the day of a plan that was made before it on a clock a day ahead."""
    terminal.type("replan", "--hours", "mon=30 tue=30 wed=30", today="2027-01-20")
    terminal.type("replan", "--hours", "mon=60 tue=60 wed=60", today="2027-01-19")
    terminal.today = "2027-01-26"
    assert data(terminal, "report")["this_period"]["promised"] == 180
