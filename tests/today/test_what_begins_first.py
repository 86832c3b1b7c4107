"""Whom to ask next, and what has to begin first."""

from __future__ import annotations

from datetime import timedelta

from pmpath.coach.contacts.leaders import side_to_tell
from pmpath.coach.contacts.people import everybody_answered
from pmpath.coach.today.begin import latest_starts
from pmpath.domain.entry import ASK, THEM, Entry, Next
from tests import build

DUE = build.day(60)


def _asked(person: str, action: str) -> Entry:
    answer = Next(THEM, person, "an answer", build.day(8))
    return build.entry(
        build.day(1), 5, people=(person,), action=action, half=ASK, next=answer, text="asked"
    )


def test_a_no_ends_the_waiting_for_a_single_answer() -> None:
    """Before it somebody is awaited; after it nobody is, so that somebody else may be asked."""
    asked = _asked("Nia (PM)", "allies.mentor")
    assert not everybody_answered(build.journal([asked]), "allies.mentor")
    no = build.entry(build.day(3), 5, people=("Nia (PM)",), text="Nia answered: no time")
    assert everybody_answered(build.journal([asked, no]), "allies.mentor")
    assert not everybody_answered(build.journal([asked, no]), "sponsors.ask-gap")


def test_the_second_leader_is_of_the_other_side() -> None:
    """Where one of sales was asked, the next one is of marketing; either will do before."""
    asked = _asked("Omar (head of sales)", "sponsors.tell")
    assert side_to_tell(build.roadmap(), build.journal()) == ""
    assert side_to_tell(build.roadmap(), build.journal([asked])) == "marketing-leader"


def test_more_people_have_to_be_asked_earlier() -> None:
    """Five coffees begin sixteen days before one; what waits for another step begins before it."""
    here = build.situation(today=build.day(1))
    coffee, drawn = (build.CATALOG.actions[key] for key in ("allies.coffee", "allies.map"))
    one = latest_starts(here, [(coffee, 1)], DUE)["allies.coffee"]
    five = latest_starts(here, [(drawn, 1), (coffee, 5)], DUE)
    assert one == DUE - timedelta(14)
    assert five["allies.coffee"] == one - timedelta(16)
    assert five["allies.map"] < five["allies.coffee"]
