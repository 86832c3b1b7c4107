"""A table that is made when it is first looked into: most calls look into few of a catalog's."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    Value = TypeVar("Value")

    def late_table(make: Callable[[], Mapping[str, Value]]) -> Mapping[str, Value]:
        """The table that `make` gives, made once."""

else:

    class late_table:  # noqa: N801 - to whoever calls it, a function
        """See the typed half above."""

        __slots__ = ("_made", "_make")

        def __init__(self, make):
            self._make, self._made = make, None

        def _whole(self):
            if self._made is None:
                self._made = self._make()
            return self._made

        def __getitem__(self, key):
            return self._whole()[key]

        def __iter__(self):
            return iter(self._whole())

        def __len__(self):
            return len(self._whole())

        def __contains__(self, key):
            return key in self._whole()

        def __eq__(self, other):
            return self._whole() == (other._whole() if isinstance(other, late_table) else other)

        __hash__ = None

        def get(self, key, default=None):
            """As that of a table."""
            return self._whole().get(key, default)

        def keys(self):
            """As those of a table."""
            return self._whole().keys()

        def values(self):
            """As those of a table."""
            return self._whole().values()

        def items(self):
            """As those of a table."""
            return self._whole().items()
