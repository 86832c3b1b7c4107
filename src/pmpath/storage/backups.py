"""Dated copies: of the roadmap before each change, of the log before it is rewritten.

They lie in `backups/` and are never overwritten. The newest thirty of each are kept, and the newest
of each month for ever. A copy of the log goes only once a newer one holds as many records.
"""

from __future__ import annotations

import os
from datetime import datetime

from pmpath.domain.errors import NotStored
from pmpath.domain.record import Frozen
from pmpath.storage.disk.atomic import TEMPORARY, atomic_create, is_empty_claim, remove_leftovers
from pmpath.storage.disk.flush import sync_folder
from pmpath.storage.disk.paths import PRIVATE_FOLDER, Folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NEWEST_KEPT = 30
ROADMAP, LOG = "roadmap", "log"
SUFFIXES = {ROADMAP: ".toml", LOG: ".jsonl"}
STAMP = "%Y%m%dT%H%M%S"
MONTH_LENGTH = len("202611")
HASH_LENGTH = 8


class Backup(Frozen):
    """One dated copy: `kind` says of which file, `made` when by the clock on the wall there."""

    path: str
    kind: str
    made: datetime
    digest: str

    @property
    def name(self) -> str:
        """Its name within `backups/`."""
        return os.path.basename(self.path)

    def read(self) -> bytes:
        """Its bytes; raises OSError."""
        with open(self.path, "rb") as file:
            return file.read()


def back_up(folder: Folder, content: bytes, now: datetime) -> None:
    """Keep a copy of the roadmap, unless the newest copy is the same; then drop old ones.

    Raises OSError or NotStored when the system refuses; nothing was changed then.
    """
    name = _save_copy(folder, ROADMAP, content, now)
    names = [one.name for one in backups_of(folder, ROADMAP)]
    _delete_copies(folder, (old for old in outdated(names) if old != name))


def back_up_log(folder: Folder, content: bytes, now: datetime) -> str:
    """Keep a copy of the log in the same way, and return its name."""
    from pmpath.storage.log.lines import records_in

    name = _save_copy(folder, LOG, content, now)
    found = {one.name: one for one in backups_of(folder, LOG)}

    def records(name: str) -> int:
        return records_in(found[name].read())

    _delete_copies(folder, (old for old in outdated_logs(list(found), records) if old != name))
    return name


def backups_of(folder: Folder, kind: str) -> list[Backup]:
    """The copies of one file, oldest first; any other file in `backups/` is left out."""
    try:
        names = os.listdir(folder.backups)
    except FileNotFoundError:
        return []
    found = (_backup(folder, name, kind) for name in sorted(names))
    return [one for one in found if one is not None and not _is_cut_off(one, names)]


def digest_of(content: bytes) -> str:
    """The letters in a copy's name that tell its content."""
    # Loaded here: every reading command imports this module by way of the roadmap's.
    import hashlib

    return hashlib.sha256(content).hexdigest()[:HASH_LENGTH]


def outdated(names: Iterable[str]) -> list[str]:
    """The copies that are neither among the newest thirty nor the newest of their month."""
    ordered = sorted(names)
    newest_of_month = {_month(name): name for name in ordered}
    return [name for name in ordered[:-NEWEST_KEPT] if name not in newest_of_month.values()]


def outdated_logs(names: list[str], records: Callable[[str], int]) -> list[str]:
    """The same of copies of the log, save those that hold more records than every newer one.

    A log that was lost or cut short so never pushes out the copy from before.
    """
    going = set(outdated(names))
    if not going:
        return []
    most, gone = 0, []
    for name in sorted(names, reverse=True):
        if name in going and records(name) <= most:
            gone.append(name)
        else:
            most = max(most, records(name))
    return gone


def _save_copy(folder: Folder, kind: str, content: bytes, now: datetime) -> str:
    if not os.path.isdir(folder.backups):
        os.makedirs(folder.backups, mode=PRIVATE_FOLDER, exist_ok=True)
        sync_folder(folder.path)
    _clear_leftovers(folder)
    digest = digest_of(content)
    kept = backups_of(folder, kind)
    if kept and kept[-1].digest == digest and kept[-1].read() == content:
        return kept[-1].name
    name = f"{kind}-{now.strftime(STAMP)}-{digest}{SUFFIXES[kind]}"
    path = os.path.join(folder.backups, name)
    if not atomic_create(path, content):
        with open(path, "rb") as file:
            if file.read() != content:
                raise NotStored(
                    "The copy made in this same second is damaged; nothing was changed.",
                    place=path,
                    hint="Try again.",
                )
    return name


def _is_cut_off(backup: Backup, names: list[str]) -> bool:
    return backup.name + TEMPORARY in names and is_empty_claim(backup.path)


def _clear_leftovers(folder: Folder) -> None:
    """Take away what killed writes left there; the caller holds the lock."""
    for name in os.listdir(folder.backups):
        whole = name.removesuffix(TEMPORARY)
        if name != whole and any(_backup(folder, whole, kind) for kind in SUFFIXES):
            remove_leftovers(os.path.join(folder.backups, whole))


def _delete_copies(folder: Folder, names: Iterable[str]) -> None:
    for name in names:
        os.unlink(os.path.join(folder.backups, name))


def _month(name: str) -> str:
    return name.partition("-")[2][:MONTH_LENGTH]


def _backup(folder: Folder, name: str, kind: str) -> Backup | None:
    """The copy with a name that this program gives; None for any other file."""
    prefix, suffix = f"{kind}-", SUFFIXES[kind]
    stamp, dash, digest = name.removeprefix(prefix).removesuffix(suffix).partition("-")
    if not (name.startswith(prefix) and name.endswith(suffix) and dash):
        return None
    try:
        made = datetime.strptime(stamp, STAMP)
    except ValueError:
        return None
    if len(digest) != HASH_LENGTH or len(stamp) != len("20261120T210405"):
        return None
    return Backup(os.path.join(folder.backups, name), kind, made, digest)
