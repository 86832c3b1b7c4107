"""Appending to `log.jsonl`: an acknowledged record survives a kill and a power cut.

Append-only: nothing here rewrites or reads an older entry. The order of steps is the promise:
lock, look at the last byte, one write, fsync, check that the file is still the one at its path.
"""

from __future__ import annotations

import errno
import os

from pmpath.domain.errors import NOTHING_SAVED, NotStored, UsageError
from pmpath.storage.disk.flush import flush, sync_folder
from pmpath.storage.disk.json_text import escape_active, json_text
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import (
    ENTRY_UNSURE,
    close_quietly,
    is_there,
    needs,
    not_stored,
    raises_not_stored,
)
from pmpath.storage.disk.paths import PRIVATE, Folder
from pmpath.storage.log.decode import from_fields
from pmpath.storage.log.header import HEADER, LONGEST_HEADER, refuse_newer_log
from pmpath.storage.log.ids import new_id
from pmpath.storage.log.instants import WORTH_SAYING, after, latest_at_end, latest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from typing import TypeAlias

    from pmpath.storage.disk.reading import Seen
    from pmpath.storage.log.encode import Fields, NewRecord

    # The state of a log before something was appended, and after it.
    Growth: TypeAlias = tuple[os.stat_result, os.stat_result]

# The key of a record that one command wrote together with another, which it names.
PART_OF = "part_of"
# When a record came in that had been written elsewhere; it did nothing to the roadmap of here.
IMPORTED = "imported"
# In bytes, as the sentence of `too_long` says.
LONGEST_LINE = 1_000_000
SWAPS_FOLLOWED = 3
# More records than these are held on packed pages until they are written.
MANY = 1_000
# The only one of the signs in `escape_active` that ASCII has.
DELETE = "\x7f"


def append_act(
    folder: Folder, now: datetime, several: Iterable[NewRecord], head: str = "",
    seen: Seen | None = None,
) -> tuple[str, Growth | None]:  # fmt: skip
    """Append the records of one act, in one piece: all of them are kept, or none.

    They are part of the first, or of a `head` that stands in the log already; its id is returned,
    only after all of it is safely on the disk, and how the log has grown by it (None where somebody
    else wrote at the same moment). The instant of each is after that of every record in the log,
    whatever `now` is; an entry looks at the latest ones alone.

    Raises NotStored when the system refuses, LogChanged when the log is not the one that was
    `seen`, NotFound when there is no roadmap yet, NotValid when the log was written by a newer
    pmpath, UsageError for text that no log can hold.
    """
    records = _Records(several, head)
    head = records.head
    # Text that no log can hold is refused before anything is opened or made.
    for _ in _each_line(records, None, now):
        pass
    # What is logged while a set-up is left half-way counts once it is finished.
    if not any(is_there(path) for path in (folder.log, folder.roadmap, folder.answers)):
        from pmpath.storage.disk.data_folder import nothing_set_up

        raise nothing_set_up(folder)
    with Locked(folder), raises_not_stored(folder.log):
        return head, _append_durably(folder, records, now, seen)


class _Records:
    """The records of one act, with their ids; their fields are put together one by one.

    The undo of an import has tens of thousands of records.
    """

    def __init__(self, several: Iterable[NewRecord], head: str) -> None:
        every = ((new_id(), kind, day.isoformat(), fields) for kind, day, fields in several)
        self._made: Iterable[tuple[str, str, str, Fields]] = [
            one for _, one in zip(range(MANY), every, strict=False)
        ]
        self._head = head
        self.head = head or next((key for key, *_ in self._made), "")
        if (next_one := next(every, None)) is not None:
            # Loaded for so many alone.
            from itertools import chain

            from pmpath.domain.pages.pages import PlainPages

            self._made = PlainPages(chain(self._made, [next_one], every))

    def __iter__(self) -> Iterator[Fields]:
        """The fields of each, but for its instant."""
        for key, kind, day, fields in self._made:
            is_part = self._head or key != self.head
            part = {PART_OF: self.head} if is_part else {}
            yield {"id": key, "day": day, "kind": kind, **fields, **part}

    @property
    def are_entries(self) -> bool:
        """Entries are what is written most: they do not wait until the log is looked through."""
        return all(kind == "action" for _, kind, _, _ in self._made)


def check_record(kind: str, day: date, now: datetime, fields: Fields) -> None:
    """Raise UsageError for text that no log can hold; nothing is written."""
    _lines_of([{"id": "unwritten", "day": day.isoformat(), "kind": kind, **fields}], None, now)


def _lines_of(records: Iterable[Fields], latest: datetime | None, now: datetime) -> bytearray:
    """The records as lines, in one piece."""
    lines = bytearray()
    for one in _each_line(records, latest, now):
        lines += one
    return lines


def _each_line(
    records: Iterable[Fields], latest: datetime | None, now: datetime
) -> Iterator[bytes]:
    """The records as lines, each at an instant after the one before it, the first after `latest`.

    Where the clock shows something else, that is kept beside it: the words of an entry may speak
    of the day on which they were typed.
    """
    for fields in records:
        latest = after(latest, now)
        clock = {}
        if latest - now >= WORTH_SAYING:
            clock = {"clock": now.isoformat(timespec="milliseconds")}
        head = {"id": fields["id"], "at": latest.isoformat(timespec="milliseconds"), **clock}
        yield line_of({**head, **fields})


def line_of(fields: Fields) -> bytes:
    """One record as a line that is safe to `cat`, of fields that the reader takes."""
    try:
        text = json_text(fields)
        line = (text if text.isascii() and DELETE not in text else escape_active(text)).encode()
        line += b"\n"
    except UnicodeEncodeError:
        raise UsageError(
            "The words are not valid UTF-8, so they cannot be kept exactly.",
            hint="Type them again, or pipe them in: pmpath log -",
        ) from None
    if len(line) > LONGEST_LINE:
        raise too_long()
    # Corrections are read by `corrections`, which would load more than `log` needs.
    if fields["kind"] not in ("amend", "retract"):
        from_fields(fields)
    return line


def too_long() -> UsageError:
    """What is said of a text that no line of the log can hold."""
    return UsageError(
        "One entry can hold at most 1 MB.", hint="Keep the text elsewhere and link to it."
    )


def _append_durably(
    folder: Folder, records: _Records, now: datetime, seen: Seen | None
) -> Growth | None:
    """Write until the file at the path is the one written to: a sync client may swap it."""
    for _ in range(SWAPS_FOLLOWED):
        with needs("appending to a file", folder.log):
            descriptor = _opened(folder)
        try:
            written = os.fstat(descriptor)
            size = os.lseek(descriptor, 0, os.SEEK_END)
            if seen is not None:
                seen.refuse_other(size)
            latest_in = latest_at_end if records.are_entries else latest_of
            latest = latest_in(descriptor, size)
            lines = _lines_of(records, latest, now)
            end = _write_at_end(descriptor, lines, folder.log)
            grown = os.fstat(descriptor)
        finally:
            close_quietly(descriptor)
        if _still_stands(folder.log, written, lines):
            if seen is not None:
                seen.size = end
            return (written, grown) if grown.st_size == end else None
    raise NotStored(
        "Another program keeps replacing the log.",
        place=folder.log,
        hint="Close that program, then try again.",
    )


def _opened(folder: Folder) -> int:
    """The log, open for appending; made where there is none, but never at the end of a link."""
    flags = os.O_RDWR | os.O_APPEND
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(folder.log, flags)
    except FileNotFoundError:
        from pmpath.storage.disk.data_folder import refuse_dangling

        refuse_dangling(folder.log)
    descriptor = os.open(folder.log, flags | os.O_CREAT, PRIVATE)
    try:
        # The name first: a name without content is as good as none, the other way is not.
        sync_folder(folder.path)
    except BaseException:
        close_quietly(descriptor)
        raise
    return descriptor


def _still_stands(path: str, written: os.stat_result, line: bytes | bytearray) -> bool:
    """Whether the line is in the file at the path; so taken when nobody can tell.

    Some network disks give one file another number at each look: then its end is read.
    """
    try:
        return os.path.samestat(written, os.stat(path)) or _ends_with(path, line)
    except FileNotFoundError:
        return False
    except OSError:
        # What fsync has confirmed is kept; writing it again would only double it.
        return True


def _ends_with(path: str, line: bytes | bytearray) -> bool:
    with open(path, "rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - len(line)))
        return file.read() == line


def _write_at_end(descriptor: int, line: bytes | bytearray, path: str) -> int:
    """Write behind all that is there; returns how long the file is then."""
    size = os.lseek(descriptor, 0, os.SEEK_END)
    if size == 0:
        line = HEADER + line
    else:
        _refuse_newer(descriptor, path)
        os.lseek(descriptor, size - 1, os.SEEK_SET)
        if os.read(descriptor, 1) != b"\n":
            # A torn tail may be a whole entry that lacks its newline: keep it, start a new line.
            line = b"\n" + line
    try:
        if os.write(descriptor, line) != len(line):
            raise NotStored(
                "The disk is full, or the file may not grow.",
                outcome=NOTHING_SAVED,
                place=path,
                hint="Free some space, then try again.",
            )
        flush(descriptor)
    except BaseException as error:
        if not _take_back(descriptor, size, len(line)):
            refused = error if isinstance(error, OSError) else OSError(errno.ENOSPC, "")
            raise not_stored(path, refused, ENTRY_UNSURE) from error
        raise
    return size + len(line)


def _refuse_newer(descriptor: int, path: str) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    first = os.read(descriptor, LONGEST_HEADER).split(b"\n")[0]
    if first == HEADER[:-1]:
        return
    import json

    try:
        fields = json.loads(first.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        # Not a whole line: no header. What it is, reading will say.
        return
    if isinstance(fields, dict) and fields.get("kind") == "log":
        refuse_newer_log(fields.get("schema"), path)


def _take_back(descriptor: int, size: int, added: int) -> bool:
    """Remove what a failed write left, unless somebody else has written behind it.

    False when it stays; the next append starts a new line behind torn bytes.
    """
    try:
        found = os.fstat(descriptor).st_size
        if size < found <= size + added:
            os.ftruncate(descriptor, size)
    except OSError:
        return False
    return found <= size + added
