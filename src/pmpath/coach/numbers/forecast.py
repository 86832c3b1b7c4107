"""When the plan's work would be done at the pace of late: exact, not simulated.

Every coming week is taken to be one of the sampled weeks, each as likely. The chances are counted
in whole numbers: of len(samples) ** n ways, how many cover the work within n weeks. It says when
hours add up, and nothing about being hired.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # Of so many ways as the second says, so many as the first says: exact, and never a float.
    Chance = tuple[int, int]

# Ten years; what takes longer is said to have no end at this pace.
MOST_WEEKS = 520
QUANTILES = (50, 70, 85)
# Of each count at first; a multiple of 8.
LEAST_BITS = 64


class Forecast(Frozen):
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
    least, ways, left = min(samples), 1, max(remaining, 0)
    # How often a week covers so much more than the least one does.
    weeks = {one - least: samples.count(one) for one in samples}
    # How many of the ways so far have covered just so much beyond the least, and are not there yet:
    # one number, with so many bits for each amount that no count reaches into the next; and the sum
    # of these counts. `left` are the amounts that are not enough.
    open_ways = still_open = min(left, 1)
    bits = LEAST_BITS
    while True:
        yield ways - still_open, ways
        ways, left = ways * len(samples), max(left - least, 0)
        if ways.bit_length() >= bits:
            open_ways, bits = _spread(open_ways, bits), bits * 2
        after, still_open = 0, still_open * len(samples)
        for more, often in weeks.items():
            still_open -= often * _sum_of(open_ways >> max(left - more, 0) * bits, bits)
            after += (open_ways << more * bits) * often
        # What is there by now stands above the others.
        open_ways = after if after >> left * bits == 0 else after & ((1 << left * bits) - 1)


def _sum_of(counts: int, bits: int) -> int:
    """The sum of the counts in one number: to this modulus, every place is worth 1."""
    return counts % ((1 << bits) - 1)


def _spread(counts: int, bits: int) -> int:
    """The same counts with twice as many bits for each."""
    width = bits // 8
    content = counts.to_bytes((counts.bit_length() // bits + 1) * width, "little")
    each = range(0, len(content), width)
    return int.from_bytes(
        b"".join(content[at : at + width] + bytes(width) for at in each), "little"
    )


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
