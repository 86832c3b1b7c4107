"""The time a week has, as people say it."""

from __future__ import annotations

import pytest

from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.hours import read_week


@pytest.mark.parametrize(
    "text", ["4", "4h", "4 h", "4 hours", "four hours", "4:00", "240m", "4h a week", "4 per week",
             "mon-fri=30 sat=90", "mon-fri=30m sat=1h30", "monday-friday=0:30, saturday=90"]
)  # fmt: skip
def test_four_hours_in_every_spelling(text: str) -> None:
    """A number of hours, a length of time, or minutes for each weekday."""
    assert list(read_week(text).values()) == [30, 30, 30, 30, 30, 90, 0]


@pytest.mark.parametrize(
    "text", ["", "0", "61", "soon", "4 days", "mon=", "fri-mon=30", "mon=1441", "moon=30", "mon=-5"]
)
def test_what_is_no_time_of_a_week_is_refused(text: str) -> None:
    """Nothing, too much, and words that are none."""
    with pytest.raises(UsageError):
        read_week(text)
