"""Where the data lie may be away now: on a disk, in a vault, behind a link to either.

Then nothing is made beside it: a new, empty journal there would look like a lost one.
"""

from __future__ import annotations

import os

from pmpath.domain.errors import NotFound, NotOpen, PmpathError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.disk.paths import Folder

# Where systems put the disks that come and go.
MOUNTED_BELOW = ("/media", "/run/media", "/mnt", "/Volumes")
WAYS_IN = "pmpath init makes one; pmpath demo shows a sample."
GOES_ON = "To continue your set-up: pmpath init"
OPEN_IT = "Open the disk or vault, then try again."


def refuse_closed(folder: Folder) -> None:
    """Raise NotOpen when what the folder lies on is not there, or a link on the way to it is."""
    if closed := not_open(folder.path):
        raise closed
    if not folder.named_by or os.path.lexists(folder.path):
        return
    path = os.path.realpath(folder.path)
    if _is_unmounted(path) or (folder.is_chosen and not os.path.lexists(os.path.dirname(path))):
        raise NotOpen(
            f"The disk or vault of {folder.named_by} is not open; nothing was created there.",
            place=folder.path,
            hint=f"{OPEN_IT}\nTo make a new folder there: mkdir -p {folder.path}",
        )


def refuse_dangling(path: str) -> None:
    """Raise NotOpen when a file or folder, or one around it, is a link that leads nowhere now."""
    if closed := not_open(path):
        raise closed


def not_open(path: str) -> NotOpen | None:
    """The error for a path on which a link leads nowhere now; None when there is no such link."""
    for one in with_those_above(path):
        if os.path.islink(one) and not os.path.exists(one):
            target = os.path.join(os.path.dirname(one), os.readlink(one))
            return NotOpen(
                f"This is a link to {target}, which is missing or on a disk that is not open.",
                place=one,
                hint=f"{OPEN_IT}\nIf {target} is gone for good, remove the link.",
            )
    return None


def with_those_above(path: str) -> Iterator[str]:
    """A path and the folders around it, inner ones first."""
    while True:
        yield path
        above = os.path.dirname(path)
        if above == path:
            return
        path = above


def nothing_set_up(folder: Folder) -> PmpathError:
    """The error for a folder in which there is neither a log nor a roadmap."""
    try:
        refuse_closed(folder)
        refuse_dangling(folder.roadmap)
        refuse_dangling(folder.log)
    except NotOpen as error:
        return error
    hint = GOES_ON if os.path.lexists(folder.answers) else WAYS_IN
    may_be_away = folder.named_by or os.path.realpath(folder.path) != folder.path
    if may_be_away and _is_empty(folder.path):
        hint += f"\n{folder.path} is empty; if it is a closed vault, open it first."
    return NotFound("There is no roadmap yet.", hint=hint)


def _is_unmounted(path: str) -> bool:
    """Whether a path lies where disks come and go, and nothing is mounted there."""
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
