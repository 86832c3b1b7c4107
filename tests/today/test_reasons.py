"""The reason of a step is true."""

from __future__ import annotations

import pytest

from pmpath.coach.today.candidates import steps
from pmpath.coach.today.proposal import Reason, Step
from pmpath.render.phrases.steps import why
from tests.build import day, entry, situation
from tests.commands.conftest import Terminal

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
DAY_ONE = "2026-11-02"


def reason(terminal: Terminal, *words: str) -> str:
    """The `Why` of a screen on one line."""
    return " ".join(terminal.type(*words).split())


def test_a_contact_of_init_is_asked_because_they_were_named(empty: Terminal) -> None:
    """`--contact "Lena (PM)"`, `log coffee with Léa Müller 10m`: her track waits for nothing."""
    empty.type(*INIT, "--contact", "Lena (PM)", today=DAY_ONE)
    named = "you named Lena at the start; no contact with Lena is logged yet"
    assert named in reason(empty, "today")
    empty.type("log", "coffee with Léa Müller 10m")
    assert named in reason(empty, "today")
    assert "asked in the first week" in reason(empty, "why", "today")


def test_who_was_named_is_not_replaced_by_nobody(empty: Terminal) -> None:
    """After three days another step comes: the reason named nobody, "you named  at the start"."""
    empty.type(*INIT, "--contact", "Marta (PM)", "--contact", "Olu (sales)", today=DAY_ONE)
    empty.type("log", "coffee with Marta 20m")
    for number in range(3, 7):
        empty.today = f"2026-11-0{number}"
        shown = reason(empty, "today")
        assert "Why you named" not in shown or "named Olu at the start" in shown


@pytest.mark.parametrize("later", ["2026-11-02", "2026-11-20", "2026-12-10", "2027-01-15"])
def test_no_two_tracks_have_waited_longest(empty: Terminal, later: str) -> None:
    """`today --list` says of each track when its last step was."""
    empty.type(*INIT, today=DAY_ONE)
    empty.type("log", "coffee with Lea 10m")
    empty.type("log", "listened in on a customer call with Nordfrakt 20m")
    choices = [reason(empty, "today", "--list"), reason(empty, "today", "--list", "--minutes=90")]
    empty.today = later
    assert "waited longest" not in " ".join([*choices, reason(empty, "today", "--list")])


def test_a_track_names_the_day_of_its_last_step() -> None:
    """However long the others waited."""
    step = Step("Read", 15, Reason("track", "Reading", day(1), days=4))
    assert (
        why(step, day(5)) == 'the last step for the track "Reading" was on Tue 12 Jan, 4 days ago'
    )


def test_what_belongs_in_the_first_quarter_says_so() -> None:
    """Asking for a seat in a customer call, 70 days into the plan."""
    met = [entry(day(number), track="allies") for number in range(1, 70, 3)]
    found = [one for one in steps(situation(met, day(70)), 240) if one.reason.kind == "first"]
    assert "customers.ask-seat" in [one.action for one in found]
    assert "it is for the first quarter of the plan: " in why(found[0], day(70))


def test_a_deck_that_is_owed_is_no_meeting(empty: Terminal) -> None:
    """`promised Lena the deck by 9 nov` after `asked Lena for a coffee`: nobody is met for it."""
    empty.type(*INIT, today=DAY_ONE)
    empty.type("log", "asked Lena (PM) for a coffee")
    empty.type("log", "promised Lena the deck by 9 nov")
    empty.today = "2026-11-09"
    said = reason(empty, "today")
    assert "promised to Lena on Mon 2 Nov" in said
    assert "Done when" not in said
