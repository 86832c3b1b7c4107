"""When a process is killed by the clock: moments that are neither all too soon nor all too late."""

from __future__ import annotations

import random
from collections.abc import Iterator

# How much the guess moves after a kill: far until one came too soon and one too late, then less.
FAR, NEAR = 1.5, 1.1
# So many kills more are tried until both have been seen; three would do for a guess off by three.
MORE = 60


class Moment:
    """When a process does what it is killed at, in seconds after its start: nearer at each kill.

    A first run may be cold and a machine busy, so that a share of what one run took says little:
    the guess comes nearer, and killing goes on until some kills came too soon and some too late.
    """

    def __init__(self, first_guess: float, chance: random.Random) -> None:
        self._guess = first_guess
        self._chance = chance
        self._came_too_late: set[bool] = set()

    def kills(self, at_least: int) -> Iterator[int]:
        """The number of each kill, from 0; each is to be told by `seen`."""
        for number in range(at_least + MORE):
            if number >= at_least and self.both_seen:
                return
            yield number

    @property
    def both_seen(self) -> bool:
        """Whether a kill came too soon and another too late, so that the kills show something."""
        return len(self._came_too_late) == len((False, True))

    def near(self) -> float:
        """Seconds to wait before the next kill: the guess, or up to a fifth to either side."""
        return self._guess * self._chance.uniform(0.8, 1.2)

    def seen(self, *, came_too_late: bool) -> None:
        """Kill sooner next time where all was written, and later where nothing was."""
        self._came_too_late.add(came_too_late)
        step = NEAR if self.both_seen else FAR
        self._guess *= 1 / step if came_too_late else step
