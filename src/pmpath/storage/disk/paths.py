"""Where things lie: the user's data folder, and the content that comes with the program."""

from __future__ import annotations

import os
import sys

from pmpath.domain.errors import NotStored
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


CHOSEN_BY = "PMPATH_HOME"
LOG_NAME, ROADMAP_NAME, SCHEMA_NAME = "log.jsonl", "roadmap.toml", "roadmap.schema.json"
# The answers of an `init` that was left before its roadmap was saved.
ANSWERS_NAME = "init.draft.toml"
# What we make is for its owner alone.
PRIVATE, PRIVATE_FOLDER = 0o600, 0o700
# What is kept to save time, and made anew whenever it is missing.
KEPT_NAMES = (".fold", ".today", ".prompt", ".latest", ".plan", ".checked")
# What pmpath itself puts into the folder; any other file is the person's and none of our business.
OWN_NAMES = (
    ROADMAP_NAME, SCHEMA_NAME, LOG_NAME, ".gitattributes", ".gitignore", ".lock",
    ".names", ".choices", *KEPT_NAMES, "roadmap.draft.toml", ANSWERS_NAME,
)  # fmt: skip
# How the names of files begin to which `doctor --repair` moved lines.
SET_ASIDE = "log.quarantine-"
# And those of another side's roadmap, which sync puts beside ours where it cannot join them.
THEIR_ROADMAP = "roadmap.theirs-"


class Folder(Frozen):
    """The user's data folder; its files need not exist yet.

    `named_by` is the variable that names it, empty for the usual place of the platform.
    """

    path: str
    named_by: str = ""

    @property
    def is_chosen(self) -> bool:
        """Whether PMPATH_HOME names it, so that nobody but the user makes what is above it."""
        return self.named_by == CHOSEN_BY

    @property
    def log(self) -> str:
        """The program's file: one JSON record a line."""
        return os.path.join(self.path, LOG_NAME)

    @property
    def roadmap(self) -> str:
        """The person's file."""
        return os.path.join(self.path, ROADMAP_NAME)

    @property
    def answers(self) -> str:
        """What a set-up keeps until its roadmap is saved."""
        return os.path.join(self.path, ANSWERS_NAME)

    @property
    def backups(self) -> str:
        """The folder of dated copies, of the roadmap and of the log."""
        return os.path.join(self.path, "backups")

    @property
    def names(self) -> str:
        """The index of names that the log knows; made anew whenever it is missing."""
        return os.path.join(self.path, ".names")

    @property
    def fold(self) -> str:
        """What is kept of the log for the screens of the day; made anew whenever it is missing."""
        return os.path.join(self.path, ".fold")

    @property
    def today(self) -> str:
        """The same with most of today's lines, on a day that has many; older on any other."""
        return os.path.join(self.path, ".today")

    @property
    def prompt(self) -> str:
        """What is kept of it for the prompt of a shell."""
        return os.path.join(self.path, ".prompt")

    @property
    def latest(self) -> str:
        """What is kept of it for the list of entries."""
        return os.path.join(self.path, ".latest")

    @property
    def plan(self) -> str:
        """The parsed roadmap; made anew whenever it is missing."""
        return os.path.join(self.path, ".plan")

    @property
    def checked(self) -> str:
        """The state in which every byte of a long log was looked at; the same of it."""
        return os.path.join(self.path, ".checked")

    @property
    def choices(self) -> str:
        """The numbered list that was shown last; shown again whenever it is missing."""
        return os.path.join(self.path, ".choices")

    @property
    def lock(self) -> str:
        """Held while writing; outlives every replacement of the other files."""
        return os.path.join(self.path, ".lock")

    @property
    def lock_owner(self) -> str:
        """Stands in for the lock on a disk without locks: there while writing, with its owner."""
        return os.path.join(self.path, ".lock.held")


def absolute(path: str) -> str:
    """The path from the root on, `~` included; raises NotStored in a folder that is gone."""
    try:
        return os.path.abspath(os.path.expanduser(path))
    except OSError:
        raise NotStored(
            "The folder you are in does not exist anymore.",
            place=path,
            hint="Change to another folder, or give the whole path.",
        ) from None


def data_folder(environment: Mapping[str, str]) -> Folder:
    """`PMPATH_HOME`, or the platform's place for application data."""
    chosen = environment.get(CHOSEN_BY)
    if chosen:
        return Folder(absolute(chosen), CHOSEN_BY)
    named_by = ""
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base, named_by = _xdg_data_home(environment)
    if not os.path.isabs(base):
        raise NotStored("There is no home folder to keep the data in.", hint="Set PMPATH_HOME.")
    return Folder(os.path.join(base, "pmpath"), named_by)


def _xdg_data_home(environment: Mapping[str, str]) -> tuple[str, str]:
    """The folder for the data of programs, and the variable that names it, if one does."""
    # The XDG rules say that a relative value is to be ignored.
    chosen = environment.get("XDG_DATA_HOME", "")
    return (chosen, "XDG_DATA_HOME") if os.path.isabs(chosen) else (_home_share(), "")


def _home_share() -> str:
    return os.path.expanduser("~/.local/share")


def content_folder() -> str:
    """The folder of content: beside the modules in an installed copy, at the top of a checkout."""
    package = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
    checkout = os.path.join(os.path.dirname(os.path.dirname(package)), "data")
    for folder in (os.path.join(package, "data"), checkout):
        if os.path.isfile(os.path.join(folder, "tracks.toml")):
            return folder
    raise NotStored(
        "The content that comes with pmpath is missing.", place=package, hint="Install it again."
    )
