"""One command in a child of this process, under a plan; what it said and what became of it."""

from __future__ import annotations

import functools
import importlib
import os
import pkgutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pmpath
from pmpath.cli import clues
from pmpath.cli.door import enter
from pmpath.storage.content import Content, content
from pmpath.storage.disk.lock import Locked
from tests.faults.faults import Injector, Plan

BUG = 1
TOLD = 60
# For a machine that is five times slower than any that we have seen.
PATIENCE_SECONDS = 240
# A lock that a fault keeps away is given up sooner than the ten seconds of a real process.
SHORT_PATIENCE_SECONDS = 0.2


@dataclass(frozen=True)
class Outcome:
    """The exit code, or None after a kill; the streams; the counted calls and what was done."""

    code: int | None
    out: str
    err: str
    seen: int
    trace: str

    @property
    def lacked(self) -> int:
        """How many calls the disk did not have."""
        return sum(one.startswith("lacks\t") for one in self.trace.splitlines())

    @property
    def met(self) -> str:
        """The call that failed or at which it ended, and the file; empty when there was none."""
        return next((f"{call} {Path(path).name}" for call, path in self._faults()), "")

    @property
    def met_at(self) -> str:
        """The path of that file."""
        return next((path for _, path in self._faults()), "")

    def _faults(self) -> Iterator[tuple[str, str]]:
        lines = (one.split("\t") for one in self.trace.splitlines())
        return ((one[2], one[1]) for one in lines if one[0] == "fault")


def load_everything() -> None:
    """Import all of the program once, so that a child need not."""
    for name in ("typer", "rich.console", "pydantic", "tomlrt", "tomli_w", "fcntl", "hashlib"):
        importlib.import_module(name)
    for module in pkgutil.walk_packages(pmpath.__path__, "pmpath."):
        if module.name != "pmpath.__main__":
            importlib.import_module(module.name)
    # Content does not lie in the folder of faults; a child finds it read already.
    for method in ("catalog", "vocabulary", "questions"):
        setattr(Content, method, functools.cache(getattr(Content, method)))
        getattr(content(), method)()
    made = clues.clues_in(content(), content().catalog)
    setattr(clues, "clues_in", lambda *_: made)  # noqa: B010 - mypy knows no such value


def run(words: tuple[str, ...], home: Path, today: str, plan: Plan, injector: Injector) -> Outcome:
    """Run `pmpath WORDS` in a fork of this process, which has loaded the program already."""
    streams = [os.pipe() for _ in range(3)]
    child = os.fork()
    if not child:
        _take_streams(streams)
        Locked.__init__.__defaults__ = (plan.patience or SHORT_PATIENCE_SECONDS,)
        if plan.lost:
            os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
        _command(words, home, today, plan, injector)
    if plan.after:
        time.sleep(plan.after)
        # Not waited for yet, so it is this one even where it has ended already.
        os.kill(child, signal.SIGKILL)
    texts = []
    for _, writer in streams:
        os.close(writer)
    for reader, _ in streams:
        with os.fdopen(reader, "rb") as file:
            texts.append(file.read().decode("utf-8", "replace"))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL, (words, status)
        return Outcome(None, texts[0], texts[1], 0, "")
    seen, _, trace = texts[2].partition("\n")
    return Outcome(os.WEXITSTATUS(status), texts[0], texts[1], int(seen), trace)


def _take_streams(streams: list[tuple[int, int]]) -> None:
    """As if this process had been started for the command: streams of its own, nothing captured."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(streams[0][1], 1)
    os.dup2(streams[1][1], 2)
    os.dup2(streams[2][1], TOLD)
    for reader, writer in streams:
        os.close(reader)
        os.close(writer)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _command(
    words: tuple[str, ...], home: Path, today: str, plan: Plan, injector: Injector
) -> NoReturn:
    """The child: does one thing and ends."""
    signal.alarm(PATIENCE_SECONDS)
    code = BUG
    # Taken before it is replaced: what was met is told by calls that never fail.
    write = os.write
    injector.arm(str(home), plan)
    try:
        code = enter(words, {"PMPATH_HOME": str(home), "PMPATH_TODAY": today})
        sys.stdout.flush()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else BUG
    except BaseException:  # noqa: BLE001 - a bug is what is looked for; a real process shows it too
        injector.disarm()
        traceback.print_exc()
    injector.disarm()
    sys.stderr.flush()
    write(TOLD, f"{injector.seen()}\n{injector.trace()}".encode())
    os._exit(code)
