"""Files outside of the data folder, where every other name belongs to somebody else."""

from __future__ import annotations

import errno
import os
import tempfile

from pmpath.storage.disk.atomic import give_name
from pmpath.storage.disk.flush import flush, sync_folder
from pmpath.storage.disk.os_errors import needs, raises_not_stored
from pmpath.storage.disk.paths import PRIVATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PREFIX = "pmpath-"
# Nothing of the user's is in it, and others may be meant to read it.
OPEN_TO_READ = 0o644


def put_whole(
    target: str, content: bytes | Iterable[bytes], *, replace: bool, mode: int = PRIVATE
) -> bool:
    """Make a file that is there whole or not at all; False when its name is taken.

    The content may come in pieces: nothing is there until the last one has come. What is there
    before is replaced where that is asked for. Raises OSError, or NotStored for a call that the
    disk lacks.
    """
    if os.path.lexists(target) and not os.path.isfile(target):
        # A device, a pipe: whoever reads there would lose it.
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    # Beside the target, because a rename works within one file system alone.
    descriptor, temporary = tempfile.mkstemp(prefix=PREFIX, dir=os.path.dirname(target))
    try:
        with open(descriptor, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            file.flush()
            if mode != PRIVATE:
                os.chmod(temporary, mode)
            flush(file.fileno())
        if replace:
            with needs("rename", target):
                os.replace(temporary, target)
        elif not give_name(temporary, target):
            return False
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)
    sync_folder(os.path.dirname(target))
    return True


def put_script(path: str, text: str) -> None:
    """Write a script that a shell reads, its folder included; raises NotStored.

    A link stays one, and what it points to is replaced.
    """
    with raises_not_stored(path):
        target = os.path.realpath(path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        put_whole(target, text.encode(), replace=True, mode=OPEN_TO_READ)


def add_lines(path: str, lines: Mapping[str, str]) -> None:
    """Put lines behind the end of a person's file, each unless a line has the words beside it.

    Every byte that is there stays where it is, whatever ends this call, and with it the owner, the
    mode, and any link to the file. Raises NotStored when the system refuses.
    """
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
    with raises_not_stored(path), open(os.open(path, flags, OPEN_TO_READ), "rb") as file:
        there = file.read()
        missing = [one.encode() for one, words in lines.items() if not _has(there, words.encode())]
        if missing:
            gap = b"" if not there or there.endswith(b"\n") else b"\n"
            _append(file.fileno(), gap + b"".join(one + b"\n" for one in missing), len(there))


def _has(text: bytes, words: bytes) -> bool:
    lines = (line.lstrip() for line in text.splitlines())
    return any(words in line for line in lines if not line.startswith(b"#"))


def _append(descriptor: int, added: bytes, size: int) -> None:
    """Write in one piece: half a line would be a fault in whatever reads the file."""
    try:
        if os.write(descriptor, added) < len(added):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError:
        os.ftruncate(descriptor, size)
        raise
    flush(descriptor)
