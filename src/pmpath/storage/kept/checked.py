"""Which state of a long log was looked at byte by byte, so that not every call has to do it again.

Up to `LONG_LOG` bytes every call looks at all of them, and nothing here is asked. Of a longer log
the system is believed: it gives a file another change time with each change, and no program can
set that back. It is believed on these conditions alone:

- The disk has such times, and finer ones than the few milliseconds in which two changes of a file
  may look like one. Nothing is noted before these are over.
- The entry of this call was flushed, and with it what programs had changed in memory: their next
  change there is told. A call that added nothing to the log notes nothing.
- The machine was not started again since: a power cut may leave new bytes with an old time.

Otherwise every byte is looked at, as in a log that is not long.
"""

from __future__ import annotations

import marshal
import os
import time

from pmpath.storage.disk.lock_file import this_boot
from pmpath.storage.kept.sealed import (
    MARSHAL_VERSION,
    NO_LINK,
    NONE_COVERED,
    PRIVATE,
    checksum,
    covered_at,
    read_sealed,
    write_sealed,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from io import FileIO
    from typing import TypeAlias

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.kept.sealed import Covered
    from pmpath.storage.log.append import Growth

    # Of a log: the boot, the disk, the file on it, its size, when written and when changed.
    State: TypeAlias = tuple[str, int, int, int, int, int]

# Nanoseconds. Systems tell the time of a change in steps of up to ten milliseconds.
GRAIN = 20_000_000
# A time that has nothing below a millisecond is of a disk that keeps no finer ones.
FINE = 1_000_000
LOOKS = 3


def lines_unless_changed(folder: Folder, log: FileIO, covered: Covered) -> bytes | None:
    """The bytes of an open log behind those that are covered.

    None where these have to be looked at: they were not, or the log has changed since. Raises
    OSError.
    """
    state, looked_at = _noted(folder)
    if covered not in looked_at or state != _state(os.fstat(log.fileno())):
        return None
    log.seek(covered[0])
    lines = log.read()
    if state == _state(os.fstat(log.fileno())):
        return lines
    log.seek(0)
    return None


def note_state(folder: Folder, grown: Sequence[Growth | None]) -> None:
    """Note the state of a long log to which this call has added something; `grown` is how.

    Where the state before was noted, what pmpath itself added behind it changes no byte that was
    looked at. Otherwise all of them are looked at. Raises OSError.
    """
    last = grown[-1] if grown else None
    state = None if last is None else _state(last[1])
    if state is None or state != _state(os.stat(folder.log)):
        return
    places = (folder.fold, folder.today, folder.prompt, folder.latest)
    covers = {covered_at(path) for path in places} - {NONE_COVERED}
    looked_at = _known(folder, grown)
    if not covers <= looked_at:
        looked_at = _looked_at(folder, sorted(covers), state)
    if looked_at:
        values = marshal.dumps((state, tuple(looked_at)), MARSHAL_VERSION)
        write_sealed(folder.checked, NONE_COVERED, values)


def _known(folder: Folder, grown: Sequence[Growth | None]) -> set[Covered]:
    """What was looked at in the state from which the log has grown; nothing of any other."""
    state, looked_at = _noted(folder)
    for one in grown:
        if one is None or state != _state(one[0]):
            return set()
        state = _state(one[1])
    return {*looked_at}


def _looked_at(folder: Folder, covers: Iterable[Covered], state: State) -> set[Covered]:
    """Look at every byte that is covered; nothing where the next change may not be told.

    Raises OSError.
    """
    if not _tells_the_next_change(folder, state[-1]):
        return set()
    size, check, found = 0, 0, set()
    with open(folder.log, "rb", buffering=0) as log:
        for covered in covers:
            check = checksum(log, covered[0] - size, check)
            size = covered[0]
            if covered == (size, check):
                found.add(covered)
        return found if state == _state(os.fstat(log.fileno())) else set()


def _tells_the_next_change(folder: Folder, changed: int) -> bool:
    """Whether a change from now on is given another time than `changed`; waits for that a little.

    Raises OSError.
    """
    for _ in range(LOOKS):
        if (now := _time_of_disk(f"{folder.checked}.tmp")) is None:
            return False
        if now - changed > GRAIN:
            return True
        time.sleep(GRAIN / 1e9)
    # The log is of a later time than it is now: clocks were set, or another machine has written.
    return False


def _time_of_disk(path: str) -> int | None:
    """When a new file is changed, as the disk tells it; None where that can be set back.

    Raises OSError.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | NO_LINK, PRIVATE)
    try:
        os.utime(descriptor, (0, 0))
        return _fine(os.fstat(descriptor).st_ctime_ns)
    finally:
        os.close(descriptor)
        os.unlink(path)


def _fine(changed: int) -> int | None:
    return changed if changed % FINE else None


def _state(found: os.stat_result) -> State | None:
    """The state of a log; None where the system does not tell enough of it."""
    boot, changed = this_boot(), _fine(found.st_ctime_ns)
    if not boot or changed is None:
        return None
    return boot, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, changed


def _noted(folder: Folder) -> tuple[State | None, tuple[Covered, ...]]:
    """The state that was noted, and what was looked at in it."""
    found = read_sealed(folder.checked)
    return marshal.loads(found[1]) if found else (None, ())
