"""Appending to `log.jsonl`: an acknowledged record survives a kill and a power cut.

Append-only: nothing here rewrites or reads an older entry. The order of steps is the promise:
lock, look at the last byte, one write, fsync, check that the file is still the one at its path.
"""

from __future__ import annotations

import errno
import os
import sys

from pmpath.domain.errors import NotStored, NotValid, UsageError
from pmpath.storage.chosen_place import nothing_set_up
from pmpath.storage.codec import from_fields
from pmpath.storage.faults import (
    ENTRY_UNSURE,
    NOTHING_SAVED,
    close_quietly,
    is_there,
    not_stored,
    stored_or_said,
)
from pmpath.storage.ids import new_id
from pmpath.storage.json_text import escaped, json_text
from pmpath.storage.lock import Locked
from pmpath.storage.paths import Folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

    from pmpath.storage.codec import Fields

SCHEMA = 1
HEADER = b'{"kind":"log","schema":%d}\n' % SCHEMA
LONGEST_HEADER = 1_000
LONGEST_LINE = 1_000_000
SWAPS_FOLLOWED = 3
# Allowed in JSON as they are, but active on a terminal, invisible, or a line break to some readers.
# The joiners U+200C and U+200D stay: they hold emoji and some scripts together.
ACTIVE = {
    code: escaped(code)
    for first, last in (
        (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200B),
        (0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
        (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE007F),
    )
    for code in range(first, last + 1)
}  # fmt: skip


def append(folder: Folder, kind: str, day: date, now: datetime, fields: Fields) -> str:
    """Append one record and return its id, only after it is safely on the disk.

    Raises NotStored when the system refuses, NotFound when there is no roadmap yet, NotValid when
    the log was written by a newer pmpath, UsageError for text that no log can hold.
    """
    key, line = new_record(kind, day, now, fields)
    append_lines(folder, line)
    return key


def append_lines(folder: Folder, lines: bytes) -> None:
    """Append the lines of new records in one piece: all of them are kept, or none.

    Raises NotStored when the system refuses, NotFound when there is no roadmap yet, NotValid when
    the log was written by a newer pmpath.
    """
    if not (is_there(folder.log) or is_there(folder.roadmap)):
        raise nothing_set_up(folder)
    with Locked(folder), stored_or_said(folder.log):
        _append_durably(folder, lines)


def new_record(kind: str, day: date, now: datetime, fields: Fields) -> tuple[str, bytes]:
    """The id and the line of a record that is not appended yet.

    Raises UsageError for text that no log can hold.
    """
    key = new_id()
    head = {"id": key, "at": now.isoformat(timespec="milliseconds"), "day": day.isoformat()}
    return key, line_of({**head, "kind": kind, **fields})


def line_of(fields: Fields) -> bytes:
    """One record as a line that is safe to `cat`, of fields that the reader takes."""
    try:
        line = json_text(fields).translate(ACTIVE).encode() + b"\n"
    except UnicodeEncodeError:
        raise UsageError(
            "The words are not valid UTF-8, so they cannot be kept exactly.",
            hint="Type them again, or hand them over with pmpath log -",
        ) from None
    if len(line) > LONGEST_LINE:
        raise UsageError("One entry holds at most 1 MB.", hint="Keep the text elsewhere; link it.")
    if fields["kind"] not in ("amend", "retract"):
        from_fields(fields)
    return line


def _append_durably(folder: Folder, line: bytes) -> None:
    """Write until the file at the path is the one written to: a sync client may swap it."""
    for _ in range(SWAPS_FOLLOWED):
        created = not is_there(folder.log)
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
        flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(folder.log, flags, 0o600)
        try:
            if created:
                # The name first: a name without content is as good as none, the other way is not.
                sync_folder(folder.path)
            written = os.fstat(descriptor)
            _write_at_end(descriptor, line, folder.log)
        finally:
            close_quietly(descriptor)
        if _still_stands(folder.log, written):
            return
    raise NotStored("Another program keeps replacing the log.", place=folder.log)


def _still_stands(path: str, written: os.stat_result) -> bool:
    """Whether the file at the path is the one written to; so taken when nobody can tell."""
    try:
        return os.path.samestat(written, os.stat(path))
    except FileNotFoundError:
        return False
    except OSError:
        # What fsync has confirmed is kept; writing it again would only double it.
        return True


def _write_at_end(descriptor: int, line: bytes, path: str) -> None:
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
                f"The disk is full, or the file may not grow; {NOTHING_SAVED}.",
                place=path,
                hint="Free some space, then do this again.",
            )
        _flush(descriptor)
    except BaseException as error:
        if not _take_back(descriptor, size, len(line)):
            refused = error if isinstance(error, OSError) else OSError(errno.ENOSPC, "")
            raise not_stored(path, refused, ENTRY_UNSURE) from error
        raise


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
    schema = fields.get("schema") if isinstance(fields, dict) else None
    if type(schema) is int and schema > SCHEMA and fields.get("kind") == "log":
        raise newer_log(path, schema)


def newer_log(path: str, schema: int) -> NotValid:
    """The error for a log whose schema this program does not know; nothing is written."""
    return NotValid(
        f"The log has schema {schema}; this pmpath knows {SCHEMA}.",
        place=path,
        hint="Upgrade pmpath; nothing was written.",
    )


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


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # On macOS fsync leaves the data in the drive's cache.
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(path: str) -> None:
    """Make a new name in a folder durable; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        close_quietly(descriptor)
