"""Taking over the records of another copy of the log. The copy stays where it is, as it is."""

from __future__ import annotations

import os

from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.files.copies import MissingRecords
from pmpath.domain.record import Frozen
from pmpath.storage.backups import back_up_log
from pmpath.storage.disk.atomic import atomic_create, atomic_replace
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import absolute
from pmpath.storage.disk.reading import read_or_none
from pmpath.storage.doctor.conflict_copies import missing_from, read_copy
from pmpath.storage.doctor.repair import changed_meanwhile
from pmpath.storage.log.header import HEADER
from pmpath.storage.log.lines import lines_of, refuse_newer
from pmpath.storage.log.order_lines import with_latest_at_end, with_line_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from pmpath.storage.disk.paths import Folder


class Merged(Frozen):
    """What was taken over, and the name of the copy that was made before; empty without a need."""

    missing: MissingRecords
    backup: str


def merge(folder: Folder, copy: bytes, copy_path: str, now: datetime) -> Merged:
    """Add the records that the log lacks behind its end, byte for byte, in one step.

    Which counts, when several correct one record, does not hang on the order of lines. Raises
    NotValid when either was written by a newer pmpath, NotStored when the system refuses; then the
    log is as it was.
    """
    refuse_newer(lines_of(copy), copy_path)
    with Locked(folder):
        log = read_or_none(folder.log)
        content = with_line_order(folder, log or b"")
        refuse_newer(lines_of(content), folder.log)
        missing = missing_from(content, copy)
        if not missing.lines:
            return Merged(missing, "")
        joined = with_latest_at_end(with_lines(content, missing.lines))
        if log is None:
            if not atomic_create(folder.log, joined):
                raise changed_meanwhile(folder)
            return Merged(missing, "")
        with raises_not_stored(folder.backups):
            backup = back_up_log(folder, content, now)
        atomic_replace(folder.log, joined)
    return Merged(missing, backup)


def with_lines(log: bytes, lines: Iterable[bytes]) -> bytes:
    """A log with further lines, each on its own; every byte that was there stays."""
    gap = b"" if not log or log.endswith(b"\n") else b"\n"
    return (log or HEADER) + gap + b"".join(line + b"\n" for line in lines)


def copy_named(folder: Folder, name: str) -> str:
    """Where a copy lies: in the data folder first, as `doctor` names it, else as a path.

    Raises NotFound when nothing is there, UsageError for the log or the roadmap itself.
    """
    own = [one for one in (folder.log, folder.roadmap) if os.path.exists(one)]
    for path in (os.path.join(folder.path, name), os.path.expanduser(name)):
        if os.path.exists(path):
            with raises_not_stored(path, ""):
                is_own = any(os.path.samefile(path, one) for one in own)
            if is_own:
                raise UsageError("This is the file itself, not a copy of it.", place=path)
            return path
    raise NotFound("There is no such file.", place=absolute(name))


def read_file(path: str) -> bytes:
    """Its bytes; raises NotStored when the system refuses."""
    with raises_not_stored(path, ""):
        return read_copy(path)


def base_name(path: str) -> str:
    """The name of a file without its folder."""
    return os.path.basename(path)
