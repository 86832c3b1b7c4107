"""One writer at a time, across processes. The kernel frees the lock of a killed process."""

from __future__ import annotations

import errno
import os
import sys
import time

from pmpath.domain.errors import NotStored
from pmpath.storage.faults import (
    NOTHING_SAVED,
    close_quietly,
    not_stored,
    stored_or_said,
)
from pmpath.storage.paths import Folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

PATIENCE_SECONDS = 10.0
BETWEEN_TRIES_SECONDS = 0.02
# What the system says of a lock that another process holds; anything else is no matter of waiting.
TAKEN = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)

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

    def __enter__(self) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
        with stored_or_said(self.folder.lock):
            self.descriptor = os.open(self.folder.lock, flags, 0o600)
        try:
            self._wait()
        except BaseException:
            close_quietly(self.descriptor)
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        close_quietly(self.descriptor)

    def _wait(self) -> None:
        end = time.monotonic() + self.patience
        while True:
            try:
                return _try_lock(self.descriptor)
            except OSError as error:
                if error.errno not in TAKEN:
                    raise not_stored(self.folder.lock, error, NOTHING_SAVED) from error
                if time.monotonic() >= end:
                    raise NotStored(
                        "Another pmpath is writing; nothing was saved.",
                        place=self.folder.path,
                        hint="Close it or wake it, then do this again.",
                    ) from None
            time.sleep(BETWEEN_TRIES_SECONDS)


def is_held(folder: Folder) -> bool:
    """Whether somebody holds the lock at this moment; makes no file and waits for nobody."""
    try:
        descriptor = os.open(folder.lock, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return False
    try:
        _try_lock(descriptor)
    except OSError:
        return True
    finally:
        close_quietly(descriptor)
    return False
