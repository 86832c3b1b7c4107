"""A report in a file of its own: readable by its owner alone, whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile

from pmpath.domain.errors import UsageError
from pmpath.storage.disk.atomic import give_name
from pmpath.storage.disk.flush import flush, sync_folder
from pmpath.storage.disk.os_errors import needs, raises_not_stored
from pmpath.storage.disk.paths import Folder

PREFIX = "pmpath-report-"


def names_folder(path: str) -> bool:
    """Whether a path as typed means a folder: one that is there, or one by its last sign."""
    return path.endswith((os.sep, os.altsep or os.sep)) or os.path.isdir(path)


def refuse_data_folder(folder: Folder, path: str) -> None:
    """Raise UsageError for the data folder and whatever is in it, through links as well."""
    target, home = os.path.realpath(path), os.path.realpath(folder.path)
    if os.path.join(target, "").startswith(os.path.join(home, "")):
        raise UsageError(
            "That folder holds your data.", place=path, hint="Name a file outside of it."
        )


def write_report(folder: Folder, path: str, content: bytes, *, replace: bool) -> None:
    """Write a file of mode 0600; what is there is replaced when that was asked for, else kept.

    Raises UsageError for a name that is taken, and for any in the data folder, whatever was asked;
    NotStored when the system refuses. A link stays one, and what it points to is replaced.
    """
    refuse_data_folder(folder, path)
    target = os.path.realpath(path)
    if not replace and os.path.lexists(path):
        raise _name_in_use(path)
    with raises_not_stored(path):
        if os.path.isdir(target):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # Beside the target, because a rename works within one file system alone.
        handle, temporary = tempfile.mkstemp(prefix=PREFIX, dir=os.path.dirname(target))
        try:
            with open(handle, "wb") as file:
                file.write(content)
                file.flush()
                flush(file.fileno())
            if not _put(temporary, target, replace=replace):
                raise _name_in_use(path)
        finally:
            if os.path.lexists(temporary):
                os.unlink(temporary)
        sync_folder(os.path.dirname(target))


def page_for_browser(content: bytes) -> str:
    """Write a page into a private temporary folder, made for it; returns its path."""
    with raises_not_stored(os.environ.get("TMPDIR", "")):
        path = os.path.join(tempfile.mkdtemp(prefix=PREFIX), "report.html")
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    return path


def _name_in_use(path: str) -> UsageError:
    return UsageError(
        "A file of that name is there; nothing was written.",
        place=path,
        hint="Add --force to replace it, or choose another name.",
    )


def _put(temporary: str, target: str, *, replace: bool) -> bool:
    """Give the file its name; False when somebody took it meanwhile."""
    if replace:
        with needs("rename", target):
            os.replace(temporary, target)
        return True
    return give_name(temporary, target)
