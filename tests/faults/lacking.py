"""Disks that lack a call for good, as sticks, network folders and folders of a cloud do.

Each has the calls it lacks and what it says instead. `EVERYTHING` lacks all that pmpath can do
without; what cannot be done without (`NEEDED`) has to be named in one sentence.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass


@dataclass(frozen=True)
class Disk:
    """A name for the figures, the calls that are not there, and the error they give."""

    name: str
    lacks: tuple[str, ...]
    refusal: int


# The errors that are known of each call, from sticks, shares and folders of virtual machines.
REFUSALS = {
    "link": ("EPERM", "ENOTSUP", "ENOSYS", "EACCES", "EXDEV", "EMLINK", "EINVAL"),
    "fsync-folder": ("EINVAL", "ENOTSUP", "ENOSYS", "EBADF", "EACCES", "EPERM"),
    "fsync": ("EINVAL", "ENOTSUP", "ENOSYS"),
    "flock": ("ENOLCK", "EOPNOTSUPP", "ENOSYS", "EINVAL"),
    "chmod": ("EPERM", "ENOTSUP", "ENOSYS", "EACCES"),
}
DISKS = tuple(
    Disk(f"{call} {name}", (call,), getattr(errno, name))
    for call, names in REFUSALS.items()
    for name in names
)
EVERYTHING = Disk("all of them", ("link", "fsync-folder", "flock", "chmod"), errno.ENOTSUP)
NEEDED = tuple(
    Disk(f"{call} {name}", (call,), getattr(errno, name))
    for call in ("rename", "write", "mkdir")
    for name in ("ENOSYS", "ENOTSUP")
)
