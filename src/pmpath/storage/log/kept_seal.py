"""How far what is kept of a log reaches: asked by `log`, which loads nothing else of it."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder

# Another number where the kept values change their shape without a change of the program.
MAGIC = b"pmpath fold 1 "
LONGEST_HEAD = 64
# What is kept is made anew once so many bytes of the log stand behind what it covers; reading them
# costs next to nothing.
BEHIND_BYTES = 16_384


def head_of(covered: int, check: int) -> bytes:
    """The first line of a kept file: how many bytes of the log it covers, and its own checksum."""
    return MAGIC + f"{covered} {check:08x}\n".encode()


def covered_by(head: bytes) -> int:
    """How many bytes of the log are covered; 0 for anything that is no such line."""
    number = head.removeprefix(MAGIC).partition(b" ")[0] if head.startswith(MAGIC) else b""
    return int(number) if number.isdigit() else 0


def is_behind(folder: Folder) -> bool:
    """Whether much of the log is not covered by what is kept; no fault of it is told."""
    try:
        size = os.stat(folder.log).st_size
        if size < BEHIND_BYTES:
            return False
        return size - _covered(folder.fold) >= BEHIND_BYTES
    except OSError:
        return False


def _covered(path: str) -> int:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return 0
    try:
        return covered_by(os.read(descriptor, LONGEST_HEAD).partition(b"\n")[0])
    finally:
        os.close(descriptor)
