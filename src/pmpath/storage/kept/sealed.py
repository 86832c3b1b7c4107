"""Files that are made anew whenever they are missing: whole, private, and seen to be damaged.

The first line says what stands in the file, how far it goes, and the checksum of the rest. Marshal
is no code that runs, but reads damaged bytes badly: none are handed to it but those that were
written.
"""

from __future__ import annotations

import os
import stat
from binascii import crc32

# Another number where the kept values change their shape without a change of the program.
MAGIC = b"pmpath kept 2 "
LONGEST_HEAD = 64
PRIVATE = 0o600
# A pipe opens at once, and a link in the place of a temporary file is not written through.
NOT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def head_of(covered: int, body: bytes) -> bytes:
    """The first line: how many bytes of another file the body covers, and the body's checksum."""
    return MAGIC + f"{covered} {crc32(body):08x}\n".encode()


def covered_by(content: bytes) -> int:
    """How many bytes are covered, as the first line says; 0 for anything that is no such line."""
    number = content.removeprefix(MAGIC).partition(b" ")[0] if content.startswith(MAGIC) else b""
    return int(number) if number.isdigit() else 0


def read_sealed(path: str) -> tuple[int, bytes] | None:
    """How many bytes are covered, and the body; None where it is not as it was written."""
    try:
        content = _content(path)
    except OSError:
        return None
    covered, body = covered_by(content[:LONGEST_HEAD]), content.partition(b"\n")[2]
    return (covered, body) if content.startswith(head_of(covered, body)) else None


def covered_at(path: str) -> int:
    """How many bytes the first line of the file says are covered, without a look at the rest."""
    try:
        return covered_by(_content(path, LONGEST_HEAD))
    except OSError:
        return 0


def _content(path: str, most: int = -1) -> bytes:
    """The bytes of a file, so many at most; nothing of what is no file, and no pipe is waited for.

    Raises OSError.
    """
    descriptor = os.open(path, os.O_RDONLY | NOT_WAITING)
    with open(descriptor, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return b""
        return file.read(most)


def write_sealed(path: str, covered: int, body: bytes) -> None:
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
