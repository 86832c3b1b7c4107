"""An age counts the days that no vacation or rest covers, each of them once."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests import build

DAYS = st.integers(0, 60).map(build.day)
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 20)), max_size=4)


def days_of(first: date, more: int) -> set[date]:
    return {first + timedelta(distance) for distance in range(more + 1)}


@given(SPANS, SPANS, DAYS, DAYS, st.none() | DAYS)
def test_an_age_leaves_out_each_day_off_once(
    vacations: list[tuple[date, int]],
    rests: list[tuple[date, int]],
    today: date,
    since: date,
    until: date | None,
) -> None:
    """However they overlap; what is to come after today is not off yet."""
    away = tuple(build.vacation(first, first + timedelta(more)) for first, more in vacations)
    at_rest = [build.rest(first, first + timedelta(more)) for first, more in rests]
    here = build.situation(at_rest, today, on=build.roadmap(vacations=away))
    off = set().union(*(days_of(*one) for one in (*vacations, *rests)))
    end = until or today
    counted = sum(since < day <= min(end, today) for day in off)
    assert here.ages.since(since, until) == (end - since).days - counted
