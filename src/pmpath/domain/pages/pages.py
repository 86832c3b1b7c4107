"""Many values in little memory: full pages of them are packed, and unpacked while they are read.

A log of ten years has tens of thousands of entries. Whoever needs all of them twice, or in another
order than that of the file, would hold most of the log in memory.
"""

from __future__ import annotations

import marshal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, Generic, TypeVar

    Value = TypeVar("Value")
    # Numbers and texts, and tuples, lists and dicts of these.
    Plain = Any

    class _Generic(Generic[Value]):
        """What holds values of one kind."""

        __slots__ = ()

else:

    class _Generic:
        """Without typing at run time nothing is generic."""

        __slots__ = ()

        def __class_getitem__(cls, _):
            return cls


# Readable by every Python that pmpath runs on.
MARSHAL_VERSION = 4
# So many pages stay unpacked where values are read by their places: what two machines wrote in turn
# lies on two of them.
MOST_OPEN = 4
QUICKLY = 1


class Pages(_Generic["Value"]):
    """Values in an order; a kind of pages says how a value of its kind is told as a plain one.

    `SIZE` values are packed together: with more of them a page is hardly smaller, and reading one
    value costs as much as reading all of its page.
    """

    __slots__ = ("last", "packed")

    SIZE = 64

    def __init__(self, values: Iterable[Value] = ()) -> None:
        self.packed: list[bytes] = []
        # Those of the last page, which is not full yet.
        self.last: list[Value] = []
        for one in values:
            self.append(one)

    @staticmethod
    def told(value: Value) -> Plain:
        """The value as a plain one."""
        raise NotImplementedError

    @staticmethod
    def made(plain: Plain) -> Value:
        """The value of which `told` made this."""
        raise NotImplementedError

    def __len__(self) -> int:
        return len(self.packed) * self.SIZE + len(self.last)

    def __iter__(self) -> Iterator[Value]:
        for page in range(len(self.packed)):
            yield from self.page(page)
        yield from self.last

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and list(self) == list(other)

    # They grow, as a list does.
    __hash__ = None  # type: ignore[assignment]

    def append(self, value: Value) -> None:
        """Add a value behind all others."""
        self.last.append(value)
        if len(self.last) >= self.SIZE:
            self.packed.append(_packed(list(map(self.told, self.last))))
            self.last = []

    def page(self, number: int) -> list[Value]:
        """The values of a page, the first of which is 0."""
        if number == len(self.packed):
            return self.last
        return list(map(self.made, _unpacked(self.packed[number])))

    def taken_out(self) -> Iterator[Value]:
        """The values in their order, each page let go of once it is read; nothing is left then."""
        self.packed.reverse()
        while self.packed:
            yield from map(self.made, _unpacked(self.packed.pop()))
        last, self.last = self.last, []
        yield from last

    def sort(self, key: Callable[[Value], Any]) -> None:
        """Put the values in the order of a key, as that of a list."""
        if not self.packed:
            self.last.sort(key=key)
            return
        keys = list(map(key, self))
        places = sorted(range(len(keys)), key=keys.__getitem__)
        del keys
        at = PageReader(self)
        ordered = type(self)(at[place] for place in places)
        self.packed, self.last = ordered.packed, ordered.last


class PlainPages(Pages["Value"]):
    """Values that are plain themselves."""

    __slots__ = ()

    @staticmethod
    def told(value: Value) -> Plain:
        """The same value."""
        return value

    @staticmethod
    def made(plain: Plain) -> Value:
        """The same value."""
        found: Value = plain
        return found


class PageReader(_Generic["Value"]):
    """Reads the values of some pages by their places, 0 for the first; quickest in that order."""

    __slots__ = ("_open", "pages")

    def __init__(self, pages: Pages[Value]) -> None:
        self.pages = pages
        self._open: dict[int, list[Value]] = {}

    def __getitem__(self, place: int) -> Value:
        """The value at a place; raises IndexError behind the last."""
        number, at = divmod(place, self.pages.SIZE)
        found = self._open.get(number)
        if found is None:
            if len(self._open) >= MOST_OPEN:
                del self._open[next(iter(self._open))]
            # The last page is the list that still grows.
            found = self._open[number] = self.pages.page(number)
        return found[at]


def _packed(plain: Plain) -> bytes:
    # Loaded for a full page: a short log has none.
    from zlib import compress

    return compress(marshal.dumps(plain, MARSHAL_VERSION), QUICKLY)


def _unpacked(content: bytes) -> Plain:
    from zlib import decompress

    return marshal.loads(decompress(content))
