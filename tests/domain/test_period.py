from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.period import (
    Period,
    day_of,
    month_of,
    quarter_of,
    read_period,
    week_of,
    weeks_between,
)

TODAY = date(2027, 2, 17)
FIRST = date(2027, 1, 11)


@pytest.mark.parametrize(
    ("words", "start", "last"),
    [
        ("week", "2027-02-15", "2027-02-21"),
        ("last", "2027-02-08", "2027-02-14"),
        ("month", "2027-02-01", "2027-02-28"),
        ("quarter", "2027-01-01", "2027-03-31"),
        ("all", "2027-01-11", "2027-02-17"),
        ("2027-W07", "2027-02-15", "2027-02-21"),
        ("2026-w53", "2026-12-28", "2027-01-03"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("january", "2027-01-01", "2027-01-31"),
        ("mar", "2026-03-01", "2026-03-31"),
        ("2027-01-20", "2027-01-18", "2027-01-24"),
        ("2027-01-11..2027-01-11", "2027-01-11", "2027-01-11"),
        (" WEEK ", "2027-02-15", "2027-02-21"),
        ("this week", "2027-02-15", "2027-02-21"),
        ("last week", "2027-02-08", "2027-02-14"),
        ("last month", "2027-01-01", "2027-01-31"),
        ("last quarter", "2026-10-01", "2026-12-31"),
        ("last year", "2026-01-01", "2026-12-31"),
        ("this year", "2027-01-01", "2027-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("March 2026", "2026-03-01", "2026-03-31"),
        ("2026 march", "2026-03-01", "2026-03-31"),
        ("Q1 2027", "2027-01-01", "2027-03-31"),
        ("2027 q1", "2027-01-01", "2027-03-31"),
        ("Q4", "2026-10-01", "2026-12-31"),
        ("week 7", "2027-02-15", "2027-02-21"),
        ("week 50", "2026-12-07", "2026-12-13"),
        ("w07", "2027-02-15", "2027-02-21"),
        ("1 feb to 9 feb", "2027-02-01", "2027-02-09"),
        ("1 feb..9 feb", "2027-02-01", "2027-02-09"),
        ("from 1 feb to today", "2027-02-01", "2027-02-17"),
        ("2027-01-11 to 2027-01-12", "2027-01-11", "2027-01-12"),
        ("13/1/2027 - 20/1/2027", "2027-01-13", "2027-01-20"),
        ("dec to jan", "2026-12-01", "2027-01-31"),
        ("20 dec to 10 jan", "2026-12-20", "2027-01-10"),
        ("since 1 feb", "2027-02-01", "2027-02-17"),
        ("since january", "2027-01-01", "2027-02-17"),
        ("last 30 days", "2027-01-19", "2027-02-17"),
        ("last 4 weeks", "2027-01-21", "2027-02-17"),
        ("20 jan", "2027-01-18", "2027-01-24"),
        ("yesterday", "2027-02-15", "2027-02-21"),
        ("13.1.2027", "2027-01-11", "2027-01-17"),
    ],
)
def test_periods_in_words(words: str, start: str, last: str) -> None:
    """Each form gives its first and last day."""
    found = read_period(words, TODAY, FIRST)
    assert (found.start.isoformat(), found.last.isoformat()) == (start, last)


@pytest.mark.parametrize(
    "words", ["", "weak", "2027-W54", "2027-13", "2027-Q5", "2027-Q0", "1..2", "2027-02-30",
              "2027-02-02..2027-02-01", "9999-12-31",
              "0001-01-01..9999-12-31", "2027-W", "-", "..", "2027-x1", "3/4",
              "last lunch", "1 feb to", "to 9 feb", "since", "q5", "week 60", "9 feb to soon",
              "last 9999 days"]
)  # fmt: skip
def test_what_is_no_period_is_refused(words: str) -> None:
    """With the forms that are, and never with a traceback."""
    with pytest.raises(UsageError):
        read_period(words, TODAY, FIRST)


@given(st.text(max_size=20))
def test_any_text_is_a_period_or_refused(words: str) -> None:
    """No text raises anything but UsageError."""
    try:
        found = read_period(words, TODAY, FIRST)
    except UsageError:
        return
    assert found.start < found.end


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_every_day_lies_in_its_week_month_and_quarter(day: date) -> None:
    """Half-open: the start belongs to it, the end does not."""
    for period in (week_of(day), month_of(day), quarter_of(day)):
        assert day in period
        assert period.start in period
        assert period.end not in period
        assert sum(1 for _ in period.days) == (period.end - period.start).days


@given(st.dates(date(2, 1, 1), date(9000, 1, 1)), st.integers(0, 1000))
def test_begun_weeks_are_counted(start: date, days: int) -> None:
    """1 to 7 days are one week, 8 are two, none is none."""
    assert weeks_between(start, start + timedelta(days)) == (days + 6) // 7


@pytest.mark.parametrize(
    ("clock", "ends", "day"),
    [
        ("2027-02-17 03:59", "04:00", "2027-02-16"),
        ("2027-02-17 04:00", "04:00", "2027-02-17"),
        ("2027-02-17 00:00", "00:00", "2027-02-17"),
        ("2027-01-01 01:00", "04:00", "2026-12-31"),
        ("2028-03-01 02:00", "04:00", "2028-02-29"),
    ],
)
def test_the_day_turns_at_its_hour(clock: str, ends: str, day: str) -> None:
    """Until then it is still the day before, over year ends and leap days too."""
    instant = datetime.fromisoformat(clock).replace(tzinfo=UTC)
    assert day_of(instant, time.fromisoformat(ends)) == date.fromisoformat(day)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Apia", "UTC"])
def test_a_change_of_the_clock_moves_no_day(zone: str) -> None:
    """On every half hour of the days around a change, the wall clock decides."""
    here = ZoneInfo(zone)
    for first in (datetime(2027, 3, 27), datetime(2026, 10, 31), datetime(2011, 12, 29)):
        for step in range(192):
            instant = (first.replace(tzinfo=UTC) + timedelta(minutes=30 * step)).astimezone(here)
            expected = instant.date() - timedelta(instant.hour < 4)
            assert day_of(instant, time(4)) == expected


def test_a_period_names_its_last_day() -> None:
    """The day before its end."""
    assert Period(date(2027, 1, 1), date(2027, 2, 1)).last == date(2027, 1, 31)
