"""What is made when it is first asked for: most calls ask for little of what they load.

A table is made when it is looked into, a regular expression is compiled when it is used: to load
`re` takes as long as a third of `python -c pass`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping
    from typing import AnyStr, TypeVar

    Value = TypeVar("Value")

    def late_table(make: Callable[[], Mapping[str, Value]]) -> Mapping[str, Value]:
        """The table that `make` gives, made once."""

    def late_pattern(text: AnyStr) -> re.Pattern[AnyStr]:
        """The regular expression of a text that holds its flags, compiled once."""

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

    class late_pattern:  # noqa: N801 - to whoever calls it, a function
        """See the typed half above."""

        def __init__(self, text):
            self._text = text

        def __getattr__(self, name):
            import re

            compiled = re.compile(self._text)
            for one in ("findall", "finditer", "fullmatch", "match", "search", "split", "sub"):
                setattr(self, one, getattr(compiled, one))
            return getattr(compiled, name)
