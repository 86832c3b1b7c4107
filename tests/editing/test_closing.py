"""`pmpath roadmap close` and what every screen says from then on."""

from __future__ import annotations

import json

import pytest

from pmpath.domain.kinds import Close
from pmpath.domain.log.journal import fold
from tests.build import day, plan
from tests.commands.conftest import Terminal
from tests.editing.conftest import kept

CLOSE = ("roadmap", "close", "--because")


def ended(number: int, because: str = "paused") -> Close:
    return Close(f"{number:026d}", f"{day(number)}T12:00:00+00:00", day(number), because)


def test_the_latest_end_holds_until_a_later_plan_restarts() -> None:
    """A plan without a restart, such as a hand edit, does not open it."""
    edited, again = plan(day(5)), plan(day(9), restart=True)
    assert fold([ended(3), edited]).closed == ended(3)
    assert fold([ended(4, "decided-against"), ended(3)]).closed == ended(4, "decided-against")
    assert fold([again, ended(3)]).closed is None
    assert fold([again, ended(12)]).closed == ended(12)


@pytest.mark.parametrize(
    ("because", "first", "offer"),
    [
        ("arrived", "Arrived            Wed 3 Mar: the seat", "First 90 days      In week one"),
        ("decided-against", "Decided against    Wed 3 Mar: the seat", "a result of the test"),
        ("paused", "Paused since       Wed 3 Mar: the seat", "To go on           pmpath replan"),
    ],
)
def test_a_closed_plan_says_so_and_proposes_nothing(
    terminal: Terminal, because: str, first: str, offer: str
) -> None:
    """Bare pmpath, report and status; the promise to a person stays in sight."""
    terminal.type("log", "coffee", "@lena:pm", "next", "fri", "lena:", "slides", today="2027-03-03")
    said = terminal.type(*CLOSE, because, "--note", "the seat")
    assert (first in said, offer in said) == (True, True)
    shown = terminal.type(today="2027-03-04")
    assert "closed 3 Mar 2027" in shown.splitlines()[0]
    assert (first in shown, offer in shown) == (True, True)
    assert ("pmpath done" in shown, "Today" in shown, "Next," in shown) == (False, False, False)
    assert "You owe            Lena (PM), by Fri 5 Mar: slides" in shown
    assert terminal.type("status") == "▸\n"
    report = terminal.type("report", today="2027-03-10")
    assert offer.split("  ")[0] in report
    for word in ("Next week", "Next due", "Open ", "0 of", "weeks left", "draft"):
        assert word not in report, word


def test_the_days_after_the_end_are_in_no_count(terminal: Terminal) -> None:
    """The promise ends with the day on which the plan was closed."""
    terminal.type(*CLOSE, "paused", today="2027-01-20")
    report = json.loads(terminal.type("report", "--json", today="2027-01-24"))["data"]
    # Monday to Wednesday, half an hour each.
    assert report["this_period"]["promised"] == 90
    later = json.loads(terminal.type("report", "--json", today="2027-03-24"))["data"]
    assert (later["this_period"]["promised"], later["this_period"]["days"]) == (0, 0)
    assert later["next_steps"] == []


def test_replan_opens_it_and_the_line_starts_there(terminal: Terminal) -> None:
    """What was promised during the pause is never asked for."""
    terminal.type(*CLOSE, "paused", today="2027-01-20")
    terminal.type("replan", "--restart", "--because", "back", today="2027-03-22")
    shown = terminal.type(today="2027-03-23")
    assert "pmpath done" in shown
    assert "closed" not in shown
    report = json.loads(terminal.type("report", "--json"))["data"]
    assert report["since_start"]["promised"] == 30


def test_the_week_before_the_end_looks_as_it_did(terminal: Terminal) -> None:
    """A report of a week that was over then knows nothing of it."""
    terminal.type(*CLOSE, "arrived", today="2027-01-20")
    assert "Arrived" not in terminal.type("report", "2027-W02", today="2027-01-25")


def test_an_end_can_be_taken_back_and_changed(terminal: Terminal) -> None:
    """`undo` retracts it; a pause can become a decision; the same end twice is refused."""
    terminal.type(*CLOSE, "paused", today="2027-01-20")
    terminal.type(*CLOSE, "paused", today="2027-01-25", code=2)
    assert terminal.err == (
        "pmpath: The plan has been closed since Wed 20 Jan: paused.\n"
        "  To open it again: pmpath replan\n"
    )
    terminal.type(*CLOSE, "decided-against")
    assert "Decided against" in terminal.type()
    assert "the plan closed as decided-against" in terminal.type("undo")
    assert "Paused since" in terminal.type()


def test_done_on_a_closed_plan_names_both_ways_on(terminal: Terminal) -> None:
    """Exit 2; the words that were typed are offered to log."""
    terminal.type(*CLOSE, "paused")
    terminal.type("done", "coffee", code=2)
    assert terminal.err == (
        "pmpath: The plan is closed, so there is no step to record.\n"
        "  To log what you did: pmpath log coffee\n  To open the plan again: pmpath replan\n"
    )


def test_an_end_that_is_none_is_refused(terminal: Terminal) -> None:
    """Exit 2 with the three there are; nothing is recorded."""
    terminal.type(*CLOSE, "arived", code=2)
    assert terminal.err == (
        'pmpath: Unknown reason to close the plan: "arived".\n'
        "  Write arrived, decided-against or paused.\n"
    )
    assert kept(terminal, "close") == []


def test_an_end_of_an_unknown_kind_is_a_bad_line(terminal: Terminal) -> None:
    """It is passed over and counted, and closes nothing."""
    terminal.type(*CLOSE, "paused")
    path = terminal.home / "log.jsonl"
    path.write_text(path.read_text("utf-8").replace('"paused"', '"asleep"'), "utf-8")
    shown = terminal.type()
    assert "1 line of log.jsonl" in shown
    assert "pmpath done" in shown


def test_a_plan_that_ends_on_a_day_of_rest_is_closed_and_not_resting(terminal: Terminal) -> None:
    """Its days off have no last one, and none is looked for."""
    terminal.type(*CLOSE, "paused", today="2027-01-17")
    shown = json.loads(terminal.type("today", "--json"))
    assert (shown["data"]["is_rest_day"], shown["data"]["off_until"]) == (False, None)
    assert shown["data"]["target"]["closed"]["because"] == "paused"
