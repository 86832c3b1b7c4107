"""Where the order of lines says what was done first, although the instants say something else.

One machine appends to one log: there a record was written after every line above it, whatever the
clock showed. Once two logs were joined, lines tell nothing between the two, and instants decide.
Records written today never need this (`instants`); it is for logs of earlier versions, in which a
clock that was set back shows.

A log has one writer as long as nothing ever rewrote it: it lies in no git folder and has no copy
in `backups/`. Before pmpath itself does either, it writes down which lines were in order:
`{"kind":"log","schema":1,"of":[ID of the first, ID of the last]}`.
"""

from __future__ import annotations

import os
from datetime import timedelta

from pmpath.storage.log.instants import LAST, instant_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.encode import Fields

BACKUP_PREFIX = "log-"
ZONE_LENGTH = len("+00:00")
# Below the millisecond in which records are written: what is written next lies after it.
SMALLEST = timedelta(microseconds=1)


class LineOrder:
    """The instant at which each record of a log counts, asked for in the order of the lines.

    `spans` has the last id of lines that one writer appended, by the first; `is_one_writer` says
    so of the whole log, of which lines up to the instant `latest` were read before.
    """

    def __init__(self, spans: Mapping[str, str], *, is_one_writer: bool, latest: str = "") -> None:
        self._spans = spans
        self._until = ""
        self._is_open = is_one_writer
        self.latest = latest

    def at(self, key: str, at: str) -> str:
        """Its own instant, or one just after those above it where it lies before them."""
        if key in self._spans:
            self._until, self._is_open, self.latest = self._spans[key], True, ""
        if not self._is_open:
            return at
        found = self.latest = _not_before(self.latest, at)
        if key == self._until:
            self._is_open = False
        return found


def has_one_writer(folder: Folder) -> bool:
    """Whether nothing but appending ever happened to the log, as far as the folder shows."""
    if os.path.lexists(os.path.join(folder.path, ".git")):
        return False
    try:
        return not any(name.startswith(BACKUP_PREFIX) for name in os.listdir(folder.backups))
    except OSError:
        return True


def span_in(fields: Fields) -> tuple[str, str] | None:
    """The first and the last id that a schema line names; None where it names none."""
    match fields.get("of"):
        case [str(first), str(last)]:
            return first, last
    return None


def is_in_order(instants: Iterable[str]) -> bool:
    """Whether none of these lies before one above it."""
    latest = ""
    for at in instants:
        if _not_before(latest, at) != at:
            return False
        latest = at
    return True


def _not_before(latest: str, at: str) -> str:
    """The instant itself, or one just after the latest above it."""
    # Nearly all lines have one form and one zone; there texts are in the order of instants.
    is_alike = len(latest) == len(at) and latest[-ZONE_LENGTH:] == at[-ZONE_LENGTH:]
    if not latest or (is_alike and at >= latest):
        return at
    known, own = instant_of(latest), instant_of(at)
    if known is None or own is None or own >= known:
        return at
    return min(known + SMALLEST, LAST).astimezone(own.tzinfo).isoformat()
