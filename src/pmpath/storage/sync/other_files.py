"""Files of the repository that are not pmpath's: what others committed is passed on by git.

Nothing of them is ever committed from here. Where both sides changed one, or where one in the
folder would be overwritten, the sync stops before anything is touched.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress

from pmpath.domain.errors import NotStored
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.sync.git_errors import last_word
from pmpath.storage.sync.tracked_files import OWN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.storage.sync.repository import Item, Repository

    Items = Mapping[str, Item]


def others(items: Items) -> dict[str, Item]:
    """The items that are not pmpath's own."""
    return {path: item for path, item in items.items() if path not in OWN}


def merged_others(repository: Repository, base: Items, mine: Items, theirs: Items) -> Items:
    """The other files of both sides; raises NotStored for one that both changed."""
    merged = {}
    for path in dict.fromkeys((*others(mine), *others(theirs))):
        before, one, other = base.get(path), mine.get(path), theirs.get(path)
        chosen = other if one == before else one
        if other not in (before, one) and one != before:
            raise NotStored(
                f"{path} is not a file of pmpath, and both sides changed it.",
                hint="Your files have not changed. Merge it with git, then sync again: "
                f"git -C {repository.git.folder} merge FETCH_HEAD",
            )
        if chosen is not None:
            merged[path] = chosen
    return merged


def check_update(repository: Repository, mine: str, new: str, items: Items) -> None:
    """Raise NotStored if git could not bring the other files from one commit to the next.

    It is tried on a copy of git's list of staged files; no file is touched.
    """
    index = os.path.join(repository.workshop, "index")
    with raises_not_stored(index):
        if os.path.exists(index):
            os.unlink(index)
        if os.path.exists(os.path.join(repository.place, "index")):
            # With its time: by that git knows which files it has to look into.
            _copy_with_time(os.path.join(repository.place, "index"), index)
    more = {"GIT_INDEX_FILE": index}
    # It ends with 1 where files were changed: what that means here, the next call tells.
    repository.git.run("update-index", "-q", "--refresh", more=more)
    staged = repository.must_run("ls-files", "-z", more=more).out
    known = set(staged.decode(errors="surrogateescape").split("\0"))
    for path in others(items):
        if path not in known and os.path.lexists(os.path.join(repository.git.folder, path)):
            raise _in_the_way(repository, f"{path} is in the folder, but git does not know it.")
    repository.stage(items, OWN, more)
    done = repository.git.run(*_update(mine, new), "--dry-run", more=more)
    if done.code:
        raise _in_the_way(repository, f"{last_word(done)}.")


def _copy_with_time(path: str, to: str) -> None:
    """Copy a file and its time, but no mode: some disks refuse that."""
    shutil.copyfile(path, to)
    times = os.stat(path)
    with suppress(OSError):
        os.utime(to, ns=(times.st_atime_ns, times.st_mtime_ns))


def update(repository: Repository, mine: str, new: str) -> None:
    """Bring the other files up to date, in the folder and among the staged ones."""
    repository.git.run("update-index", "-q", "--refresh")
    repository.must_run(*_update(mine, new))


def _update(mine: str, new: str) -> tuple[str, ...]:
    """Two trees: what was staged or changed here and not there stays; anything else is refused."""
    return ("read-tree", "-m", "-u", *([mine] if mine else []), new)


def _in_the_way(repository: Repository, what: str) -> NotStored:
    return NotStored(
        "A file that is not pmpath's would be overwritten; nothing was changed.",
        hint=f"{what}\nMove it, or commit it, then sync again: "
        f"git -C {repository.git.folder} status",
    )
