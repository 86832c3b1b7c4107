"""What the readers yield: a thing that was done, as another tool tells it, or what was passed over.

A reader knows its format alone. Which day an instant belongs to, and what the words mean, is found
for all formats alike, in `entries`.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from hashlib import sha256

from pmpath.domain.record import Frozen
from pmpath.domain.when.calendar import MINUTES_A_DAY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from pmpath.domain.entry import Entry

    Found = Iterator["Foreign | Own | Skipped"]

KEY_LENGTH = 16
HALF_A_MINUTE = 30


class Foreign(Frozen):
    """One thing that was done. `place` names it in its file: `line 12`.

    `key` is its identity: the same in every export of the same thing. `when` is an instant, or a
    time on the wall without a zone, or a day. `minutes` is None where the tool does not know them.
    `tells_day` is true for words of a diary, which may tell of another day and of what comes next;
    a task that is done, or a meeting that is over, has its own day and promises nothing.
    `people` are those that the tool names, beside the words; of the `topics` one may be the name of
    a track. `ours` is the mark that pmpath put to it when it was exported, `settles` the entry
    whose commitment it keeps. `is_contact` says that nobody was met: it tells who somebody is.
    """

    place: str
    key: str
    text: str
    when: date | datetime
    minutes: int | None = None
    people: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    ours: str = ""
    settles: str = ""
    tells_day: bool = False
    is_contact: bool = False


class Own(Frozen):
    """A record that pmpath itself exported: its id is its identity.

    `at` is its instant of writing. Of an entry `fields` is None; of any other kind, `entry`.
    """

    place: str
    key: str
    kind: str
    day: date
    at: str
    entry: Entry | None
    fields: Mapping[str, Any] | None = None


class Skipped(Frozen):
    """A piece of a file that becomes no entry; `reason` says why, as the rest of a sentence."""

    place: str
    reason: str


class Wanted(Frozen):
    """What the person said about the file, and the day on which it is read.

    `columns` has the column of a table by the field that it holds; `dates` is how days are written
    there, as for strptime.
    """

    today: date
    columns: Mapping[str, str] = {}
    dates: str = ""


class Keys:
    """Identities by content, for formats that have none: the second of two alike is another one."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, *parts: object) -> str:
        """The identity of these parts; that of their repetition in the same file differs."""
        text = json.dumps(parts, ensure_ascii=False, default=str)
        key = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return key if count == 1 else f"{key}-{count}"


def whole_minutes(start: datetime, stop: datetime) -> int:
    """Minutes from one instant to a later one, rounded."""
    return int((stop - start).total_seconds() + HALF_A_MINUTE) // 60


def spent(one: Foreign, stop: datetime) -> Foreign | Skipped:
    """The same with the minutes up to `stop`, if these can be the length of something."""
    from pmpath.domain.record import changed

    if not isinstance(one.when, datetime):
        return one
    if stop < one.when:
        return Skipped(one.place, "it ends before it begins")
    minutes = whole_minutes(one.when, stop)
    if not minutes:
        return Skipped(one.place, "it took less than half a minute")
    if minutes > MINUTES_A_DAY:
        return Skipped(one.place, "it took more than a day; was a clock left running?")
    return changed(one, minutes=minutes)
