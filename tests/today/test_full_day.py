"""The minutes of a day are filled; with nothing useful left, it has enough."""

from __future__ import annotations

import json

import pytest

from pmpath.coach.numbers.pace import PlannedMinutes
from pmpath.coach.today.step import steps_of_day
from pmpath.domain.entry import ASK
from tests import build
from tests.commands.conftest import SETUP, Terminal

ANSWERS = {"contacts": ["Lena (PM)"], "customer_last": "never"}


@pytest.mark.parametrize(
    ("logged", "open_minutes"), [(0, 30), (10, 20), (20, 10), (21, 0), (30, 0), (90, 0)]
)
def test_what_is_logged_is_taken_off_the_day(logged: int, open_minutes: int) -> None:
    """Thirty planned; fewer than ten left count as full."""
    done = [build.entry(build.day(1), logged)] if logged else []
    assert build.situation(done, build.day(1)).open_minutes == open_minutes


def test_engineering_takes_nothing_off() -> None:
    """It is not a path minute."""
    coded = build.entry(build.day(1), 120, tags=("engineering",))
    assert build.situation([coded], build.day(1)).open_minutes == 30


def test_a_short_step_is_followed_by_work_at_the_desk() -> None:
    """Asking takes five minutes of thirty; the rest is filled, in three lines at most."""
    here = build.situation(on=build.roadmap(answers=ANSWERS), today=build.day(1))
    first, *then = steps_of_day(here, 30)
    assert first.half == ASK
    assert then[0].half != ASK
    assert sum(one.minutes for one in (first, *then)) <= 30
    assert len(then) <= 2


def test_minutes_that_are_asked_for_are_filled(terminal: Terminal) -> None:
    """`today --minutes 120` on a day of thirty: several lines, together at most 120."""
    data = json.loads(terminal.type("today", "--minutes", "120", "--json"))["data"]
    lines = [data["step"], *data["then"]]
    assert len(lines) > 1
    assert 110 < sum(one["minutes"] for one in lines) <= 120


def test_minutes_that_are_asked_for_count_what_is_logged(terminal: Terminal) -> None:
    """Thirty of sixty are done, so thirty are open; with all of them done, as much again is."""
    terminal.type("log", "read", "a", "chapter", "30m")
    assert (
        json.loads(terminal.type("today", "--minutes", "60", "--json"))["data"]["open_minutes"]
        == 30
    )
    terminal.type("log", "read", "on", "40m")
    assert (
        json.loads(terminal.type("today", "--minutes", "15", "--json"))["data"]["open_minutes"]
        == 15
    )


def test_a_day_that_had_less_to_offer_is_planned_at_that(terminal: Terminal) -> None:
    """`done` in five minutes less than planned closes the day; nobody is behind for them."""
    terminal.type("done", "25m", today="2027-01-12")
    last = json.loads(terminal.log.splitlines()[-1])
    assert last["planned"] == 25
    shown = json.loads(terminal.type("today", "--json", today="2027-01-13"))["data"]
    assert shown["pace"]["kind"] != "short"


def test_a_day_of_its_full_length_keeps_its_plan(terminal: Terminal) -> None:
    """Nothing is noted."""
    terminal.type("done", "30m", today="2027-01-12")
    assert "planned" not in json.loads(terminal.log.splitlines()[-1])


def test_what_was_put_aside_does_not_shorten_the_plan(terminal: Terminal) -> None:
    """Who declines the rest of a day chose that; the plan of the day stays."""
    terminal.type("today", "--other", today="2027-01-12")
    terminal.type("done", "22m")
    assert "planned" not in json.loads(terminal.log.splitlines()[-1])


def test_the_first_day_after_a_gap_is_planned_at_its_small_step(terminal: Terminal) -> None:
    """Two days were missed; fifteen minutes are offered on the third, and that is its plan."""
    terminal.type("done", today="2027-01-11")
    terminal.type("done", today="2027-01-14")
    assert json.loads(terminal.log.splitlines()[-1])["planned"] == 15


def test_the_greater_of_two_notes_counts_whatever_the_order() -> None:
    """Two machines both closed the day; pace takes what both offered."""
    notes = [build.entry(build.day(1), 10, planned=10), build.entry(build.day(1), 10, planned=20)]
    for records in (notes, notes[::-1]):
        planned = PlannedMinutes(build.roadmap(), build.journal(records))
        assert planned.on(build.day(1)) == 20


def test_a_note_never_raises_a_plan() -> None:
    """Of a plan of thirty minutes, thirty stay."""
    noted = build.entry(build.day(1), 90, planned=90)
    assert PlannedMinutes(build.roadmap(), build.journal([noted])).on(build.day(1)) == 30


def test_a_plan_that_begins_on_a_day_without_minutes_says_how_to_begin_now(empty: Terminal) -> None:
    """A Sunday is a rest day; the first step is named with the command that takes it today."""
    empty.type(*SETUP, "--contact", "Lena (PM)", today="2027-01-10")
    shown = empty.type()
    assert "A rest day. Nothing is due." in shown
    assert "To do it today     pmpath today --minutes 5" in shown
    empty.type("done", code=2)
    assert "pmpath today --minutes 15" in empty.err
    assert "Ask Lena (PM)" in empty.type("today", "--minutes", "5")
    assert "Done: Asked Lena (PM)" in empty.type("done")
    told = [line for line in empty.type("history", "--all").splitlines() if "Lena" in line]
    assert "Asked Lena (PM)" in told[-1]
    assert "Undone: Asked Lena (PM)" in empty.type("undo")


def test_a_later_day_without_minutes_offers_nothing(empty: Terminal) -> None:
    """Rest is rest once the plan has begun."""
    empty.type(*SETUP, "--contact", "Lena (PM)", today="2027-01-09")
    shown = empty.type(today="2027-01-10")
    assert "A rest day. Nothing is due." in shown
    assert "To do it today" not in shown


def test_done_on_a_day_off_records_no_step_that_was_not_shown(terminal: Terminal) -> None:
    """On a Sunday nothing stood, also after something was logged: there is no step to record."""
    sunday = "2027-01-17"
    assert "A rest day. Nothing is due." in terminal.type("today", today=sunday)
    terminal.type("log", "read ten pages of Inspired 20m", today=sunday)
    before = terminal.log
    terminal.type("done", today=sunday, code=2)
    assert "You have done enough for today." in terminal.err
    assert terminal.log == before
