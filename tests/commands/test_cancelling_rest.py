from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal

FAMILY = ("rest", "2027-01-13..2027-01-20", "family")


def rests(terminal: Terminal) -> list[str]:
    """Every rest that counts, by its days."""
    shown = terminal.type("history", "--all", "-n", "0", "--json", "rest")
    found = json.loads(shown)["data"]["records"]
    return [one["told"] for one in found if one["kind"] == "rest" and not one["undone"]]


@pytest.mark.parametrize(
    ("days", "left", "said"),
    [
        ("2027-01-13", ["Thu 14 Jan to Wed 20 Jan"], "Wed 13 Jan, 1 day"),
        ("2027-01-20", ["Wed 13 Jan to Tue 19 Jan"], "Wed 20 Jan, 1 day"),
        ("2027-01-15", ["Wed 13 Jan to Thu 14 Jan", "Sat 16 Jan to Wed 20 Jan"],
         "Fri 15 Jan, 1 day"),
        ("2027-01-15..2027-01-19", ["Wed 13 Jan to Thu 14 Jan", "Wed 20 Jan"],
         "Fri 15 Jan to Tue 19 Jan, 5 days"),
        ("2027-01-13..2027-01-20", [], "Wed 13 Jan to Wed 20 Jan, 8 days"),
        ("2027-01-11..2027-02-01", [], "Wed 13 Jan to Wed 20 Jan, 8 days"),
        ("fri", ["Wed 13 Jan to Thu 14 Jan", "Sat 16 Jan to Wed 20 Jan"], "Fri 15 Jan, 1 day"),
    ],
)  # fmt: skip
def test_days_of_a_rest_are_taken_back_and_the_others_stay(
    terminal: Terminal, days: str, left: list[str], said: str
) -> None:
    """Whole, at an end, in the middle; one undo brings all of it again."""
    terminal.type(*FAMILY)
    before = terminal.type("report", "all", "--json")
    assert terminal.type("rest", "--cancel", days).startswith(f"Canceled: rest on {said}. ")
    assert rests(terminal) == [f"rest on {one}" for one in left]
    terminal.type("undo")
    assert rests(terminal) == ["rest on Wed 13 Jan to Wed 20 Jan"]
    assert terminal.type("report", "all", "--json") == before
    terminal.type("undo", "--back")
    assert rests(terminal) == [f"rest on {one}" for one in left]


def test_a_cancelled_day_counts_again(terminal: Terminal) -> None:
    """It is missed like any other once it is over; the reason stays with what is left."""
    terminal.type(*FAMILY)
    terminal.type("rest", "--cancel", "2027-01-15")
    report = json.loads(terminal.type("report", "--json", today="2027-01-18"))["data"]
    assert report["since_start"]["days"] == 2
    week = json.loads(terminal.type("report", "2027-01-18..2027-01-20", "--json"))["data"]
    assert week["off_reason"] == "family"


def test_several_rests_are_cancelled_at_once_and_undone_at_once(terminal: Terminal) -> None:
    """Two records that overlap, and a day of a third; alone the command means today."""
    terminal.type("rest")
    terminal.type(*FAMILY)
    terminal.type("rest", "2027-01-20", "fair")
    terminal.type("rest", "--cancel", "2027-01-19..2027-01-20")
    assert rests(terminal) == ["rest on Mon 11 Jan", "rest on Wed 13 Jan to Mon 18 Jan"]
    terminal.type("undo")
    assert rests(terminal) == [
        "rest on Mon 11 Jan", "rest on Wed 13 Jan to Wed 20 Jan", "rest on Wed 20 Jan",
    ]  # fmt: skip
    terminal.type("rest", "--cancel")
    assert "rest on Mon 11 Jan" not in rests(terminal)
    terminal.type("rest", "cancel", "2027-01-14")
    assert "rest on Wed 13 Jan" in rests(terminal)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ("2027-03-01", 3, "No rest is recorded on Mon 1 Mar."),
        ("2027-01-15 family", 2, '"family" is not a day.'),
        ("2027-01-20..2027-01-15", 2, "2027-01-15 is before 2027-01-20."),
        ("3 days", 2, '"3 days" does not say which days.'),
    ],
)
def test_what_cannot_be_cancelled_is_said_and_nothing_is_written(
    terminal: Terminal, words: str, code: int, sentence: str
) -> None:
    """With what would be right."""
    terminal.type(*FAMILY)
    before = terminal.log
    terminal.type("rest", "--cancel", *words.split(), code=code)
    assert terminal.err.startswith(f"pmpath: {sentence}\n")
    assert terminal.log == before


def test_the_command_that_is_named_brings_the_rest_again(terminal: Terminal) -> None:
    """Even when something was recorded since."""
    terminal.type(*FAMILY)
    shown = terminal.type("rest", "--cancel", "2027-01-15")
    terminal.type("log", "coffee")
    terminal.type(*shown.partition("To undo: pmpath ")[2].split())
    assert rests(terminal) == ["rest on Wed 13 Jan to Wed 20 Jan"]
    assert "1 entry." in terminal.type("history")


@pytest.mark.parametrize("words", [("rest", ""), ("rest", " ", ""), ("rest", "--cancel", "")])
def test_an_empty_day_of_rest_is_not_today(terminal: Terminal, words: tuple[str, ...]) -> None:
    """It is mostly a variable of the shell that is not set."""
    terminal.type("rest")
    before = terminal.log
    terminal.type(*words, code=2)
    assert terminal.log == before
