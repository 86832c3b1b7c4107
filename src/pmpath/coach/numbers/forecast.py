"""When the plan's work would be done at the pace of late: exact, not simulated.

Every coming week is taken to be one of the sampled weeks, each as likely. The chances are counted
in whole numbers: of len(samples) ** n ways, how many cover the work within n weeks. It says when
hours add up, and nothing about being hired.
"""

from __future__ import annotations

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # Of so many ways as the second says, so many as the first says: exact, and never a float.
    Chance = tuple[int, int]

# Ten years; what takes longer is said to have no end at this pace.
MOST_WEEKS = 520
QUANTILES = (50, 70, 85)


@record
class Forecast:
    """The first number of weeks by which the work is covered with 50, 70 and 85 percent chance.

    None where that takes more than 520 weeks.
    """

    half: int | None
    seventy: int | None
    eighty_five: int | None


class _Chances:
    """The chances of one plan, each worked out once: a report asks for them several times."""

    def __init__(self, samples: Sequence[int], remaining: int) -> None:
        self._found: list[Chance] = []
        self._further = chances(samples, remaining)

    def within(self, weeks: int) -> Chance:
        """The chance that so many weeks are enough."""
        while len(self._found) <= weeks:
            self._found.append(next(self._further))
        return self._found[weeks]


_KNOWN: dict[tuple[tuple[int, ...], int], _Chances] = {}
MOST_KNOWN = 8


def _known(samples: Sequence[int], remaining: int) -> _Chances:
    key = (tuple(samples), remaining)
    if key not in _KNOWN:
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = _Chances(samples, remaining)
    return _KNOWN[key]


def chances(samples: Sequence[int], remaining: int) -> Iterator[Chance]:
    """The chance that n weeks cover what remains, for n = 0, 1, 2, ...

    `samples` are what single weeks covered, at least 0, in the unit of `remaining` (pmpath takes
    quarter hours). Without end where nothing can be covered. Raises ValueError without samples.
    """
    if not samples or min(samples) < 0:
        raise ValueError("a forecast needs samples of at least 0")
    weeks, ways = {one: samples.count(one) for one in samples}, 1
    # How many of the ways so far have covered just so much and are not there yet.
    open_ways = {0: 1} if remaining > 0 else {}
    while True:
        yield ways - sum(open_ways.values()), ways
        ways *= len(samples)
        after: dict[int, int] = {}
        for covered, count in open_ways.items():
            for more, often in weeks.items():
                if covered + more < remaining:
                    after[covered + more] = after.get(covered + more, 0) + count * often
        open_ways = after


def chance_within(samples: Sequence[int], remaining: int, weeks: int) -> Chance:
    """The chance that so many weeks cover what remains; 0 below none."""
    if weeks < 0:
        return 0, 1
    return _known(samples, remaining).within(min(weeks, MOST_WEEKS))


def forecast(samples: Sequence[int], remaining: int) -> Forecast:
    """The weeks for 50, 70 and 85 percent."""
    found: list[int | None] = []
    if remaining > 0 and not any(samples):
        return Forecast(None, None, None)
    known = _known(samples, remaining)
    for weeks in range(MOST_WEEKS + 1):
        covered, ways = known.within(weeks)
        while len(found) < len(QUANTILES) and covered * 100 >= QUANTILES[len(found)] * ways:
            found.append(weeks)
        if len(found) == len(QUANTILES):
            break
    return Forecast(*found, *[None] * (len(QUANTILES) - len(found)))
