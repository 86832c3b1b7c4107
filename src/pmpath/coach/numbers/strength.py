"""Strength of a habit: an average that forgets slowly, after the formula of Loop Habit Tracker.

    f = times / days    m = 0.5 ** (sqrt(f) / 13)    s = s * m + c * (1 - m), from 0

where c is the share of `times` that was reached in the last `days`, at most 1; for habits rarer
than daily both are doubled first. The two open faults of the original are mended: days off are
taken out before the window is laid, and a window never reaches beyond the sequence.

m is irrational, so the score is a float: the one number of pmpath that is. It is shown by `why` and
in JSON, and nothing is decided by it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from pmpath.domain.record import Frozen

# After so many done days a daily habit from 0 stands at one half.
HALF_LIFE_DAYS = 13

Amount = bool | int | float


class Window(Frozen):
    """How often something is wanted: `times` in `days`; numeric habits want `total` in `days`."""

    times: int
    days: int
    total: float | None = None

    @property
    def frequency(self) -> float:
        """Times a day."""
        return self.times / self.days


def strength(days: Iterable[Amount | None], window: Window, start: float = 0.0) -> float:
    """The score after a sequence of days, 0 to 1.

    Each day is done (True), missed (False), an amount, or None: neutral. Neutral days do not exist:
    k of them anywhere change no later score.
    """
    score = start
    for score in scores(days, window, start):  # noqa: B007
        pass
    return score


def scores(days: Iterable[Amount | None], window: Window, start: float = 0.0) -> Iterable[float]:
    """The score after each day that is not neutral."""
    counted = [day for day in days if day is not None]
    multiplier = 0.5 ** (math.sqrt(window.frequency) / HALF_LIFE_DAYS)
    score = start
    for end in range(1, len(counted) + 1):
        # No window reaches further back, however long the sequence.
        reached = _share(counted[max(end - 2 * window.days, 0) : end], window)
        score = score * multiplier + reached * (1 - multiplier)
        yield score


def _share(days: Sequence[Amount], window: Window) -> float:
    """How much of what is wanted was reached in the days of the window that end the sequence."""
    length, wanted = window.days, window.times if window.total is None else window.total
    if window.frequency < 1:
        length, wanted = length * 2, wanted * 2
    total = sum(days[-length:])
    return min(1.0, total / wanted) if wanted else 1.0
