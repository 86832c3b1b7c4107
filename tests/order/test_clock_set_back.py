from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest

from tests.commands.conftest import Terminal
from tests.order.conftest import OWN, OWN_ID, data, records, tried

NOON, BEFORE = "2027-01-12T12:00:00+00:00", "2027-01-12T11:58:00+00:00"
WRITING = (
    ("log", "coffee with @lena:pm 30m"),
    ("rest", "tomorrow"),
    ("today", "--other"),
    ("milestones", "done", "search.odds-known"),
    ("done",),
    ("roadmap", "move", "2028-02-07", "--because", "x"),
    ("replan", "--restart"),
    ("amend", "45m"),
    ("undo",),
    ("answer", "why", "people", "I", "met"),
    ("roadmap", "close", "--because", "paused"),
)


def dates(terminal: Terminal) -> list[tuple[str, str, str]]:
    """Every move of the date as the report of the whole time shows it."""
    moves = data(terminal, "report", "all")["date_moves"]
    return [(one["was"], one["now"], one["reason"]) for one in moves]


def test_two_moves_with_the_clock_ten_minutes_back_show_in_their_order(terminal: Terminal) -> None:
    """Both with their reasons; nothing is taken for an edit by hand."""
    terminal.type("roadmap", "move", "2028-02-07", "--because", "a release", today=NOON)
    terminal.type("roadmap", "move", "2028-03-06", "--because", "a birth",
                  today="2027-01-12T11:50:00+00:00")  # fmt: skip
    assert dates(terminal) == [
        ("2028-01-10", "2028-02-07", "a release"),
        ("2028-02-07", "2028-03-06", "a birth"),
    ]
    terminal.type("rest", "tomorrow")
    assert "by hand" not in terminal.log


@pytest.mark.parametrize("back", [BEFORE, "2027-01-12", "2026-11-02T08:00:00+09:00"])
def test_every_record_comes_after_those_above_it(terminal: Terminal, back: str) -> None:
    """Whatever wrote it, its instant is greater than every other in the log, on any clock."""
    for number, words in enumerate(WRITING):
        tried(terminal, *words, today=NOON if number % 2 else back)
    instants = [datetime.fromisoformat(one["at"]) for one in records(terminal)]
    assert len(instants) >= len(WRITING)
    assert all(before < after for before, after in pairwise(instants))


def test_what_the_clock_showed_stands_beside_an_instant_that_had_to_be_later(
    terminal: Terminal,
) -> None:
    """`next fri` is the Friday after the day on which it was typed, as that clock had it."""
    terminal.type("rest", "tomorrow", today="2027-01-20T12:00:00+00:00")
    terminal.type("log", "call with @ida:ceo next fri ida: numbers", today=NOON)
    entry = records(terminal, "action")[0]
    assert (entry["clock"], entry["day"]) == ("2027-01-12T12:00:00.000+00:00", "2027-01-12")
    assert entry["at"] == "2027-01-20T12:00:00.001+00:00"
    assert data(terminal, "history")["entries"][0]["next"]["day"] == "2027-01-15"
    assert "clock" not in records(terminal, "rest")[0]


def test_a_milestone_reached_and_reopened_is_open(terminal: Terminal) -> None:
    """Two minutes back on the clock between the two change nothing."""
    terminal.type("milestones", "done", "search.odds-known", today=NOON)
    terminal.type("milestones", "reopen", "search.odds-known", today=BEFORE)
    terminal.type("milestones", "done", "search.odds-known")
    terminal.type("milestones", "reopen", "search.odds-known")
    terminal.type("milestones", "reopen", "search.odds-known", code=2)


def test_a_milestone_dropped_and_restored_is_in_the_plan(terminal: Terminal) -> None:
    """And can be dropped again, as often as one likes, while the clock stands."""
    terminal.type(*OWN, today=NOON)
    terminal.type("milestones", "drop", OWN_ID, "--because", "no", today=NOON)
    terminal.type("milestones", "restore", OWN_ID, today=BEFORE)
    terminal.type("milestones", "drop", OWN_ID, "--because", "no")
    terminal.type("milestones", "restore", OWN_ID)
    terminal.type("milestones", "restore", OWN_ID, code=2)


def test_a_closed_plan_that_was_made_anew_runs(terminal: Terminal) -> None:
    """`replan` opens it, and a later `close` ends it again."""
    terminal.type("roadmap", "close", "--because", "paused", today=NOON)
    terminal.type("replan", "--restart", today=BEFORE)
    assert data(terminal, "report")["target"]["closed"] is None
    terminal.type("roadmap", "close", "--because", "paused")
    assert data(terminal, "report")["target"]["closed"]["because"] == "paused"


def test_the_restart_made_last_is_where_the_line_starts(terminal: Terminal) -> None:
    """Also where the clock had already shown the day after."""
    terminal.type("replan", "--restart", today="2027-01-13T12:00:00+00:00")
    terminal.type("replan", "--restart", today=NOON)
    terminal.type("log", "coffee with @lena:pm 30m", today=NOON)
    terminal.today = "2027-01-13T12:00:00+00:00"
    assert data(terminal, "report")["since_start"]["minutes"] == 30


def test_undo_and_amend_take_the_last_act(terminal: Terminal) -> None:
    """Not the one with the greatest id, nor the one with the latest clock."""
    terminal.type("log", "first 30m", today=NOON)
    terminal.type("log", "second 30m", today=BEFORE)
    terminal.type("amend", "45m", today="2027-01-12T11:00:00+00:00")
    minutes = {one["text"]: one["minutes"] for one in data(terminal, "history")["entries"]}
    assert minutes == {"first 30m": 30, "second 30m": 45}
    assert "the change of minutes in: second" in terminal.type(
        "undo", today="2027-01-12T10:00:00+00:00"
    )
    assert "second" in terminal.type("undo", today="2027-01-12T09:00:00+00:00")
    assert "first" in terminal.type("undo", today="2027-01-12T08:00:00+00:00")
    terminal.type("undo", code=3)


def test_undo_does_not_go_by_ids(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids begin with the real clock, which was set back here between two entries."""
    terminal.type("log", "first 30m")
    monkeypatch.setattr("pmpath.storage.log.append.new_id", lambda: "0" * 26)
    terminal.type("log", "second 30m")
    assert "second" in terminal.type("undo")


def test_one_more_step_is_offered_once(terminal: Terminal) -> None:
    """The wish for another step counts until something was done, also on a clock set back."""
    terminal.type("log", "coffee with @lena:pm 30m", today=NOON)
    terminal.type("today", "--other", today=NOON)
    assert data(terminal, "today")["step"] is not None
    terminal.type("log", "tea with @lena:pm 30m", today=BEFORE)
    assert data(terminal, "today")["step"] is None


def test_history_has_the_order_of_instants_in_the_hour_that_comes_twice(terminal: Terminal) -> None:
    """When clocks go back an hour, 02:30 in summer comes before 02:10 in winter."""
    terminal.type("log", "in summer 30m", today="2027-10-31T02:30:00+02:00")
    terminal.type("log", "in winter 30m", today="2027-10-31T02:10:00+01:00")
    texts = [one["text"] for one in data(terminal, "history")["entries"]]
    assert texts == ["in summer 30m", "in winter 30m"]


def test_one_record_from_far_ahead_is_the_only_one_that_doctor_names(terminal: Terminal) -> None:
    """Those after it have their instants from it, and their own clock beside."""
    terminal.type("log", "ahead 30m", today="2031-05-05T12:00:00+00:00")
    for number in range(3):
        terminal.type("log", f"entry {number} 30m", today=NOON)
    terminal.type("rest", "tomorrow")
    remarks = data(terminal, "doctor")["remarks"]
    told = [one["told"] for one in remarks if one["code"] in ("log.future", "log.clock")]
    assert told == ["dated after today: line 3 (2031-05-05)."]


def test_a_later_move_on_an_earlier_day_is_told_and_undone_as_the_later_one(
    terminal: Terminal,
) -> None:
    """From Tokyo to San Francisco it is the day before again, and the last act is still last."""
    terminal.type("roadmap", "move", "2028-02-07", "--because", "a", today="2027-01-13T08:00+09:00")
    terminal.type("roadmap", "move", "2028-03-06", "--because", "b", today="2027-01-12T20:00-08:00")
    told = [one["told"] for one in data(terminal, "history", "--all")["records"]][1:]
    assert ["10 Jan 2028 to 7 Feb 2028" in told[0], "7 Feb 2028 to 6 Mar 2028" in told[1]] == [
        True, True,
    ]  # fmt: skip
    for date in ("2028-02-07", "2028-01-10"):
        terminal.type("undo")
        assert f"date = {date}" in (terminal.home / "roadmap.toml").read_text()
