"""What `doctor` has to say about copies: backups, what sync clients left, copies elsewhere."""

from __future__ import annotations

import itertools
import os
import shlex
from datetime import datetime, timedelta

from pmpath.domain.entry import BY_HAND, BY_MERGE, BY_SYNC
from pmpath.domain.files.checkup import Copies, Remark
from pmpath.storage.backups import LOG, ROADMAP, backups_of, digest_of
from pmpath.storage.disk.paths import ROADMAP_NAME
from pmpath.storage.doctor.conflict_copies import (
    copies_beside,
    missing_from,
    read_copy,
)
from pmpath.storage.doctor.location import outer_repository, remotes_of, synced_by
from pmpath.storage.log.lines import lines_of
from pmpath.storage.log.read import fields_in
from pmpath.storage.roadmap.differences import differences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.backups import Backup
    from pmpath.storage.disk.paths import Folder

PLAN, PLANNED = "plan", ("target", "minutes", "scope")
# What a plan record says that was written down after an edit of the file, or after a merge of two.
NO_COMMAND = (BY_HAND, BY_SYNC, BY_MERGE)
MONTH = timedelta(30)
# No log of a life is as large; in bytes.
MOST_COMPARED = 100_000_000
# A change by a command keeps its copy within a second; whatever is a day newer was made by hand.
DAY = timedelta(1)
SERVICES_HINT = "Set PMPATH_HOME to a folder that nobody else sees."


def copy_remarks(folder: Folder, log: bytes, first: datetime | None, now: datetime) -> list[Remark]:
    """Everything worth saying about copies; `first` is the instant of the log's first record."""
    return [
        *_conflict_copies(folder, log),
        *_damaged(folder),
        *_missing_copy(folder, log),
        *_outdated_copy(folder),
        *_surroundings(folder),
        *_nowhere_else(folder, first, now),
    ]


def copies_of(folder: Folder, kind: str) -> Copies:
    """How many copies of one file there are, and the day of the newest."""
    backups = _backups(folder, kind)
    return Copies(len(backups), backups[-1].made.date() if backups else None)


def elsewhere(folder: Folder) -> tuple[str, ...]:
    """The places outside the folder that are known to hold a copy, in words."""
    places = [f"git remote {one.name}" for one in remotes_of(folder.path) if one.heard is not None]
    synced = synced_by(folder.path)
    if synced is not None:
        places.append(synced.service)
    if _lies_outside(folder):
        places.append("backups, on a disk of their own")
    return tuple(places)


def _conflict_copies(folder: Folder, log: bytes) -> Iterator[Remark]:
    for copy in copies_beside(folder):
        path = os.path.join(folder.path, copy.name)
        merge = f"pmpath doctor --merge {shlex.quote(copy.name)}"
        try:
            if os.stat(path).st_size > MOST_COMPARED:
                told = f"this copy of the {copy.kind} is too large to compare."
                yield Remark("copies.conflict", copy.name, told, "Look at it, then move it away.")
                continue
            content = read_copy(path)
        except OSError as error:
            told = f"this copy of the {copy.kind} cannot be read: {error.strerror}."
            yield Remark("copies.conflict", copy.name, told, "Give yourself the right to read it.")
            continue
        if copy.kind == ROADMAP:
            told, is_fault = _against_roadmap(folder, content)
            yield Remark(
                "copies.conflict", copy.name, told, f"To see the differences: {merge}", is_fault
            )
        else:
            yield _against_log(log, content, copy.name, merge)


def _against_log(log: bytes, content: bytes, name: str, merge: str) -> Remark:
    missing = missing_from(log, content)
    count = len(missing.lines)
    if missing.clashes and not count:
        other = _counted(len(missing.clashes), "record")
        told = f"this copy of the log has other content for {other}."
        return Remark("copies.conflict", name, told, f"To see it: {merge}")
    if count:
        told = f"this copy of the log has {_counted(count, 'record')} that the log lacks."
        return Remark("copies.conflict", name, told, f"To add what it has to the log: {merge}")
    if missing.unreadable:
        lines = _counted(missing.unreadable, "line")
        told = f"this copy of the log has {lines} that cannot be read."
        advice = "Look at the copy before you delete it; the log has all its other lines."
        return Remark("copies.conflict", name, told, advice, is_fault=False)
    told = "this copy of the log has nothing that the log lacks."
    return Remark("copies.conflict", name, told, "You can delete it.", is_fault=False)


def _against_roadmap(folder: Folder, content: bytes) -> tuple[str, bool]:
    try:
        with open(folder.roadmap, "rb") as file:
            mine = file.read().decode(errors="replace")
    except OSError:
        return "this is a copy of a roadmap, and there is no roadmap here.", True
    count = len(differences(mine, content.decode(errors="replace")))
    if not count:
        return "this copy says the same as the roadmap.", False
    return f"this copy differs from the roadmap in {_counted(count, 'place')}.", True


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _damaged(folder: Folder) -> Iterator[Remark]:
    for one in (*_backups(folder, LOG), *_backups(folder, ROADMAP)):
        try:
            told = (
                ""
                if digest_of(one.read()) == one.digest
                else "damaged: its content does not match its name."
            )
        except OSError as error:
            told = f"cannot be read: {error.strerror}."
        if told:
            advice = "Move it away. To list the other backups: pmpath doctor --restore"
            yield Remark("copies.damaged", f"backups/{one.name}", told, advice)


def _missing_copy(folder: Folder, log: bytes) -> Iterator[Remark]:
    """No copy of a roadmap that a command is known to have changed."""
    if _backups(folder, ROADMAP) or not _changed_by_command(log):
        return
    told = "a command changed it, but the copy made before that is not in backups."
    advice = "That copy may be on another machine; the next change makes a new one."
    yield Remark("copies.missing", ROADMAP_NAME, told, advice, is_fault=False)


def _changed_by_command(log: bytes) -> bool:
    """Whether a recorded plan has other values than the one before, and no hand wrote them."""
    plans = [fields_in(line.content) for line in lines_of(log) if line.counts and line.kind == PLAN]
    return any(
        [old[key] for key in PLANNED] != [new[key] for key in PLANNED]
        and new.get("reason") not in NO_COMMAND
        for old, new in itertools.pairwise(plans)
    )


def _outdated_copy(folder: Folder) -> Iterator[Remark]:
    """A roadmap that was changed by hand after its newest copy; one by a command keeps a copy."""
    backups = _backups(folder, ROADMAP)
    try:
        changed = datetime.fromtimestamp(os.stat(folder.roadmap).st_mtime)
    except OSError:
        return
    if backups and changed - backups[-1].made > DAY:
        days = changed.date(), backups[-1].made.date()
        told = f"changed on {days[0]}, after its newest copy of {days[1]}."
        advice = "The next change by a command makes a copy."
        yield Remark("copies.older", ROADMAP_NAME, told, advice, is_fault=False, days=days)


def _surroundings(folder: Folder) -> Iterator[Remark]:
    synced = synced_by(folder.path)
    if synced is not None:
        of = "your company's " if synced.is_company else ""
        told = f"{of}{synced.service} copies it ({synced.recognized_by})."
        reads = "Your company may read it there. " if synced.is_company else ""
        yield Remark("copies.synced", "the folder", told, f"{reads}{SERVICES_HINT}", is_fault=False)
    outer = outer_repository(folder.path)
    if outer is not None:
        told = f"it is inside the git repository {outer}."
        advice = "Let that repository ignore the folder, or set PMPATH_HOME to another one."
        yield Remark("copies.repository", "the folder", told, advice, is_fault=False)


def _nowhere_else(folder: Folder, first: datetime | None, now: datetime) -> Iterator[Remark]:
    """No copy outside the folder for a month, as far as that can be known from here."""
    if first is None or now - first < MONTH or synced_by(folder.path) is not None:
        return
    advice = "Copy the folder to another disk, or: pmpath sync --remote URL"
    heard = [one.heard for one in remotes_of(folder.path) if one.heard is not None]
    if heard and now - max(heard) >= MONTH:
        day = max(heard).date()
        yield Remark(
            "copies.elsewhere", "the folder", f"last synced with its remote on {day}.",
            "To sync it: pmpath sync", is_fault=False, days=(day,),
        )  # fmt: skip
    elif not heard and not _has_recent_outside(folder, now):
        told = "no copy of it elsewhere, neither a git remote nor a backup on another disk."
        yield Remark("copies.elsewhere", "the folder", told, advice, is_fault=False)


def _has_recent_outside(folder: Folder, now: datetime) -> bool:
    backups = _backups(folder, LOG)
    if not backups or not _lies_outside(folder):
        return False
    return now.replace(tzinfo=None) - backups[-1].made < MONTH


def _lies_outside(folder: Folder) -> bool:
    """Whether `backups` is a link, or a mount, that leads to another disk."""
    try:
        return os.stat(folder.backups).st_dev != os.stat(folder.path).st_dev
    except OSError:
        return False


def _backups(folder: Folder, kind: str) -> list[Backup]:
    return backups_of(folder, kind) if os.path.isdir(folder.backups) else []
