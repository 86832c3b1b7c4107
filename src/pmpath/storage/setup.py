"""What `init` puts on the disk, in the order that a kill at any point leaves usable."""

from __future__ import annotations

import json
import os

from pmpath.domain.errors import UsageError
from pmpath.storage.disk.atomic import atomic_create, is_empty_claim, write_durably
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import is_there, raises_not_stored
from pmpath.storage.disk.paths import KEPT_NAMES, LOG_NAME, PRIVATE_FOLDER, SCHEMA_NAME, Folder
from pmpath.storage.disk.private_modes import is_open_to_others, note_refusal
from pmpath.storage.roadmap.file import create_roadmap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Two machines merge their logs by union; everything else that pmpath makes is left to git as text.
UNION = f"{LOG_NAME} merge=union"
GIT_ATTRIBUTES = f"{UNION} -text\n".encode()
# What is kept to save time, and what belongs to this machine alone.
IGNORED = (
    ".lock*", ".modes-refused", ".names", ".choices", *KEPT_NAMES, "*.tmp",
    "*.draft.toml", "backups/",
)  # fmt: skip
GIT_IGNORE = "".join(f"{name}\n" for name in IGNORED).encode()


def create_folder(folder: Folder, roadmap_text: str, schema: dict[str, Any]) -> None:
    """Make the data folder (0700) and its files (0600); the roadmap comes last, and whole.

    Raises UsageError when there is a roadmap, which is never touched, and NotStored when the system
    refuses.
    """
    with raises_not_stored(folder.path):
        is_new = not os.path.isdir(folder.path)
        os.makedirs(os.path.dirname(folder.path), exist_ok=True)
        os.makedirs(folder.path, mode=PRIVATE_FOLDER, exist_ok=True)
    with Locked(folder):
        refuse_existing(folder)
        with raises_not_stored(folder.path):
            if is_new and is_open_to_others(folder):
                # What was just made private is not: this disk keeps no modes.
                note_refusal(folder, is_refused=True)
            # Whole or not at all: without its one line, git would merge logs line against line.
            atomic_create(os.path.join(folder.path, ".gitattributes"), GIT_ATTRIBUTES)
            atomic_create(os.path.join(folder.path, ".gitignore"), GIT_IGNORE)
            text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
            write_durably(os.path.join(folder.path, SCHEMA_NAME), text.encode())
        if not create_roadmap(folder, roadmap_text):
            refuse_existing(folder)


def refuse_existing(folder: Folder) -> None:
    """Raise UsageError when there is a roadmap, or anything else under its name.

    The empty name that a killed `init` left on a disk without links is none.
    """
    if is_there(folder.roadmap) and not is_empty_claim(folder.roadmap):
        raise UsageError(
            "There already is a roadmap, and init never overwrites one.",
            place=folder.roadmap,
            hint="To change it: pmpath roadmap edit\n"
            "To make another: set PMPATH_HOME to an empty folder.",
        )
