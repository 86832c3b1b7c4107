"""Repairing a log: what cannot be read goes to a file of its own, and nothing is thrown away.

The order is the promise. A dated copy of the whole log first, then the lines that are set aside,
then the new log in one step; a kill anywhere leaves every byte in at least one of the three.
"""

from __future__ import annotations

import os
from contextlib import suppress

from pmpath.domain.errors import NotStored
from pmpath.domain.record import Frozen
from pmpath.storage.backups import back_up_log
from pmpath.storage.disk.atomic import atomic_replace
from pmpath.storage.disk.flush import flush, sync_folder
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.missing_calls import pass_over_mode
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import PRIVATE, SET_ASIDE
from pmpath.storage.disk.private_modes import OTHERS, note_refusal
from pmpath.storage.doctor.folder_checks import own_wide_modes
from pmpath.storage.doctor.mode_checks import PathMode
from pmpath.storage.log.lines import DOUBLED, lines_of, refuse_newer
from pmpath.storage.log.order_lines import REPLACING, with_line_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime

    from pmpath.storage.disk.paths import Folder


class LogRepair(Frozen):
    """A log before and after: `set_aside` are the bytes that leave it, each on a line of its own.

    `moved` and `doubled` count lines. Without either, `after` is `before`.
    """

    before: bytes
    after: bytes
    set_aside: bytes
    moved: int
    doubled: int


class Repaired(Frozen):
    """What a repair did; names are empty where nothing was written."""

    backup: str
    set_aside: str
    narrowed: int
    left_wide: int


def planned_repair(content: bytes) -> LogRepair:
    """What a repair makes of these bytes.

    Every line that counts keeps its bytes and its place. Lines that cannot be read, and those whose
    id stands earlier with other content, leave it as they are; of doubled lines the first stays.
    """
    kept, aside, doubled = [], [], 0
    for line in lines_of(content):
        if line.counts:
            kept.append(line.raw)
        elif line.state == DOUBLED:
            doubled += 1
        else:
            aside.append(line.raw if line.raw.endswith(b"\n") else line.raw + b"\n")
    return LogRepair(content, b"".join(kept), b"".join(aside), len(aside), doubled)


def repair(folder: Folder, plan: LogRepair | None, today: date, now: datetime) -> Repaired:
    """Narrow modes and put the repaired log in the place of the one that the plan was made for.

    Without a plan there is no log. Raises NotStored when the log was changed meanwhile or the
    system refuses, NotValid for a log of a newer pmpath; the log is as it was then.
    """
    with Locked(folder), raises_not_stored(folder.path):
        narrowed, left = _narrow(own_wide_modes(folder))
        note_refusal(folder, is_refused=bool(left))
        if plan is None or plan.after == plan.before:
            return Repaired("", "", narrowed, left)
        with raises_not_stored(folder.log), open(folder.log, "rb") as file:
            if file.read() != plan.before:
                raise changed_meanwhile(folder)
        refuse_newer(lines_of(plan.before), folder.log)
        before, after = (
            with_line_order(folder, one, REPLACING) for one in (plan.before, plan.after)
        )
        with raises_not_stored(folder.backups):
            backup = back_up_log(folder, before, now)
        aside = f"{SET_ASIDE}{today.isoformat()}.txt" if plan.set_aside else ""
        if aside:
            _append_durably(os.path.join(folder.path, aside), plan.set_aside)
        atomic_replace(folder.log, after)
    return Repaired(backup, aside, narrowed, left)


def changed_meanwhile(folder: Folder) -> NotStored:
    """The error for a log that somebody wrote to between the look and the change."""
    return NotStored(
        "The log changed in the meantime; nothing was written.",
        place=folder.log,
        hint="Try again.",
    )


def _append_durably(path: str, content: bytes) -> None:
    """Add to a file that is never overwritten; behind a torn end on a line of its own."""
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    with raises_not_stored(path):
        descriptor = os.open(path, flags, PRIVATE)
        with open(descriptor, "r+b") as file:
            size = file.seek(0, os.SEEK_END)
            if size:
                file.seek(size - 1)
                content = content if file.read(1) == b"\n" else b"\n" + content
            file.write(content)
            file.flush()
            flush(file.fileno())
        sync_folder(os.path.dirname(path))


def _narrow(wide: list[PathMode]) -> tuple[int, int]:
    """Take what others may do from each mode; how many are private now, and how many are not."""
    for one in wide:
        try:
            os.chmod(one.path, one.mode & one.private)
        except OSError as error:
            # Another's file, or a disk without modes: that is said, and the rest goes on.
            pass_over_mode(error)
    narrowed = 0
    for one in wide:
        with suppress(OSError):
            narrowed += not os.stat(one.path).st_mode & OTHERS
    return narrowed, len(wide) - narrowed
