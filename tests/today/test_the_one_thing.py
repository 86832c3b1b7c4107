"""What a report puts first is the step of the day for which the report lists it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from tests.commands.conftest import Terminal

MONDAY = date(2027, 1, 11)


def facts(terminal: Terminal, *words: str, today: date) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(terminal.type(*words, "--json", today=today.isoformat()))[
        "data"
    ]
    return found


def talks(terminal: Terminal) -> None:
    """Three talks with sellers and a call in each of six weeks, and nothing made for anybody."""
    names = ("Ben (sales)", "Ida (sales)", "Tom (sales)")
    for week in range(6):
        for at, name in enumerate(names):
            day = MONDAY + timedelta(7 * week + 2 * at)
            words = f"coffee with {name}, 30m"
            worry = ("worry: the renewals slip",) if (week, at) == (0, 1) else ()
            terminal.type("log", words, *worry, today=day.isoformat())
        called = (MONDAY + timedelta(7 * week + 3)).isoformat()
        terminal.type("log", "listened in on a call with a customer, 30m", today=called)


AFTER = MONDAY + timedelta(42)


def test_monday_begins_with_what_the_report_listed_for_it(terminal: Terminal) -> None:
    """18 talks with allies and nothing made: the page for Ida's worry, in report and today."""
    talks(terminal)
    report = facts(terminal, "report", "last", today=AFTER)
    listed, shown = report["next_steps"][0], facts(terminal, "today", today=AFTER)["step"]
    assert report["concerns"]["full"]["id"] == "TAKE_ONLY"
    assert listed["day"] == AFTER.isoformat()
    assert (shown["action"], shown["person"]) == ("allies.make-helper", "Ida")
    assert (listed["step"]["action"], listed["step"]["person"]) == (shown["action"], "Ida")


def test_once_it_was_asked_the_week_goes_on_with_other_steps(terminal: Terminal) -> None:
    """Nobody is asked for it again in that week, nor in the next while an answer is awaited."""
    talks(terminal)
    facts(terminal, "today", today=AFTER)
    terminal.type("done")
    for distance in (0, 1, 2, 3, 4, 7):
        step = facts(terminal, "today", today=AFTER + timedelta(distance))["step"]
        assert step is None or step["action"] != "allies.make-helper"


def test_what_is_agreed_on_is_not_asked_for_again(terminal: Terminal) -> None:
    """Ida said yes for next Wednesday: the report names another answer to the same concern."""
    talks(terminal)
    facts(terminal, "today", today=AFTER)
    terminal.type("done")
    terminal.type("log", "Ida said yes", "next 2027-03-03 ida: the meeting", today="2027-02-23")
    report = facts(terminal, "report", "last", today=AFTER + timedelta(7))
    assert report["concerns"]["full"]["id"] == "TAKE_ONLY"
    assert report["answer"]["action"] == "allies.give"


def test_a_promise_that_is_due_goes_before_it(terminal: Terminal) -> None:
    """The deck for Tom, promised for Monday, is first; the page for Ida comes behind it."""
    talks(terminal)
    terminal.type("log", "saw Tom", f"next {AFTER} tom: the deck", today="2027-02-20")
    listed = facts(terminal, "today", "--list", today=AFTER)["choices"]
    assert [one["sentence"] for one in listed][:1] == ["the deck"]
    assert listed[1]["action"] == "allies.make-helper"


def test_left_undone_it_stands_on_three_days_running_at_most(terminal: Terminal) -> None:
    """Then the same ask goes to somebody else, or another step comes."""
    talks(terminal)
    steps = [
        facts(terminal, "today", today=AFTER + timedelta(distance))["step"] for distance in range(6)
    ]
    same = [(one["action"], one["person"]) for one in steps]
    assert same[:3] == [("allies.make-helper", "Ida")] * 3
    assert same[3] != same[2]


def test_the_first_week_asks_for_nothing_of_the_kind(terminal: Terminal) -> None:
    """No report raises a concern in it."""
    step = facts(terminal, "today", today=MONDAY + timedelta(1))["step"]
    assert step["reason"]["kind"] != "finding"
