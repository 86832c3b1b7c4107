"""The latest entries of a log and the ends of all its ids, to be kept and read on.

Ids are told apart by their ends, which are kept in the order of their letters read backwards: the
nearest to one is beside it.
"""

from __future__ import annotations

from bisect import bisect_left

from pmpath.domain.entry import HANDLE_LENGTH, Amended, Entry, Evidence, Next
from pmpath.domain.log.acts import handles_of
from pmpath.domain.log.contact import order_of
from pmpath.domain.metric import Metric
from pmpath.domain.plain.codec import Codec
from pmpath.domain.plain.reads_back import ReadsBack
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.domain.kinds import Record

# So many entries are kept whole.
MOST_ENTRIES = 100
# So many letters of an id; two ids that end alike are told apart by the log alone.
END = 8
FILLER = b"\0"


class KeptHistory(Frozen):
    """`count` entries are live, of which the latest are in `entries`; `ends` has all live ids."""

    count: int
    entries: list[Entry]
    ends: bytes


CODEC = Codec([KeptHistory, Entry, Amended, Evidence, Next, Metric])
NOTHING = KeptHistory(0, [], b"")


class History:
    """Old and new entries together; `shown` may be asked once all new records are in."""

    def __init__(self, records: Iterable[Record], kept: KeptHistory | None = None) -> None:
        self.kept = kept or NOTHING
        self.ids: list[str] = []
        found: list[Entry] = []
        for one in records:
            self.ids.append(one.id)
            if isinstance(one, Entry):
                found.append(one)
        self.count = self.kept.count + len(found)
        self.entries = sorted([*self.kept.entries, *found], key=order_of)

    def shown(self, most: int) -> list[tuple[str, Entry]]:
        """The latest entries, each with its handle; raises ReadsBack where too few are known."""
        if most > MOST_ENTRIES:
            raise ReadsBack
        latest = self.entries[-most:]
        handles = handles_of([one.id for one in latest], self.ids)
        return [(self._handle(one.id, len(handles[one.id])), one) for one in latest]

    def kept_on(self) -> KeptHistory:
        """What can be kept; raises ReadsBack where an id is not of plain letters."""
        ends = [*_parts(self.kept.ends), *map(_end, self.ids)]
        return KeptHistory(self.count, self.entries[-MOST_ENTRIES:], b"".join(sorted(ends)))

    def _handle(self, key: str, least: int) -> str:
        """The shortest end of an id that no other one has, old or new."""
        end, ends = _end(key), _Ends(self.kept.ends)
        at = bisect_left(ends, end)
        # An old one stands there itself.
        beside = [at - 1, at if key in self.ids else at + 1]
        shared = max((_alike(end, one) for place in beside for one in ends.at(place)), default=0)
        if shared == END:
            raise ReadsBack
        length = max(least, min(shared + 1, len(key)))
        return key.lower()[-max(length, min(HANDLE_LENGTH, len(key))) :]


class _Ends:
    """The ends as a sequence."""

    def __init__(self, ends: bytes) -> None:
        self.ends = ends

    def __len__(self) -> int:
        return len(self.ends) // END

    def __getitem__(self, at: int) -> bytes:
        return self.ends[at * END : at * END + END]

    def at(self, place: int) -> list[bytes]:
        """The one at a place, if there is one."""
        return [self[place]] if 0 <= place < len(self) else []


def _parts(ends: bytes) -> Iterator[bytes]:
    return (ends[at : at + END] for at in range(0, len(ends), END))


def _end(key: str) -> bytes:
    """The last letters of an id, the last one first."""
    if not key.isascii():
        raise ReadsBack
    return key[-END:][::-1].lower().encode().ljust(END, FILLER)


def _alike(one: bytes, other: bytes) -> int:
    """How many letters at the beginning are the same."""
    return next((at for at in range(END) if one[at] != other[at]), END)
