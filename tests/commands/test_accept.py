"""`pmpath accept`: a finding rests until it is raised anew, or through a day."""

from __future__ import annotations

import json
from datetime import date, timedelta

from tests.commands.conftest import Terminal

# In the fifth week since reading became heavy, in which it has its turn again.
LATER = "2027-02-26"


def said(terminal: Terminal, today: str) -> list[str]:
    """The ids that the report of a week names."""
    data = json.loads(terminal.type("report", "--json", today=today))["data"]["concerns"]
    full = [data["full"]] if data["full"] else []
    return [one["id"] for one in (*full, *data["lines"])]


def read(terminal: Terminal) -> None:
    """Reading alone, once a week."""
    for week in range(7):
        one = (date(2027, 1, 12) + timedelta(7 * week)).isoformat()
        terminal.type("log", "a chapter 50m +reading", today=one)


def test_a_finding_that_was_noted_is_not_said_again(terminal: Terminal) -> None:
    """READING_HEAVY is raised; noted, it is gone; undone, it is back."""
    read(terminal)
    assert "READING_HEAVY" in said(terminal, LATER)
    assert "Snoozed: much reading (READING_HEAVY), until it comes up again." in terminal.type(
        "accept", "reading-heavy", "--because", "exam on the textbook", today=LATER
    )
    assert "READING_HEAVY" not in said(terminal, LATER)
    assert '"finding":"READING_HEAVY"' in terminal.log.replace(" ", "")
    assert "READING_HEAVY snoozed" in terminal.type("undo", today=LATER)
    assert "READING_HEAVY" in said(terminal, LATER)


def test_why_says_that_it_was_noted(terminal: Terminal) -> None:
    """With the day since which it is raised."""
    read(terminal)
    assert "you snoozed it" not in terminal.type("why", "NO_CUSTOMER", today=LATER)
    terminal.type("accept", "NO_CUSTOMER", "--because", "trade fair in April", today=LATER)
    assert "you snoozed it" in terminal.type("why", "NO_CUSTOMER", today=LATER)


def test_what_is_not_raised_rests_through_a_day_alone(terminal: Terminal) -> None:
    """Without a day it is refused and nothing is written; with one it is kept."""
    before = terminal.log
    terminal.type("accept", "NO_SEARCH", "--because", "later", code=2)
    terminal.type("accept", "NO_SEARCH", "--because", " ", "--until", "1 mar", code=2)
    terminal.type("accept", "NO_SEARCH", "--because", "later", "--until", "2027-01-11", code=2)
    assert terminal.log == before
    kept = terminal.type("accept", "NO_SEARCH", "--because", "fair first", "--until", "1 mar")
    assert "until Mon 1 Mar" in kept


def test_a_word_that_is_no_finding_is_refused_with_the_nearest(terminal: Terminal) -> None:
    """NO_PEPLE is near NO_PEOPLE."""
    terminal.type("accept", "NO_PEPLE", "--because", "x", code=2)
    assert "NO_PEOPLE" in terminal.err
