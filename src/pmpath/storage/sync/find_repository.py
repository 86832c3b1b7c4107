"""Finding the data folder's own repository, or making one. One further up is never used.

A folder inside another repository gets one of its own where the other ignores it: then neither sees
the other. Where the other would take it for a part of itself, it is left to the person to decide.
"""

from __future__ import annotations

import errno
import os
import shutil

from pmpath.domain.errors import NotStored
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import not_stored, raises_not_stored
from pmpath.storage.disk.paths import PRIVATE_FOLDER, Folder
from pmpath.storage.sync.git_errors import refused
from pmpath.storage.sync.repository import Repository

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.sync.git import Git

# The same on every machine, whatever init.defaultBranch says there: they are to meet.
FIRST_BRANCH = "main"
OWN_LOCK = tuple(os.path.basename(one) for one in (Folder("").lock, Folder("").lock_owner))


def own_repository(git: Git) -> Repository | None:
    """The repository of the folder itself; None without one, or where its making was cut off.

    Raises NotStored for one that git cannot read.
    """
    inside = os.path.join(git.folder, ".git")
    if not os.path.lexists(inside):
        return None
    if not os.access(inside, os.R_OK | os.W_OK):
        raise not_stored(inside, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    found = git.run("rev-parse", "--absolute-git-dir")
    if not found.code:
        return Repository(git, os.path.normpath(os.path.join(git.folder, found.text)))
    if os.path.isdir(inside) and not os.path.exists(os.path.join(inside, "HEAD")):
        return None
    raise refused(git, found, "git rev-parse")


def make_repository(git: Git) -> Repository:
    """A new repository in the folder, on the branch main.

    Raises NotStored inside another repository that does not ignore the folder, with nothing made.
    """
    _refuse_inside_another(git)
    inside = os.path.join(git.folder, ".git")
    is_ours = not os.path.lexists(inside)
    done = git.outside("init", "--quiet")
    if done.code:
        if is_ours:
            # Half a repository would hide the reason from the next sync.
            shutil.rmtree(inside, ignore_errors=True)
        raise refused(git, done, "git init")
    done = git.run("symbolic-ref", "HEAD", f"refs/heads/{FIRST_BRANCH}")
    if done.code:
        raise refused(git, done, "git symbolic-ref")
    made = own_repository(git)
    if made is None:
        raise NotStored("git could not create a repository here.", place=git.folder)
    return made


def one_sync_at_a_time(repository: Repository) -> Locked:
    """The lock that a whole sync holds; `log` and the other commands know another."""
    workshop = repository.workshop
    with raises_not_stored(workshop):
        os.makedirs(workshop, mode=PRIVATE_FOLDER, exist_ok=True)
    return Locked(Folder(workshop))


def clear_workshop(repository: Repository) -> None:
    """Remove what a sync that was killed left there; the caller holds its lock."""
    with raises_not_stored(repository.workshop):
        names = os.listdir(repository.workshop)
    for name in names:
        path = os.path.join(repository.workshop, name)
        if name not in OWN_LOCK:
            with raises_not_stored(path):
                os.unlink(path)


def _refuse_inside_another(git: Git) -> None:
    around = git.outside("rev-parse", "--show-toplevel")
    if around.code and "dubious ownership" not in around.err:
        return
    ignored = git.outside("check-ignore", "--quiet", "--", git.folder)
    # git calls no folder ignored of which it has files: then that answer is no as well.
    if around.code or ignored.code:
        outer = around.text or "of another account"
        raise NotStored(
            f"Your data is inside the git repository {outer}, which would treat it as its own.",
            place=git.folder,
            hint="Let that repository ignore this folder and hold none of its files, "
            "or set PMPATH_HOME to a folder elsewhere. Then sync again.",
        )
