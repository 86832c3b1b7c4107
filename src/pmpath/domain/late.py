"""What changes while a log is folded, and of which an attribute may wait, as it was kept.

It is made when somebody asks for it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class Waiting(dict[str, "Any"]):
    """Attributes by name, each made when first asked for, and once for all who ask this."""

    def __init__(self, kept: Mapping[str, bytes], make: Callable[[bytes], Any]) -> None:
        self.kept = kept
        self._make = make

    def __missing__(self, name: str) -> Any:
        found = self[name] = self._make(self.kept[name])
        return found


class Late:
    """An object with attributes that may wait; one that is set does not wait any longer."""

    __slots__ = ("_waiting",)

    # Those that do not wait: every screen of the day asks them of every such object.
    AT_ONCE: tuple[str, ...] = ()

    _waiting: Waiting

    def wait_for(self, waiting: Waiting) -> None:
        """Have these attributes."""
        self._waiting = waiting

    def waits_as(self, other: Late) -> None:
        """Have those that the other one has, and as far as they wait, the very same values."""
        if hasattr(other, "_waiting"):
            self._waiting = other._waiting

    def waiting_names(self) -> tuple[str, ...]:
        """The names of those that waited at first."""
        return tuple(self._waiting.kept) if hasattr(self, "_waiting") else ()

    if not TYPE_CHECKING:
        # To a type checker, which knows each attribute by its class, every name would be one.
        def __getattr__(self, name):
            try:
                found = object.__getattribute__(self, "_waiting")[name]
            except (AttributeError, KeyError):
                raise AttributeError(f"{type(self).__name__} has no {name}") from None
            setattr(self, name, found)
            return found
