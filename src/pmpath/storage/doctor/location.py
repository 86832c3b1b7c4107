"""Where a data folder lies: a sync client's folder, somebody's repository, beside a remote.

Told by names in the path and by files that such programs leave; nothing is asked of them.
"""

from __future__ import annotations

import os
import re
from datetime import datetime

from pmpath.domain.record import Frozen
from pmpath.storage.disk.data_folder import with_those_above

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# A folder of this name belongs to this service. `OneDrive - NAME` is that of a company.
FOLDERS = (
    (re.compile(r"onedrive - (?!personal).+", re.IGNORECASE), "OneDrive", True),
    (re.compile(r"onedrive(-.+| - personal)?", re.IGNORECASE), "OneDrive", False),
    (re.compile(r"sharepoint.*", re.IGNORECASE), "SharePoint", True),
    (re.compile(r"dropbox \((?!personal).+\)", re.IGNORECASE), "Dropbox", True),
    (re.compile(r"dropbox( \(personal\))?", re.IGNORECASE), "Dropbox", False),
    (re.compile(r"icloud ?drive.*|com~apple~clouddocs", re.IGNORECASE), "iCloud", False),
    (re.compile(r"mobile documents", re.IGNORECASE), "iCloud", False),
    (
        re.compile(r"(google ?drive.*|my drive|googledrive-.+)", re.IGNORECASE),
        "Google Drive",
        False,
    ),
    (re.compile(r"nextcloud.*", re.IGNORECASE), "Nextcloud", False),
    (re.compile(r"owncloud.*", re.IGNORECASE), "ownCloud", False),
)
# A file or folder of this name in the data folder, or in one around it, was left by this service.
MARKS = (
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
)
REMOTE = re.compile(r'^\s*\[remote "([^"/]+)"\]\s*$', re.MULTILINE)
GIT = ".git"
MOUNTS = "/proc/self/mounts"


class Synced(Frozen):
    """A service that copies the folder, what shows it, and whether it is a company's."""

    service: str
    recognized_by: str
    is_company: bool


class Remote(Frozen):
    """A git remote of the folder's own repository, and when this machine last heard of it."""

    name: str
    heard: datetime | None


def disk_of(path: str) -> str:
    """The kind of the disk that holds a path, as Linux names it; empty on other systems."""
    try:
        with open(MOUNTS, encoding="utf-8", errors="surrogateescape") as file:
            mounts = [line.split(" ") for line in file]
    except OSError:
        return ""
    place, found = os.path.realpath(path) + os.sep, ("", "")
    for _, at, kind, *_ in mounts:
        # Blanks in a path are written as numbers.
        above = re.sub(r"\\([0-7]{3})", lambda one: chr(int(one[1], 8)), at).rstrip(os.sep)
        # Of two at one place the later lies on top.
        if place.startswith(above + os.sep) and len(above) >= len(found[0]):
            found = (above, kind)
    return found[1]


def synced_by(path: str) -> Synced | None:
    """The service in whose folder a path lies, as far as names and marks tell."""
    for folder in _around(path):
        name = os.path.basename(folder)
        for pattern, service, is_company in FOLDERS:
            if pattern.fullmatch(name):
                return Synced(service, name, is_company)
        for mark, service in MARKS:
            if os.path.lexists(os.path.join(folder, mark)):
                return Synced(service, mark, is_company=False)
    return None


def outer_repository(path: str) -> str | None:
    """The git repository around a folder that is none itself."""
    if os.path.lexists(os.path.join(path, GIT)):
        return None
    outer = (folder for folder in _around(path) if os.path.lexists(os.path.join(folder, GIT)))
    return next(outer, None)


def remotes_of(path: str) -> list[Remote]:
    """The remotes of the folder's own repository, read from its files; git is not run."""
    own = os.path.join(path, GIT)
    try:
        with open(os.path.join(own, "config"), encoding="utf-8", errors="replace") as file:
            names = REMOTE.findall(file.read())
    except OSError:
        return []
    return [Remote(name, _heard(own, name)) for name in names]


def _heard(own: str, name: str) -> datetime | None:
    """When a fetch or a push last changed what is known of a remote; in local time."""
    times = []
    for folder, _, files in os.walk(os.path.join(own, "refs", "remotes", name)):
        times += [os.stat(os.path.join(folder, one)).st_mtime for one in files]
    fetched = os.path.join(own, "FETCH_HEAD")
    if os.path.exists(fetched):
        times.append(os.stat(fetched).st_mtime)
    return datetime.fromtimestamp(max(times)).astimezone() if times else None


def _around(path: str) -> Iterator[str]:
    """The folder and those around it, as named and as they really lie, inner ones first."""
    for start in dict.fromkeys((os.path.abspath(path), os.path.realpath(path))):
        yield from with_those_above(start)
