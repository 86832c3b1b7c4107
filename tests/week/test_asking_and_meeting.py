"""Of an ask and the meeting that came of it, the meeting is what happened."""

from __future__ import annotations

import json

from tests.commands.conftest import Terminal
from tests.meaning.conftest import terminal

__all__ = ["terminal"]


def happened(terminal: Terminal, today: str) -> list[str]:
    data = json.loads(terminal.type("report", "--json", today=today))["data"]
    return [one["what"] for one in data["happened"] if one["kind"] != "milestone"]


def test_a_meeting_stands_before_the_asking_for_it(terminal: Terminal) -> None:
    """Anna was asked on Monday and met on Thursday."""
    terminal.type("log", "asked Anna (PM) for half an hour")
    terminal.type("log", "coffee with Anna, 40m", today="2027-01-14")
    told = happened(terminal, "2027-01-15")
    assert told.index("coffee with Anna") < told.index("asked Anna (PM) for half an hour")


def test_an_ask_that_nothing_came_of_yet_stands_before_what_was_merely_done(
    terminal: Terminal,
) -> None:
    """To ask is a step out of one's room."""
    terminal.type("log", "read a chapter of Inspired, 40m")
    terminal.type("log", "asked Anna (PM) for half an hour", today="2027-01-12")
    told = happened(terminal, "2027-01-15")
    assert told[-2:] == ["asked Anna (PM) for half an hour", "read a chapter of Inspired"]
