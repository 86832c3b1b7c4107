"""Two roadmaps made one: by git's three-way merge of lines, else by keys, else both are kept."""

from __future__ import annotations

import os

from pmpath.domain.errors import NewerSchema, NotValid
from pmpath.domain.files.exchange import Conflict
from pmpath.domain.record import Frozen
from pmpath.storage.disk.atomic import atomic_create, write_durably
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import THEIR_ROADMAP
from pmpath.storage.roadmap.differences import differences
from pmpath.storage.roadmap.file import roadmap_of
from pmpath.storage.roadmap.keys import sides
from pmpath.storage.sync.roadmap_replay import replayed
from pmpath.storage.sync.tracked_files import ROADMAP, with_ends_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.sync.repository import Repository

BOTH = "both sides changed the same place"
NO_BASE = "they have no earlier version in common"
MOST_COPIES = 1000


class Roadmaps(Frozen):
    """The roadmap that is to stand here; `reason` says why it is mine alone, empty otherwise."""

    content: bytes
    reason: str = ""


def merged_roadmap(
    repository: Repository, base: bytes | None, mine: bytes, theirs: bytes
) -> Roadmaps:
    """What both sides make together; mine, with the reason, where they make no valid roadmap.

    Line ends are those of mine. `base` is None where nothing is known from before.
    """
    theirs = with_ends_of(theirs, mine)
    if theirs == mine:
        return Roadmaps(mine)
    if base is None:
        return Roadmaps(mine, NO_BASE)
    base = with_ends_of(base, mine)
    content = _three_way(repository, base, mine, theirs)
    fault = BOTH if content is None else fault_in(content)
    if content is not None and not fault:
        return Roadmaps(content)
    by_keys = replayed(base, mine, theirs)
    if by_keys is not None:
        return Roadmaps(by_keys)
    return Roadmaps(mine, f"together they are not valid ({fault})" if content else BOTH)


def fault_in(content: bytes, place: str = ROADMAP) -> str:
    """What is wrong with a roadmap, in one line; empty for a valid one.

    Raises NotValid, with this place, for one of a newer pmpath.
    """
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return "it is not UTF-8"
    try:
        roadmap_of(text, place)
    except NewerSchema:
        raise
    except NotValid as error:
        if error.faults:
            return f"{place}:{error.faults[0].line}: {error.faults[0].text}"
        return f"{error.place}: {error.sentence.removesuffix('.')}"
    return ""


def conflict_of(mine: bytes, theirs: bytes, copy: str, reason: str) -> Conflict:
    """Where two roadmaps differ, key by key as far as both are TOML."""
    first = mine.decode(errors="replace")
    second = theirs.decode(errors="replace")
    try:
        keys = tuple(sides(first, second))
    except (ValueError, RecursionError):
        keys = ()
    return Conflict(copy, keys, len(differences(first, second)), reason)


def write_their_roadmap(folder: Folder, theirs: bytes, today: date) -> str:
    """Write the other roadmap beside mine (0600) and return its name; no file is overwritten.

    The caller holds the lock. One that says the same is there once.
    """
    for number in range(1, MOST_COPIES):
        more = f"-{number}" if number > 1 else ""
        name = f"{THEIR_ROADMAP}{today.isoformat()}{more}.toml"
        path = os.path.join(folder.path, name)
        if atomic_create(path, theirs):
            return name
        with raises_not_stored(path), open(path, "rb") as file:
            if file.read() == theirs:
                return name
    raise NotValid("There are already a thousand roadmaps of other sides here.", place=folder.path)


def _three_way(repository: Repository, base: bytes, mine: bytes, theirs: bytes) -> bytes | None:
    """What `git merge-file` makes of the three; None where both changed the same place."""
    names = ("mine", "base", "theirs")
    paths = [os.path.join(repository.workshop, name) for name in names]
    for path, content in zip(paths, (mine, base, theirs), strict=True):
        with raises_not_stored(path):
            write_durably(path, content)
    done = repository.git.run("merge-file", "-p", "--quiet", *paths)
    return None if done.code else done.out
