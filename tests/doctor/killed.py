"""Does one thing again and again, killed one line of code later each time; looks what is left.

A process of its own: `python -m tests.doctor.killed repair|merge|restore FOLDER`. It prints how
many kills there were. The kernel ends the child, so no handler and no `finally` of it runs.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import FrameType
from typing import Any

from pmpath.storage.backups import back_up_log
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.paths import Folder
from pmpath.storage.doctor.merge import merge
from pmpath.storage.doctor.repair import planned_repair, repair
from pmpath.storage.doctor.restore import backup_named, put_back
from pmpath.storage.log.lines import records_in
from tests.storage.running import HEADER, line

NOW = datetime(2027, 1, 11, 12, tzinfo=UTC)
WITNESS = "witness"
BAD = (b"garbage", b"\0\xff\x1b", b'{"torn')
BEFORE = HEADER + line(1) + b"\n" + BAD[0] + b"\n" + line(2) + b"\n" + BAD[1] + b"\n" + BAD[2]
OTHER = HEADER + line(2) + b"\n" + line(3) + b"\n"
# The files whose lines lie between two system calls of a change; the pure ones only cost time.
TRACED = (
    "doctor/repair.py", "doctor/merge.py", "doctor/restore.py", "backups.py", "disk/atomic.py",
    "disk/lock.py", "log/append.py", "disk/flush.py",
)  # fmt: skip


def do_repair(folder: Folder) -> None:
    repair(folder, planned_repair(Path(folder.log).read_bytes()), date(2027, 1, 11), NOW)


def do_merge(folder: Folder) -> None:
    merge(folder, OTHER, "copy", NOW)


def do_restore(folder: Folder) -> None:
    backup = backup_named(folder, "log-20270110T120000-" + _digest() + ".jsonl")
    put_back(folder, backup, OTHER, Path(folder.log).read_bytes(), NOW)


def _digest() -> str:
    from pmpath.storage.backups import digest_of

    return digest_of(OTHER)


def wanted(name: str) -> bytes:
    """The log once the change is made."""
    if name == "repair":
        return HEADER + line(1) + b"\n" + line(2) + b"\n"
    return BEFORE + b"\n" + line(3) + b"\n" if name == "merge" else OTHER


def prepared(folder: Folder) -> None:
    """The state that each try begins with."""
    shutil.rmtree(folder.path, ignore_errors=True)
    Path(folder.path).mkdir(mode=0o700)
    back_up_log(folder, OTHER, datetime(2027, 1, 10, 12, tzinfo=UTC))
    Path(folder.log).write_bytes(BEFORE)
    # A second name shows whether somebody writes into the old file instead of replacing it.
    Path(folder.path, WITNESS).hardlink_to(folder.log)


def killed_at(number: int, call: Callable[[Folder], None], folder: Folder) -> bool:
    """Run the call in a child that is killed at this line; whether the kill came in time."""
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
        call(folder)
        sys.settrace(None)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, number
    return os.WIFSIGNALED(status)


def look(name: str, folder: Folder) -> None:
    """The log is whole, old or new; every byte that was there is somewhere."""
    log = Path(folder.log).read_bytes()
    assert Path(folder.path, WITNESS).read_bytes() == BEFORE
    assert log in (BEFORE, wanted(name)), log
    aside = [one.read_bytes() for one in Path(folder.path).glob("log.quarantine-*.txt")]
    kept = [one.read_bytes() for one in Path(folder.backups).glob("log-*.jsonl")]
    assert OTHER in kept
    if log != BEFORE:
        assert BEFORE in kept
        assert name != "repair" or all(bad in aside[0].split(b"\n") for bad in BAD)
    assert all(one in (BEFORE, OTHER) for one in kept), "a copy is not whole"


def main(name: str, place: str) -> int:
    """Kill at every line until none is left; then each state was made whole by a second try."""
    folder = Folder(place)
    call = {"repair": do_repair, "merge": do_merge, "restore": do_restore}[name]
    number, came = 0, True
    while came:
        prepared(folder)
        came = killed_at(number, call, folder)
        look(name, folder)
        with Locked(folder, patience=0.0):
            pass
        if Path(folder.log).read_bytes() == BEFORE:
            call(folder)
        look(name, folder)
        assert Path(folder.log).read_bytes() == wanted(name)
        assert records_in(wanted(name)) in (2, 3)
        number += 1
    print(number - 1)  # noqa: T201 - the test reads it
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
