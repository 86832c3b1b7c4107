"""Syncs again and again, killed a few lines of code later each time; looks what is left.

A process of its own: `python -m tests.sync.killed STORY FOLDER STEP`. It prints how many kills
there were. The kernel ends the child, so no handler and no `finally` of it runs; git goes on.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from pmpath.cli.door import enter
from pmpath.storage.log.lines import RECORD, lines_of
from pmpath.storage.roadmap.file import roadmap_of

SETUP = ("init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4")
# The files whose lines lie between two calls of the system or of git; pure ones only cost time.
TRACED = (
    "sync/commit.py", "sync/receive.py", "sync/tracked_files.py", "sync/find_repository.py",
    "sync/repository.py", "sync/remote.py", "sync/other_files.py", "sync/roadmap_merge.py",
    "backups.py", "disk/atomic.py", "cli/data/sync.py",
)  # fmt: skip
MOVED, FURTHER = "2028-02-07", "2028-03-06"


class Journeys:
    """Two machines and a remote in one folder, and the state that each try begins with."""

    def __init__(self, place: Path, story: str) -> None:
        self.place, self.story = place, story
        self.remote, self.user = place / "remote.git", place / "user"
        self.user.mkdir(parents=True)
        git(self.user, "init", "-q", "--bare", "--initial-branch=main", str(self.remote))
        self.type("a", *SETUP)
        if story == "first":
            self.type("a", "log", "tea")
        else:
            self.begin()
        self.kept = place / "kept"
        for name in ("a", "b", "remote.git"):
            if (place / name).exists():
                shutil.copytree(place / name, self.kept / name, symlinks=True)
        self.before = self.bytes_of("a")

    def begin(self) -> None:
        """Both have synced, both have gone on, and b has sent."""
        for name in "ab":
            self.type(name, "sync", "--remote", str(self.remote))
        self.type("b", "log", "milk")
        self.type("b", "roadmap", "move", MOVED, "--because", "x")
        (self.place / "b" / "notes.md").write_text("theirs\n")
        git(self.place / "b", "add", "notes.md")
        git(self.place / "b", "commit", "-qm", "notes")
        self.type("b", "sync")
        self.type("a", "log", "tea")
        if self.story == "conflict":
            self.type("a", "roadmap", "move", FURTHER, "--because", "y")

    def environment(self, name: str) -> dict[str, str]:
        return {
            "PMPATH_HOME": str(self.place / name), "PMPATH_TODAY": "2027-01-11",
            "HOME": str(self.user), "XDG_CONFIG_HOME": str(self.user),
            "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"],
        }  # fmt: skip

    def type(self, name: str, *words: str) -> str:
        """A command on one of the machines; it has to end with 0."""
        with contextlib.redirect_stdout(io.StringIO()) as out:
            code = enter(words, self.environment(name))
        assert code == 0, (name, words, out.getvalue())
        return out.getvalue()

    def words(self) -> tuple[str, ...]:
        """The sync that is killed."""
        return ("sync", "--remote", str(self.remote)) if self.story == "first" else ("sync",)

    def restore(self) -> None:
        """The state before the kill."""
        for name in ("a", "b", "remote.git"):
            shutil.rmtree(self.place / name, ignore_errors=True)
            if (self.kept / name).exists():
                shutil.copytree(self.kept / name, self.place / name, symlinks=True)

    def bytes_of(self, name: str) -> tuple[bytes, bytes]:
        """Log and roadmap."""
        home = self.place / name
        return (home / "log.jsonl").read_bytes(), (home / "roadmap.toml").read_bytes()

    def look(self) -> None:
        """Right after the kill: both files whole, no record gone, the roadmap mine or joined."""
        log, roadmap = self.bytes_of("a")
        lines = lines_of(log)
        assert all(line.state != "bad" for line in lines)
        assert {*ids(self.before[0])} <= {*ids(log)}
        joined = self.before[1].replace(b"date = 2028-01-10", f"date = {MOVED}".encode())
        assert roadmap in (self.before[1], joined)
        roadmap_of(roadmap.decode(), "roadmap")

    def end(self) -> None:
        """The next syncs go on, and both sides end with everything, each once."""
        for name in "aba":
            self.type(name, *(("sync", "--remote", str(self.remote)) if name == "b" or
                              self.story == "first" else ("sync",)))  # fmt: skip
        assert self.bytes_of("a") == self.bytes_of("b")
        log, roadmap = self.bytes_of("a")
        assert {*ids(self.before[0])} <= {*ids(log)}
        assert len(ids(log)) == len({*ids(log)})
        if self.story == "first":
            return
        kept = (self.kept / "b" / "roadmap.toml").read_bytes()
        theirs = [one.read_bytes() for one in (self.place / "a").glob("roadmap.theirs-*")]
        assert {*ids((self.kept / "b" / "log.jsonl").read_bytes())} <= {*ids(log)}
        assert (self.place / "a" / "notes.md").read_text() == "theirs\n"
        assert theirs == ([kept] if self.story == "conflict" else [])
        assert roadmap == (self.before[1] if self.story == "conflict" else kept)
        status = git(self.place / "a", "status", "--porcelain").splitlines()
        assert [one for one in status if "roadmap.theirs" not in one] == [], status
        assert list((self.place / "a").glob("*.tmp")) == []


def ids(log: bytes) -> list[str]:
    return [line.id for line in lines_of(log) if line.state == RECORD]


def git(folder: Path, *words: str) -> str:
    known = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    done = subprocess.run(
        ["git", "-C", str(folder), *known, *words], capture_output=True, text=True, check=True
    )
    return done.stdout


def killed_at(number: int, journeys: Journeys) -> bool:
    """Run the sync in a child that is killed at this line; whether the kill came in time."""
    child = os.fork()
    if not child:
        left = number

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left
            if not frame.f_code.co_filename.endswith(TRACED):
                return None
            if event == "line":
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        journeys.type("a", *journeys.words())
        sys.settrace(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, number
    return os.WIFSIGNALED(status)


def main(story: str, place: str, step: str) -> int:
    """Kill every so many lines until the sync comes to its end."""
    journeys = Journeys(Path(place), story)
    number, kills, came = int(step) // 2, 0, True
    while came:
        journeys.restore()
        came = killed_at(number, journeys)
        journeys.look()
        journeys.end()
        number += int(step)
        kills += came
    print(kills)  # noqa: T201 - the test reads it
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
