"""An interview that was agreed on is owed until it was held, or the firm said yes or no."""

from __future__ import annotations

import pytest

from pmpath.cli.session import Session
from tests.commands.conftest import Terminal

AGREED = "interview with Acme tomorrow at 10"


def log(terminal: Terminal, line: str, today: str = "") -> None:
    terminal.type("log", *line.split(), today=today)


def owed(terminal: Terminal) -> list[str]:
    """What I owe, on whichever line of the day's screen it stands."""
    journal = Session({"PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": terminal.today}).journal()
    return [one.move.what for one in journal.open_commitments]


@pytest.mark.parametrize(
    "later", ["interview with Acme 1h", "rejected by Acme", "offer from Acme", "declined Acme"]
)
def test_it_is_over_once_the_firm_was_met_or_said_yes_or_no(later: str, terminal: Terminal) -> None:
    """It stayed owed, and `done` recorded it a second time."""
    log(terminal, AGREED)
    assert owed(terminal) == ["interview with Acme"]
    log(terminal, later, "2027-01-12")
    assert owed(terminal) == []


@pytest.mark.parametrize(
    "later", ["interview with Borealis 1h", "wrote to Acme about the room", "applied to Acme as PM"]
)
def test_it_stays_with_another_firm_or_before_the_day(later: str, terminal: Terminal) -> None:
    log(terminal, AGREED)
    log(terminal, later, "2027-01-12")
    assert owed(terminal) == ["interview with Acme"]


def test_what_else_is_promised_beside_a_firm_is_not_over_with_its_interview(
    terminal: Terminal,
) -> None:
    log(terminal, "phone screen with Acme, next fri: send my resume")
    log(terminal, "interview with Acme 1h", "2027-01-13")
    assert owed(terminal) == ["send my resume"]
