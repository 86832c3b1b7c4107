"""A promised introduction is kept once whoever was meant was met."""

from __future__ import annotations

import json

from tests.commands.conftest import Terminal


def waiting(terminal: Terminal, today: str) -> list[str]:
    data = json.loads(terminal.type("today", "--json", today=today))["data"]
    return [one["what"] for one in data["theirs"]]


def test_whoever_was_met_was_introduced(terminal: Terminal) -> None:
    """Nobody has to say that Anna kept her word: Karim was met."""
    terminal.type("log", "coffee with Anna (PM), will intro me to Karim who runs support")
    assert waiting(terminal, "2027-01-12") == ["intro me to Karim who runs support"]
    terminal.type("log", "Karim let me sit in on two calls, 1h", today="2027-01-18")
    assert waiting(terminal, "2027-01-19") == []
    assert "Follow up with Anna" not in terminal.type("today", today="2027-01-22")


def test_somebody_else_or_a_meeting_before_keeps_nothing(terminal: Terminal) -> None:
    """Omar is not Karim, and what was before the promise is not its keeping."""
    terminal.type("log", "lunch with Karim (support)", "--on", "2027-01-04")
    terminal.type("log", "coffee with Anna (PM), will intro me to Karim who runs support")
    terminal.type("log", "coffee with Omar (sales)", today="2027-01-13")
    assert waiting(terminal, "2027-01-14") == ["intro me to Karim who runs support"]


def test_another_promise_stays_open(terminal: Terminal) -> None:
    """To send something to Karim is no introduction."""
    terminal.type("log", "coffee with Anna (PM), she'll send me the notes of Karim")
    terminal.type("log", "lunch with Karim (support)", today="2027-01-13")
    assert waiting(terminal, "2027-01-14") == ["send me the notes of Karim"]
