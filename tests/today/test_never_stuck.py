"""No step stands for too long, and nothing is asked for that the log has."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from pmpath.coach.situation import Situation
from pmpath.coach.today.shown import sameness
from pmpath.coach.today.step import choices, steps_of_day, todays_step
from pmpath.domain.entry import ASK, ME, THEM, Next
from pmpath.domain.kinds import Decline, Record
from pmpath.domain.side_kinds import Snooze
from pmpath.render.screens.today import draw_today
from pmpath.reports.today import today_report
from tests import build

LENA, TOMAS = "Lena (PM)", "Tomas (sales)"


def stood(records: list[Record], days: int) -> list[str]:
    """The first step of each working day, as it was seen on that morning."""
    found = []
    for number in range(days):
        today = build.day(number)
        known = [one for one in records if getattr(one, "day", date.min) < today]
        here = build.situation(known, today)
        if here.planned_minutes.is_neutral(today):
            continue
        step = todays_step(here)
        assert step is not None
        found.append(sameness(step))
    return found


def longest_run(found: list[str]) -> int:
    longest = run = 1
    for before, after in pairwise(found):
        run = run + 1 if before == after else 1
        longest = max(longest, run)
    return longest


def most_of_fourteen(found: list[str]) -> int:
    # Twelve of fourteen days are working days.
    windows = (found[at : at + 12] for at in range(max(len(found) - 11, 1)))
    return max(max(Counter(window).values()) for window in windows)


def test_whoever_does_nothing_sees_no_step_for_more_than_three_days() -> None:
    """Eight weeks of mornings without an entry: three running at most, five of fourteen."""
    found = stood([], 27)
    assert longest_run(found) <= 3
    assert most_of_fourteen(found) <= 5
    assert len(set(found)) >= 6


def test_a_step_left_for_three_days_waits_for_the_next_week() -> None:
    """In none of eight weeks of mornings without an entry does it come back on a later day."""
    found = stood([], 55)
    # Six working days make a week; the plan starts on a Monday.
    for week in (found[at : at + 6] for at in range(0, len(found), 6)):
        for at in range(len(week) - 2):
            if len(set(week[at : at + 3])) == 1:
                assert week[at] not in week[at + 3 :], week


def test_whoever_logs_something_else_is_not_shown_the_same_all_month() -> None:
    """A chapter every second evening, the desk step never: it makes way."""
    read: list[Record] = [
        build.entry(build.day(number), 20, track="reading", text="read a chapter")
        for number in range(0, 40, 2)
    ]
    found = stood(read, 27)
    assert longest_run(found) <= 3
    assert most_of_fourteen(found) <= 5


def test_what_was_put_aside_stays_away_for_a_week() -> None:
    """It is back on the seventh day."""
    first = todays_step(build.situation(today=build.day(1)))
    assert first is not None
    aside = Decline("x" * 26, f"{build.day(1)}T08:00:00+00:00", build.day(1), first.action, "other")
    for number, is_there in ((1, False), (2, False), (7, False), (8, True)):
        today = build.day(number)
        shown = [one.action for one in choices(build.situation([aside], today))]
        assert (first.action in shown) is is_there, number


def test_what_comes_again_asks_whether_it_is_done_in_the_way_or_not_for_you() -> None:
    """After its three days and a rest, the ways out stand beside it."""
    asked = [number for number in range(27) if "Done already" in _screen([], number)]
    assert asked
    assert min(asked) > 3


def _screen(records: list[Record], number: int) -> str:
    page = build.page()
    draw_today(page, today_report(build.situation(records, build.day(number))))
    return page.text()


def test_a_promise_is_never_tired_and_gets_a_new_day_or_an_end() -> None:
    """Due for three days: both commands stand above `done`."""
    made = build.entry(build.START, people=(LENA,), next=Next(ME, LENA, "slides", build.day(1)))
    for number in range(1, 12):
        step = todays_step(build.situation([made], build.day(number)))
        assert step is not None
        assert step.settles == made.id
    assert "Cancel it" not in _screen([made], 3)
    late = _screen([made], 4)
    assert "--drop next" in late
    assert late.index("A new day") < late.index("pmpath done")


def test_who_was_met_this_week_is_not_asked_for_half_an_hour() -> None:
    """Coffee with Lena yesterday: the next ask goes to Tomas, or to somebody new."""
    known = build.roadmap(answers={"contacts": [LENA, TOMAS]})
    met = build.entry(build.day(1), 30, people=(LENA,), track="allies", text="coffee with Lena")
    here = build.situation([met], build.day(2), on=known)
    asked = [one.person for one in _all(here) if one.half == ASK]
    assert asked
    assert LENA not in asked


def test_new_people_come_before_the_same_again() -> None:
    """Lena had her coffee three weeks ago, so the next one is with somebody else."""
    known = build.roadmap(answers={"contacts": [LENA]})
    records: list[Record] = [
        build.entry(build.START, 30, action="allies.map", track="allies"),
        build.entry(build.day(1), 30, action="allies.coffee", people=(LENA,), track="allies"),
    ]
    here = build.situation(records, build.day(22), on=known)
    coffees = [one for one in _all(here) if one.action == "allies.coffee"]
    assert coffees
    assert all(one.person != LENA for one in coffees)


def _all(here: Situation) -> list:  # type: ignore[type-arg]
    from pmpath.coach.today.candidates import steps

    return list(steps(here, 240))


def test_nobody_is_asked_twice_on_one_day() -> None:
    """The lines of a day name different people and different actions."""
    known = build.roadmap(answers={"contacts": [LENA]}, minutes=(120,) * 7)
    for number in range(0, 60, 5):
        lines = steps_of_day(build.situation([], build.day(number), on=known), 120)
        people = [one.person for one in lines if one.person]
        assert len(people) == len(set(people))
        assert len({one.key for one in lines}) == len(lines)


@pytest.mark.parametrize(("until", "is_asked"), [(20, False), (6, True)])
def test_a_snoozed_person_is_not_followed_up(until: int, is_asked: bool) -> None:
    """Until the day comes; then the late answer is asked for as ever."""
    asked = build.entry(build.START, 5, people=(LENA,), half=ASK,
                        next=Next(THEM, LENA, "an answer", build.day(5)))  # fmt: skip
    at = f"{build.day(2)}T08:00:00+00:00"
    quiet = Snooze("s" * 26, at, build.day(2), "Lena", build.day(until))
    here = build.situation([asked, quiet], build.day(7))
    assert (asked.id in [one.settles for one in _all(here)]) is is_asked


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [("rejected by Nordfrakt", True), ("no from Acme: too junior for the role", False),
     ("rejected by Nordfrakt because they want two years in sales", False)],
)  # fmt: skip
def test_a_reason_that_was_given_is_not_asked_for(text: str, is_asked: bool) -> None:
    """After a no without one, the step is to ask for it."""
    no = build.entry(build.day(5), track="search", text=text, tags=("rejected",), opening="Acme")
    found = [one.action for one in _all(build.situation([no], build.day(6)))]
    assert ("search.after-no" in found) is is_asked


def test_a_call_that_is_booked_is_not_asked_for() -> None:
    """Long without a customer, but one is agreed for Friday."""
    known = build.roadmap(answers={"customer_last": date(2026, 3, 10), "contacts": [LENA]})
    booked = build.entry(
        build.START, track="customers", text="booked a call",
        next=Next(ME, "Vera (customer)", "the call", build.day(4)),
    )  # fmt: skip
    for records, is_asked in (([], True), ([booked], False)):
        here = build.situation(records, build.day(2), on=known)
        kinds = {one.reason.kind for one in _all(here)}
        assert ("customer" in kinds) is is_asked
