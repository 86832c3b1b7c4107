"""Modes that let others in: which `doctor --repair` can narrow, and which the disk refuses.

A disk that keeps no modes is not a fault that anybody could mend there, so it is said once, as
something worth knowing. Linux tells what kind of disk it is; elsewhere `init` or a
repair that was refused leaves a note in the folder.
"""

from __future__ import annotations

import os
import stat
import sys

from pmpath.domain.files.checkup import Remark
from pmpath.domain.record import Frozen
from pmpath.storage.disk.paths import PRIVATE, PRIVATE_FOLDER
from pmpath.storage.disk.private_modes import OTHERS, REFUSED
from pmpath.storage.doctor.location import disk_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.storage.disk.paths import Folder

# What kinds of disk give every file the same mode, whatever is asked for.
WITHOUT_MODES = (
    "cifs", "exfat", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.vmhgfs-fuse", "fuseblk", "msdos",
    "smb3", "smbfs", "vboxsf", "vfat",
)  # fmt: skip
KEPT_APART = "Whoever opens this disk can read your data: encrypt it, or keep the folder elsewhere."


class PathMode(Frozen):
    """One of our paths, its mode, and the mode that keeps it private."""

    path: str
    mode: int
    private: int

    @property
    def is_wide(self) -> bool:
        """Whether others than its owner may open it."""
        return bool(self.mode & OTHERS)


def wide_modes(folder: Folder, names: Iterable[str]) -> list[PathMode]:
    """Those of our own paths that others may open: the folder, these names in it, its backups."""
    return [one for one in _modes(folder, names) if one.is_wide]


def mode_remarks(folder: Folder, names: Iterable[str]) -> Iterator[Remark]:
    """One remark for each mode that can be narrowed; one in all where the disk refuses it."""
    modes = _modes(folder, names)
    wide = [one for one in modes if one.is_wide]
    if wide and (refusal := _refusal(folder, is_any_private=len(wide) < len(modes))):
        yield Remark("folder.no-modes", "the folder", refusal, KEPT_APART, is_fault=False)
        return
    for one in wide:
        name = os.path.relpath(one.path, folder.path)
        place = "the folder" if name == os.curdir else name
        told = f"its mode is {one.mode:04o}, so other accounts may open it."
        advice = f"To set {one.mode & one.private:04o}: pmpath doctor --repair"
        yield Remark("folder.mode", place, told, advice)


def _refusal(folder: Folder, *, is_any_private: bool) -> str:
    """Why modes are as they are and stay so; empty where they can be narrowed."""
    kind = disk_of(folder.path)
    if kind in WITHOUT_MODES and not is_any_private:
        return f"it is on a disk ({kind}) that does not keep files private."
    if os.path.lexists(os.path.join(folder.path, REFUSED)):
        return "open to other accounts: this disk refused to make it private."
    return ""


def _modes(folder: Folder, names: Iterable[str]) -> list[PathMode]:
    if sys.platform == "win32":
        return []
    paths = [(folder.path, PRIVATE_FOLDER), (folder.backups, PRIVATE_FOLDER)]
    paths += [(os.path.join(folder.path, name), PRIVATE) for name in names]
    if os.path.isdir(folder.backups):
        kept = sorted(os.listdir(folder.backups))
        paths += [(os.path.join(folder.backups, name), PRIVATE) for name in kept]
    return [one for path, private in paths if (one := _mode(path, private)) is not None]


def _mode(path: str, private: int) -> PathMode | None:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return None
    is_kind = stat.S_ISDIR if private == PRIVATE_FOLDER else stat.S_ISREG
    return PathMode(path, stat.S_IMODE(mode), private) if is_kind(mode) else None
