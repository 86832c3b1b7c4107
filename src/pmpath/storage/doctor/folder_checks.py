"""What `doctor` has to say about the files of a data folder: modes, rests, drafts, the lock.

Reading only: names, modes, and whether somebody holds the lock at this moment.
"""

from __future__ import annotations

import os

from pmpath.domain.files.checkup import Remark
from pmpath.storage.disk.atomic import TEMPORARY
from pmpath.storage.disk.lock import is_held
from pmpath.storage.disk.lock_file import owner_of
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import KEPT_NAMES, OWN_NAMES, SET_ASIDE
from pmpath.storage.doctor.conflict_copies import copies_beside
from pmpath.storage.doctor.mode_checks import mode_remarks, wide_modes
from pmpath.storage.kept.sealed import read_sealed
from pmpath.storage.roadmap.draft import answers_draft, roadmap_draft
from pmpath.storage.setup import UNION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.doctor.mode_checks import PathMode


def folder_remarks(folder: Folder) -> list[Remark]:
    """Everything worth saying about names and modes in the folder."""
    names = names_in(folder)
    return [
        *mode_remarks(folder, private_names(folder)),
        *_in_the_way(folder, names),
        *_lock(folder, names),
        *_leftovers(folder, names),
        *_kept(folder, names),
        *_drafts(folder),
        *_attributes(folder),
    ]


def names_in(folder: Folder) -> list[str]:
    """The names in the data folder, sorted; none when there is no such folder."""
    with raises_not_stored(folder.path, ""):
        try:
            return sorted(os.listdir(folder.path))
        except FileNotFoundError:
            return []


def set_aside_in(folder: Folder) -> list[str]:
    """The files to which lines of the log were moved."""
    return [name for name in names_in(folder) if name.startswith(SET_ASIDE)]


def own_wide_modes(folder: Folder) -> list[PathMode]:
    """The folders and files of pmpath that others may open."""
    with raises_not_stored(folder.backups, ""):
        return wide_modes(folder, private_names(folder))


def private_names(folder: Folder) -> list[str]:
    """The files that hold the person's data: our own, and copies of them under any name."""
    own = filter(_own, names_in(folder))
    return sorted({*own, *(copy.name for copy in copies_beside(folder))})


def _own(name: str) -> bool:
    own = name in OWN_NAMES or name.removesuffix(TEMPORARY) in OWN_NAMES
    return own or name.startswith(SET_ASIDE)


def _in_the_way(folder: Folder, names: list[str]) -> Iterator[Remark]:
    """A folder, a device or a link to nothing under the name of one of our files.

    Where the log or the roadmap is such a link, their own remarks say so.
    """
    for name in names:
        path = os.path.join(folder.path, name)
        if name not in OWN_NAMES or os.path.isfile(path):
            continue
        if not os.path.islink(path) or os.path.exists(path):
            yield Remark("folder.no-file", name, "this is not a file.", "Move it away.")
        elif path not in (folder.log, folder.roadmap):
            advice = "Open the disk that it leads to, or remove the link."
            yield Remark("folder.no-file", name, "this link leads nowhere.", advice)
    if os.path.lexists(folder.backups) and not os.path.isdir(folder.backups):
        yield Remark("folder.no-file", "backups", "this is not a folder.", "Move it away.")


def _lock(folder: Folder, names: list[str]) -> Iterator[Remark]:
    file = os.path.basename(folder.lock_owner)
    place = file if file in names else os.path.basename(folder.lock)
    if place in names and is_held(folder):
        told = "another pmpath is writing right now, or is suspended."
        owner = owner_of(folder)
        who = (
            f"Close or wake process {owner.process} on {owner.name}"
            if owner
            else "Close it or wake it"
        )
        advice = f"{who}."
        if place == file:
            advice += " If that process has already ended, delete this file."
        yield Remark("folder.lock", place, told, advice, is_fault=False)
    elif place == file:
        told = "left over from a pmpath that was interrupted while writing."
        yield Remark("folder.leftover", file, told, "You can delete it.", is_fault=False)


def _leftovers(folder: Folder, names: list[str]) -> Iterator[Remark]:
    """Temporary files of a write that was killed, not of one that goes on at this moment."""
    if is_held(folder):
        return
    leftovers = [name for name in names if name.endswith(TEMPORARY) and _own(name)]
    if os.path.isdir(folder.backups):
        copies = sorted(os.listdir(folder.backups))
        leftovers += [os.path.join("backups", name) for name in copies if name.endswith(TEMPORARY)]
    for name in leftovers:
        told = "left over from an interrupted write; the file it was meant for is intact."
        yield Remark("folder.leftover", name, told, "You can delete it.", is_fault=False)


def _kept(folder: Folder, names: list[str]) -> Iterator[Remark]:
    """What is kept to save time, where it is not as it was written."""
    for name in names:
        path = os.path.join(folder.path, name)
        if name in KEPT_NAMES and os.path.isfile(path) and read_sealed(path) is None:
            told = "damaged, so pmpath does not use it; all it does is save time."
            advice = "You can delete it; pmpath makes a new one."
            yield Remark("folder.kept", name, told, advice, is_fault=False)


def _drafts(folder: Folder) -> Iterator[Remark]:
    draft, answers = roadmap_draft(folder), answers_draft(folder)
    if draft.exists:
        advice = "To open it again: pmpath roadmap edit"
        told = "what you typed in an edit that you did not finish."
        yield Remark("folder.draft", draft.name, told, advice, is_fault=False)
    if answers.exists:
        there = os.path.lexists(folder.roadmap)
        advice = (
            "The roadmap exists, so you can delete this file."
            if there
            else "To continue: pmpath init"
        )
        told = "your answers from an init that you did not finish."
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
        told = "it does not say how two logs merge, so git would leave conflicts."
        advice = f"Add the line: {UNION} -text"
        yield Remark("folder.merge", ".gitattributes", told, advice)
