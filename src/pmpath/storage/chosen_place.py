"""A data folder that PMPATH_HOME names may lie on a disk or in a vault that is not open now.

Then nothing is made beside it: a new, empty journal there would look like a lost one.
"""

from __future__ import annotations

import os

from pmpath.domain.errors import NotFound, NotOpen, PmpathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.paths import Folder

# Where systems put the disks that come and go.
MOUNTED_BELOW = ("/media", "/run/media", "/mnt", "/Volumes")
WAYS_IN = "pmpath init makes one; pmpath demo shows a sample."


def refuse_closed(folder: Folder) -> None:
    """Raise NotOpen when what the chosen folder lies on is not there."""
    if folder.is_chosen and not os.path.lexists(folder.path) and _is_closed(folder.path):
        raise NotOpen(
            "What PMPATH_HOME lies on is not open; nothing was made there.",
            place=folder.path,
            hint="Open the disk or vault, then do this again.\n"
            f"For a new place there: mkdir -p {folder.path}",
        )


def nothing_set_up(folder: Folder) -> PmpathError:
    """The error for a folder in which there is neither a log nor a roadmap."""
    try:
        refuse_closed(folder)
    except NotOpen as error:
        return error
    hint = WAYS_IN
    if folder.is_chosen and _is_empty(folder.path):
        hint += f"\n{folder.path} is empty; if it is a closed vault, open it first."
    return NotFound("There is no roadmap yet.", hint=hint)


def _is_closed(path: str) -> bool:
    """Whether the folder above is missing, or nothing is mounted where disks come and go."""
    if not os.path.lexists(os.path.dirname(path)):
        return True
    base = next((one for one in MOUNTED_BELOW if path.startswith(one + os.sep)), None)
    return base is not None and not any(map(os.path.ismount, (base, *_between(base, path))))


def _between(base: str, path: str) -> Iterator[str]:
    """The folders above a path, up to a base that is not among them."""
    while (path := os.path.dirname(path)) != base:
        yield path


def _is_empty(path: str) -> bool:
    try:
        return not os.listdir(path)
    except OSError:
        return False
