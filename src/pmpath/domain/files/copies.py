"""What copies of the files hold beyond the files, and what bringing one back would change."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen


class Clash(Frozen):
    """One id with two contents: on `line` of the log, which counts, and on `other_line`."""

    id: str
    line: int
    other_line: int


class MissingRecords(Frozen):
    """What a copy of the log holds and the log does not; `unreadable` counts lines of the copy."""

    lines: tuple[bytes, ...]
    clashes: tuple[Clash, ...]
    unreadable: int


class Difference(Frozen):
    """A stretch of two texts that differs; line numbers from 1, texts without line breaks.

    Where a side has nothing, its lines are empty and its number is that of the line before.
    """

    number: int
    lines: tuple[str, ...]
    other_number: int
    other_lines: tuple[str, ...]


class ListedBackup(Frozen):
    """A backup as it is listed: `size` counts records of a log, keys of a roadmap.

    `size` is None for a roadmap that no TOML reader takes; `is_damaged` says that the content is
    not the one its name tells.
    """

    number: int
    name: str
    kind: str
    day: date
    time: str
    size: int | None
    is_damaged: bool


class RecordSummary(Frozen):
    """A record of the log in a few words: the day it was written, its kind, what it says."""

    day: str
    kind: str
    words: str


class LogChange(Frozen):
    """Records that a restored log would lack, and records that would come back with it."""

    lacking: tuple[RecordSummary, ...]
    returning: tuple[RecordSummary, ...]


class KeyChange(Frozen):
    """A key of the roadmap, its value `now` and `then`; "" where it is absent.

    `now` is what the roadmap has before the change. `then` is what a backup would bring back, or
    what an exchange has brought.
    """

    key: str
    now: str
    then: str
