"""Days of which a part was spent: `a good chunk of saturday`."""

from __future__ import annotations

from pmpath.domain.when.spelling import listed

# "the whole of yesterday", "most of monday"
SHARES_OF_A_DAY = listed(
    "whole most half all much part rest morning afternoon evening bit chunk lot good best better"
    " bulk end start"
)


def is_share_of_a_day(before: list[str]) -> bool:
    """Whether the words before a day, the nearest first, say that the day went into it."""
    return before[:1] == ["of"] and not SHARES_OF_A_DAY.isdisjoint(before[1:2])
