"""A file with its owner's name, in the place of a lock on a disk without locks.

Only one process can make the file. A process that was killed leaves it, so it says whose it is:
the machine, its boot, the process. It is taken from an owner that has certainly ended; from one of
which nobody can tell only when nothing moved for as long as a writer waits; from one on another
machine never, because nobody here can see whether that one still runs.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from pmpath.domain.errors import NOTHING_SAVED, NotStored
from pmpath.domain.record import Frozen, fields_of, types_of
from pmpath.storage.disk.os_errors import close_quietly
from pmpath.storage.disk.paths import PRIVATE, Folder

LONGEST = 1_000
ENDED, DOUBTFUL, ALIVE = range(3)
BOOT = "/proc/sys/kernel/random/boot_id"
# Two machines may have the same name; with the same number as well they are one.
MACHINE = "/etc/machine-id"
PROCESSES = "/proc/self/ns/pid"
# Behind the name in /proc/ID/stat: the state, and the instant of the start in ticks.
STATE, STARTED = 0, 19
GONE = ("Z", "X")


class Owner(Frozen):
    """Who holds the file: `machine` and `boot` of the system, `processes` the space of its ids.

    What a system does not tell is empty. `started` tells two processes of one id apart.
    """

    name: str
    machine: str
    boot: str
    processes: str
    process: str
    started: str

    def state(self) -> int:
        """Whether this owner has ended, may have ended, or has to be taken for alive."""
        here = this_process()
        if (self.name, self.machine) != (here.name, here.machine):
            return ALIVE
        if self.boot != here.boot:
            # The machine was started again since, unless it has a twin.
            return DOUBTFUL
        if self.processes != here.processes or sys.platform == "win32":
            return ALIVE
        return ALIVE if _runs(self) else ENDED


NAMES = set(types_of(Owner))


class LockFile:
    """The file of one folder; `take` until it is ours, then `release`."""

    def __init__(self, folder: Folder) -> None:
        self.path = folder.lock_owner
        self.content = b""
        self.seen: bytes | None = None
        self.has_moved = False

    def take(self, *, is_last: bool = False) -> bool:
        """Make the file; False while somebody has it. Raises OSError.

        `is_last`: the time of waiting is over, so that a doubtful owner counts as ended.
        """
        # Once more when the file of an owner that has ended is out of the way.
        for _ in range(2):
            if self._create():
                return True
            content = _read(self.path)
            if content is not None and not self._has_ended(content, is_last=is_last):
                return False
            if content is not None and not self._clear(content, is_last=is_last):
                return False
        return False

    def _has_ended(self, content: bytes, *, is_last: bool) -> bool:
        self.seen = content if self.seen is None else self.seen
        self.has_moved |= content != self.seen
        state = _state_of(content)
        return state == ENDED or (state == DOUBTFUL and is_last and not self.has_moved)

    def release(self) -> None:
        """Take the file away, if it is still ours; what stays is cleared by the next writer."""
        with suppress(OSError):
            if self.content and _read(self.path) == self.content:
                os.unlink(self.path)

    def refusal(self) -> NotStored:
        """The error for a file that stayed with its owner."""
        owner = owner_in(_read(self.path) or b"")
        who = f" (process {owner.process} on {owner.name})" if owner else ""
        return NotStored(
            f"Another pmpath is writing to your files{who}.",
            outcome=NOTHING_SAVED,
            place=self.path,
            hint="Close it or wake it, then try again.\nIf it has already ended, delete this file.",
        )

    def _create(self) -> bool:
        """Make the file for this process; False when somebody has it. Raises OSError."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
        content = _content_of(this_process())
        try:
            descriptor = os.open(self.path, flags, PRIVATE)
        except FileExistsError:
            return False
        try:
            os.write(descriptor, content)
        except BaseException:
            os.unlink(self.path)
            raise
        finally:
            close_quietly(descriptor)
        # Whoever was stopped before the write may have lost the file to another by now.
        self.content = content
        return _read(self.path) == content

    def _clear(self, stale: bytes, *, is_last: bool) -> bool:
        """Remove the file of an owner that has ended; one at a time, so that no new one goes."""
        turn = self.path + ".tmp"
        try:
            close_quietly(os.open(turn, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE))
        except FileExistsError:
            if not is_last:
                return False
        try:
            if _read(self.path) == stale:
                with suppress(FileNotFoundError):
                    os.unlink(self.path)
        finally:
            with suppress(OSError):
                os.unlink(turn)
        return True


def owner_of(folder: Folder) -> Owner | None:
    """Who holds the lock of a folder by such a file, or held it last; None without one."""
    with suppress(OSError):
        return owner_in(_read(folder.lock_owner) or b"")
    return None


def may_be_held(folder: Folder) -> bool:
    """Whether there is such a file of an owner that has not certainly ended; only looks."""
    try:
        content = _read(folder.lock_owner)
    except OSError:
        return True
    return content is not None and _state_of(content) != ENDED


def owner_in(content: bytes) -> Owner | None:
    """The owner whose name a file holds; None for what was cut off, or is none of ours."""
    lines = content.decode(errors="replace").split("\n")
    fields = dict(line.split(" ", 1) for line in lines if " " in line)
    if lines[-1] or set(fields) != NAMES or not fields["process"].isdecimal():
        return None
    return Owner(**fields)


def this_process() -> Owner:
    """This process, as an owner."""
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    processes = ""
    with suppress(OSError):
        processes = os.readlink(PROCESSES)
    process = str(os.getpid())
    return Owner(
        name, _text(MACHINE), this_boot(), processes, process, _state_and_start(process)[1]
    )


def this_boot() -> str:
    """What tells the time since this machine was started from any other; "" where none can."""
    return _text(BOOT)


def _content_of(owner: Owner) -> bytes:
    return "".join(f"{name} {getattr(owner, name)}\n" for name in fields_of(owner)).encode()


def _state_of(content: bytes) -> int:
    owner = owner_in(content)
    return owner.state() if owner else DOUBTFUL


def _runs(owner: Owner) -> bool:
    """Whether this very process of this machine is there."""
    try:
        os.kill(int(owner.process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        # It is there, and somebody else's.
        pass
    state, started = _state_and_start(owner.process)
    return state not in GONE and ("" in (started, owner.started) or started == owner.started)


def _state_and_start(process: str) -> tuple[str, str]:
    """The state of a process and when it was started; empty where the system does not tell."""
    fields = _text(f"/proc/{process}/stat").rpartition(")")[2].split()
    return (fields[STATE], fields[STARTED]) if len(fields) > STARTED else ("", "")


def _text(path: str) -> str:
    with suppress(OSError):
        return (_read(path) or b"").decode(errors="replace").strip()
    return ""


def _read(path: str) -> bytes | None:
    """The first bytes of a small file; None without one. Raises OSError."""
    try:
        with open(path, "rb") as file:
            return file.read(LONGEST)
    except FileNotFoundError:
        return None
