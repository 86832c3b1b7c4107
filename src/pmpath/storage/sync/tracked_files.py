"""The files of a data folder that go to a remote, and their line ends. All others stay here.

Backups, drafts, set-aside lines and the lock belong to one machine.
"""

from __future__ import annotations

import os

from pmpath.storage.disk.atomic import atomic_create, atomic_replace
from pmpath.storage.disk.data_folder import refuse_closed, refuse_dangling
from pmpath.storage.disk.os_errors import is_there, raises_not_stored
from pmpath.storage.disk.paths import (
    KEPT_NAMES,
    LOG_NAME,
    PRIVATE_FOLDER,
    ROADMAP_NAME,
    SCHEMA_NAME,
)
from pmpath.storage.setup import GIT_ATTRIBUTES, GIT_IGNORE, UNION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder

ATTRIBUTES, IGNORE = ".gitattributes", ".gitignore"
ROADMAP, LOG = ROADMAP_NAME, LOG_NAME
# Files change in this order: the roadmap before the log, as everywhere.
OWN = (ATTRIBUTES, IGNORE, SCHEMA_NAME, ROADMAP, LOG)
LF, CRLF = b"\n", b"\r\n"


def read_own(folder: Folder) -> dict[str, bytes]:
    """The bytes of those that exist; the caller holds the lock, so that they belong together.

    Raises NotOpen for a link that leads nowhere now: what is away is not lost.
    """
    found = {}
    for name in OWN:
        path = os.path.join(folder.path, name)
        with raises_not_stored(path):
            if os.path.exists(path):
                with open(path, "rb") as file:
                    found[name] = file.read()
            else:
                refuse_dangling(path)
    return found


def make_folder(folder: Folder) -> None:
    """Make the data folder (0700), where a second machine begins; raises NotOpen, NotStored."""
    refuse_closed(folder)
    with raises_not_stored(folder.path):
        os.makedirs(folder.path, mode=PRIVATE_FOLDER, exist_ok=True)


def has_log(folder: Folder) -> bool:
    """Whether there is a log."""
    return os.path.exists(folder.log)


def is_new(folder: Folder) -> bool:
    """Whether nothing was ever kept in the folder: no log, no roadmap, no repository.

    Raises NotStored when that cannot be told.
    """
    paths = (folder.log, folder.roadmap, os.path.join(folder.path, ".git"))
    return not any(is_there(path) for path in paths)


def has_journey(files: dict[str, bytes]) -> bool:
    """Whether there is anything to keep: a log or a roadmap."""
    return LOG in files or ROADMAP in files


def write_own(folder: Folder, name: str, content: bytes) -> None:
    """Put a content in a file's place, or make the file; the caller holds the lock."""
    path = os.path.join(folder.path, name)
    if not os.path.exists(path):
        atomic_create(path, content)
    else:
        atomic_replace(path, content)


def complete_git_files(folder: Folder) -> None:
    """Make the two files that tell git about ours, and add to them what an earlier one lacks.

    The caller holds the lock.
    """
    files = ((ATTRIBUTES, GIT_ATTRIBUTES, with_rule), (IGNORE, GIT_IGNORE, _with_kept_names))
    for name, content, completed in files:
        path = os.path.join(folder.path, name)
        atomic_create(path, content)
        with raises_not_stored(path), open(path, "rb") as file:
            text = file.read()
        if completed(text) != text:
            atomic_replace(path, completed(text))


def _with_kept_names(ignored: bytes) -> bytes:
    """The text of `.gitignore` with the files that only save time: they stay on their machine."""
    lines = [line.strip() for line in ignored.split(b"\n")]
    lacking = [name.encode() for name in KEPT_NAMES if name.encode() not in lines]
    gap = b"" if not ignored or ignored.endswith(b"\n") or not lacking else b"\n"
    return ignored + gap + b"".join(name + b"\n" for name in lacking)


def with_rule(attributes: bytes) -> bytes:
    """The text of `.gitattributes` with the rule for logs, so that git itself joins them too."""
    if any(line.strip().startswith(UNION.encode()) for line in attributes.split(b"\n")):
        return attributes
    gap = b"" if not attributes or attributes.endswith(b"\n") else b"\n"
    return attributes + gap + GIT_ATTRIBUTES


def with_ends_of(content: bytes, model: bytes) -> bytes:
    r"""The content with the line ends of the model, where both use one kind throughout.

    An editor or git may have changed all of them: that is not a change of the plan.
    """
    ends = (_ends(content), _ends(model))
    if ends == (CRLF, LF):
        return content.replace(CRLF, LF)
    return content.replace(LF, CRLF) if ends == (LF, CRLF) else content


def _ends(content: bytes) -> bytes:
    """The one kind of line end in a text; empty for a mixture and for none."""
    all_of_them, long = content.count(LF), content.count(CRLF)
    if not all_of_them or long not in (0, all_of_them):
        return b""
    return CRLF if long else LF
