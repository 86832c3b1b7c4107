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


def is_behind(folder: Folder, most: int | None = None) -> bool:
    """Whether much of the log is not covered by what is kept, and no more than `most` bytes.

    Raises OSError.
    """
    size = os.stat(folder.log).st_size
    behind = size - covered_at(folder.fold) if size >= BEHIND_BYTES else 0
    return behind >= BEHIND_BYTES and (most is None or behind <= most)
