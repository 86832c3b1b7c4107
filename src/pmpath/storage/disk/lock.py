"""One writer at a time, across processes. The kernel frees the lock of a killed process.

On a disk without locks a file with its owner's name stands in, see `lock_file`.
"""

from __future__ import annotations

import errno
import os
import sys
import time

from pmpath.domain.errors import NOTHING_SAVED, NotStored
from pmpath.storage.disk.os_errors import (
    LACKING,
    close_quietly,
    raises_not_stored,
)
from pmpath.storage.disk.paths import PRIVATE, Folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from pmpath.storage.disk.lock_file import LockFile

PATIENCE_SECONDS = 10.0
BETWEEN_TRIES_SECONDS = 0.02
# What the system says of a lock that another process holds; for anything else nobody waits.
HELD_BY_ANOTHER = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
# What it says where no process can lock anything: nobody holds the lock then.
NO_LOCKS = (*LACKING, errno.ENOLCK, errno.EPERM, errno.ENOTTY)

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Locked:
    """`with Locked(folder):` holds the folder's lock; raises NotStored when it stays taken 10 s."""

    def __init__(self, folder: Folder, patience: float = PATIENCE_SECONDS) -> None:
        self.folder = folder
        self.patience = patience
        self.descriptor = -1
        self.lock_file: LockFile | None = None

    def __enter__(self) -> None:
        with raises_not_stored(self.folder.lock):
            self.descriptor = self._opened()
            try:
                self._wait()
            except BaseException:
                self._let_go()
                raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._let_go()

    def _opened(self) -> int:
        """The file that locks are asked of; made where there is none, but not behind a link."""
        flags = os.O_RDWR | getattr(os, "O_CLOEXEC", 0)
        try:
            return os.open(self.folder.lock, flags)
        except FileNotFoundError:
            from pmpath.storage.disk.data_folder import refuse_dangling

            refuse_dangling(self.folder.lock)
        return os.open(self.folder.lock, flags | os.O_CREAT, PRIVATE)

    def _let_go(self) -> None:
        if self.lock_file is not None:
            self.lock_file.release()
        close_quietly(self.descriptor)

    def _wait(self) -> None:
        end = time.monotonic() + self.patience
        while not self._try_to_take():
            if time.monotonic() >= end:
                self._take_at_last()
                return
            time.sleep(BETWEEN_TRIES_SECONDS)

    def _try_to_take(self) -> bool:
        """Whether the lock is ours now. Raises OSError for what is no other writer."""
        if self.lock_file is not None:
            return self.lock_file.take()
        try:
            _try_lock(self.descriptor)
        except OSError as error:
            if error.errno in HELD_BY_ANOTHER:
                return False
            if error.errno not in NO_LOCKS:
                raise
        else:
            return True
        from pmpath.storage.disk.lock_file import LockFile

        self.lock_file = LockFile(self.folder)
        return self.lock_file.take()

    def _take_at_last(self) -> None:
        """The time is over: raises NotStored, unless what is in the way has no owner left."""
        if self.lock_file is None:
            raise NotStored(
                "Another pmpath is writing to your files.",
                outcome=NOTHING_SAVED,
                place=self.folder.path,
                hint="Close it or wake it, then try again.",
            )
        if not self.lock_file.take(is_last=True):
            raise self.lock_file.refusal()


def is_held(folder: Folder) -> bool:
    """Whether somebody holds the lock at this moment; makes no file and waits for nobody."""
    try:
        descriptor = os.open(folder.lock, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return False
    try:
        _try_lock(descriptor)
    except OSError as error:
        if error.errno in HELD_BY_ANOTHER:
            return True
        from pmpath.storage.disk.lock_file import may_be_held

        return may_be_held(folder)
    finally:
        close_quietly(descriptor)
    return False
