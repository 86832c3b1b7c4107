from __future__ import annotations

import shutil
from typing import Any

import pytest

from tests.commands.conftest import Terminal
from tests.order.conftest import data, records, written
from tests.order.test_clock_set_back import dates

ZERO = "0" * 20


def head(number: int, at: str, kind: str, **fields: Any) -> dict[str, Any]:
    """A record as earlier versions wrote it at this time of 12 January."""
    instant = f"2027-01-12T{at}.000+00:00"
    return {"id": f"{ZERO}{number:06d}", "at": instant, "day": "2027-01-12", "kind": kind, **fields}


def plan(terminal: Terminal, number: int, at: str, target: str, **more: Any) -> dict[str, Any]:
    """A plan record like that of init, with another date."""
    first = records(terminal, "plan")[0]
    kept = {key: first[key] for key in ("minutes", "scope")}
    return head(number, at, "plan", target=target, **kept, **more)


@pytest.fixture
def moved(terminal: Terminal) -> Terminal:
    """Two moves of the date, ten minutes back on the clock between them."""
    lines = [
        plan(terminal, 1, "12:00:00", "2028-02-07", reason="a release"),
        plan(terminal, 2, "11:50:00", "2028-03-06", reason="a birth"),
    ]
    written(terminal, lines)
    roadmap = terminal.home / "roadmap.toml"
    roadmap.write_text(roadmap.read_text().replace("date = 2028-01-10", "date = 2028-03-06"))
    terminal.today = "2027-01-12T11:55:00+00:00"
    return terminal


MOVES = [("2028-01-10", "2028-02-07", "a release"), ("2028-02-07", "2028-03-06", "a birth")]


def test_moves_written_on_a_clock_set_back_are_read_in_their_order(moved: Terminal) -> None:
    """The lines of one machine say it; nothing has to be recorded again."""
    assert dates(moved) == MOVES
    moved.type("rest", "tomorrow")
    moved.type("milestones", "done", "search.odds-known")
    assert len(records(moved, "plan")) == 3
    assert dates(moved) == MOVES


@pytest.mark.parametrize("rewrites", [("doctor", "--repair", "--yes"), ("doctor", "--merge", "x")])
def test_the_order_outlives_what_rewrites_the_log(
    moved: Terminal, rewrites: tuple[str, ...]
) -> None:
    """A repaired or joined log says in a line of its own which lines were in order."""
    written(moved, [head(3, "11:52:00", "rest", until="2027-01-13")])
    if "--repair" in rewrites:
        with (moved.home / "log.jsonl").open("a") as log:
            log.write("half a li\n")
    else:
        shutil.copy(moved.home / "log.jsonl", moved.home / "x")
        other = Terminal(moved.home / "x", moved.captured)
        with other.home.open("a") as log:
            log.write('{"id":"Z","at":"2027-01-10T08:00:00+00:00","day":"2027-01-10",'
                      '"kind":"rest"}\n')  # fmt: skip
    moved.type(*rewrites)
    assert any((moved.home / "backups").glob("log-*"))
    assert dates(moved) == MOVES
    assert '"of":["' in moved.log
    moved.type("rest", "tomorrow")
    assert len(records(moved, "plan")) == 3
    moved.type("doctor", "--restore", "1", "--yes")
    assert dates(moved) == MOVES


def test_a_milestone_reached_and_reopened_on_a_clock_set_back_is_open(terminal: Terminal) -> None:
    """And one that was reached again after that is reached."""
    key = "search.odds-known"
    written(terminal, [
        head(1, "12:00:00", "milestone", of=key),
        head(2, "11:58:00", "milestone", of=key, reopened=True),
    ])  # fmt: skip
    terminal.type("milestones", "reopen", key, code=2)
    written(terminal, [head(3, "11:57:00", "milestone", of=key)])
    terminal.type("milestones", "done", key, code=2)


def test_undo_takes_the_last_line_of_a_clock_set_back(terminal: Terminal) -> None:
    """Then what changed the entry before, then that entry, then the one above it."""
    written(terminal, [
        head(3, "12:00:00", "action", text="first", minutes=30),
        head(2, "11:50:00", "action", text="second", minutes=30),
        head(4, "11:51:00", "amend", of=f"{ZERO}000002", set={"minutes": 45}),
    ])  # fmt: skip
    terminal.today = "2027-01-12T11:52:00+00:00"
    assert "the change of minutes in: second, 30 min" in terminal.type("undo")
    assert "second, 30 min" in terminal.type("undo")
    assert "first" in terminal.type("undo")


def test_an_entry_keeps_the_day_on_which_its_words_were_typed(terminal: Terminal) -> None:
    """A line from next year above it moves its place, and no word of it."""
    written(terminal, [
        head(1, "12:00:00", "rest") | {"at": "2028-12-31T12:00:00+00:00"},
        head(2, "12:00:00", "action", text="call next fri ida: numbers", minutes=30),
    ])  # fmt: skip
    terminal.today = "2027-01-12"
    (entry,) = data(terminal, "history")["entries"]
    assert entry["clock"] == "2027-01-12T12:00:00.000+00:00"


def test_history_and_undo_take_the_correction_that_reports_take(terminal: Terminal) -> None:
    """Also where no program of ours can have written the instants: one log has one reading."""
    entry = head(1, "12:00:00", "action", text="coffee", minutes=15)
    written(terminal, [
        entry, head(2, "11:59:00", "amend", of=entry["id"], set={"minutes": 33}),
        head(3, "11:58:00", "amend", of=entry["id"], set={"minutes": 44}),
        head(4, "12:01:00", "action", text="tea", minutes=15),
        head(5, "11:57:00", "amend", of=f"{ZERO}000004", set={"minutes": 20}),
        head(6, "11:56:00", "retract", of=f"{ZERO}000004"),
    ])  # fmt: skip
    counted = {one["text"]: one["minutes"] for one in data(terminal, "history")["entries"]}
    acts = data(terminal, "history", "--all")["records"]
    entries = [one for one in acts if one["kind"] == "action" and not one["undone"]]
    assert [f"{text}, {minutes} min" for text, minutes in counted.items()] == [
        one["told"].rpartition(",")[0] for one in entries
    ]
