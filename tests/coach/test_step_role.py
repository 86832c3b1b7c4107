from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.coach.contacts.step_role import (
    NOTICE,
    SILENT,
    WARNING,
    StepRoleClock,
    months_between,
    step_role_clock,
)
from pmpath.domain.kinds import Move
from pmpath.domain.roadmap.roadmap import StepRole
from pmpath.domain.when.calendar import months_after
from pmpath.render.phrases.step_role import step_role_row
from pmpath.render.screens.today import draw_today
from pmpath.reports.today import today_report
from tests.build import journal, page, roadmap, situation

SINCE = date(2026, 3, 1)
HELD = StepRole("in", "sales engineer", SINCE, 12, date(2027, 3, 1))
NO_EXIT = StepRole("in", "sales engineer", SINCE, 12)


def moved(on: date, start: date, end: date) -> Move:
    return Move(f"m{on}", f"{on}T20:00:00+00:00", on, "exit", "", start, end, "one more launch")


def clock(today: date, held: StepRole = HELD, *moves: Move) -> StepRoleClock:
    found = step_role_clock(roadmap(springboard=held), journal(moves), today)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("today", "grade", "months", "over"),
    [
        (date(2026, 11, 1), SILENT, 8, 0),
        (date(2026, 11, 30), SILENT, 8, 0),
        (date(2026, 12, 1), NOTICE, 9, 0),
        (date(2027, 2, 28), NOTICE, 11, 0),
        (date(2027, 3, 1), WARNING, 12, 0),
        (date(2027, 6, 1), WARNING, 15, 3),
    ],
)
def test_the_grade_grows_with_the_months(today: date, grade: str, months: int, over: int) -> None:
    """Of a limit of 12 months: 8 are silent, 9 a notice, 12 a warning, 15 say three over."""
    found = clock(today, NO_EXIT)
    assert (found.grade, found.months, found.months_over) == (grade, months, over)


def test_notice_comes_at_three_quarters_of_any_limit() -> None:
    """Of 20 months, 14 are silent and 15 are a notice; of one month, the first is a warning."""
    grades = [
        clock(months_after(SINCE, months), StepRole("in", "", SINCE, limit)).grade
        for months, limit in ((14, 20), (15, 20), (0, 1), (1, 1))
    ]
    assert grades == [SILENT, NOTICE, SILENT, WARNING]


def test_the_line_names_months_limit_and_exit() -> None:
    """The neutral line holds the role, since when, months of the limit, and the exit."""
    assert step_role_row(clock(date(2026, 12, 5))) == (
        "sales engineer since 1 Mar 2026, 9 of at most 12 months; to leave on 1 Mar 2027"
    )
    assert step_role_row(clock(date(2027, 6, 1), NO_EXIT)) == (
        "sales engineer since 1 Mar 2026: 15 months, 3 over the limit of 12; "
        "no day to leave it is set"
    )


def test_an_exit_that_has_passed_is_named_with_its_weeks() -> None:
    """Three weeks after the exit date the warning names date and weeks, whatever the limit."""
    long = StepRole("in", "sales engineer", SINCE, 36, date(2027, 3, 1))
    found = clock(date(2027, 3, 22), long)
    assert (found.grade, found.exit_weeks_over) == (WARNING, 3)
    assert clock(date(2027, 3, 21), long).exit_weeks_over == 2
    assert step_role_row(found).endswith("the day to leave it, 1 Mar 2027, was 3 weeks ago")
    assert clock(date(2027, 3, 1), long).grade == SILENT


def test_an_exit_moved_later_shows_both_dates() -> None:
    """Moved twice, the exit first set stays beside the one that holds now, as a notice."""
    later = StepRole("in", "sales engineer", SINCE, 36, date(2027, 9, 1))
    moves = (
        moved(date(2026, 6, 1), date(2027, 3, 1), date(2027, 6, 1)),
        moved(date(2026, 8, 1), date(2027, 6, 1), date(2027, 9, 1)),
    )
    found = clock(date(2026, 9, 1), later, *moves)
    assert (found.grade, found.exit_was) == (NOTICE, date(2027, 3, 1))
    assert step_role_row(found).endswith("to leave on 1 Sep 2027, moved from 1 Mar 2027")


def test_an_exit_moved_nearer_is_shown_and_no_notice() -> None:
    """To leave earlier is not a reason for a notice; the first date stays visible."""
    sooner = StepRole("in", "sales engineer", SINCE, 36, date(2027, 1, 1))
    found = clock(
        date(2026, 9, 1), sooner, moved(date(2026, 8, 1), date(2027, 3, 1), date(2027, 1, 1))
    )
    assert (found.grade, found.exit_was) == (SILENT, date(2027, 3, 1))


@pytest.mark.parametrize("state", ["", "take", "skip", "left"])
def test_there_is_no_clock_outside_a_step_role(state: str) -> None:
    """Whoever takes, skips or has left such a role has no clock, dates in the file or not."""
    held = StepRole(state, "sales engineer", SINCE)
    assert step_role_clock(roadmap(springboard=held), journal(), date(2028, 1, 1)) is None


def test_without_a_beginning_nothing_is_counted() -> None:
    """A role without `since` has no months, and says so."""
    found = clock(date(2027, 6, 1), StepRole("in", "", None, 12))
    assert (found.months, found.grade) == (None, SILENT)
    said = "stepping-stone role; your roadmap has no first day for it; no day to leave it is set"
    assert step_role_row(found) == said


def test_it_is_said_once_a_month_on_the_screen_of_the_day() -> None:
    """Said in the first week of the notice and of each month from the limit on, else silent."""
    first = date(2026, 3, 2)
    days = [first + timedelta(n) for n in range(450)]
    said = {day for day in days if clock(day, NO_EXIT).is_said}
    begins = [date(2026, 12, 1), date(2027, 3, 1), date(2027, 4, 1), date(2027, 5, 1)]
    assert said == {day + timedelta(n) for day in begins for n in range(7)}


def test_a_passed_exit_is_said_in_its_first_week() -> None:
    """The week after the exit date has it, the second week has not."""
    long = StepRole("in", "sales engineer", SINCE, 36, date(2027, 3, 1))
    assert [clock(date(2027, 3, day), long).is_said for day in (1, 2, 7, 8, 20)] == [
        False, True, True, False, False,
    ]  # fmt: skip
    assert clock(date(2027, 4, 3), long).is_said


def test_bare_pmpath_shows_it_on_those_days_and_no_others() -> None:
    """The screen of the day has the line in the first week of the notice, not in the second."""
    shown = {}
    for today in (date(2027, 11, 12), date(2027, 11, 19)):
        held = StepRole("in", "sales engineer", date(2027, 2, 11))
        sheet = page()
        draw_today(sheet, today_report(situation((), today, on=roadmap(springboard=held))))
        shown[today.day] = "9 of at most 12 months" in sheet.text()
    assert shown == {12: True, 19: False}


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(DAYS, st.integers(0, 200))
def test_months_are_those_of_the_calendar(start: date, months: int) -> None:
    """So many months after a day, that many are over; the day before, one fewer."""
    later = months_after(start, months)
    assert months_between(start, later) == months
    assert months_between(start, later - timedelta(1)) == max(months - 1, 0)


@pytest.mark.parametrize(
    ("start", "months", "day"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_a_short_month_ends_on_its_last_day(start: date, months: int, day: date) -> None:
    """31 January and one month is the last of February, in a leap year too."""
    assert months_after(start, months) == day


@given(DAYS, st.integers(1, 120), st.one_of(st.none(), DAYS), DAYS, st.integers(0, 4000))
def test_the_grade_never_falls_while_nothing_is_changed(
    since: date, limit: int, exit_date: date | None, today: date, days: int
) -> None:
    """With the same file and log, a later day never has a lower grade."""
    order = (SILENT, NOTICE, WARNING)
    held = StepRole("in", "sales engineer", since, limit, exit_date)
    then = clock(today + timedelta(days), held).grade
    assert order.index(then) >= order.index(clock(today, held).grade)
