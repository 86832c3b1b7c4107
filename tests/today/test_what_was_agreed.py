"""A step on a day agreed on says what the meeting is for; a gift waits for no answer."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests import build
from tests.commands.conftest import Terminal


def step(terminal: Terminal, today: str = "") -> dict[str, Any]:
    data = json.loads(terminal.type("today", "--json", today=today))["data"]
    found: dict[str, Any] = data["step"]
    return found


def test_a_meeting_that_was_asked_for_says_what_to_do_there(terminal: Terminal) -> None:
    """Ben said yes to what he was asked for: on the day comes the second half of that action."""
    terminal.type("log", "asked Ben (sales) to walk me through a deal they won and one they lost")
    terminal.type("log", "Ben said yes, call on thursday", today="2027-01-12")
    terminal.type("today", today="2027-01-14")
    assert "Listen to Ben (sales) on both deals" in " ".join(terminal.out.split())
    assert "agreed on Tue 12 Jan: call" in " ".join(terminal.out.split())
    terminal.type("done")
    made = json.loads(terminal.log.splitlines()[-1])
    assert (made["action"], made["half"], made["people"]) == (
        "allies.deal-review", "hold", ["Ben (sales)"]
    )  # fmt: skip


def test_a_meeting_that_nobody_asked_for_names_who_is_met(terminal: Terminal) -> None:
    """Ida asked for it herself."""
    terminal.type("log", "agreed with Ida (finance) on a call", "next thu ida: the call")
    found = step(terminal, "2027-01-14")
    assert (found["sentence"], found["what"]) == ("Meet Ida (finance)", "the call")


@pytest.mark.parametrize("what", ["slides for the call", "the deck", "a date for the meeting"])
def test_a_thing_that_was_promised_stays_in_its_own_words(what: str, terminal: Terminal) -> None:
    """It is owed, and no meeting."""
    terminal.type("log", "coffee with Ben (sales) 30m", f"next thu ben: {what}")
    assert "You owe" in terminal.type("today")
    found = step(terminal, "2027-01-14")
    assert (found["sentence"], found["what"]) == (what, "")


def test_a_thing_that_was_promised_is_not_what_the_same_person_was_asked_for(
    terminal: Terminal,
) -> None:
    """The deck was done when one had a name and a worry, and counted as a coffee."""
    terminal.type("log", "asked Ben (sales) for a coffee")
    terminal.type("log", "promised Ben the deck by friday", today="2027-01-12")
    found = step(terminal, "2027-01-15")
    assert (found["sentence"], found["action"], found["bring_back"]) == ("deck", "", "")


@pytest.mark.parametrize("what", ["the meeting", "call", "coffee at 10", "a quick chat"])
def test_a_meeting_is_owed_to_nobody(what: str, terminal: Terminal) -> None:
    """Today, the report and the page of the person say whom one meets, and on which day."""
    terminal.type("log", "coffee with Ben (sales) 30m", f"next thu ben: {what}")
    for words in (("today",), ("report",), ("people", "ben")):
        shown = " ".join(terminal.type(*words).split())
        assert "You meet" in shown
        assert "You owe" not in shown
        assert f"Thu 14 Jan: {what}" in shown or f"{what}, on Thu 14 Jan" in shown


@pytest.mark.parametrize("line", ["coffee with Ben, 35 min", "met Ben 30m", "lunch with @ben"])
def test_a_meeting_is_over_once_they_have_met(line: str, terminal: Terminal) -> None:
    """`Ben answered: yes, half an hour on Thursday`: whatever the meeting is called on that day."""
    terminal.type("log", "asked Ben (sales) for half an hour")
    terminal.type("log", "Ben answered: yes, half an hour on Thursday", today="2027-01-12")
    terminal.type("log", "coffee with Ben 10m", today="2027-01-13")
    assert "You meet" in terminal.type("today", today="2027-01-13")
    terminal.type("log", line, today="2027-01-14")
    for today in ("2027-01-14", "2027-01-15"):
        assert "You meet" not in terminal.type("today", today=today)
        assert "agreed on" not in terminal.type("today", today=today)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("Ben answered: yes, half an hour on Thursday", 5), ("Ben said ok, 30 min next tuesday", 5),
     ("Ben replied sure, a half hour tomorrow", 5), ("met Ben, he said yes, 30m", 30),
     ("met Ben, he said yes, 30m on the phone", 30)],
)  # fmt: skip
def test_what_is_agreed_on_takes_no_time_yet(line: str, minutes: int, terminal: Terminal) -> None:
    """The half hour counted when it was agreed on, and again when it was held."""
    terminal.type("log", line)
    assert json.loads(terminal.log.splitlines()[-1])["minutes"] == minutes


def test_a_meeting_later_on_the_day_of_another_is_still_to_come(terminal: Terminal) -> None:
    """The coffee in which it was agreed on is not the call."""
    terminal.type("log", "coffee with Ben (sales) 30m", "next 2027-01-11 ben: the call")
    assert "the call" in terminal.type("today")


def test_a_deck_is_still_owed_after_they_have_met(terminal: Terminal) -> None:
    """Only what was agreed to be nothing but a meeting is over then."""
    terminal.type("log", "promised Ben the deck by thursday")
    terminal.type("log", "coffee with Ben 30m", today="2027-01-14")
    assert "Deck, for Ben" in terminal.type("today", today="2027-01-15")


def test_another_day_is_named_in_the_words_of_the_promise(terminal: Terminal) -> None:
    """After three days the way to a new day repeats `the call`, not what it is for."""
    terminal.type("log", "asked Ben (sales) to walk me through a deal they won and one they lost")
    terminal.type("log", "Ben said yes, call on wednesday", today="2027-01-12")
    shown = terminal.type("today", today="2027-01-16")
    assert "next fri ben: call" in " ".join(shown.split())


def test_an_update_waits_for_nobody(terminal: Terminal) -> None:
    """Ida is sent five lines and asked for nothing."""
    terminal.type("log", "told Ida (head of sales) about my plan")
    proposed = (
        step(terminal, f"2027-{month:02}-{day:02}") for month in (2, 3) for day in range(22, 28)
    )
    assert next(one for one in proposed if one["action"] == "sponsors.update")["person"] == (
        "Ida (head of sales)"
    )
    terminal.type("done")
    assert json.loads(terminal.log.splitlines()[-1]).get("next") is None
    assert "Waiting on" not in terminal.type("today")


def test_a_gift_is_done_once_it_is_sent(terminal: Terminal) -> None:
    """It asks for nothing, so no half of it is left, and Ben is sent no more for now."""
    action = build.CATALOG.actions["allies.give"]
    assert (action.sends, action.asks) == (True, False)
    terminal.type("log", "coffee with Ben (sales), 30m")
    terminal.type("log", "sent Ben an article on churn and asked for nothing", today="2027-03-09")
    listed = json.loads(terminal.type("today", "--list", "--json", today="2027-03-16"))["data"]
    assert [one for one in listed["choices"] if one["action"] == "allies.give"] == []
    assert [one for one in json.loads(terminal.log.splitlines()[-1]) if one == "next"] == []
