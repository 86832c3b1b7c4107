"""The order in which things were done: by the instant of writing, then by id, whatever the zone."""

from __future__ import annotations

from datetime import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Written(Protocol):
        """Whatever has an id and the instant at which it was written."""

        @property
        def id(self) -> str:
            """Unique between machines."""

        @property
        def at(self) -> str:
            """The instant, with its offset."""


ActOrder = tuple[datetime, str]


def act_order(one: Written) -> ActOrder:
    """The place of a record among all acts; instants are compared, never their texts."""
    return datetime.fromisoformat(one.at), one.id
