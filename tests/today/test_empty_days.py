"""A day on which nothing useful is open is planned at nothing, and `done` writes it down."""

from __future__ import annotations

import json

from tests.commands.conftest import Terminal


def everything_aside(terminal: Terminal, today: str) -> None:
    """Take every action out of the plan that may be proposed on a day."""
    for _ in range(200):
        data = json.loads(terminal.type("today", "--json", today=today))["data"]
        if data["step"] is None:
            return
        terminal.type("today", "--not-in-plan", today=today)


def pace(terminal: Terminal, today: str) -> dict[str, object]:
    return dict(json.loads(terminal.type("today", "--json", today=today))["data"]["pace"])


def test_nobody_is_behind_for_a_day_that_had_nothing_to_offer(terminal: Terminal) -> None:
    """Nothing is open on Wednesday and Thursday; on Friday nothing is missing."""
    terminal.type("done", today="2027-01-11")
    everything_aside(terminal, "2027-01-12")
    terminal.type("log", "read", "a", "chapter", "30m", today="2027-01-12")
    assert "Enough for today" in terminal.type("today", today="2027-01-13")
    assert pace(terminal, "2027-01-15")["kind"] != "short"


def test_done_writes_such_days_down_in_its_own_act(terminal: Terminal) -> None:
    """They stay as they are whatever the plan proposes later, and go with the undo of `done`."""
    everything_aside(terminal, "2027-01-12")
    terminal.type("log", "read", "a", "chapter", "30m")
    terminal.type("log", "asked Anna, our PM, for coffee, she answers by friday")
    # Friday is over on Saturday, so Anna is asked once more: the first step since.
    terminal.type("done", today="2027-01-16")
    offered = [json.loads(line) for line in terminal.log.splitlines() if '"offered"' in line]
    assert [one["day"] for one in offered] == ["2027-01-13", "2027-01-14", "2027-01-15"]
    assert {one["minutes"] for one in offered} == {0}
    assert pace(terminal, "2027-01-16")["kind"] != "short"
    terminal.type("undo")
    assert terminal.log.count('"retract"') == 4
    assert "pmpath done" in terminal.type("today", today="2027-01-16")


def offered(terminal: Terminal) -> dict[str, int]:
    found = [json.loads(line) for line in terminal.log.splitlines() if '"offered"' in line]
    return {one["day"]: one["minutes"] for one in found}


def test_what_was_done_on_a_day_without_a_step_is_all_that_it_had_to_offer(
    terminal: Terminal,
) -> None:
    """Five minutes on Wednesday and none on Thursday and Friday; `done` on Saturday writes them."""
    terminal.type("done", today="2027-01-11")
    everything_aside(terminal, "2027-01-12")
    terminal.type(
        "log", "asked Anna, our PM, for coffee, she answers by friday", today="2027-01-12"
    )
    assert json.loads(terminal.type("today", "--json", today="2027-01-13"))["data"]["step"] is None
    terminal.type("log", "read", "a", "chapter", "5m", today="2027-01-13")
    before = pace(terminal, "2027-01-15")
    terminal.type("done", today="2027-01-16")
    assert offered(terminal) == {"2027-01-13": 5, "2027-01-14": 0, "2027-01-15": 0}
    assert before["kind"] != "short"


def test_a_day_on_which_steps_were_put_aside_keeps_its_plan(terminal: Terminal) -> None:
    """On Tuesday every step was put aside and something else logged: its minutes stay planned."""
    terminal.type("done", today="2027-01-11")
    everything_aside(terminal, "2027-01-12")
    terminal.type("log", "read", "a", "chapter", "5m", today="2027-01-12")
    terminal.type(
        "log", "asked Anna, our PM, for coffee, she answers by friday", today="2027-01-12"
    )
    terminal.type("done", today="2027-01-16")
    assert "2027-01-12" not in offered(terminal)
