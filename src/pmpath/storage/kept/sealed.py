"""Files that are made anew whenever they are missing: whole, private, and seen to be damaged.

The first line says what stands in the file, of which bytes of the log it was made, and the checksum
of the rest. Marshal is no code that runs, but reads damaged bytes badly: none are handed to it but
those that were written.
"""

from __future__ import annotations

import os
import stat
from binascii import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import FileIO
    from typing import TypeAlias

    # The first bytes of a log: how many they are, and their checksum.
    Covered: TypeAlias = tuple[int, int]

NONE_COVERED = (0, 0)
PIECE = 1 << 18
# Of the bodies: readable by every Python that pmpath runs on.
MARSHAL_VERSION = 4
# Another number where the kept values change their shape without a change of the program.
MAGIC = b"pmpath kept 3 "
LONGEST_HEAD = 64
PRIVATE = 0o600
# A pipe opens at once, and a link in the place of a temporary file is not written through.
NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def head_of(covered: Covered, body: bytes) -> bytes:
    """The first line: which bytes of the log the body covers, and the body's checksum."""
    return MAGIC + f"{covered[0]} {covered[1]} {crc32(body):08x}\n".encode()


def covered_by(content: bytes) -> Covered:
    """What is covered, as the first line says; nothing for anything that is no such line."""
    size, check, *_ = *content.removeprefix(MAGIC).split(b" "), b"", b""
    if not content.startswith(MAGIC) or not (size.isdigit() and check.isdigit()):
        return NONE_COVERED
    return int(size), int(check)


def read_sealed(path: str) -> tuple[Covered, bytes] | None:
    """What is covered, and the body; None where it is not as it was written."""
    try:
        content = _content(path)
    except OSError:
        return None
    covered, body = covered_by(content[:LONGEST_HEAD]), content.partition(b"\n")[2]
    return (covered, body) if content.startswith(head_of(covered, body)) else None


def covered_at(path: str) -> Covered:
    """What the first line of the file says is covered, without a look at the rest."""
    try:
        return covered_by(_content(path, LONGEST_HEAD))
    except OSError:
        return NONE_COVERED


def _content(path: str, most: int = -1) -> bytes:
    """The bytes of a file, so many at most; nothing of what is no file, and no pipe is waited for.

    Raises OSError.
    """
    descriptor = os.open(path, os.O_RDONLY | NOT_WAITING)
    with open(descriptor, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return b""
        return file.read(most)


def checksum(file: FileIO, size: int, check: int = 0) -> int:
    """The checksum of the next bytes of a file, so many, going on from one; -1 where it ends."""
    buffer = memoryview(bytearray(PIECE))
    while size and (read := file.readinto(buffer[: min(size, PIECE)])):
        check = crc32(buffer[:read], check)
        size -= read
    return -1 if size else check


def write_sealed(path: str, covered: Covered, body: bytes) -> None:
    """Put the file there; raises OSError.

    Nothing is flushed, and nobody is kept from writing the same at this moment: what comes of that
    or of a power cut is known by its checksum.
    """
    temporary = f"{path}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_LINK, PRIVATE)
    try:
        with open(descriptor, "wb") as file:
            file.write(head_of(covered, body) + body)
        os.replace(temporary, path)
    except BaseException:
        _remove_quietly(temporary)
        raise


def _remove_quietly(path: str) -> None:
    try:  # noqa: SIM105 - `log` would spend a millisecond on importing contextlib
        os.unlink(path)
    except OSError:
        pass
