"""The second half of a sync: what the remote has becomes part of the files here.

The merge is made of git's objects, beside the files. Then, under the lock that every command writes
with, the files are looked at once more, copied to `backups/` and replaced one by one, roadmap
before log, and the branch moves last. A kill anywhere leaves whole files: what was replaced before
it reads as an edit by hand, which the next sync commits.
"""

from __future__ import annotations

from pmpath.domain.errors import NotValid
from pmpath.domain.files.copies import KeyChange
from pmpath.domain.files.exchange import Apart, Received
from pmpath.domain.record import Frozen, changed
from pmpath.storage.backups import back_up, back_up_log
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.log.lines import RECORD, lines_of, refuse_newer
from pmpath.storage.log.order_lines import with_latest_at_end
from pmpath.storage.log.union import beyond, union
from pmpath.storage.roadmap.keys import key_changes
from pmpath.storage.sync.build import build_in, own_build, with_build
from pmpath.storage.sync.commit import Exchange, Snapshot, counted_records, refuse_odd
from pmpath.storage.sync.other_files import check_update, merged_others, others, update
from pmpath.storage.sync.repository import Item
from pmpath.storage.sync.roadmap_merge import (
    conflict_of,
    fault_in,
    merged_roadmap,
    write_their_roadmap,
)
from pmpath.storage.sync.tracked_files import (
    ATTRIBUTES,
    LOG,
    OWN,
    ROADMAP,
    has_journey,
    read_own,
    with_ends_of,
    with_rule,
    write_own,
)

THERE = "on the other side"


class Merge(Frozen):
    """What both sides make together: its commit and files, and what of it is new here.

    `other_roadmap` is the one that could not be made one with mine, for `reason`.
    """

    commit: str
    items: dict[str, Item]
    records: int
    files: int
    other_roadmap: bytes
    reason: str


def apart(exchange: Exchange, snapshot: Snapshot, tip: str) -> Apart | None:
    """How large both journeys are, where they have nothing in common; None where they have.

    A repository without a log and a roadmap is not a journey, whatever else it holds.
    """
    repository = exchange.repository
    theirs = repository.items(tip)
    if not has_journey(snapshot.files) or not (LOG in theirs or ROADMAP in theirs):
        return None
    if snapshot.tip and repository.base(snapshot.tip, tip):
        return None
    here = {one.id for one in lines_of(snapshot.files.get(LOG, b"")) if one.state == RECORD}
    log = repository.read(theirs.get(LOG))
    there = {one.id for one in lines_of(log) if one.state == RECORD}
    return None if here & there else Apart(len(here), len(there))


def receive(exchange: Exchange, snapshot: Snapshot, tip: str) -> Received | None:
    """Take over what the commit `tip` of the other side has; None when files changed meanwhile.

    Raises NotValid for files of a newer pmpath, NotStored when git or the system refuses; no file
    is touched then.
    """
    base = exchange.repository.base(snapshot.tip, tip) if snapshot.tip else ""
    if tip in (base, snapshot.tip):
        return Received(0)
    merge = _merge(exchange, snapshot, base, tip)
    if snapshot.held_back and merge.items.get(ROADMAP) != snapshot.items.get(ROADMAP):
        raise NotValid(
            "The other side changed the roadmap, and the one here has an error.",
            place=exchange.folder.roadmap,
            hint=f"{snapshot.held_back}\nFix it with pmpath roadmap edit, then sync again.",
        )
    with Locked(exchange.folder):
        if read_own(exchange.folder) != snapshot.files:
            return None
        if merge.files:
            check_update(exchange.repository, snapshot.tip, merge.commit, merge.items)
        copy = ""
        if merge.reason:
            copy = write_their_roadmap(exchange.folder, merge.other_roadmap, exchange.today)
        _replace(exchange, snapshot, merge)
        exchange.repository.stage(merge.items, OWN)
        if merge.files:
            update(exchange.repository, snapshot.tip, merge.commit)
        if not exchange.repository.move(exchange.branch, merge.commit, snapshot.tip):
            return None
    received = _received(exchange, snapshot, merge, copy)
    return changed(received, build=_other_build(exchange, tip))


def _other_build(exchange: Exchange, tip: str) -> str:
    """The build that wrote what came, where it is not this one; its milestones may differ."""
    found = build_in(exchange.repository.message(tip))
    return found if found != own_build() else ""


def _merge(exchange: Exchange, snapshot: Snapshot, base: str, tip: str) -> Merge:
    """The merge of both sides as a commit that no branch has yet."""
    repository = exchange.repository
    old = repository.items(base) if base else {}
    mine, theirs = snapshot.items, repository.items(tip)
    refuse_odd(theirs)
    items = dict(merged_others(repository, old, mine, theirs))
    for name in OWN:
        chosen = _chosen(old.get(name), mine.get(name), theirs.get(name))
        if chosen is not None:
            items[name] = chosen
    if LOG in theirs or ROADMAP in theirs:
        rules = repository.read(items.get(ATTRIBUTES))
        if with_rule(rules) != rules:
            items[ATTRIBUTES] = repository.write(with_rule(rules))
    records = _join_logs(exchange, items, old, mine, theirs)
    reason = _join_roadmaps(exchange, items, old, mine, theirs)
    other = repository.read(theirs.get(ROADMAP)) if reason else b""
    files = sum(
        mine.get(path) != items.get(path) for path in dict.fromkeys((*others(mine), *others(items)))
    )
    if base == snapshot.tip and items == theirs:
        return Merge(tip, items, records, files, other, reason)
    parents = [snapshot.tip, tip] if base != snapshot.tip else [tip]
    message = f"pmpath: merge {counted_records(records)} of the other side"
    message += ", two roadmaps" if reason else ""
    commit = repository.commit(items, parents, with_build(message))
    return Merge(commit, items, records, files, other, reason)


def _chosen(base: Item | None, mine: Item | None, theirs: Item | None) -> Item | None:
    """The one that was changed; mine where both were. No file of ours is ever taken away."""
    if mine is None or theirs is None:
        return mine or theirs
    return theirs if base is not None and mine.id == base.id else mine


def _join_logs(
    exchange: Exchange,
    items: dict[str, Item],
    old: dict[str, Item],
    mine: dict[str, Item],
    theirs: dict[str, Item],
) -> int:
    """Put the joined log among the items; how many records are new here."""
    if LOG not in theirs or theirs[LOG] == mine.get(LOG):
        return 0
    repository = exchange.repository
    contents = [repository.read(one.get(LOG)) for one in (old, mine, theirs)]
    refuse_newer(beyond(contents[0], contents[2]), f"{LOG} {THERE}")
    joined = union(*contents)
    for one, content in ((mine, contents[1]), (theirs, contents[2])):
        if joined.content == content and LOG in one:
            items[LOG] = one[LOG]
            return joined.records
    items[LOG] = repository.write(with_latest_at_end(joined.content))
    return joined.records


def _join_roadmaps(
    exchange: Exchange,
    items: dict[str, Item],
    old: dict[str, Item],
    mine: dict[str, Item],
    theirs: dict[str, Item],
) -> str:
    """Put the joined roadmap among the items; the reason why it is mine alone, if it is."""
    if ROADMAP not in theirs or theirs[ROADMAP] == mine.get(ROADMAP):
        return ""
    repository = exchange.repository
    other = repository.read(theirs[ROADMAP])
    fault = fault_in(other, f"{ROADMAP} {THERE}")
    if ROADMAP not in mine or theirs[ROADMAP] == old.get(ROADMAP):
        return ""
    own = repository.read(mine[ROADMAP])
    if fault:
        items[ROADMAP] = mine[ROADMAP]
        return f"theirs is not valid ({fault})"
    before = repository.read(old[ROADMAP]) if ROADMAP in old else None
    joined = merged_roadmap(repository, before, own, other)
    # The same item where nothing of it is new: then a commit of theirs is enough.
    same = {own: mine[ROADMAP], other: theirs[ROADMAP]}.get(joined.content)
    items[ROADMAP] = same or repository.write(joined.content)
    return joined.reason


def _replace(exchange: Exchange, snapshot: Snapshot, merge: Merge) -> None:
    """Put what is new in the files' places, each after a copy; line ends stay as they are here."""
    for name in OWN:
        item, before = merge.items.get(name), snapshot.items.get(name)
        if item is None or (before is not None and item.id == before.id):
            continue
        there = snapshot.files.get(name, b"")
        content = exchange.repository.read(item)
        content = content if name == LOG else with_ends_of(content, there)
        with raises_not_stored(exchange.folder.backups):
            if name == LOG and there:
                back_up_log(exchange.folder, there, exchange.now)
            if name == ROADMAP and there:
                back_up(exchange.folder, there, exchange.now)
        write_own(exchange.folder, name, content)


def _received(exchange: Exchange, snapshot: Snapshot, merge: Merge, copy: str) -> Received:
    mine, item = snapshot.items.get(ROADMAP), merge.items.get(ROADMAP)
    is_new = item is not None and (mine is None or item.id != mine.id)
    own = exchange.repository.read(mine)
    keys: tuple[KeyChange, ...] = ()
    if is_new and mine is not None:
        after = exchange.repository.read(item)
        keys = tuple(key_changes(own.decode(), after.decode()))
    conflict = conflict_of(own, merge.other_roadmap, copy, merge.reason) if merge.reason else None
    return Received(merge.records, keys, is_new, conflict, merge.files)
