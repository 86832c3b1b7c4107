"""What stands in for a call that a disk lacks: sticks, network folders, folders of a cloud.

Loaded only once a call was refused, so that a disk that has them all pays nothing. Each list names
the errors that mean "there is no such call here"; a full or broken disk is none of them.
"""

from __future__ import annotations

import errno
import os
import sys

from pmpath.storage.disk.os_errors import LACKING, close_quietly
from pmpath.storage.disk.paths import PRIVATE

NO_LINK = (*LACKING, errno.EPERM, errno.EACCES, errno.EXDEV, errno.EMLINK, errno.ENOTTY)
# Some network disks do not even let a folder be opened.
NO_FOLDER_SYNC = (
    *LACKING, errno.EPERM, errno.EACCES, errno.EBADF, errno.EISDIR, errno.ENOTTY
)  # fmt: skip
NO_FLUSH = (*LACKING, errno.ENOTTY)
NO_MODE = (*LACKING, errno.EPERM, errno.EACCES, errno.EROFS)


def pass_over_folder_sync(error: OSError) -> None:
    """Go on where a disk cannot flush a name by itself: the file's own flush has to do.

    Raises the error when it means anything else.
    """
    if error.errno not in NO_FOLDER_SYNC:
        raise error


def flush_otherwise(descriptor: int, error: OSError) -> None:
    """Flush by the weaker fsync, else all disks of the system; raises any other error."""
    if error.errno not in NO_FLUSH:
        raise error
    try:
        os.fsync(descriptor)
    except OSError as second:
        if second.errno not in NO_FLUSH:
            raise
        if hasattr(os, "sync"):
            os.sync()


def pass_over_mode(error: OSError) -> None:
    """Go on where a disk keeps no modes, or refuses this one: the content is what counts."""
    if error.errno not in NO_MODE:
        raise error


def named_without_link(temporary: str, path: str, error: OSError) -> bool:
    """Give a whole file its name on a disk without links; False when somebody took the name.

    The name is claimed by an empty file that only one can make, and the whole file replaces that in
    one step. Raises the error when it means anything else than "no links".
    """
    if error.errno not in NO_LINK:
        raise error
    if sys.platform == "win32":
        # There a rename never replaces a file.
        try:
            os.rename(temporary, path)
        except FileExistsError:
            return False
        return True
    try:
        claim = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    except FileExistsError:
        return False
    close_quietly(claim)
    try:
        os.replace(temporary, path)
    except BaseException:
        os.unlink(path)
        raise
    return True
