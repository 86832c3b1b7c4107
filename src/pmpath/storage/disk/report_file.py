"""A report in a file of its own: readable by its owner alone, whole or not at all."""

from __future__ import annotations

import errno
import os
import shlex
import tempfile

from pmpath.domain.errors import NotStored, UsageError
from pmpath.storage.disk.data_folder import not_open
from pmpath.storage.disk.os_errors import nearest_there, raises_not_stored
from pmpath.storage.disk.outside import PREFIX, put_whole
from pmpath.storage.disk.paths import PRIVATE, Folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

ALL_MODES = 0o777
PRINTED = "the report: pmpath report --out -"


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


def write_report(
    folder: Folder,
    path: str,
    content: bytes | Iterable[bytes],
    *,
    replace: bool,
    printed: str = PRINTED,
) -> None:
    """Write a file of mode 0600; what is there is replaced when that was asked for, else kept.

    `printed` is what can be printed instead, with the call.

    Raises UsageError for a name that is taken, for one whose folder is not there, and for any in
    the data folder, whatever was asked; NotStored when the system refuses. A link stays one, and
    what it points to is replaced.
    """
    refuse_data_folder(folder, path)
    target = os.path.realpath(path)
    if os.path.exists(target) and not (os.path.isfile(target) or os.path.isdir(target)):
        raise UsageError(
            "That is a device or a pipe, not a file.",
            place=path,
            hint=f"Name a file, or print {printed}",
        )
    if not not_open(path):
        _refuse_missing_folder(os.path.dirname(target))
    if not replace and os.path.lexists(path):
        raise _name_in_use(path)
    with raises_not_stored(path):
        if os.path.isdir(target):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not put_whole(target, content, replace=replace):
            raise _name_in_use(path)


def read_file(path: str) -> bytes:
    """A file of the person's own; raises UsageError where there is none, else NotStored."""
    if os.path.isdir(path) or not os.path.lexists(path):
        told = "That is a folder." if os.path.isdir(path) else "There is no file of that name."
        raise UsageError(told, place=path)
    with raises_not_stored(path), open(path, "rb") as file:
        return file.read()


def rewrite_file(folder: Folder, path: str, before: bytes, after: bytes) -> None:
    """Replace what was read from a file, whole or not at all; its mode stays, and a link stays one.

    Raises NotStored where the file changed meanwhile, or the system refuses.
    """
    refuse_data_folder(folder, path)
    target = os.path.realpath(path)
    if read_file(target) != before:
        raise NotStored("The file changed in the meantime; nothing was written.", place=path)
    with raises_not_stored(path):
        mode = os.stat(target).st_mode & ALL_MODES
        put_whole(target, after, replace=True, mode=mode)


def page_for_browser(content: bytes) -> str:
    """Write a page into a private temporary folder, made for it; returns its path."""
    with raises_not_stored(os.environ.get("TMPDIR", "")):
        path = os.path.join(tempfile.mkdtemp(prefix=PREFIX), "report.html")
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "wb") as file:
            file.write(content)
    return path


def _refuse_missing_folder(folder: str) -> None:
    """Raise UsageError for a folder that is not there, or is a file; a closed one may be there."""
    nearest = nearest_there(folder)
    if os.path.isdir(folder) or not os.access(nearest, os.X_OK if os.path.isdir(nearest) else 0):
        return
    if os.path.isdir(nearest):
        command = shlex.join(["mkdir", "-p", folder])
        raise UsageError(
            "There is no folder of that name.", place=folder, hint=f"Make it: {command}"
        )
    raise UsageError(
        "That is a file, not a folder.", place=nearest, hint="Name a file in another folder."
    )


def _name_in_use(path: str) -> UsageError:
    return UsageError(
        "A file of that name already exists; nothing was written.",
        place=path,
        hint="Add --force to replace it, or choose another name.",
    )
