"""How far what is kept of a log reaches: asked by `log`, which loads nothing else of it."""

from __future__ import annotations

import os

from pmpath.storage.disk.sealed import LONGEST_HEAD, covered_by

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder

# What is kept is made anew once so many bytes of the log stand behind what it covers; reading them
# costs next to nothing.
BEHIND_BYTES = 16_384


# So many at once are folded by `log`, which may not keep anybody waiting.
MOST_AT_ONCE = 65_536


def is_behind(folder: Folder, most: int | None = None) -> bool:
    """Whether much of the log is not covered by what is kept, and no more than `most` bytes.

    No fault of it is told.
    """
    try:
        size = os.stat(folder.log).st_size
    except OSError:
        return False
    behind = size - _covered(folder.fold) if size >= BEHIND_BYTES else 0
    return behind >= BEHIND_BYTES and (most is None or behind <= most)


def _covered(path: str) -> int:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return 0
    try:
        return covered_by(os.read(descriptor, LONGEST_HEAD))
    except OSError:
        return 0
    finally:
        os.close(descriptor)
