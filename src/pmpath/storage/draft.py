"""The text of a roadmap that is being edited; it lies beside the roadmap until it is sound."""

from __future__ import annotations

import os

from pmpath.domain.errors import NotValid
from pmpath.storage.faults import not_stored, stored_or_said
from pmpath.storage.lock import Locked
from pmpath.storage.paths import Folder
from pmpath.storage.whole_file import write_durably


def draft_path(folder: Folder) -> str:
    """Where the draft lies; the ending lets editors colour it."""
    return os.path.join(folder.path, "roadmap.draft.toml")


def read_draft(folder: Folder) -> str | None:
    """The draft as it stands; None without one. Raises NotValid for what is no UTF-8."""
    path = draft_path(folder)
    try:
        with open(path, "rb") as file:
            return file.read().decode()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise NotValid("The draft is not UTF-8.", place=path, hint="Save it as UTF-8.") from None
    except OSError as error:
        raise not_stored(path, error) from error


def has_draft(folder: Folder) -> bool:
    """Whether an earlier edit left its text."""
    return os.path.lexists(draft_path(folder))


def is_outdated(folder: Folder) -> bool:
    """Whether the roadmap was changed after its draft: to put that in its place would undo this."""
    with stored_or_said(folder.roadmap):
        return os.stat(folder.roadmap).st_mtime_ns > os.stat(draft_path(folder)).st_mtime_ns


def write_draft(folder: Folder, text: str) -> None:
    """Begin a draft, readable by the user alone."""
    with Locked(folder), stored_or_said(draft_path(folder)):
        write_durably(draft_path(folder), text.encode())


def discard_draft(folder: Folder) -> None:
    """Take the draft away, once its text is in the roadmap or is the roadmap's own."""
    with stored_or_said(draft_path(folder)):
        if os.path.lexists(draft_path(folder)):
            os.unlink(draft_path(folder))
