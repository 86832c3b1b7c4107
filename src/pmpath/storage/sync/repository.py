"""The git repository of the data folder: its state, its commits, its objects.

Commits are made of objects, never by `git commit` or `git merge`: so nothing that the person has
staged goes along, no setting for merges, signatures, line ends or hooks of a commit takes part, and
no step leaves a half-done merge behind.
"""

from __future__ import annotations

import os
import time

from pmpath.domain.errors import NotStored
from pmpath.domain.record import Frozen
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.sync.git_errors import refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmpath.storage.sync.git import Done, Git

FILE_MODE = "100644"
PLAIN_MODES = ("100644", "100755")
BRANCHES = "refs/heads/"
# Who commits where git knows nobody; it is said in docs/sync.md.
NOBODY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "pmpath"), ("EMAIL", "pmpath@localhost"))
}
# Files by which git knows that something of the person's is half done, and how it is given up.
UNFINISHED = (
    ("MERGE_HEAD", "merge"), ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
    ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
)  # fmt: skip
INDEX_PATIENCE_SECONDS = 2.0
BETWEEN_LOOKS_SECONDS = 0.05


class Item(Frozen):
    """What a tree holds under a path: the mode, and the id of the object."""

    mode: str
    id: str


class Repository(Frozen):
    """The folder's own repository; `place` is where git keeps it."""

    git: Git
    place: str

    @property
    def workshop(self) -> str:
        """A folder of our own inside it: for files of one call, and the lock of a sync."""
        return os.path.join(self.place, "pmpath")

    def must_run(
        self, *words: str, given: bytes = b"", more: Mapping[str, str] | None = None
    ) -> Done:
        """Run git; raises NotStored, with git's own words, unless it succeeds."""
        done = self.git.run(*words, given=given, more=more)
        if done.code:
            raise refused(self.git, done, f"git {words[0]}")
        return done

    def branch(self) -> str:
        """The branch that is checked out; raises NotStored where the person is amid something."""
        at = f"git -C {self.git.folder}"
        for name, what in UNFINISHED:
            if os.path.exists(os.path.join(self.place, name)):
                raise NotStored(
                    f"A {what} in this folder is not finished; nothing was changed.",
                    hint=f"Finish it, or give it up: {at} {what} --abort. Then sync again.",
                )
        found = self.git.run("symbolic-ref", "--quiet", "HEAD")
        if found.code or not found.text.startswith(BRANCHES):
            raise NotStored(
                "The folder's repository is not on a branch; nothing was changed.",
                hint=f"Go back to one, then sync again: {at} switch main",
            )
        self._wait_for_index()
        if self.must_run("ls-files", "-u", "-z").out:
            raise NotStored(
                "Some files here have merge conflicts; nothing was changed.",
                hint=f"Resolve them, then sync again: {at} status",
            )
        return found.text.removeprefix(BRANCHES)

    def _wait_for_index(self) -> None:
        """Another git may be at work for a moment; one that was cut off leaves its lock."""
        lock = os.path.join(self.place, "index.lock")
        end = time.monotonic() + INDEX_PATIENCE_SECONDS
        while os.path.exists(lock):
            if time.monotonic() >= end:
                raise NotStored(
                    "Another git is running in the folder, or one was interrupted there.",
                    place=lock,
                    hint="Wait for it; if none is running, delete this file, then sync again.",
                )
            time.sleep(BETWEEN_LOOKS_SECONDS)

    def tip(self, branch: str) -> str:
        """The commit at the end of a branch; empty before the first."""
        found = self.git.run("rev-parse", "--verify", "--quiet", f"{BRANCHES}{branch}^{{commit}}")
        return "" if found.code else found.text

    def base(self, mine: str, theirs: str) -> str:
        """The commit from which both went on; empty when they have none in common."""
        found = self.git.run("merge-base", mine, theirs)
        return "" if found.code else found.text

    def items(self, commit: str) -> dict[str, Item]:
        """Everything a commit holds, by path."""
        found: dict[str, Item] = {}
        listed = self.must_run("ls-tree", "-r", "-z", "--full-tree", commit).out
        for line in listed.split(b"\0")[:-1]:
            head, _, path = line.partition(b"\t")
            mode, _, key = head.decode().split(" ")
            found[path.decode(errors="surrogateescape")] = Item(mode, key)
        return found

    def read(self, item: Item | None) -> bytes:
        """The content of a file of a tree, byte for byte; empty without one."""
        return self.must_run("cat-file", "blob", item.id).out if item else b""

    def write(self, content: bytes) -> Item:
        """Keep a content byte for byte, whatever git is told about line ends."""
        words = ("hash-object", "-w", "-t", "blob", "--stdin", "--no-filters")
        return Item(FILE_MODE, self.must_run(*words, given=content).text)

    def commit(self, items: Mapping[str, Item], parents: Iterable[str], message: str) -> str:
        """Make a commit of these files and return its id; no branch and no file is moved."""
        index = os.path.join(self.workshop, "index")
        more = {"GIT_INDEX_FILE": index}
        with raises_not_stored(index):
            if os.path.lexists(index):
                os.unlink(index)
        self.must_run("update-index", "-z", "--index-info", given=_listing(items), more=more)
        tree = self.must_run("write-tree", more=more).text
        words = [part for one in parents for part in ("-p", one)]
        given = message.encode() + b"\n"
        return self.must_run("commit-tree", tree, *words, given=given, more=self._author()).text

    def message(self, commit: str) -> str:
        """The message of a commit."""
        return self.must_run("cat-file", "commit", commit).text.partition("\n\n")[2]

    def _author(self) -> Mapping[str, str]:
        """Nothing where the person told git who commits, by settings or by the environment."""
        for ident in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
            if self.git.run("-c", "user.useConfigOnly=true", "var", ident).code:
                return NOBODY
        return {}

    def move(self, branch: str, commit: str, before: str) -> bool:
        """Let the branch end at a commit, if it ends where it did; False when it does not."""
        words = ("update-ref", "-m", "pmpath sync", BRANCHES + branch, commit, before)
        done = self.git.run(*words)
        if done.code and self.tip(branch) == before:
            raise refused(self.git, done, "git update-ref")
        return not done.code

    def stage(
        self,
        items: Mapping[str, Item],
        names: Iterable[str],
        more: Mapping[str, str] | None = None,
    ) -> None:
        """Let git's list of staged files say the same as these items, for these names alone."""
        listed = self.must_run("ls-files", "-s", "-z", "--full-name", more=more).out
        staged = set(listed.decode(errors="surrogateescape").split("\0"))
        lacking = {
            name: item
            for name in names
            if (item := items.get(name)) and f"{item.mode} {item.id} 0\t{name}" not in staged
        }
        if lacking:
            given = _listing(lacking)
            self.must_run("update-index", "-z", "--index-info", given=given, more=more)


def _listing(items: Mapping[str, Item]) -> bytes:
    return b"".join(
        f"{item.mode} {item.id}\t".encode() + name.encode(errors="surrogateescape") + b"\0"
        for name, item in items.items()
    )
