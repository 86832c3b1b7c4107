"""A figure beside an explanation."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Value = date | int | str | tuple[str, ...] | Mapping[str, object]


class Figure(Frozen):
    """A value under its key; the key names the unit where the value is a number.

    Several figures at once are a mapping of names, which name their units likewise.
    """

    key: str
    value: Value
