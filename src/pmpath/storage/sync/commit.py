"""The first half of a sync: what is here becomes a commit of the data folder's repository."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.errors import NotStored, NotValid
from pmpath.domain.files.exchange import Committed
from pmpath.domain.record import Frozen
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


class Exchange(Frozen):
    """What a sync works on: the folder, its repository and branch, the day and the instant."""

    folder: Folder
    repository: Repository
    branch: str
    today: date
    now: datetime


class Snapshot(Frozen):
    """The files as they were read at one moment, and what a commit of them holds.

    `tip` is the end of the branch, empty before the first commit. `held_back` is the fault of a
    roadmap that stays as it is; the items then hold the one that was committed before, if any.
    """

    files: dict[str, bytes]
    items: dict[str, Item]
    tip: str
    held_back: str


def commit_own_files(exchange: Exchange) -> tuple[Snapshot, Committed]:
    """Commit what is new in the log, the roadmap and their helpers; no other file.

    Raises NotValid for files of a newer pmpath, with nothing written.
    """
    for _ in range(TRIES):
        made = _try_to_commit(exchange)
        if made is not None:
            return made
    raise NotStored(
        "Another program keeps committing in this folder.",
        place=exchange.folder.path,
        hint="Wait until it has ended, then sync again.",
    )


def restore_missing(exchange: Exchange) -> int:
    """Put back what was committed and is gone from the folder; how many records of the log.

    What `undo` is for is not done by a lost line. The two files that tell git about ours are made
    where they lack. Raises NotValid for files of a newer pmpath, with nothing written.
    """
    repository = exchange.repository
    tip = repository.tip(exchange.branch)
    committed = _committed_contents(repository, repository.items(tip) if tip else {})
    with Locked(exchange.folder):
        files = read_own(exchange.folder)
        _refuse_newer(exchange, committed, files)
        for name in OWN:
            if name in committed and name not in files and name != LOG:
                write_own(exchange.folder, name, committed[name])
        if has_journey(files) or has_journey(committed):
            complete_git_files(exchange.folder)
        return _restore_missing_records(exchange, committed.get(LOG, b""), files.get(LOG, b""))


def refuse_odd(items: dict[str, Item]) -> None:
    """Raise NotValid where something else than a file goes under the name of one of ours."""
    for name in OWN:
        if name in items and items[name].mode not in PLAIN_MODES:
            raise NotValid(
                f"{name} is not a plain file in the repository; nothing was changed.",
                hint="Put a file there with git, then sync again.",
            )


def _try_to_commit(exchange: Exchange) -> tuple[Snapshot, Committed] | None:
    """One try; None when somebody else committed meanwhile."""
    repository = exchange.repository
    tip = repository.tip(exchange.branch)
    before = repository.items(tip) if tip else {}
    committed = _committed_contents(repository, before)
    with Locked(exchange.folder):
        files = read_own(exchange.folder)
        _refuse_newer(exchange, committed, files)
    fault = fault_in(files[ROADMAP]) if ROADMAP in files else ""
    sound_files = {**files, **_last_sound_roadmap(fault, committed)}
    items = {**before, **_items_of(repository, before, committed, sound_files)}
    if fault and ROADMAP not in committed:
        items.pop(ROADMAP, None)
    snapshot = Snapshot(files, items, tip, fault)
    if not has_journey(files) or items == before:
        repository.stage(items, OWN if tip else ())
        return snapshot, Committed(0, (), held_back=fault)
    new = sum(line.state == RECORD for line in beyond(committed.get(LOG, b""), files.get(LOG, b"")))
    changed = tuple(name for name in OWN if name != LOG and items.get(name) != before.get(name))
    done = Committed(new, changed, not tip, held_back=fault)
    message = with_build(message_of(done))
    commit = repository.commit(items, [tip] if tip else [], message)
    if not repository.move(exchange.branch, commit, tip):
        return None
    repository.stage(items, OWN)
    return Snapshot(files, items, commit, fault), done


def message_of(done: Committed) -> str:
    """The message of a commit: what changed, without a word of what was logged."""
    parts = [counted_records(done.records)] if done.records else []
    if ROADMAP in done.changed:
        parts.append("the roadmap" if done.is_first else "roadmap changed")
    return "pmpath: " + (", ".join(parts) or "files for git and editors")


def counted_records(count: int) -> str:
    """`1 record`, `3 records`, for the message of a commit."""
    return f"{count} record{'' if count == 1 else 's'}"


def _committed_contents(repository: Repository, items: dict[str, Item]) -> dict[str, bytes]:
    """The contents of our files in a commit."""
    refuse_odd(items)
    return {name: repository.read(items[name]) for name in OWN if name in items}


def _last_sound_roadmap(fault: str, committed: dict[str, bytes]) -> dict[str, bytes]:
    """In the place of a roadmap with a fault: the one that was committed before."""
    return {ROADMAP: committed[ROADMAP]} if fault and ROADMAP in committed else {}


def _refuse_newer(exchange: Exchange, committed: dict[str, bytes], files: dict[str, bytes]) -> None:
    refuse_newer(beyond(committed.get(LOG, b""), files.get(LOG, b"")), exchange.folder.log)
    if ROADMAP in files:
        fault_in(files[ROADMAP], exchange.folder.roadmap)


def _restore_missing_records(exchange: Exchange, before: bytes, log: bytes) -> int:
    """Records that a commit has and the log lacks join it, after a copy; how many those were."""
    if log.startswith(before):
        return 0
    whole = union(before, log, before)
    if whole.content != log:
        if log:
            with raises_not_stored(exchange.folder.backups):
                back_up_log(exchange.folder, log, exchange.now)
        write_own(exchange.folder, LOG, with_latest_at_end(whole.content))
    return whole.records


def _items_of(
    repository: Repository,
    before: dict[str, Item],
    committed: dict[str, bytes],
    files: dict[str, bytes],
) -> dict[str, Item]:
    """The items of these files; one that differs in line ends alone is the same."""
    items = {}
    for name, content in files.items():
        old = committed.get(name)
        new = content if old is None or name == LOG else with_ends_of(content, old)
        items[name] = before[name] if new == old else repository.write(new)
    return items
