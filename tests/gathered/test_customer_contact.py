"""Which lines are contact with a customer, and which only speak of customers."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal

BEFORE = "2027-01-11"


@pytest.mark.parametrize(
    ("line", "is_contact"),
    [
        ("call with a customer about imports, 30m", True),
        ("met Anna (customer)", True),
        ("sat in on a support call, 20m", True),
        ("listened to a customer call with Ben", True),
        ("+customers half a day in the warehouse", True),
        ("cut set-up time from 3 days to 4 hours for new customers", False),
        ("a customer asked for the export", False),
        ("got Ana's list. 14 churned users", False),
        ("met Ana (CS lead), she promised a list of churned users", False),
        ("thought about customers", False),
        ("asked a customer for a call", False),
    ],
)
def test_only_a_customer_who_was_met_or_heard_is_contact(
    line: str, is_contact: bool, terminal: Terminal
) -> None:
    """A word in common is none: the clock that runs without customers must not stop for it."""
    terminal.type("log", *line.split(), today=BEFORE)
    report = json.loads(terminal.type("report", "--json", today="2027-01-13"))["data"]
    assert (report["last_customer"] == BEFORE) is is_contact


def test_the_first_talk_is_with_somebody_who_is_a_customer(terminal: Terminal) -> None:
    """Somebody from support who has a list of customers is none."""
    terminal.type("log", "customer", "work:", "met", "Ana", "(CS", "lead)", today=BEFORE)
    assert "First talk with a customer" not in terminal.type("report", today="2027-01-12")
    terminal.type("log", "called two of the churned users, 20 min each", today="2027-01-12")
    assert "First talk with a customer" in terminal.type("report", today="2027-01-13")
