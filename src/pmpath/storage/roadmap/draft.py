"""Unfinished texts: a roadmap that is being edited, answers of an `init` that was left half-way.

They lie beside the roadmap and never count as one.
"""

from __future__ import annotations

import os

from pmpath.domain.errors import NotValid
from pmpath.domain.record import Frozen
from pmpath.storage.disk.atomic import write_durably
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import not_stored, raises_not_stored
from pmpath.storage.disk.paths import ANSWERS_NAME, PRIVATE_FOLDER, Folder


class Draft(Frozen):
    """One unfinished text; the ending of its name lets editors color it."""

    folder: Folder
    name: str

    @property
    def path(self) -> str:
        """Where it lies."""
        return os.path.join(self.folder.path, self.name)

    @property
    def exists(self) -> bool:
        """Whether an earlier call left its text."""
        return os.path.lexists(self.path)

    @property
    def is_outdated(self) -> bool:
        """Whether the roadmap was changed after it: to put it in that place would undo this."""
        with raises_not_stored(self.folder.roadmap, ""):
            return os.stat(self.folder.roadmap).st_mtime_ns > os.stat(self.path).st_mtime_ns

    @property
    def is_old_roadmap(self) -> bool:
        """Whether it is byte for byte a roadmap of before, so that nobody has typed in it."""
        from pmpath.storage.backups import ROADMAP, backups_of

        with raises_not_stored(self.folder.backups, ""):
            with open(self.path, "rb") as file:
                text = file.read()
            return any(one.read() == text for one in backups_of(self.folder, ROADMAP))

    def read(self) -> str | None:
        """The text as it stands; None without one. Raises NotValid for what is not UTF-8."""
        try:
            with open(self.path, "rb") as file:
                return file.read().decode()
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            raise NotValid("It is not UTF-8.", place=self.path, hint="Save it as UTF-8.") from None
        except OSError as error:
            raise not_stored(self.path, error) from error

    def write(self, text: str) -> None:
        """Keep the text, readable by the user alone; makes the folder when it is the first."""
        with raises_not_stored(self.folder.path):
            os.makedirs(self.folder.path, mode=PRIVATE_FOLDER, exist_ok=True)
        with Locked(self.folder), raises_not_stored(self.path):
            write_durably(self.path, text.encode())

    def discard(self) -> None:
        """Take it away, once its text is in the roadmap or is the roadmap's own."""
        with raises_not_stored(self.path, ""):
            if self.exists:
                os.unlink(self.path)


def roadmap_draft(folder: Folder) -> Draft:
    """What `roadmap edit` has open."""
    return Draft(folder, "roadmap.draft.toml")


def answers_draft(folder: Folder) -> Draft:
    """The answers of an `init` that was left before its roadmap was written."""
    return Draft(folder, ANSWERS_NAME)
