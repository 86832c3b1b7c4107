"""Whom to ask next, and what has to begin first."""

from __future__ import annotations

from datetime import timedelta

from pmpath.coach.contacts.leaders import side_to_tell
from pmpath.coach.contacts.people import everybody_answered, refused
from pmpath.coach.plan.asking import least_days
from pmpath.coach.today.agenda import agenda
from pmpath.coach.today.begin import latest_starts
from pmpath.coach.today.regular import scanning
from pmpath.domain.entry import ASK, ME, THEM, Entry, Next
from pmpath.render.phrases.steps import why
from tests import build
from tests.plan.simulated import plan

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


def test_an_ask_goes_before_work_at_the_desk() -> None:
    """It takes five minutes and then days; work at the desk follows it on the same day."""
    here = build.situation([], build.day(30))
    found = list(agenda(here, 30))
    assert found[0].half == ASK
    assert any(one.half != ASK for one in found)


def test_a_second_leader_may_be_asked_while_one_answer_is_out() -> None:
    """One told, a no of the other side: that side is asked for until one of it knows."""
    told = build.entry(
        build.day(1),
        action="sponsors.tell",
        people=("Omar (head of sales)",),
        track="sponsors",
        event="told",
        text="told Omar that I want to move",
    )
    asked = _asked("Vera (VP marketing)", "sponsors.tell")
    assert side_to_tell(build.roadmap(), build.journal([told, asked])) == "marketing-leader"


def test_who_said_no_is_known_and_who_agreed_is_not_among_them() -> None:
    """A no ends the asking of one; a day that was agreed on does not."""
    asked = [_asked("Nia (PM)", "allies.coffee"), _asked("Ben (PM)", "allies.coffee")]
    no = build.entry(build.day(3), 5, people=("Nia (PM)",), text="Nia answered: no time")
    held = Next(ME, "Ben (PM)", "the meeting", build.day(9))
    yes = build.entry(build.day(3), 5, people=("Ben (PM)",), text="Ben answered: yes", next=held)
    assert refused(build.journal(asked), "allies.coffee") == []
    assert refused(build.journal([*asked, no, yes]), "allies.coffee") == ["nia"]


def test_no_milestone_is_due_before_people_can_have_answered() -> None:
    """Five coffees take 30 days and a week before; a plan of 26 weeks gives them six weeks."""
    five, alone = build.CATALOG.milestones["allies.five-met"], "search.odds-known"
    assert least_days(five, build.CATALOG.actions) == 37
    assert least_days(build.CATALOG.milestones[alone], build.CATALOG.actions) == 0
    for hours in (2, 4, 5, 10):
        for profile in ("ic", "senior", "step"):
            made = plan(hours, profile, 26)
            due = {one.id: made.due_day(one) for one in made.milestones_in_scope}
            assert due["allies.five-met"] >= build.day(37)
            assert due["roadmap.statement-tested"] >= build.day(18)


def test_a_scan_stands_on_three_days_of_a_week_and_says_why() -> None:
    """From a week after the last one on; the reason is its own, not that of its track."""
    last = build.entry(build.START, action="search.scan", track="search")
    seen = []
    for number in range(1, 22):
        here = build.situation([last], build.day(number))
        if list(scanning(here)):
            seen.append(number)
    assert seen == [7, 8, 9, 14, 15, 16, 21]
    step = next(scanning(build.situation([last], build.day(8))))
    said = why(step, build.day(8))
    assert said.startswith("a scan for openings comes every week; the last time was on ")
    first = next(scanning(build.situation([], build.day(8))))
    assert (
        why(first, build.day(8)) == "a scan for openings comes every week; this is the first time"
    )
