from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pmpath.coach.findings.finding import own_figures
from pmpath.domain.entry import Evidence, Next
from pmpath.domain.kinds import EXIT, Accept, Close, Move, Record
from pmpath.domain.metric import Metric
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Roadmap, StepRole
from tests import build
from tests.build import day, entry, plan, rest, roadmap
from tests.findings.looked import figures, found


def in_step_role(exit_date: date | None = None) -> Roadmap:
    """In a stepping-stone role of at most twelve months since the start, 11 January 2027."""
    role = StepRole("in", "sales engineer", build.START, exit_date=exit_date)
    return roadmap(springboard=role)


def days_to(month: int, number: int, year: int = 2027) -> int:
    return (build.START.replace(year=year, month=month, day=number) - build.START).days


def test_a_step_role_is_noticed_at_three_quarters_of_its_limit() -> None:
    """Silent on 10 October, noticed on 11 October, after nine of twelve months."""
    assert found("OVERSTAY", [], days_to(10, 10), in_step_role()) is None
    raised = found("OVERSTAY", [], days_to(10, 11), in_step_role())
    assert raised is not None
    assert (raised.grade, raised.since) == (1, day(days_to(10, 11)))
    assert own_figures(raised) == {"role": "sales engineer", "limit": 12, "months": 9}


def test_a_step_role_is_warned_of_at_its_limit_and_anew_each_month_after() -> None:
    """Grade 2 on 11 January 2028, grade 3 a month later with one month beyond."""
    at = found("OVERSTAY", [], days_to(1, 11, 2028), in_step_role())
    assert at is not None
    assert (at.grade, at.case) == (2, "over")
    over = found("OVERSTAY", [], days_to(2, 11, 2028), in_step_role())
    assert over is not None
    assert (over.grade, over.case, over.figures["over"]) == (3, "over", 1)
    assert over.since == day(days_to(2, 11, 2028))


def test_an_exit_date_that_has_passed_names_it_and_the_weeks() -> None:
    """Exit on day 60: silent on that day, raised on day 61; three weeks over on day 81."""
    leaving = in_step_role(exit_date=day(60))
    assert found("OVERSTAY", [], 60, leaving) is None
    assert found("OVERSTAY", [], 61, leaving) is not None
    raised = found("OVERSTAY", [], 81, leaving)
    assert raised is not None
    assert (raised.case, raised.figures["exit"], raised.figures["weeks"]) == (
        "exit_passed", day(60), 3,
    )  # fmt: skip


def test_an_exit_date_that_was_moved_later_names_both() -> None:
    """From day 60 to day 120, moved on day 40."""
    moved = Move("m" * 26, f"{day(40)}T08:00:00+00:00", day(40), EXIT, "", day(60), day(120), "x")
    raised = found("OVERSTAY", [moved], 41, in_step_role(exit_date=day(120)))
    assert raised is not None
    assert (raised.case, raised.since) == ("exit_moved", day(40))
    assert (raised.figures["was"], raised.figures["exit"]) == (day(60), day(120))


def test_a_moved_date_is_raised_in_the_week_of_the_move() -> None:
    """Moved on the Sunday of the second week by 28 days: there that day, gone on Monday."""
    later = roadmap(target=changed(roadmap().target, date=day(392)))
    log = [plan(day(13), target=day(392), reason="the trial runs longer")]
    assert figures("DATE_MOVED", log, 13, later) == {
        "first": day(364), "was": day(364), "now": day(392), "slip": 28,
    }  # fmt: skip
    assert found("DATE_MOVED", log, 14, later) is None


def hours(minutes: int) -> Roadmap:
    """The plan at so many minutes on each of six days."""
    return roadmap(minutes=(*[minutes] * 6, 0), target=changed(roadmap().target, scope="core"))


def test_hours_that_do_not_fit_are_raised_in_the_week_of_a_change() -> None:
    """Ten minutes a day are too few for the core; unchanged, the plan is not held against it."""
    few = hours(10)
    log = [plan(day(15), minutes=few.minutes, scope="core")]
    raised = figures("DOES_NOT_FIT", log, 15, few)
    assert raised["needed_minutes"] > raised["available_minutes"] > 0
    assert found("DOES_NOT_FIT", log, 21, few) is None
    assert found("DOES_NOT_FIT", [], 15, few) is None


def test_a_plan_with_far_more_time_than_work_is_raised_in_the_week_of_a_change() -> None:
    """Two hours on six days a week: the core takes less than 42.5% of it; 25 minutes: more."""
    much, enough = hours(120), hours(25)
    log = [plan(day(15), minutes=much.minutes, scope="core")]
    assert figures("TOO_SLOW", log, 15, much)["percent"] < 43
    right = [plan(day(15), minutes=enough.minutes, scope="core")]
    assert found("TOO_SLOW", right, 15, enough) is None


def test_an_open_milestone_is_raised_on_the_day_after_its_own() -> None:
    """The earliest, and how many more wait."""
    first = min(roadmap().milestones_in_scope, key=roadmap().due_day)
    due = (roadmap().due_day(first) - build.START).days
    assert found("OVERDUE", [], due) is None
    raised = figures("OVERDUE", [], due + 1)
    assert (raised["title"], raised["due"], raised["days"]) == (first.title, day(due), 1)


def test_odd_entries_are_named_with_their_day() -> None:
    """Twice the same, over four hours in one, over eight in a day, before the start, to come."""
    odd = {
        "twice": [entry(day(3), text="call"), entry(day(3), text="call")],
        "long_entry": [entry(day(3), 241, text="call")],
        "long_day": [entry(day(3), 160, text=one) for one in ("a", "b", "c")]
        + [entry(day(3), 1, text="d")],
        "before_start": [entry(day(-1), text="call")],
        "to_come": [entry(day(9), text="call")],
    }
    for case, log in odd.items():
        raised = found("DATA_CHECK", log, 8)
        assert raised is not None
        assert (raised.case, raised.since) == (case, log[-1].day)
    even = [entry(day(3), 240, text="call"), entry(day(3), 240, text="slides")]
    assert found("DATA_CHECK", even, 8) is None


@pytest.mark.parametrize("other", [
    {"opening": "Nordfrakt"}, {"track": "search"}, {"tags": ("published",)}, {"half": "ask"},
    {"people": ("Ida",)}, {"notes": {"worry": "churn"}}, {"metrics": (Metric("calls", 1, 2),)},
    {"evidence": (Evidence("link", "https://example.org"),)}, {"action": "allies.coffee"},
    {"milestone": "search.loops"}, {"energy": 3}, {"settles": "1"}, {"assumed": True},
    {"next": Next("me", "Ida", "deck", day(9))},
])  # fmt: skip
def test_entries_that_differ_in_anything_are_no_doubles(other: dict[str, Any]) -> None:
    """Two applications on one day, in the same words, are for two openings."""
    log = [entry(day(3), text="applied"), entry(day(3), text="applied", **other)]
    assert found("DATA_CHECK", log, 8) is None
    assert found("DATA_CHECK", [*log, entry(day(3), text="applied", **other)], 8) is not None


def test_an_odd_entry_is_named_with_its_handle() -> None:
    """The end of the id, whatever came later."""
    first, second = entry(day(3), text="call"), entry(day(3), text="call")
    raised = found("DATA_CHECK", [first, second, entry(day(4))], 8)
    assert raised is not None
    assert raised.figures["handle"] == second.id[-4:]


def test_a_finding_is_off_by_the_roadmap_and_back_after_its_day() -> None:
    """Off through day 40, back on day 41."""
    reading = [entry(day(1), track="reading")]
    off = roadmap(findings={"NO_PEOPLE": {"off": True, "reason": "exams", "until": day(40)}})
    assert found("NO_PEOPLE", reading, 40, off) is None
    assert found("NO_PEOPLE", reading, 41, off) is not None
    for_good = roadmap(findings={"NO_PEOPLE": {"off": True, "reason": "exams"}})
    assert found("NO_PEOPLE", reading, 300, for_good) is None


def noted(number: int, until: int | None = None) -> Accept:
    """NO_PEOPLE was taken note of on a day."""
    end = None if until is None else day(until)
    at = f"{day(number)}T08:00:00+00:00"
    return Accept(f"a{number:025d}", at, day(number), "NO_PEOPLE", "", "exams", end)


def test_a_finding_that_was_noted_rests_until_it_is_raised_anew() -> None:
    """Raised on day 14, noted on day 20; somebody is met, and 14 days later it is back."""
    reading: list[Record] = [entry(day(1), track="reading")]
    assert found("NO_PEOPLE", [*reading, noted(20)], 60) is None
    met = [*reading, noted(20), entry(day(61), people=("Lena (PM)",)), entry(day(62), text="x")]
    assert found("NO_PEOPLE", met, 74) is None
    assert found("NO_PEOPLE", met, 75) is not None


def test_a_finding_that_was_noted_until_a_day_is_back_after_it() -> None:
    """Noted on day 20 until day 30: there again on day 31."""
    reading: list[Record] = [entry(day(1), track="reading")]
    assert found("NO_PEOPLE", [*reading, noted(20, 30)], 30) is None
    assert found("NO_PEOPLE", [*reading, noted(20, 30)], 31) is not None


def test_a_plan_that_is_closed_or_has_not_begun_is_checked_for_nothing() -> None:
    """Whatever the log says."""
    reading: list[Record] = [entry(day(1), track="reading")]
    end = Close("c" * 26, f"{day(40)}T08:00:00+00:00", day(40), "paused")
    assert found("NO_PEOPLE", [*reading, end], 41) is None
    assert found("NO_PEOPLE", [entry(day(-30), track="reading")], -1) is None


def test_a_rest_that_lasts_is_no_gap_and_ages_nothing() -> None:
    """A rest from day 2 to day 60: on day 61 there is neither a gap nor anybody missed."""
    log: list[Record] = [
        entry(day(1), track="reading"),
        rest(day(2), day(60)),
        entry(day(61), text="x"),
    ]
    assert found("GAP", log, 61) is None
    assert found("NO_PEOPLE", log, 61) is None
