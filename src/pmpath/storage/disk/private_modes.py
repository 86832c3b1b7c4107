"""Whether a disk keeps files private: one that refuses private modes has a note that says so."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from pmpath.storage.disk.atomic import write_durably

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder

# The rights of everybody but the owner.
OTHERS = 0o077
REFUSED = ".modes-refused"
NOTE = b"This disk refused private modes. pmpath doctor --repair tries again.\n"


def is_open_to_others(folder: Folder) -> bool:
    """Whether a folder that was made private is not."""
    return sys.platform != "win32" and bool(os.stat(folder.path).st_mode & OTHERS)


def note_refusal(folder: Folder, *, is_refused: bool) -> None:
    """Keep or take away the note that this disk refuses private modes; the caller has the lock."""
    path = os.path.join(folder.path, REFUSED)
    if is_refused:
        write_durably(path, NOTE)
        return
    with suppress(FileNotFoundError):
        os.unlink(path)
