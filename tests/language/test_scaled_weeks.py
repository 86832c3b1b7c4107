from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.hours import scaled_week
from pmpath.domain.roadmap.roadmap import WEEKDAYS


@given(st.lists(st.integers(0, 240), min_size=7, max_size=7).filter(any), st.integers(5, 20 * 60))
def test_another_sum_keeps_rest_days_and_shares(minutes: list[int], total: int) -> None:
    """The sum is the one asked for; a rest day stays one; all but the longest are steps of five."""
    found = scaled_week(minutes, total)
    assert sum(found.values()) == total
    before = dict(zip(WEEKDAYS, minutes, strict=True))
    longest = max(WEEKDAYS, key=before.__getitem__)
    for day, part in found.items():
        assert before[day] or not part
        if day != longest:
            assert part % 5 == 0
            assert part <= total * before[day] / sum(minutes)


def test_a_day_holds_no_more_than_a_day() -> None:
    """Sixty hours on the one day that works are refused, with the other way to write it."""
    with pytest.raises(UsageError) as caught:
        scaled_week([0, 0, 0, 0, 0, 60, 0], 3600)
    assert caught.value.hint == "Name the days: mon-fri 30, sat 90"
