"""The remote of the data folder's repository: naming it, hearing from it, sending to it."""

from __future__ import annotations

import os
import re

from pmpath.domain.errors import NotStored, UsageError
from pmpath.domain.record import Frozen
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import absolute
from pmpath.storage.sync.git_errors import refused, stopped_by_hook, without_secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.sync.repository import Repository

ORIGIN = "origin"
USUAL = ("main", "master")
HEARD = re.compile(r"^([0-9a-f]{40,64})\t[^\t]*\tbranch '(.*)' of ")
# A push that came second; another fetch and another try settle it.
CAME_SECOND = re.compile(
    r"\[rejected\]|cannot lock ref|to update ref|incorrect old value|reference already"
    r"|remote ref updated since checkout"
)


class Remote(Frozen):
    """A remote by its name, with its address as git knows it."""

    name: str
    address: str

    @property
    def shown_address(self) -> str:
        """Its name and address for a screen, without name and password in it; not cleaned."""
        return f"{self.name} ({without_secret(self.address)})"


class RemoteTip(Frozen):
    """The branch to exchange with, and the commit at its end; empty where there is none yet."""

    branch: str
    tip: str


def remote_of(repository: Repository, branch: str) -> Remote | None:
    """The remote that a branch is exchanged with; None without one.

    It is the one that git knows for the branch, else origin, else the only one. Raises NotStored
    where that leaves a choice.
    """
    names = _names(repository)
    chosen = _setting(repository, f"branch.{branch}.remote")
    if chosen in names:
        return _remote(repository, chosen)
    if ORIGIN in names:
        return _remote(repository, ORIGIN)
    if len(names) > 1:
        raise NotStored(
            f"There are {len(names)} remotes, and none is called {ORIGIN}.",
            hint=f"Choose one, then sync again: git -C {repository.git.folder} config "
            f"branch.{branch}.remote {names[0]}",
        )
    return _remote(repository, names[0]) if names else None


def add_remote(repository: Repository, branch: str, address: str) -> Remote:
    """Name the remote `origin` with this address; a folder is meant as seen from where you are.

    One that nothing came from yet is given the new address. Raises UsageError where there is
    another, and for what is not an address.
    """
    if not address.strip() or address.startswith("-") or not address.isprintable():
        raise UsageError(
            "This is not the address of a repository.",
            hint="For example: pmpath sync --remote git@host.example:you/journey.git",
        )
    if os.path.exists(os.path.expanduser(address)):
        address = absolute(address)
    known = remote_of(repository, branch)
    if known is None:
        repository.must_run("remote", "add", "--", ORIGIN, address)
    elif known.address != address:
        if repository.must_run("for-each-ref", f"refs/remotes/{known.name}/").out:
            raise UsageError(
                f"The remote is already {known.shown_address}.",
                hint="To change it: git -C "
                f"{repository.git.folder} remote set-url {known.name} {without_secret(address)}",
            )
        repository.must_run("remote", "set-url", "--", known.name, address)
    found = remote_of(repository, branch)
    if found is None:
        raise NotStored("git did not save the remote.", place=repository.git.folder)
    return found


def fetch(repository: Repository, remote: Remote, branch: str) -> RemoteTip:
    """What the remote has now; nothing in the folder changes. Raises NotStored when git cannot."""
    done = repository.git.remote(
        "fetch", "--quiet", "--no-tags", "--no-prune", "--no-recurse-submodules", "--",
        remote.name, f"+refs/heads/*:refs/remotes/{remote.name}/*",
    )  # fmt: skip
    if done.code:
        raise refused(repository.git, done, "git fetch")
    heads = _fetched(repository)
    wanted = ""
    if _setting(repository, f"branch.{branch}.remote") == remote.name:
        wanted = _setting(repository, f"branch.{branch}.merge").removeprefix("refs/heads/")
    name = wanted or _meant(list(heads), branch)
    return RemoteTip(name, heads.get(name, ""))


def push(repository: Repository, remote: Remote, branch: str, to: str) -> bool:
    """Send the branch; False when somebody else sent something first. Never forced.

    Raises NotStored, with the reason, when the remote refuses or cannot be reached.
    """
    done = repository.git.remote(
        "push", "--porcelain", "--no-follow-tags", "--no-signed", "--recurse-submodules=no", "--",
        remote.name, f"refs/heads/{branch}:refs/heads/{to}",
    )  # fmt: skip
    if not done.code:
        _remember(repository, remote, branch, to)
        return True
    if CAME_SECOND.search(f"{done.err}\n{done.text}"):
        return False
    if done.code == 1 and not done.out.strip():
        # With --porcelain git lists what it tried to send, unless a hook ended it before.
        raise stopped_by_hook(repository.git, done)
    raise refused(repository.git, done, "git push")


def tidy(repository: Repository) -> None:
    """Let git pack what many syncs have left; whether it does is its own affair."""
    settings = ("-c", "gc.auto=1000", "-c", "gc.autoDetach=false")
    repository.git.run(*settings, "gc", "--auto", "--quiet")


def _remember(repository: Repository, remote: Remote, branch: str, to: str) -> None:
    """So that the person's own `git pull` and the next sync mean the same branch."""
    if not _setting(repository, f"branch.{branch}.remote"):
        repository.must_run("config", f"branch.{branch}.remote", remote.name)
        repository.must_run("config", f"branch.{branch}.merge", f"refs/heads/{to}")


def _names(repository: Repository) -> list[str]:
    return [name for name in repository.must_run("remote").text.split("\n") if name]


def _remote(repository: Repository, name: str) -> Remote:
    return Remote(name, _setting(repository, f"remote.{name}.url"))


def _setting(repository: Repository, key: str) -> str:
    """The last value of a setting; empty without one."""
    done = repository.git.run("config", "--get", key)
    return "" if done.code else done.text


def _fetched(repository: Repository) -> dict[str, str]:
    """The branches that the last fetch found, with their commits: those the remote has now."""
    place = os.path.join(repository.place, "FETCH_HEAD")
    with raises_not_stored(place), open(place, errors="surrogateescape") as file:
        found = [match for line in file if (match := HEARD.match(line))]
    return {match[2]: match[1] for match in found}


def _meant(heads: list[str], branch: str) -> str:
    """The branch of the remote that this one goes with."""
    if branch in heads or not heads:
        return branch
    if len(heads) == 1:
        return heads[0]
    return next((name for name in USUAL if name in heads), branch)
