"""Parts of a large table, each read from a file when it is asked for.

A line needs a few of a thousand parts. Each is bound to its checksum in an index that the compiled
content has; where the file does not hold what the index says, all parts are made anew.
"""

from __future__ import annotations

import os
from binascii import crc32

from pmpath.storage.compiled import BINARY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmpath.domain.language.parted import Parts

# Of each part where it begins, how long it is and its checksum, each in so many bytes.
NUMBER = 4
ROW = 3 * NUMBER
BITS = 8 * NUMBER
LARGEST = (1 << BITS) - 1
ENCODING = "utf-8", "surrogatepass"


def stored(parts: Iterable[str], before: int) -> tuple[bytes, bytes]:
    """The index of parts that begin behind so many bytes of a file, and their bytes."""
    index, content = bytearray(), bytearray()
    for part in parts:
        made = part.encode(*ENCODING)
        for number in (before + len(content), len(made), crc32(made)):
            index += number.to_bytes(NUMBER, "little")
        content += made
    return bytes(index), bytes(content)


class StoredParts:
    """What `stored` made; `otherwise` makes the parts where the file is not as it was written."""

    def __init__(self, path: str, index: bytes, otherwise: Callable[[], Parts]) -> None:
        self._path, self._index, self._otherwise = path, index, otherwise
        self._descriptor: int | None = None
        self._made: Parts | None = None
        self._read: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._index) // ROW

    def __getitem__(self, at: int) -> str:
        if self._made is not None:
            return self._made[at]
        if at not in self._read:
            part = self._part(at)
            if part is None:
                self._made = self._otherwise()
                return self._made[at]
            self._read[at] = part
        return self._read[at]

    def _part(self, at: int) -> str | None:
        """The part at this place; None where the file does not hold it."""
        row = int.from_bytes(self._index[at * ROW : (at + 1) * ROW], "little")
        first, length, check = row & LARGEST, row >> BITS & LARGEST, row >> 2 * BITS
        try:
            if self._descriptor is None:
                self._descriptor = os.open(self._path, os.O_RDONLY | BINARY)
            os.lseek(self._descriptor, first, os.SEEK_SET)
            content = os.read(self._descriptor, length)
        except OSError:
            return None
        return content.decode(*ENCODING) if crc32(content) == check else None

    def __del__(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
