"""What the log has already of what is about to come in."""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.storage.log.append import PART_OF
from pmpath.storage.log.encode import ORIGIN
from pmpath.storage.log.read import LogReader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.encode import Fields


class Known(Frozen):
    """The ids of all records, undone ones too, and what imported entries were elsewhere.

    An import that was undone as a whole is forgotten, so that it can be done again; an entry that
    was undone alone stays away.
    """

    ids: frozenset[str]
    origins: frozenset[str]


def known_in(folder: Folder) -> Known:
    """What the folder's log knows; raises as a reading of it does."""
    reader = LogReader(folder)
    reader.line_order()
    ids: set[str] = set()
    by_import: dict[str, list[tuple[str, bool]]] = {}
    for fields in reader.objects():
        ids.add(fields["id"])
        origin = fields.get(ORIGIN)
        if isinstance(origin, str) and origin:
            one = (origin, _is_undone(reader, fields))
            by_import.setdefault(_head_of(fields), []).append(one)
    origins = (
        origin
        for several in by_import.values()
        if not all(is_undone for _, is_undone in several)
        for origin, _ in several
    )
    return Known(frozenset(ids), frozenset(origins))


def _head_of(fields: Fields) -> str:
    head = fields.get(PART_OF)
    return head if isinstance(head, str) and head else str(fields["id"])


def _is_undone(reader: LogReader, fields: Fields) -> bool:
    corrections = reader.corrections.get(fields["id"], [])
    return bool(corrections) and corrections[-1].set is None
