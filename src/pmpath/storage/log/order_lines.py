"""Schema lines that keep the order of acts where lines alone would no longer show it.

Both are schema lines with a key more, which earlier versions pass over: one says which lines a
single writer appended in order, before the log is joined with another or rewritten; one repeats
the greatest instant at the end of a joined log, where whoever writes next looks.
"""

from __future__ import annotations

import json

from pmpath.domain.kinds import READ_KINDS, RECORD_KINDS
from pmpath.storage.disk.atomic import atomic_replace
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.log.header import SCHEMA
from pmpath.storage.log.instants import TAIL, greatest, instants_in
from pmpath.storage.log.line_order import has_one_writer, is_in_order
from pmpath.storage.log.lines import HEADER, RECORD, each_line, newer_schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.encode import Fields
    from pmpath.storage.log.lines import Line

# Of these a later record takes the place of an earlier one.
REPLACING = frozenset(["plan", *(one.name for one in RECORD_KINDS.values() if one.replaces)])


def record_line_order(folder: Folder) -> None:
    """Before the log is exchanged for the first time: write down that its lines are in order.

    Nothing is written where the instants say so themselves. Raises NotStored when the system
    refuses; the log is as it was.
    """
    with Locked(folder):
        with raises_not_stored(folder.log):
            try:
                with open(folder.log, "rb") as file:
                    log = file.read()
            except FileNotFoundError:
                return
        ordered = with_line_order(folder, log)
        if ordered != log:
            atomic_replace(folder.log, ordered)


def with_line_order(folder: Folder, log: bytes, kinds: frozenset[str] = READ_KINDS) -> bytes:
    """The folder's log, and a line that names the first and the last of its records.

    The log alone where others had a hand in it, and where the instants of these kinds are in the
    order of the lines.
    """
    if not has_one_writer(folder):
        return log
    heads: list[Line] = []
    ends: list[str] = []

    def instants() -> Iterator[str]:
        for one in each_line(log):
            if one.state == HEADER:
                heads.append(one)
            elif one.state == RECORD and one.kind in kinds:
                ends[:] = [ends[0] if ends else one.id, one.id]
                yield one.at

    every = instants()
    are_in_order = is_in_order(every)
    # To the end, for the id of the last and for a newer schema.
    for _ in every:
        pass
    if newer_schema(heads) or are_in_order:
        return log
    return _behind(log, _schema_line({"of": ends}))


def with_latest_at_end(log: bytes) -> bytes:
    """A joined log, and a line with its greatest instant where its last lines have only others."""
    latest = greatest(instants_in(log))
    if latest is None or latest == greatest(instants_in(log[-TAIL:])):
        return log
    return _behind(log, latest_line(latest))


def latest_line(latest: datetime) -> bytes:
    """The line that repeats the greatest instant of a log at its end."""
    return _schema_line({"at": latest.isoformat()})


def _behind(log: bytes, line: bytes) -> bytes:
    return log + (b"" if log.endswith(b"\n") else b"\n") + line


def _schema_line(more: Fields) -> bytes:
    line = json.dumps({"kind": "log", "schema": SCHEMA, **more}, separators=(",", ":"))
    return line.encode() + b"\n"
