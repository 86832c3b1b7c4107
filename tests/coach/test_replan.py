"""The arithmetic of `replan`, on plans whose hours are known."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.outlook.replan import (
    end_of,
    left_in,
    needed_a_week,
    outlook,
    pace_of,
)
from pmpath.coach.plan.fit import LONGEST_WEEKS
from pmpath.coach.situation import Situation
from pmpath.domain.kinds import MilestoneDone, Record
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import Milestone, Roadmap
from tests.build import HALF_HOUR_DAYS, day, entry, plan, roadmap, situation, vacation
from tests.effort import examples

HOURS = 60


def milestone(key: str, hours: int, tier: str = "core") -> Milestone:
    return Milestone(key, key.partition(".")[0], key, hours * HOURS, tier, weeks_before=10)


def small(*milestones: Milestone, weeks: int = 10, scope: str = "standard") -> Roadmap:
    """A plan from START over so many weeks of 4 hours, with these milestones alone."""
    target = changed(roadmap().target, date=day(weeks * 7 + 1), scope=scope)
    return roadmap(target=target, milestones=milestones)


def reached(key: str, on: date) -> MilestoneDone:
    return MilestoneDone(f"{key:0>26}", f"{on}T12:00:00+00:00", on, key)


def on_day(number: int, plan: Roadmap, *records: Record) -> Situation:
    return situation(records, day(number), on=plan)


def test_an_outlook_counts_what_is_open_and_what_is_there() -> None:
    """Ten weeks of 4 h less half an hour are 35 h; 28 h in scope are open, 20 h of them core."""
    plan = small(milestone("allies.a", 20), milestone("craft.b", 8, "standard"))
    found = outlook(on_day(0, plan))
    assert (found.weeks, found.available, found.a_week) == (10, 35 * HOURS, 240)
    assert (found.left.count, found.left.minutes, found.left.a_week) == (2, 28 * HOURS, 200)
    assert [(one.scope, one.count, one.a_week) for one in found.smaller] == [("core", 1, 150)]


def test_done_milestones_and_those_beyond_the_scope_are_not_left() -> None:
    """Neither asks for time."""
    plan = small(
        milestone("allies.a", 20), milestone("craft.b", 8), milestone("craft.c", 9, "extended")
    )
    found = outlook(on_day(7, plan, reached("allies.a", day(3))))
    assert (found.done, found.left.count, found.left.minutes) == (1, 1, 8 * HOURS)


def test_of_two_ways_to_one_result_the_one_begun_is_counted() -> None:
    """A trial and the volunteer job each give the measured result; half of one is done."""
    ways = (milestone("volunteer.baseline", 2), milestone("volunteer.result", 12),
            milestone("craft.trial-agreed", 2), milestone("craft.trial-decided", 12))  # fmt: skip
    plan = small(*ways)
    assert left_in(on_day(0, plan), "core", 70).count == 2
    begun = on_day(7, plan, reached("craft.trial-agreed", day(3)))
    assert (left_in(begun, "core", 70).count, left_in(begun, "core", 70).minutes) == (1, 12 * HOURS)
    assert (outlook(begun).done, outlook(begun).left.count, outlook(begun).other_ways) == (1, 1, 2)


def test_a_vacation_gives_no_week_and_no_minutes() -> None:
    """Two whole weeks away of ten leave eight."""
    plan = changed(small(milestone("allies.a", 20)), vacations=(vacation(day(8), day(21)),))
    found = outlook(on_day(0, plan))
    assert (found.weeks, found.available) == (8, 8 * 210)


def test_the_pace_is_that_of_four_complete_weeks_with_a_promise() -> None:
    """Silent before; a week away is not among them; the running week neither."""
    plan = small(milestone("allies.a", 20), weeks=30)
    entries = [entry(day(7 * week + 1), 100) for week in range(4)]
    assert pace_of(on_day(27, plan, *entries)) is None
    assert pace_of(on_day(28, plan, *entries)) == 100
    away = changed(plan, vacations=(vacation(day(28), day(34)),))
    assert pace_of(on_day(36, away, *entries, entry(day(36), 60))) == 100


def test_no_week_left_and_nothing_open_are_said_as_such() -> None:
    """After the date no minutes a week are enough; with nothing open the work ends at once."""
    plan = small(milestone("allies.a", 20))
    late = outlook(on_day(100, plan))
    assert (late.weeks, late.left.a_week) == (0, None)
    assert end_of(on_day(0, plan), 0) == day(1)


def test_a_pace_that_its_review_takes_whole_never_ends() -> None:
    """Half an hour a week does no milestone."""
    assert end_of(on_day(0, small(milestone("allies.a", 20))), 60, 30) is None


@settings(max_examples=examples(100))
@given(st.integers(1, 100_000), st.integers(1, LONGEST_WEEKS))
def test_the_minutes_a_week_suffice_and_five_fewer_do_not(minutes: int, weeks: int) -> None:
    """Every week less its half hour: together at least the work, in steps of five."""
    a_week = needed_a_week(minutes, weeks * 7)
    assert a_week is not None
    assert a_week % 5 == 0
    assert weeks * (a_week - 30) >= minutes
    assert weeks * (a_week - 5 - 30) < minutes


@settings(max_examples=examples(60))
@given(st.integers(1, 300), st.integers(0, 60), st.integers(0, 30))
def test_the_end_is_the_first_whole_week_by_which_the_work_fits(
    hours: int, first: int, length: int
) -> None:
    """A plan up to that day has the minutes; one that is a week shorter has not."""
    plan = changed(
        small(milestone("allies.a", hours), weeks=400),
        vacations=(vacation(day(first), day(first + length)),),
    )
    end = end_of(on_day(0, plan), hours * HOURS)
    assert end is not None

    def available(until: date) -> int:
        target = changed(plan.target, date=until)
        return outlook(on_day(0, changed(plan, target=target))).available

    assert available(end) >= hours * HOURS
    assert available(end - timedelta(7)) < hours * HOURS


def test_a_later_plan_says_what_is_promised_from_now_on() -> None:
    """The outlook reads the roadmap, also where the log does not hold it yet."""
    plan_now = changed(small(milestone("allies.a", 20)), minutes=(60, 0, 0, 0, 0, 0, 0))
    found = outlook(on_day(7, plan_now, plan(day(2), minutes=HALF_HOUR_DAYS)))
    assert (found.a_week, found.available, found.target.unrecorded) == (60, 9 * 30, True)


def test_a_pace_rests_in_a_week_away() -> None:
    """Ten hours at two and a half a week, less half an hour each: five weeks, and one away."""
    plan_now = changed(small(milestone("allies.a", 10)), vacations=(vacation(day(1), day(7)),))
    assert end_of(on_day(0, plan_now), 10 * HOURS, 150) == day(1 + 6 * 7)
