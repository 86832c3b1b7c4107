"""Once an offer is accepted: what is left to do, and nothing that led there."""

from __future__ import annotations

from pmpath.coach.today.candidates import steps
from pmpath.coach.today.step import steps_of_day
from pmpath.domain.entry import ME, Next
from pmpath.domain.kinds import MilestoneDone, Record
from pmpath.render.screens.today import draw_today
from pmpath.reports.today import today_report
from tests import build
from tests.commands.conftest import Terminal

ACCEPTED_ON = build.day(100)
LEFT = ["search.notice", "search.thanks", "search.first-90"]


def accepted() -> Record:
    at = f"{ACCEPTED_ON}T08:00:00+00:00"
    return MilestoneDone("m" * 26, at, ACCEPTED_ON, "search.offer")


def proposed(*records: Record, number: int = 101) -> list[str]:
    here = build.situation([accepted(), *records], build.day(number))
    return [one.action for one in steps(here, 240)]


def test_what_is_left_is_notice_thanks_and_the_first_page() -> None:
    """No coffee, no scan, no application, whatever milestones are open."""
    assert proposed() == LEFT
    before = build.situation([], build.day(101))
    assert not set(LEFT) & {one.action for one in steps(before, 240)}


def test_what_was_done_is_left_no_more() -> None:
    """Each once; then the day has enough."""
    notice = build.entry(build.day(101), action="search.notice", track="search")
    assert proposed(notice, number=102) == LEFT[1:]
    done = [build.entry(build.day(101), action=one, track="search") for one in LEFT]
    assert proposed(*done, number=110) == []


def test_a_promise_is_still_the_first() -> None:
    """Whoever was promised something still gets it."""
    made = build.entry(
        build.day(99), people=("Lena (PM)",), next=Next(ME, "Lena (PM)", "slides", build.day(101))
    )
    assert proposed(made)[1:] == LEFT


def test_the_thanks_name_who_helped() -> None:
    """First the leader who knows, then those who were met; nobody who was only asked."""
    records = [
        build.entry(build.day(3), action="allies.coffee", people=("Lena (PM)",), track="allies"),
        build.entry(build.day(9), action="sponsors.tell", people=("Ida (head of sales)",),
                    track="sponsors", event="told", text="told Ida that I want to move"),
    ]  # fmt: skip
    here = build.situation([accepted(), *records], build.day(101))
    thanks = next(one for one in steps(here, 240) if one.action == "search.thanks")
    assert thanks.sentence.endswith("(Ida, Lena)")


def test_today_says_how_to_end_the_plan_and_nothing_of_a_pace() -> None:
    """On a Friday as well: the date is not a question any more."""
    friday = build.day(109)
    assert friday.weekday() == 4
    page = build.page()
    report = today_report(build.situation([accepted()], friday))
    draw_today(page, report)
    text = " ".join(page.text().split())
    assert "pmpath roadmap close --because arrived" in text
    assert "you accepted an offer on" in text
    for word in ("behind plan", "ahead of plan", "At this pace", "Too early to say"):
        assert word not in text
    assert (report.pace, report.verdict) == (None, None)


def test_the_way_out_is_typed_like_any_step(terminal: Terminal) -> None:
    """An offer by a plain line, a yes, notice by a plain line, the rest by `done`."""
    terminal.type("log", "offer from Karavel: associate PM, start in June", today="2027-02-03")
    terminal.type("log", "accepted the offer from Karavel", today="2027-02-05")
    assert "your last day" in terminal.type("today", today="2027-02-08")
    terminal.type("log", "gave notice to Ben (manager), my last day is 30 May", today="2027-02-12")
    assert "Write a thank-you" in terminal.type("today", today="2027-02-13")
    terminal.type("done", today="2027-02-13")
    assert "first 90 days" in terminal.type("today", today="2027-02-15")


def test_a_yes_that_was_none_brings_the_plan_back(terminal: Terminal) -> None:
    """The command that the screen names opens the search again, with all its steps."""
    terminal.type("log", "accepted the offer from Karavel", today="2027-02-05")
    assert "milestones reopen search.offer" in terminal.type("today", today="2027-02-08")
    terminal.type("milestones", "reopen", "search.offer", today="2027-02-08")
    shown = terminal.type("today", today="2027-02-09")
    assert "accepted an offer" not in shown
    assert "your last day" not in shown


def test_a_day_is_not_filled_with_the_same_step_twice() -> None:
    """Two short ones on a day of an hour, each another."""
    here = build.situation([accepted()], build.day(101))
    found = [one.action for one in steps_of_day(here, 60)]
    assert found == LEFT[: len(found)]
    assert len(found) >= 2
