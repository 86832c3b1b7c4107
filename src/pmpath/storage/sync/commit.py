"""The first half of a sync: what is here becomes a commit of the data folder's repository."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.errors import NotStored, NotValid
from pmpath.domain.files.exchange import Committed
from pmpath.domain.record import record
from pmpath.storage.backups import back_up_log
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.lines import RECORD, refuse_newer
from pmpath.storage.log.order_lines import with_latest_at_end
from pmpath.storage.log.union import beyond, union
from pmpath.storage.sync.build import with_build
from pmpath.storage.sync.repository import PLAIN_MODES, Item, Repository
from pmpath.storage.sync.roadmap_merge import fault_in
from pmpath.storage.sync.tracked_files import (
    LOG,
    OWN,
    ROADMAP,
    complete_git_files,
    has_journey,
    read_own,
    with_ends_of,
    write_own,
)

TRIES = 5


@record
class Place:
    """What a sync works on: the folder, its repository and branch, the day and the instant."""

    folder: Folder
    repository: Repository
    branch: str
    today: date
    now: datetime


@record
class Snapshot:
    """The files as they were read at one moment, and what a commit of them holds.

    `tip` is the end of the branch, empty before the first commit. `held_back` is the fault of a
    roadmap that stays as it is; the items then hold the one that was committed before, if any.
    """

    files: dict[str, bytes]
    items: dict[str, Item]
    tip: str
    held_back: str


def commit_own_files(place: Place) -> tuple[Snapshot, Committed]:
    """Commit what is new in the log, the roadmap and their helpers; no other file.

    Raises NotValid for files of a newer pmpath, with nothing written.
    """
    for _ in range(TRIES):
        found = _try_to_commit(place)
        if found is not None:
            return found
    raise NotStored("Another program keeps committing in this folder.", place=place.folder.path)


def restore_missing(place: Place) -> int:
    """Put back what was committed and is gone from the folder; how many records of the log.

    What `undo` is for is not done by a lost line. The two files that tell git about ours are made
    where they lack. Raises NotValid for files of a newer pmpath, with nothing written.
    """
    repository = place.repository
    tip = repository.tip(place.branch)
    kept = _committed_contents(repository, repository.items(tip) if tip else {})
    with Locked(place.folder):
        files = read_own(place.folder)
        _refuse_newer(place, kept, files)
        for name in OWN:
            if name in kept and name not in files and name != LOG:
                write_own(place.folder, name, kept[name])
        if has_journey(files) or has_journey(kept):
            complete_git_files(place.folder)
        return _restore_missing_records(place, kept.get(LOG, b""), files.get(LOG, b""))


def refuse_odd(items: dict[str, Item]) -> None:
    """Raise NotValid where something else than a file goes under the name of one of ours."""
    for name in OWN:
        if name in items and items[name].mode not in PLAIN_MODES:
            raise NotValid(
                f"{name} is no plain file in the repository; nothing was touched.",
                hint="Put a file there with git, then sync again.",
            )


def _try_to_commit(place: Place) -> tuple[Snapshot, Committed] | None:
    """One try; None when somebody else committed meanwhile."""
    repository = place.repository
    tip = repository.tip(place.branch)
    before = repository.items(tip) if tip else {}
    kept = _committed_contents(repository, before)
    with Locked(place.folder):
        files = read_own(place.folder)
        _refuse_newer(place, kept, files)
    fault = fault_in(files[ROADMAP]) if ROADMAP in files else ""
    items = {
        **before,
        **_entered(repository, before, kept, {**files, **_last_sound_roadmap(fault, kept)}),
    }
    if fault and ROADMAP not in kept:
        items.pop(ROADMAP, None)
    snapshot = Snapshot(files, items, tip, fault)
    if not has_journey(files) or items == before:
        repository.stage(items, OWN if tip else ())
        return snapshot, Committed(0, (), held_back=fault)
    new = sum(line.state == RECORD for line in beyond(kept.get(LOG, b""), files.get(LOG, b"")))
    changed = tuple(name for name in OWN if name != LOG and items.get(name) != before.get(name))
    done = Committed(new, changed, not tip, held_back=fault)
    commit = repository.commit(items, [tip] if tip else [], with_build(message_of(done)))
    if not repository.move(place.branch, commit, tip):
        return None
    repository.stage(items, OWN)
    return Snapshot(files, items, commit, fault), done


def message_of(kept: Committed) -> str:
    """The message of a commit: what changed, without a word of what was logged."""
    records = f"{kept.records} record{'' if kept.records == 1 else 's'}"
    parts = [records] if kept.records else []
    if ROADMAP in kept.changed:
        parts.append("the roadmap" if kept.is_first else "roadmap changed")
    return "pmpath: " + (", ".join(parts) or "files for git and editors")


def _committed_contents(repository: Repository, items: dict[str, Item]) -> dict[str, bytes]:
    """The contents of our files in a commit."""
    refuse_odd(items)
    return {name: repository.read(items[name]) for name in OWN if name in items}


def _last_sound_roadmap(fault: str, kept: dict[str, bytes]) -> dict[str, bytes]:
    """In the place of a roadmap with a fault: the one that was committed before."""
    return {ROADMAP: kept[ROADMAP]} if fault and ROADMAP in kept else {}


def _refuse_newer(place: Place, kept: dict[str, bytes], files: dict[str, bytes]) -> None:
    refuse_newer(beyond(kept.get(LOG, b""), files.get(LOG, b"")), place.folder.log)
    if ROADMAP in files:
        fault_in(files[ROADMAP], place.folder.roadmap)


def _restore_missing_records(place: Place, before: bytes, log: bytes) -> int:
    """Records that a commit has and the log lacks join it, after a copy; how many those were."""
    if log.startswith(before):
        return 0
    whole = union(before, log, before)
    if whole.content != log:
        if log:
            with raises_not_stored(place.folder.backups):
                back_up_log(place.folder, log, place.now)
        write_own(place.folder, LOG, with_latest_at_end(whole.content))
    return whole.records


def _entered(
    repository: Repository,
    before: dict[str, Item],
    kept: dict[str, bytes],
    files: dict[str, bytes],
) -> dict[str, Item]:
    """The items of these files; one that differs in line ends alone is the same."""
    found = {}
    for name, content in files.items():
        old = kept.get(name)
        told = content if old is None or name == LOG else with_ends_of(content, old)
        found[name] = before[name] if told == old else repository.write(told)
    return found
