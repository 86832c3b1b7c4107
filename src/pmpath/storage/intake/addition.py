"""Adding what came in to the log: after a backup, as one act, all of it or nothing.

Lines are made ready one by one and put behind the log in one step, so that many thousands of them
take little memory, and a kill leaves the log as it was.
"""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from pmpath.domain.errors import NotStored
from pmpath.domain.pages.pages import PlainPages
from pmpath.storage.backups import back_up_log
from pmpath.storage.disk.atomic import atomic_create, atomic_replace
from pmpath.storage.disk.data_folder import nothing_set_up
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import is_there, raises_not_stored
from pmpath.storage.disk.reading import read_or_none
from pmpath.storage.log.append import IMPORTED, PART_OF, line_of
from pmpath.storage.log.header import HEADER
from pmpath.storage.log.ids import new_id
from pmpath.storage.log.instants import after, greatest, instants_in
from pmpath.storage.log.lines import each_line, refuse_newer
from pmpath.storage.log.order_lines import latest_line, with_line_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.disk.reading import Seen
    from pmpath.storage.log.encode import Fields

# Stands for the instant of a line until it is written; no record has it.
UNWRITTEN = "0001-01-01T00:00:00.000+00:00"


class Batch:
    """Lines that are ready but for the instant of writing; all of one act.

    `head` is the id of the first, by which all are undone; `size` is how many bytes the lines have.
    """

    def __init__(self) -> None:
        self.head = ""
        self._lines = PlainPages[bytes]()
        self.size = 0
        self._latest: datetime | None = None

    @property
    def has_old(self) -> bool:
        """Whether records are among them that had an instant before."""
        return self._latest is not None

    def __len__(self) -> int:
        return len(self._lines)

    def add(self, kind: str, day: date, fields: Fields) -> None:
        """A new record. Raises UsageError for text that no log can hold."""
        self._add({"id": new_id(), "at": UNWRITTEN, "day": day.isoformat(), "kind": kind, **fields})

    def add_own(self, head: Fields, fields: Fields, *, is_part: bool) -> None:
        """A record that had its id and its instant before; `is_part`: it is undone with the others.

        The line says when it came in. Raises UsageError for text that no log can hold, BadRecord
        for what is not a record.
        """
        came_in = {IMPORTED: UNWRITTEN} if is_part else {}
        self._add({**head, **fields, **came_in}, is_part=is_part)
        found = greatest([head["at"]])
        self._latest = max(filter(None, (self._latest, found)), default=None)

    def _add(self, fields: Fields, *, is_part: bool = True) -> None:
        part = {PART_OF: self.head} if is_part and self.head else {}
        line = line_of({**fields, **part})
        self._lines.append(line)
        self.size += len(line)
        if is_part:
            self.head = self.head or str(fields["id"])

    def written(self, log: bytes, now: datetime) -> Iterator[bytes]:
        """The lines behind a log; new ones at one instant, after every other.

        Where old ones came in, the greatest instant stands at the end once more.
        """
        # Line by line: all that stands under an `at` together is as long as the log.
        known = greatest(at for line in BytesIO(log) for at in instants_in(line))
        latest = max(filter(None, (known, self._latest)), default=None)
        at = after(latest, now).isoformat(timespec="milliseconds")
        unwritten, instant = UNWRITTEN.encode(), at.encode()
        for line in self._lines:
            yield line.replace(unwritten, instant, 1)
        if self._latest is not None:
            yield latest_line(datetime.fromisoformat(at))


def add_batch(folder: Folder, batch: Batch, now: datetime, seen: Seen | None = None) -> str:
    """Put the lines behind the log; returns the name of the copy made before, empty without a log.

    Raises NotFound without a set-up, NotValid for a log of a newer pmpath, LogChanged when it is
    not the one that was `seen`, NotStored when the system refuses; then the log is as it was.
    """
    with Locked(folder):
        log = read_or_none(folder.log)
        if log is None and not is_there(folder.roadmap):
            raise nothing_set_up(folder)
        if seen is not None:
            seen.refuse_other(len(log or b""))
        before = with_line_order(folder, log or b"")
        is_new, log = log is None, None
        refuse_newer(each_line(before), folder.log)
        if is_new:
            if not atomic_create(folder.log, _joined(b"", batch, now)):
                raise NotStored("The log was created in the meantime; nothing was written.",
                                place=folder.log, hint="Try again.")  # fmt: skip
            return ""
        with raises_not_stored(folder.backups):
            backup = back_up_log(folder, before, now)
        atomic_replace(folder.log, _joined(before, batch, now))
    return backup


def _joined(log: bytes, batch: Batch, now: datetime) -> Iterator[bytes]:
    yield log or HEADER
    if log and not log.endswith(b"\n"):
        # A torn tail may be a whole record that lacks its newline.
        yield b"\n"
    yield from batch.written(log, now)
