"""Reading on where an earlier reading of the same log ended, with the same result as reading all.

What was read before stands as it was, unless a new line reaches back: a correction of an old
record, an id that is not new, a note on the order of lines. Then `ReadsBack` is raised, and
everything has to be read.
"""

from __future__ import annotations

from pmpath.domain.plain.reads_back import ReadsBack
from pmpath.domain.record import Frozen
from pmpath.storage.log.line_order import LineOrder, has_one_writer
from pmpath.storage.log.read import LogReader
from pmpath.storage.log.twins import MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmpath.domain.kinds import Record
    from pmpath.storage.disk.paths import Folder

# Ids that begin alike are compared: those of one program rise, those of two need not.
BEGINNING = 2


class ReadBefore(Frozen):
    """What the reading of further lines has to know of those before them.

    `lines` is how many they are, `bad` how many of them were passed over. `latest` is the greatest
    instant at which one counts, where one writer alone appended. `greatest` are the last of their
    ids, compared as texts, by how ids begin: one behind it is new. `lacking` are ids that
    corrections name and that stand on no line. `holds_origins`: entries are among them that may
    have a twin, which was imported on another machine.
    """

    lines: int = 0
    bad: int = 0
    latest: str = ""
    greatest: Mapping[str, str] = {}
    lacking: tuple[str, ...] = ()
    is_one_writer: bool = True
    holds_origins: bool = False


class ContinuedReader(LogReader):
    """Reads the lines behind those that were read; `before` says what these were."""

    def __init__(self, folder: Folder, content: bytes, before: ReadBefore) -> None:
        super().__init__(folder, content)
        self.before = before
        self.first = before.lines
        self._line_order = LineOrder({}, is_one_writer=False)

    def line_order(self) -> LineOrder:
        """The order of the new lines, which begins behind the old ones."""
        super().line_order()
        is_one_writer = has_one_writer(self.folder)
        if self.spans or (is_one_writer and not self.before.is_one_writer):
            raise ReadsBack
        latest = self.before.latest
        self._line_order = LineOrder({}, is_one_writer=is_one_writer, latest=latest)
        return self._line_order

    def records(self) -> Iterator[Record]:
        """Every live record of the new lines; raises ReadsBack where they reach back."""
        yield from super().records()
        if not self.before.lines:
            return
        new, lacking = self.seen.keys(), set(self.before.lacking)
        known = self.before.greatest
        is_new = all(one > known.get(one[:BEGINNING], "") for one in new)
        if not is_new or not self.corrected <= new or lacking & new:
            raise ReadsBack
        # Of twins one counts, and which one that is follows from all of them.
        if self.before.holds_origins and self._has_origins():
            raise ReadsBack

    def _has_origins(self) -> bool:
        return any(True for _ in self._holding(MARK))

    def _greatest(self) -> dict[str, str]:
        found = dict(self.before.greatest)
        for one in self.seen:
            if one > found.get(one[:BEGINNING], ""):
                found[one[:BEGINNING]] = one
        return found

    @property
    def all_bad(self) -> int:
        """How many lines were passed over, old and new."""
        return self.before.bad + len(self.bad)

    def ended(self) -> ReadBefore | None:
        """What a later reading has to know, once all is read; None where it cannot read on.

        Spans of lines and lines that count elsewhere than they stand are rare: such a log is read
        whole.
        """
        if self.spans or self.is_reordered:
            return None
        return ReadBefore(
            lines=max(self.lines, self.first),
            bad=self.all_bad,
            latest=self._line_order.latest,
            greatest=self._greatest(),
            lacking=tuple(sorted({*self.before.lacking, *(self.corrected - self.seen.keys())})),
            is_one_writer=has_one_writer(self.folder),
            holds_origins=self.before.holds_origins or self._has_origins(),
        )
