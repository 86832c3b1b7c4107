"""A figure beside an explanation."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    Value = date | int | str | tuple[str, ...]


@record
class Figure:
    """A value under its key; the key names the unit where the value is a number."""

    key: str
    value: Value
