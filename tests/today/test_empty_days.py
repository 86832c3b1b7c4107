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
