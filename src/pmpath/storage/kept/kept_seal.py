"""How far what is kept of a log reaches: asked by `log`, which loads nothing else of it."""

from __future__ import annotations

import os

from pmpath.storage.kept.sealed import covered_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder

# What is kept is made anew once so many bytes of the log stand behind what it covers; reading them
# costs next to nothing.
BEHIND_BYTES = 16_384
# So many at once are folded by `log`, which may not keep anybody waiting.
MOST_AT_ONCE = 65_536
# A log of so many bytes has some 70,000 entries: looking at each of them is felt from here on.
LONG_LOG = 1 << 24


def is_behind(folder: Folder, most: int | None = None, today: str = "") -> bool:
    """Whether much of the log is not covered by what is kept, and no more than `most` bytes.

    With `today`, much of what was written before that day, as the log spells it. Raises OSError.
    """
    size = os.stat(folder.log).st_size
    covered = covered_at(folder.fold)[0] if size >= BEHIND_BYTES else size
    behind = size - covered
    if behind < BEHIND_BYTES or (most is not None and behind > most):
        return False
    return not today or not _names(folder.log, covered, today)


def is_much_of_today(folder: Folder, most: int | None = None) -> bool:
    """Whether much of a log that `is_behind` is not covered with today's lines, and at most `most`.

    What is kept of the days that are over waits for tomorrow. Raises OSError.
    """
    covered = max(covered_at(path)[0] for path in (folder.fold, folder.today))
    behind = os.stat(folder.log).st_size - covered
    return behind >= BEHIND_BYTES and (most is None or behind <= most)


def is_long(folder: Folder) -> bool:
    """Whether looking at every byte of the log takes a time that is felt. Raises OSError."""
    return os.stat(folder.log).st_size >= LONG_LOG


def _names(log: str, start: int, day: str) -> bool:
    """Whether a day stands in the first lines behind a place, so that little is of days before."""
    with open(log, "rb", buffering=0) as file:
        file.seek(start)
        return f'"{day}"'.encode() in file.read(BEHIND_BYTES)
