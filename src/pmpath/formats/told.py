"""How milestones and commitments are called in a list of tasks, and when things of a day were."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from pmpath.domain.entry import Entry
from pmpath.domain.promise import is_meeting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import tzinfo

    from pmpath.formats.values import Commitment

# In the middle of a day an hour of summer time more or less leaves the day what it is.
NOON = time(12)


def commitment_told(one: Commitment) -> str:
    """`Tomas (sales): the deck`, or that it is awaited."""
    whose = one.person or "somebody"
    if one.is_mine and is_meeting(one.what):
        return f"Meet {whose}: {one.what}"
    return f"You owe {whose}: {one.what}" if one.is_mine else f"Waiting on {whose}: {one.what}"


def local_time(entry: Entry) -> datetime:
    """When an entry was done: as it was written, or at noon of its day where that was another."""
    written = datetime.fromisoformat(entry.clock or entry.at)
    same = written.date() == entry.day
    return written if same else datetime.combine(entry.day, NOON, written.tzinfo)


def done_at(entry: Entry) -> datetime:
    """The same in universal time."""
    return local_time(entry).astimezone(UTC)


def noon_of(day: date, zone: tzinfo | None) -> datetime:
    """Noon of a day in a zone, as an instant."""
    return datetime.combine(day, NOON, zone).astimezone(UTC)
