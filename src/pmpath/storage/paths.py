"""Where things lie: the user's data folder, and the content that comes with the program."""

from __future__ import annotations

import os
import sys

from pmpath.domain.errors import NotStored
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@record
class Folder:
    """The user's data folder; its files need not exist yet. `is_chosen`: PMPATH_HOME names it."""

    path: str
    is_chosen: bool = False

    @property
    def log(self) -> str:
        """The program's file: one JSON record a line."""
        return os.path.join(self.path, "log.jsonl")

    @property
    def roadmap(self) -> str:
        """The person's file."""
        return os.path.join(self.path, "roadmap.toml")

    @property
    def backups(self) -> str:
        """Dated copies of the roadmap."""
        return os.path.join(self.path, "backups")

    @property
    def names(self) -> str:
        """The index of names that the log knows; made anew whenever it is missing."""
        return os.path.join(self.path, ".names")

    @property
    def lock(self) -> str:
        """Held while writing; outlives every replacement of the other files."""
        return os.path.join(self.path, ".lock")


def data_folder(environment: Mapping[str, str]) -> Folder:
    """`PMPATH_HOME`, or the platform's place for application data."""
    chosen = environment.get("PMPATH_HOME")
    if chosen:
        return Folder(os.path.abspath(os.path.expanduser(chosen)), is_chosen=True)
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = _xdg_data_home(environment)
    if not os.path.isabs(base):
        raise NotStored("There is no home folder to keep the data in.", hint="Set PMPATH_HOME.")
    return Folder(os.path.join(base, "pmpath"))


def _xdg_data_home(environment: Mapping[str, str]) -> str:
    # The XDG rules say that a relative value is to be ignored.
    chosen = environment.get("XDG_DATA_HOME", "")
    return chosen if os.path.isabs(chosen) else os.path.expanduser("~/.local/share")


def content_folder() -> str:
    """The folder of content: beside the modules in an installed copy, at the top of a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    checkout = os.path.join(os.path.dirname(os.path.dirname(package)), "data")
    for folder in (os.path.join(package, "data"), checkout):
        if os.path.isfile(os.path.join(folder, "tracks.toml")):
            return folder
    raise NotStored(
        "The content that comes with pmpath is missing.", place=package, hint="Install it again."
    )
