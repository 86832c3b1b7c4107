"""What an error says of the files, true for the whole call."""

from __future__ import annotations

from pmpath.domain.errors import NOTHING_MORE_SAVED, NOTHING_SAVED, NotStored, Rephrasing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from pmpath.storage.disk.reading import Seen
    from pmpath.storage.log.append import Growth
    from pmpath.storage.log.encode import NewRecord

# Records of these kinds change what older ones mean.
CORRECTING = frozenset(["amend", "retract", "same"])


class Writes(Rephrasing):
    """Stands around each write of a call: once one went through, no fault says nothing was saved.

    `are_done` says whether one went through, `reach_back` whether they may change what older
    records mean, `are_many` that they came in a stream, of which memory is to hold little. `acts`
    are the ids of the records that began one, in the order of writing, and `grown` is how the log
    grew by each. `seen` is the log by which the call decides: it writes to that alone, until its
    act is written. None: to any log.
    """

    def __init__(self) -> None:
        self.are_done = False
        self.reach_back = False
        self.are_many = False
        self.acts: list[str] = []
        self.grown: list[Growth | None] = []
        self.seen: Seen | None = None

    def note_records(self, *kinds: str) -> None:
        """Records of these kinds are about to be appended."""
        self.reach_back = self.reach_back or not CORRECTING.isdisjoint(kinds)

    def noting(self, records: Iterable[NewRecord]) -> Iterator[NewRecord]:
        """The records, each noted on its way to be appended."""
        for one in records:
            self.note_records(one[0])
            yield one

    def noted(self, key: str, grown: Growth | None) -> str:
        """The id of a record that was appended just now; whatever is part of it names it."""
        self.acts.append(key)
        self.grown.append(grown)
        return key

    def rephrased(self, error: BaseException) -> NotStored | None:
        """The same error, with what holds after an earlier write."""
        if not self.are_done or not isinstance(error, NotStored) or error.outcome != NOTHING_SAVED:
            return None
        return error.with_outcome(NOTHING_MORE_SAVED)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        if error is None:
            # What is written from here on belongs to the same act, or was decided after it.
            self.are_done, self.seen = True, None
