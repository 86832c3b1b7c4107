"""Files that are made anew whenever they are missing: whole, private, and seen to be damaged.

The first line says what stands in the file, how far it goes, and the checksum of the rest. Marshal
is no code that runs, but reads damaged bytes badly: none are handed to it but those that were
written.
"""

from __future__ import annotations

import os
from binascii import crc32

# Another number where the kept values change their shape without a change of the program.
MAGIC = b"pmpath kept 1 "
LONGEST_HEAD = 64
PRIVATE = 0o600


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
        with open(path, "rb", buffering=0) as file:
            content = file.read()
    except OSError:
        return None
    covered, body = covered_by(content[:LONGEST_HEAD]), content.partition(b"\n")[2]
    return (covered, body) if content.startswith(head_of(covered, body)) else None


def write_sealed(path: str, covered: int, body: bytes) -> None:
    """Put the file there, whole or not at all; raises OSError."""
    temporary = f"{path}.tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    with open(descriptor, "wb") as file:
        file.write(head_of(covered, body) + body)
    os.replace(temporary, path)
