"""Undoing or putting back a change says what the record was and what it is now."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal

COFFEE = "coffee with Lena · met Lena · allies (guessed)"


def handle(terminal: Terminal) -> str:
    """That of the only entry."""
    return terminal.type("history").partition("[")[2].partition("]")[0]


def said(terminal: Terminal, *words: str) -> str:
    """What a command says, its lines unfolded."""
    return " ".join(terminal.type(*words).split())


def test_the_undo_of_a_change_tells_the_entry_as_it_is_then(terminal: Terminal) -> None:
    """And putting the change back tells it the other way round."""
    terminal.type("log", "coffee with Lena 30m")
    terminal.type("amend", "45m")
    was, now = f"{COFFEE} · 45 min · Mon 11 Jan", f"{COFFEE} · 30 min · Mon 11 Jan"
    undone = said(terminal, "undo")
    assert "Undone: the change of minutes in: coffee with Lena, 30 min, Mon 11 Jan." in undone
    assert f"was: {was} now: {now} Put it back: pmpath undo --back" in undone
    back = said(terminal, "undo", "--back")
    assert "Put back: the change of minutes in: coffee with Lena, 45 min, Mon 11 Jan." in back
    assert back.endswith(f"was: {now} now: {was}")


@pytest.mark.parametrize(
    ("amended", "was", "now"),
    [
        (("@tomas:sales",), "met Lena, Tomas (sales)", "met Lena · "),
        (("--text", "lunch with Lena"), "was: lunch with Lena", "now: coffee with Lena"),
        (("--track", "customers"), "customers · 30 min", "allies (guessed) · 30 min"),
        (("worry: churn",), "worry: churn", "Mon 11 Jan"),
        (("--on", "2027-01-10"), "Sun 10 Jan", "Mon 11 Jan"),
        (("--drop", "@lena"), "was: coffee with Lena · allies", "met Lena · "),
    ],
)
def test_whatever_was_changed_shows_in_both(
    terminal: Terminal, amended: tuple[str, ...], was: str, now: str
) -> None:
    """People, words, track, notes and day, not the minutes alone."""
    terminal.type("log", "coffee with Lena 30m")
    terminal.type("amend", *amended)
    undone = said(terminal, "undo")
    before, _, after = undone.partition("was: ")[2].partition(" now: ")
    assert was.removeprefix("was: ") in before
    assert now.removeprefix("now: ") in after
    assert was not in f"now: {after}"


def test_the_undo_of_one_change_of_two_keeps_the_other(terminal: Terminal) -> None:
    """What is told is what holds after the call, not what the first words said."""
    terminal.type("log", "coffee with Lena 30m")
    terminal.type("amend", "45m")
    terminal.type("amend", "60m")
    assert "now: coffee with Lena · met Lena · allies (guessed) · 45 min" in said(terminal, "undo")


def test_an_entry_that_is_put_back_is_told_with_its_changes(terminal: Terminal) -> None:
    """Undone as a whole, it comes back as it was amended."""
    terminal.type("log", "coffee with Lena 30m")
    terminal.type("amend", "45m")
    key = handle(terminal)
    assert "Undone: coffee with Lena, 45 min, Mon 11 Jan." in said(terminal, "undo", key)
    assert "Put back: coffee with Lena, 45 min" in said(terminal, "undo", "--back", key)


def test_a_day_of_rest_that_comes_back_is_told_in_days(terminal: Terminal) -> None:
    """A rest has no words of its own: its days say it."""
    terminal.type("rest", "2027-01-20..2027-01-23")
    terminal.type("rest", "--cancel", "2027-01-23")
    undone = said(terminal, "undo")
    assert "was: rest on Wed 20 Jan to Fri 22 Jan. now: rest on Wed 20 Jan to Sat 23 Jan." in undone


def test_the_change_of_an_undone_entry_tells_no_state_that_does_not_hold(
    terminal: Terminal,
) -> None:
    """Nothing is now what nobody sees."""
    terminal.type("log", "coffee with Lena 30m")
    terminal.type("amend", "45m")
    acts = json.loads(terminal.type("history", "--all", "--json"))["data"]["records"]
    change = next(one["handle"] for one in acts if one["kind"] == "amend")
    terminal.type("undo", handle(terminal))
    assert "now:" not in terminal.type("undo", change)
