"""Entries that came in on two machines from the same thing elsewhere: one of them counts.

Which one follows from the records together, whatever the order of lines: one that a person
corrected before one that nobody did, then the one that was written first.
"""

from __future__ import annotations

from pmpath.storage.log.encode import ORIGIN
from pmpath.storage.log.instants import instant_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from pmpath.storage.log.corrections import Correction

    Corrections = Mapping[str, Sequence[Correction]]
    # Whether it was corrected (yes first), when it was written, its id.
    Rank = tuple[bool, float, str]

# Within a text the quotes would be escaped, so this is a key wherever it stands.
MARK = b'"%s":"' % ORIGIN.encode()


def twins_in(lines: Callable[[bytes], Iterable[bytes]], corrections: Corrections) -> set[str]:
    """The ids of the entries that do not count, since another one tells of the same thing.

    `lines` gives those of the log that hold some bytes, as often as it is asked.
    """
    seen: set[int] = set()
    twice: set[int] = set()
    for line in lines(MARK):
        origin = _origin_in(line)
        (twice if origin in seen else seen).add(origin)
    if not twice:
        return set()
    several = (line for line in lines(MARK) if _origin_in(line) in twice)
    return _all_but_first(_ranked(several, corrections))


def _origin_in(line: bytes) -> int:
    return hash(line.partition(MARK)[2].partition(b'"')[0])


def _ranked(lines: Iterable[bytes], corrections: Corrections) -> Iterator[tuple[str, Rank]]:
    """Each entry that stands, by what it was elsewhere."""
    # Loaded where there may be twins: a log without imports has none.
    import json

    for line in lines:
        try:
            fields: dict[str, Any] = json.loads(line)
            key, origin, at = fields["id"], fields[ORIGIN], instant_of(fields["at"])
        except (ValueError, KeyError, TypeError, RecursionError):
            # The reader names the line; nothing counts of it.
            continue
        own = corrections.get(key, ())
        if at is not None and not (own and own[-1].set is None):
            yield origin, (not own, at.timestamp(), key)


def _all_but_first(ranked: Iterable[tuple[str, Rank]]) -> set[str]:
    first: dict[str, Rank] = {}
    others: set[str] = set()
    for origin, rank in ranked:
        best = min(first.get(origin, rank), rank)
        others |= {one[2] for one in (first.get(origin, rank), rank) if one != best}
        first[origin] = best
    return others
