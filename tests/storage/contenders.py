"""Takes the lock of a folder without locks again and again, and is killed at every third time.

A process of its own: `python -m tests.storage.contenders FOLDER FIRST ROUNDS`. It ends with the
number of times at which it met another living process inside.
"""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.paths import Folder

MET, KILLED = 3, -signal.SIGKILL
# Six take turns here, and a slow machine takes long for each.
PATIENCE = 100.0


def _no_locks(*_: object) -> None:
    raise OSError(errno.ENOLCK, "No locks available")


def _lives(process: str) -> bool:
    try:
        told = Path("/proc", process, "stat").read_text()
    except OSError:
        return False
    # One that was killed and not waited for yet holds nothing.
    return told.rpartition(")")[2].split()[0] not in ("Z", "X")


def _hold(folder: Folder, *, is_killed: bool) -> NoReturn:
    inside, me = Path(folder.path, "inside"), str(os.getpid())
    with Locked(folder, PATIENCE):
        before = inside.read_text() if inside.exists() else ""
        inside.write_text(me)
        has_met = (before and _lives(before)) or inside.read_text() != me
        if is_killed:
            os.kill(os.getpid(), signal.SIGKILL)
        inside.unlink()
    os._exit(MET if has_met else 0)


def main(place: str, first: int, rounds: int) -> int:
    """How often another was inside, or anything else went wrong."""
    fcntl.flock = _no_locks
    wrong = 0
    for number in range(first, first + rounds):
        child = os.fork()
        if not child:
            _hold(Folder(place), is_killed=number % 3 == 0)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        wrong += code != (KILLED if number % 3 == 0 else 0)
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
