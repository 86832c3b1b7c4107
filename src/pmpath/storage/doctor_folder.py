"""What `doctor` has to say about the files of a data folder: modes, rests, drafts, the lock.

Reading only: names, modes, and whether somebody holds the lock at this moment.
"""

from __future__ import annotations

import os
import stat
import sys

from pmpath.domain.checkup import Remark
from pmpath.domain.record import record
from pmpath.storage.conflict_copies import is_conflict_copy
from pmpath.storage.draft import answers_draft, roadmap_draft
from pmpath.storage.faults import stored_or_said
from pmpath.storage.lock import is_held
from pmpath.storage.whole_file import PRIVATE, TEMPORARY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.paths import Folder

PRIVATE_FOLDER = 0o700
OTHERS = 0o077
# What pmpath itself puts into the folder; any other file is the person's and none of our business.
OWN = (
    "roadmap.toml", "roadmap.schema.json", "log.jsonl", ".gitattributes", ".gitignore", ".lock",
    ".names", "roadmap.draft.toml", "init.draft.toml",
)  # fmt: skip
SET_ASIDE = "log.quarantine-"
UNION = "log.jsonl merge=union"


@record
class WideMode:
    """A path that others than its owner may open, and the mode that keeps it private."""

    path: str
    mode: int
    private: int


def folder_remarks(folder: Folder) -> list[Remark]:
    """Everything worth saying about names and modes in the folder."""
    names = names_in(folder)
    return [
        *_wide(folder),
        *_in_the_way(folder, names),
        *_lock(folder, names),
        *_leftovers(folder, names),
        *_drafts(folder),
        *_attributes(folder),
    ]


def names_in(folder: Folder) -> list[str]:
    """The names in the data folder, sorted; none when there is no such folder."""
    with stored_or_said(folder.path, ""):
        try:
            return sorted(os.listdir(folder.path))
        except FileNotFoundError:
            return []


def set_aside_in(folder: Folder) -> list[str]:
    """The files to which lines of the log were moved."""
    return [name for name in names_in(folder) if name.startswith(SET_ASIDE)]


def wide_modes(folder: Folder) -> list[WideMode]:
    """The folders and files of pmpath that others may open; the disk may know no modes at all."""
    if sys.platform == "win32":
        return []
    paths = [(folder.path, PRIVATE_FOLDER), (folder.backups, PRIVATE_FOLDER)]
    paths += [(os.path.join(folder.path, name), PRIVATE) for name in names_in(folder) if _own(name)]
    if os.path.isdir(folder.backups):
        with stored_or_said(folder.backups, ""):
            kept = sorted(os.listdir(folder.backups))
        paths += [(os.path.join(folder.backups, name), PRIVATE) for name in kept]
    return [one for path, private in paths if (one := _wide_mode(path, private)) is not None]


def _own(name: str) -> bool:
    own = name in OWN or name.removesuffix(TEMPORARY) in OWN
    return own or name.startswith(SET_ASIDE) or is_conflict_copy(name)


def _wide_mode(path: str, private: int) -> WideMode | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    kind = stat.S_ISDIR if private == PRIVATE_FOLDER else stat.S_ISREG
    mode = stat.S_IMODE(found.st_mode)
    return WideMode(path, mode, private) if kind(found.st_mode) and mode & OTHERS else None


def _wide(folder: Folder) -> Iterator[Remark]:
    for one in wide_modes(folder):
        name = os.path.relpath(one.path, folder.path)
        place = "the folder" if name == os.curdir else name
        told = f"has mode {one.mode:04o}, so that others may open it."
        advice = f"pmpath doctor --repair sets {one.mode & one.private:04o}."
        yield Remark("folder.mode", place, told, advice)


def _in_the_way(folder: Folder, names: list[str]) -> Iterator[Remark]:
    """A folder, a device or a link to nothing under the name of one of our files."""
    for name in names:
        path = os.path.join(folder.path, name)
        if name in OWN and not os.path.isfile(path):
            link = "a link that leads nowhere" if os.path.islink(path) else "no file"
            yield Remark("folder.no-file", name, f"is {link}.", "Move it away.")
    if os.path.lexists(folder.backups) and not os.path.isdir(folder.backups):
        yield Remark("folder.no-file", "backups", "is no folder.", "Move it away.")


def _lock(folder: Folder, names: list[str]) -> Iterator[Remark]:
    if os.path.basename(folder.lock) in names and is_held(folder):
        told = "another pmpath is writing at this moment, or sleeps."
        yield Remark("folder.lock", ".lock", told, "Close it or wake it.", is_fault=False)


def _leftovers(folder: Folder, names: list[str]) -> Iterator[Remark]:
    """Temporary files of a write that was killed; one that goes on at this moment is no rest."""
    if is_held(folder):
        return
    found = [name for name in names if name.endswith(TEMPORARY)]
    if os.path.isdir(folder.backups):
        kept = sorted(os.listdir(folder.backups))
        found += [os.path.join("backups", name) for name in kept if name.endswith(TEMPORARY)]
    for name in found:
        told = "was left by a write that was cut off; the file it was for is whole."
        yield Remark("folder.leftover", name, told, "It may be removed.", is_fault=False)


def _drafts(folder: Folder) -> Iterator[Remark]:
    draft, answers = roadmap_draft(folder), answers_draft(folder)
    if draft.exists:
        advice = "pmpath roadmap edit opens it again."
        told = "is what you typed in an edit that was left."
        yield Remark("folder.draft", draft.name, told, advice, is_fault=False)
    if answers.exists:
        there = os.path.lexists(folder.roadmap)
        advice = "The roadmap is made; it may be removed." if there else "pmpath init goes on."
        told = "holds the answers of an init that was left."
        yield Remark("folder.draft", answers.name, told, advice, is_fault=False)


def _attributes(folder: Folder) -> Iterator[Remark]:
    """Without its one line git merges two logs line against line."""
    if not os.path.isdir(os.path.join(folder.path, ".git")):
        return
    try:
        with open(os.path.join(folder.path, ".gitattributes"), "rb") as file:
            text = file.read().decode(errors="replace")
    except OSError:
        text = ""
    if not any(line.strip().startswith(UNION) for line in text.splitlines()):
        told = "does not say how two logs merge, so git would leave conflicts."
        advice = f"Add the line: {UNION} -text"
        yield Remark("folder.merge", ".gitattributes", told, advice)
