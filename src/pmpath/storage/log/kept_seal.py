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


def is_behind(folder: Folder) -> bool:
    """Whether much of the log is not covered by what is kept; no fault of it is told."""
    try:
        size = os.stat(folder.log).st_size
        if size < BEHIND_BYTES:
            return False
        return size - _covered(folder.fold) >= BEHIND_BYTES
    except OSError:
        return False


def _covered(path: str) -> int:
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return 0
    try:
        return covered_by(os.read(descriptor, LONGEST_HEAD))
    finally:
        os.close(descriptor)
