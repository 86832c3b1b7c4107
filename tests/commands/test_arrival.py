"""The offer is accepted and the date is there: the plan ends by itself, in every command."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal

THE_DATE, BEFORE = "2028-01-10", "2028-01-08"


@pytest.fixture
def accepted(terminal: Terminal) -> Terminal:
    """An offer accepted in November, for the day of the plan."""
    terminal.type("milestones", "done", "search.offer", today="2027-11-15")
    return terminal


def test_the_day_has_a_closing_page_and_no_step(accepted: Terminal) -> None:
    """Two days before there is still a step; nothing is written by looking."""
    before = accepted.log
    assert json.loads(accepted.type("today", "--json", today=BEFORE))["data"]["step"] is not None
    shown = accepted.type("today", today=THE_DATE)
    assert "Arrived" in shown
    assert "First 90 days" in shown
    assert "Today," not in shown
    assert "replan" not in shown
    assert accepted.log == before


def test_a_report_says_it_from_that_day_on(accepted: Terminal) -> None:
    """The week of the date is closed; a look back at December is not."""
    assert "Arrived" in accepted.type("report", today=THE_DATE)
    back = json.loads(accepted.type("report", "2027-12", "--json", today="2028-02-01"))["data"]
    assert back["target"]["closed"] is None


def test_an_offer_without_the_date_and_a_date_without_an_offer_are_no_arrival(
    terminal: Terminal,
) -> None:
    """The date passed, the offer open: the way on is a new date."""
    assert "Arrived" not in terminal.type("today", today="2028-01-11")
    assert "pmpath replan" in terminal.out


def test_it_can_be_closed_in_ones_own_words(accepted: Terminal) -> None:
    """With the note, which the page then shows."""
    accepted.type("roadmap", "close", "--because", "arrived", "--note", "PM now", today=THE_DATE)
    assert "PM now" in accepted.type("today", today=THE_DATE)


def test_a_prompt_has_nothing_open_then(accepted: Terminal) -> None:
    """Two days before, the step of the day is open."""
    accepted.type("status", "--json", today=BEFORE)
    assert json.loads(accepted.out)["data"]["open"] == 1
    accepted.type("status", "--json", today=THE_DATE)
    assert json.loads(accepted.out)["data"]["open"] == 0


@pytest.mark.parametrize(
    "said",
    ["accepted the offer from Helio", "accepted Helio's offer", "took the Helio job",
     "signed the contract with Helio", "accepted the offer"],
)  # fmt: skip
def test_an_offer_that_was_accepted_waits_for_no_answer(terminal: Terminal, said: str) -> None:
    """Neither the day nor the week asks for it again, and the milestone is reached."""
    terminal.type("log", "applied to Helio as PM", today="2027-01-12")
    terminal.type("log", "offer from Helio", today="2027-01-18")
    assert "Helio" in terminal.type("report", today="2027-01-19").partition("The one thing")[2]
    terminal.type("log", *said.split(), today="2027-01-20")
    for command in ("report", "today", "status"):
        shown = terminal.type(command, today="2027-01-21")
        assert "your answer" not in shown
        assert "Compare the offer" not in shown
    done = json.loads(terminal.type("milestones", "--json"))["data"]["milestones"]
    assert next(one for one in done if one["id"] == "search.offer")["done"] == "2027-01-20"


def test_the_offer_of_another_firm_stays_open(terminal: Terminal) -> None:
    """Whoever accepts one still owes the other an answer."""
    terminal.type("log", "offer from Helio", today="2027-01-18")
    terminal.type("log", "offer from Karavel", today="2027-01-18")
    terminal.type("log", "accepted the offer from Helio", today="2027-01-20")
    shown = terminal.type("report", today="2027-01-21")
    assert "Karavel: your answer" in shown
    assert "Helio: your answer" not in shown
