from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pmpath.coach.numbers.pace import PlannedMinutes, current_plan, is_recorded
from pmpath.domain.kinds import PAUSED, Close, Record
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import changed
from pmpath.domain.side_kinds import Offered
from tests.build import START, day, entry, journal, plan, rest, roadmap, vacation

FIRST_WEEK = week_of(START)
SECOND_WEEK = week_of(day(7))


def test_the_start_day_itself_promises_nothing() -> None:
    """The line starts at 0 on the start day and rises from the day after."""
    planned_minutes = PlannedMinutes(roadmap(), journal())
    assert [planned_minutes.on(day(n)) for n in (0, 1, 5, 6)] == [0, 30, 90, 0]


def test_a_rest_day_by_weekday_vacation_or_record_promises_nothing() -> None:
    """Sunday with 0 minutes, a vacation day and a rest record are all neutral."""
    plan_with_vacation = roadmap(vacations=(vacation(day(8), day(9)),))
    planned_minutes = PlannedMinutes(plan_with_vacation, journal([rest(day(10), day(11))]))
    assert [planned_minutes.on(day(n)) for n in range(6, 13)] == [0, 30, 0, 0, 0, 0, 90]


def test_five_of_six_when_one_ordinary_day_was_missed_and_one_day_rested() -> None:
    """Seven days, five logged, one rest day, one missed: 5 of 6 (the article's point A45)."""
    done = [entry(day(n)) for n in (7, 8, 9, 10, 11)]
    tally = PlannedMinutes(roadmap(), journal(done)).tally(SECOND_WEEK, day(14))
    assert (tally.days_done, tally.days) == (5, 6)


def test_a_path_action_on_a_neutral_day_makes_it_a_done_day() -> None:
    """Working on a Sunday adds one to both counts."""
    done = [entry(day(n)) for n in (7, 8, 9, 10, 11, 12, 13)]
    tally = PlannedMinutes(roadmap(), journal(done)).tally(SECOND_WEEK, day(14))
    assert (tally.days_done, tally.days) == (7, 7)


def test_today_is_not_missed_until_it_is_over() -> None:
    """On Tuesday morning the week has one missed day, Monday, and today is not yet a day."""
    tally = PlannedMinutes(roadmap(), journal()).tally(SECOND_WEEK, day(8))
    assert (tally.days_done, tally.days) == (0, 1)


def test_the_promise_of_a_week_counts_all_its_days() -> None:
    """4 hours a week are 240 minutes, however far the week has gone."""
    assert PlannedMinutes(roadmap(), journal()).tally(SECOND_WEEK, day(7)).promised == 240


def test_the_first_week_promises_from_the_day_after_the_start() -> None:
    """A Monday start leaves Tuesday to Saturday: 4 x 30 + 90."""
    assert PlannedMinutes(roadmap(), journal()).tally(FIRST_WEEK, day(6)).promised == 210


def test_engineering_minutes_are_kept_apart() -> None:
    """600 minutes of engineering and 60 on the path: the number of the week is 60 (A59)."""
    logged = [entry(day(8), 600, tags=("engineering",)), entry(day(8), 60)]
    tally = PlannedMinutes(roadmap(), journal(logged)).tally(SECOND_WEEK, day(14))
    assert (tally.minutes, tally.engineering, tally.days_done) == (60, 600, 1)


def test_a_day_counts_up_to_the_daily_cap_or_its_promise() -> None:
    """300 minutes count as 240, or in full where 300 were promised."""
    logged = [entry(day(7), 300)]
    capped = PlannedMinutes(roadmap(), journal(logged))
    minutes = (300, 30, 30, 30, 30, 90, 0)
    promised = PlannedMinutes(
        roadmap(minutes=minutes), journal([*logged, plan(day(1), minutes=minutes)])
    )
    assert (capped.minutes_done(day(7)), promised.minutes_done(day(7))) == (240, 300)


def test_a_days_promise_comes_from_the_newest_plan_on_or_before_it() -> None:
    """More minutes from day 14 on change nothing before it."""
    more = (60, 60, 60, 60, 60, 60, 0)
    planned_minutes = PlannedMinutes(roadmap(minutes=more), journal([plan(day(14), minutes=more)]))
    assert [planned_minutes.on(day(n)) for n in (10, 14, 15)] == [30, 60, 60]


def test_a_restart_begins_the_line_anew() -> None:
    """After a replan on day 20 nothing before it is promised any more."""
    planned_minutes = PlannedMinutes(roadmap(), journal([plan(day(20), restart=True)]))
    assert planned_minutes.start == day(20)
    assert planned_minutes.on(day(19)) == planned_minutes.on(day(20)) == 0
    assert planned_minutes.on(day(21)) == 30


def test_missed_days_in_a_row_skip_rest_days() -> None:
    """Done on Friday, missed Saturday, rested Sunday, missed Monday: two in a row on Tuesday."""
    planned_minutes = PlannedMinutes(roadmap(), journal([entry(day(11))]))
    assert planned_minutes.missed_in_a_row(day(15)) == 2


def test_a_roadmap_edited_by_hand_is_seen_as_not_recorded() -> None:
    """Another date, other minutes or another scope differ from the newest plan record."""
    as_recorded, log = roadmap(), journal()
    later = changed(as_recorded.target, date=day(400))
    assert is_recorded(as_recorded, log)
    assert not is_recorded(changed(as_recorded, target=later), log)
    assert not is_recorded(changed(as_recorded, minutes=(60, 0, 0, 0, 0, 0, 0)), log)


def test_without_a_recorded_plan_the_roadmap_speaks_for_itself() -> None:
    """A kill between roadmap and first record leaves a plan that still counts."""
    empty = journal()
    empty.plans.clear()
    assert PlannedMinutes(roadmap(), empty).plans == [current_plan(roadmap())]


@given(st.sets(st.integers(1, 60)), st.sets(st.integers(1, 60)))
def test_since_start_equals_the_sum_of_its_days(done: set[int], rested: set[int]) -> None:
    """The tally of a period is the day by day sum, whatever was done and rested."""
    records: list[Record] = [entry(day(n), 20) for n in done]
    records += [rest(day(n), day(n)) for n in rested]
    planned_minutes = PlannedMinutes(roadmap(), journal(records))
    today = day(61)
    tally = planned_minutes.tally(planned_minutes.since_start(today), today)
    days = [day(n) for n in range(62)]
    ordinary = [
        one for one in days[1:61] if one.weekday() != 6 and (one - START).days not in rested
    ]
    assert tally.minutes == 20 * len(done)
    assert tally.promised == sum(planned_minutes.on(one) for one in days)
    assert tally.days_done == len(done)
    assert tally.days == len({*ordinary, *(day(n) for n in done)})


@given(st.integers(1, 80), st.integers(1, 20))
def test_a_declared_vacation_is_invisible(first: int, length: int) -> None:
    """With nothing done, vacation days are neither promised nor missed."""
    off = vacation(day(first), day(first + length - 1))
    planned_minutes = PlannedMinutes(roadmap(vacations=(off,)), journal())
    period = Period(off.first, off.last + timedelta(1))
    tally = planned_minutes.tally(period, date(2029, 1, 1))
    assert (tally.promised, tally.days) == (0, 0)


MINUTES = st.tuples(*[st.integers(0, 90)] * 7)
SPANS = st.lists(st.tuples(st.integers(-20, 120), st.integers(0, 30)), max_size=3)


@given(
    made=st.lists(st.tuples(st.integers(-5, 90), MINUTES, st.booleans()), max_size=4),
    off=SPANS,
    offered=st.lists(st.tuples(st.integers(-5, 110), st.integers(0, 100)), max_size=5),
    closed=st.none() | st.integers(0, 100),
    end=st.integers(-3, 110),
)
def test_the_line_is_the_sum_of_its_days(
    made: list[tuple[int, tuple[int, ...], bool]], off: list[tuple[int, int]],
    offered: list[tuple[int, int]], closed: int | None, end: int,
) -> None:  # fmt: skip
    """Whatever plans, rests and offers there were, as if one day after the other was added."""
    records: list[Record] = [
        changed(plan(day(at), restart=restart), id=f"p{n}", minutes=minutes)
        for n, (at, minutes, restart) in enumerate(made)
    ]
    records += [rest(day(first), day(first + length)) for first, length in off]
    records += [
        Offered(f"o{n}", f"{START}T12:00:00+00:00", day(at), minutes)
        for n, (at, minutes) in enumerate(offered)
    ]
    if closed is not None:
        records.append(Close("c", f"{day(200)}T12:00:00+00:00", day(closed), PAUSED))
    planned = PlannedMinutes(roadmap(), journal(records))
    line = planned.line_through(day(end))
    for at in range(-4, 115):
        days = (day(n) for n in range(-30, min(at, end) + 1))
        assert line(day(at)) == sum(planned.on(one) for one in days if one > planned.start)
