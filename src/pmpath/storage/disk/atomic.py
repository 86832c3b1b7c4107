"""Files that are there whole or not at all, whenever the power goes."""

from __future__ import annotations

import errno
import os
import stat

from pmpath.domain.errors import NotStored
from pmpath.storage.disk.flush import flush, sync_folder
from pmpath.storage.disk.os_errors import (
    NAME_UNSURE,
    is_there,
    needs,
    not_stored,
    raises_not_stored,
)
from pmpath.storage.disk.paths import PRIVATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    # A whole content, or pieces of it that never stand in memory together.
    Content = bytes | Iterable[bytes]

TEMPORARY = ".tmp"


def atomic_create(path: str, content: Content) -> bool:
    """Create a file that is there whole or not at all; False when the name is taken.

    A link cannot replace a file, so not even two `init` at once overwrite each other. The caller
    holds the lock, so the temporary name is its own.
    """
    temporary = path + TEMPORARY
    with raises_not_stored(path):
        remove_leftovers(path)
        if is_there(path):
            return False
        try:
            write_durably(temporary, content)
            if not give_name(temporary, path):
                return False
        finally:
            _remove_quietly(temporary)
        try:
            sync_folder(os.path.dirname(path))
        except OSError as error:
            # Nobody was told of the file yet, and whoever reads of the fault makes it again.
            try:
                os.unlink(path)
            except OSError:
                raise not_stored(path, error, NAME_UNSURE) from error
            raise
    return True


def give_name(temporary: str, path: str) -> bool:
    """Give a whole file its name; False when somebody has taken the name. Raises OSError."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError as error:
        from pmpath.storage.disk.missing_calls import named_without_link

        return named_without_link(temporary, path, error)
    return True


def remove_leftovers(path: str) -> None:
    """Take away what a killed `atomic_create` left; the caller holds the lock. Raises OSError.

    A temporary file may be a second name of a file renamed since: nothing is ever written into it.
    On a disk without links the name itself may be left, empty, with the whole file still beside it.
    """
    temporary = path + TEMPORARY
    if is_there(temporary):
        if is_empty_claim(path):
            os.unlink(path)
        os.unlink(temporary)


def is_empty_claim(path: str) -> bool:
    """Whether a name holds no byte, and what was to stand there lies beside it: a killed write."""
    if not is_there(path + TEMPORARY):
        return False
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and not found.st_size


def atomic_replace(path: str, content: Content) -> None:
    """Put new content in the place of the old, in one step; a link stays, and so does the mode.

    The caller holds the lock. Raises NotStored when the system refuses; the old content stays then.
    """
    target = os.path.realpath(path)
    temporary = target + TEMPORARY
    with raises_not_stored(path):
        mode = stat.S_IMODE(os.stat(target).st_mode)
        if not os.access(target, os.W_OK):
            # A rename asks the folder alone; a file that its owner made read-only is left so.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        _remove(temporary)
        try:
            write_durably(temporary, content, mode)
            with needs("rename", path):
                os.replace(temporary, target)
        finally:
            _remove_quietly(temporary)
    with raises_not_stored(path, NAME_UNSURE):
        sync_folder(os.path.dirname(target))


def write_durably(path: str, content: Content, mode: int = PRIVATE) -> None:
    """Write a new or temporary file of the user's folder, and wait until it is on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, PRIVATE)
    with open(descriptor, "wb") as file:
        file.writelines((content,) if isinstance(content, bytes) else content)
        file.flush()
        if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
            _set_mode(path, mode)
        flush(descriptor)


def _set_mode(path: str, mode: int) -> None:
    try:
        os.chmod(path, mode)
    except OSError as error:
        from pmpath.storage.disk.missing_calls import pass_over_mode

        pass_over_mode(error)


def _remove(path: str) -> None:
    if is_there(path):
        os.unlink(path)


def _remove_quietly(path: str) -> None:
    """Take away what is of no use any more; what stays is named by `doctor`."""
    try:
        _remove(path)
    except (OSError, NotStored):
        return
