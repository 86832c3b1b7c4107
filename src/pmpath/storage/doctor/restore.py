"""Bringing a backup back: what it would change, and putting it in the place of the file."""

from __future__ import annotations

import os

from pmpath.domain.errors import NotFound, NotStored
from pmpath.domain.files.copies import ListedBackup, LogChange, RecordSummary
from pmpath.storage.backups import (
    LOG,
    ROADMAP,
    Backup,
    back_up,
    back_up_log,
    backups_of,
    digest_of,
)
from pmpath.storage.disk.atomic import atomic_create, atomic_replace
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.reading import read_or_none
from pmpath.storage.log.lines import RECORD, lines_of, records_in
from pmpath.storage.log.read import fields_in
from pmpath.storage.roadmap.keys import keys_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.lines import Line

# The fields that tell most of a record, the best first.
WORDS = ("text", "of", "reason", "action", "because", "what")


def listed_backups(folder: Folder) -> list[ListedBackup]:
    """Every backup, newest first, numbered from 1; raises NotStored when one cannot be read."""
    rows = []
    for number, one in enumerate(_newest_first(folder), 1):
        with raises_not_stored(one.path, ""):
            content = one.read()
        size = records_in(content) if one.kind == LOG else _count_keys(content)
        damaged = digest_of(content) != one.digest
        time = one.made.strftime("%H:%M")
        rows.append(ListedBackup(number, one.name, one.kind, one.made.date(), time, size, damaged))
    return rows


def backup_named(folder: Folder, word: str) -> Backup:
    """The backup with this number in the list, or with this file name; raises NotFound."""
    backups = _newest_first(folder)
    name = os.path.basename(word)
    if word.isascii() and word.isdecimal() and 1 <= int(word) <= len(backups):
        return backups[int(word) - 1]
    for backup in backups:
        if backup.name == name:
            return backup
    raise NotFound(f"There is no backup {word}.", hint="pmpath doctor --restore lists them.")


def log_change(now: bytes, then: bytes) -> LogChange:
    """Which records a log would lose and gain, in the order of their files."""
    mine = {line.content: line for line in lines_of(now) if line.state == RECORD}
    other = {line.content: line for line in lines_of(then) if line.state == RECORD}
    lacking = tuple(_summary(line) for content, line in mine.items() if content not in other)
    returning = tuple(_summary(line) for content, line in other.items() if content not in mine)
    return LogChange(lacking, returning)


def put_back(
    folder: Folder, backup: Backup, content: bytes, seen: bytes | None, now: datetime
) -> None:
    """Replace the file by the backup's content, after a dated copy of what is there.

    `seen` is what the person was shown as the present state, None without a file. Raises NotStored
    when that has changed meanwhile or the system refuses; the file is as it was then.
    """
    path = folder.log if backup.kind == LOG else folder.roadmap
    with Locked(folder):
        if read_or_none(path) != seen:
            raise NotStored(
                "The file changed in the meantime; nothing was written.",
                place=path,
                hint="Try again.",
            )
        if seen is None:
            if not atomic_create(path, content):
                raise NotStored(
                    "A file appeared in the meantime; nothing was written.",
                    place=path,
                    hint="Try again.",
                )
            return
        with raises_not_stored(folder.backups):
            if backup.kind == LOG:
                back_up_log(folder, seen, now)
            else:
                back_up(folder, seen, now)
        atomic_replace(path, content)


def _newest_first(folder: Folder) -> list[Backup]:
    with raises_not_stored(folder.backups, ""):
        backups = [*backups_of(folder, LOG), *backups_of(folder, ROADMAP)]
    return sorted(backups, key=lambda one: (one.made, one.name), reverse=True)


def _summary(line: Line) -> RecordSummary:
    fields = fields_in(line.content)
    words = next((fields[key] for key in WORDS if isinstance(fields.get(key), str)), "")
    return RecordSummary(line.at[:10], line.kind, words)


def _count_keys(content: bytes) -> int | None:
    try:
        return len(keys_of(content.decode()))
    except (ValueError, RecursionError):
        return None
