"""A large table of texts, parted into many small texts: a call looks into the few that it needs.

Taking a table of thousands of keys apart costs more than all the rest of a short call.
"""

from __future__ import annotations

from binascii import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    class Texts(Protocol):
        """A table of texts, whole or parted, that is only looked into."""

        def get(self, key: str, default: str, /) -> str:
            """The value of a key."""

    class Parts(Protocol):
        """Parts by their place, each there at once or made when it is asked for."""

        def __len__(self) -> int: ...

        def __getitem__(self, at: int, /) -> str: ...


# So many letters a part has at most on average.
LENGTH = 1024
# Between the pairs of a part, and between key and value: no key has one, no value the first.
PAIR, VALUE = "\n", "\t"


def parted(table: Mapping[str, str]) -> tuple[str, ...]:
    """The parts of a table; raises ValueError for a key or value that would not come back."""
    size = sum(len(key) + len(value) + 2 for key, value in table.items())
    parts: list[list[str]] = [[] for _ in range(size // LENGTH + 1)]
    for key, value in table.items():
        if PAIR in key or VALUE in key or PAIR in value:
            raise ValueError(key)
        parts[_place(key, len(parts))].append(f"{key}{VALUE}{value}{PAIR}")
    return tuple(PAIR + "".join(one) for one in parts)


class Parted:
    """What `parted` made, looked into as the table was."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def get(self, key: str, default: str, /) -> str:
        """The value of a key."""
        part = self._parts[_place(key, len(self._parts))]
        at = part.find(f"{PAIR}{key}{VALUE}")
        if at < 0:
            return default
        start = at + len(key) + 2
        return part[start : part.index(PAIR, start)]


def _place(key: str, parts: int) -> int:
    # What a terminal could not decode is in a key as well.
    return crc32(key.encode("utf-8", "surrogatepass")) % parts
