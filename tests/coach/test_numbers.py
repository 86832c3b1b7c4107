"""The numbers as pure functions: their checks to the digit, and what always holds of them."""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.coach.numbers.buffer import AHEAD, DUE, SHORT, buffer, standing
from pmpath.coach.numbers.forecast import Forecast, chance_within, chances, forecast
from pmpath.coach.numbers.strength import Window, scores, strength
from tests.coach.weekly_line import weekly_line
from tests.effort import examples

NEW_YEAR, TODAY, END = date(2026, 1, 1), date(2026, 1, 31), date(2026, 12, 31)
DAILY, WORKDAYS = (1,) * 7, (1, 1, 1, 1, 1, 0, 0)
FEBRUARY = (date(2026, 2, 1), date(2026, 2, 14))


@pytest.mark.parametrize(
    ("by_weekday", "off", "done", "days"),
    [
        (DAILY, (), 30, 1), (DAILY, (), 35, 6), (DAILY, (), Fraction(59, 2), 0),
        (WORKDAYS, (), 30, 13), (WORKDAYS, (FEBRUARY,), 25, 20),
    ],
)  # fmt: skip
def test_the_checks_of_the_buffer(
    by_weekday: tuple[int, ...], off: tuple[tuple[date, date], ...], done: int, days: int
) -> None:
    """One a day from New Year, five a week, five with two weeks off: days that may pass empty."""
    assert buffer(weekly_line(NEW_YEAR, by_weekday, off), done, TODAY, END) == days


def test_what_is_said_of_the_buffer() -> None:
    """Short of yesterday's line, today's due, or ahead with the next day that asks for more."""
    line = weekly_line(NEW_YEAR, DAILY)
    short, due = standing(line, 20, TODAY, END), standing(line, 29, TODAY, END)
    assert (short.kind, short.amount, short.next_due) == (SHORT, 9, TODAY)
    assert (due.kind, due.amount) == (DUE, 1)
    found = standing(line, 32, TODAY, END)
    assert (found.kind, found.amount, found.next_due) == (AHEAD, 2, date(2026, 2, 3))


def test_after_the_end_of_the_plan_no_day_is_counted() -> None:
    """At the end 0, before it with all done the days until then."""
    line = weekly_line(NEW_YEAR, DAILY)
    assert buffer(line, 10_000, TODAY, END) == (END - TODAY).days
    assert buffer(line, 10_000, END + timedelta(5), END) == 0
    assert standing(line, 10_000, TODAY, END).next_due is None


@st.composite
def plans(draw: st.DrawFn) -> tuple[date, list[int], list[tuple[date, date]]]:
    start = draw(st.dates(date(2024, 1, 1), date(2028, 12, 31)))
    minutes = draw(st.lists(st.integers(0, 240), min_size=7, max_size=7))
    spans = draw(st.lists(st.tuples(st.integers(-20, 700), st.integers(0, 40)), max_size=5))
    off = [(start + timedelta(first), start + timedelta(first + long)) for first, long in spans]
    return start, minutes, off


@settings(max_examples=examples(1000))
@given(plans(), st.integers(0, 40_000), st.integers(0, 500), st.integers(1, 700))
def test_the_closed_form_equals_a_walk_day_by_day(
    plan: tuple[date, list[int], list[tuple[date, date]]], done: int, passed: int, length: int
) -> None:
    """1,000 random plans and totals, in and outside of days off, leap days included."""
    start, minutes, off = plan
    today, end = start + timedelta(passed), start + timedelta(length)

    def promised(day: date) -> int:
        is_off = any(first <= day <= last for first, last in off)
        return 0 if is_off else minutes[day.weekday()]

    total = sum(promised(start + timedelta(n)) for n in range(1, passed + 1))
    line = weekly_line(start, minutes, off)
    assert line(today) == total
    days = 0
    while today + timedelta(days) < end and total <= done:
        days += 1
        total += promised(today + timedelta(days))
    assert buffer(line, done, today, end) == days


@given(plans(), st.integers(0, 5_000), st.integers(0, 500))
def test_more_done_never_shortens_the_buffer(
    plan: tuple[date, list[int], list[tuple[date, date]]], done: int, passed: int
) -> None:
    """Monotone in the total."""
    start, minutes, off = plan
    line, today = weekly_line(start, minutes, off), start + timedelta(passed)
    end = start + timedelta(700)
    assert buffer(line, done, today, end) <= buffer(line, done + 60, today, end)


def test_the_checks_of_strength() -> None:
    """One daily day from 0, twenty of them, and a rare habit that is kept, from one half."""
    digit = 1e-6
    assert strength([True], Window(1, 1)) == pytest.approx(0.051922, abs=digit)
    assert strength([True] * 20, Window(1, 1)) == pytest.approx(0.655747, abs=digit)
    # A total that one day reaches, so that c is 1.
    third = Window(1, 3, total=0.5)
    assert strength([True], third, start=0.5) == pytest.approx(0.515157, abs=digit)


def test_a_rare_habit_that_is_kept_moves_as_the_formula_says() -> None:
    """f = 1/3 from .5 with c = 1: .515157."""
    window = Window(1, 3)
    # A total of two in six days is all that is wanted, so the share of the last day is 1.
    days = [True, False, False, True, False, False]
    before = list(scores(days[:-1], window))[-1]
    after = list(scores(days, window))[-1]
    m = 0.5 ** ((1 / 3) ** 0.5 / 13)
    assert after == pytest.approx(before * m + (1 - m))
    assert round(0.5 * m + (1 - m), 6) == 0.515157


DAYS = st.lists(st.sampled_from([True, False, None]), max_size=80)
WINDOWS = st.sampled_from([Window(1, 1), Window(2, 7), Window(1, 14), Window(1, 30), Window(1, 7)])


@given(DAYS, WINDOWS, st.integers(0, 80), st.integers(1, 20))
def test_neutral_days_do_not_exist(
    days: list[bool | None], window: Window, at: int, more: int
) -> None:
    """k of them anywhere leave every score as it was."""
    with_more = [*days[:at], *[None] * more, *days[at:]]
    assert list(scores(with_more, window)) == list(scores(days, window))


@given(st.lists(st.booleans(), min_size=1, max_size=60), WINDOWS, st.integers(0, 59))
def test_a_day_more_done_never_weakens(days: list[bool], window: Window, at: int) -> None:
    """Monotone, and between 0 and 1."""
    better = [*days]
    better[at % len(days)] = True
    assert 0 <= strength(days, window) <= strength(better, window) <= 1


def test_amounts_count_toward_a_total() -> None:
    """240 minutes a week wanted: 120 are half of it."""
    window = Window(1, 7, total=240)
    half = list(scores([120], window))[-1]
    whole = list(scores([480], window))[-1]
    assert half == pytest.approx(whole / 4) or half < whole


DIE = (1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("weeks", "chance"),
    [(4, 0.054012), (5, 0.305170), (6, 0.636896), (7, 0.862837), (8, 0.961130)],
)
def test_the_checks_of_the_forecast(weeks: int, chance: float) -> None:
    """Twenty to do, one fair die a week."""
    assert round(float(Fraction(*chance_within(DIE, 20, weeks))), 6) == chance


def test_the_weeks_of_the_forecast() -> None:
    """Half is passed in week 6, 70 percent and 85 in week 7; nothing to do takes no week."""
    assert forecast(DIE, 20) == Forecast(6, 7, 7)
    assert forecast(DIE, 0) == Forecast(0, 0, 0)
    assert forecast((0, 0, 0), 5) == Forecast(None, None, None)
    assert forecast((0,) * 11 + (1,), 100) == Forecast(None, None, None)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.integers(0, 30))
def test_chances_grow_with_the_weeks_and_fall_with_the_work(samples: list[int], left: int) -> None:
    """Each week adds to the chance, each unit of work takes from it."""
    found = chances(samples, left)
    first = [Fraction(*next(found)) for _ in range(8)]
    assert first == sorted(first)
    assert all(0 <= one <= 1 for one in first)
    more = Fraction(*chance_within(samples, left + 1, 5))
    assert more <= Fraction(*chance_within(samples, left, 5))


@given(samples=st.lists(st.integers(0, 30), min_size=1, max_size=13), left=st.integers(-1, 200))
def test_the_chances_are_those_of_all_ways_counted_one_by_one(
    samples: list[int], left: int
) -> None:
    """Through 60 weeks: of what was covered so far, so many ways, and so many with each week."""
    ways = {0: 1}
    for chance in islice(chances(samples, left), 60):
        there = sum(count for covered, count in ways.items() if covered >= left)
        assert chance == (there, sum(ways.values()))
        after: dict[int, int] = {}
        for covered, count in ways.items():
            for one in samples:
                most = min(covered + one, max(left, 0))
                after[most] = after.get(most, 0) + count
        ways = after


@pytest.mark.slow
def test_the_exact_forecast_agrees_with_a_simulation() -> None:
    """20,000 seeded runs of a lumpy sample lie within one percent at every number of weeks."""
    samples, left, runs = (0, 0, 4, 6, 6, 9, 12, 30), 90, 20_000
    dice = random.Random(7)
    weeks = []
    for _ in range(runs):
        covered, count = 0, 0
        while covered < left:
            covered, count = covered + dice.choice(samples), count + 1
        weeks.append(count)
    for n in (4, 8, 10, 12, 16, 24):
        share = sum(one <= n for one in weeks) / runs
        assert abs(share - float(Fraction(*chance_within(samples, left, n)))) < 0.01
