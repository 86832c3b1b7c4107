"""Reading a whole file that may not be there, and holding a log against the one that was read."""

from __future__ import annotations

from pmpath.domain.errors import NOTHING_SAVED, LogChanged
from pmpath.storage.disk.data_folder import refuse_dangling
from pmpath.storage.disk.os_errors import raises_not_stored, size_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder


def read_or_none(path: str) -> bytes | None:
    """The bytes of a file, None without one; raises NotStored when the system refuses.

    NotOpen is raised for a link that leads nowhere now.
    """
    with raises_not_stored(path, ""):
        try:
            with open(path, "rb") as file:
                return file.read()
        except FileNotFoundError:
            refuse_dangling(path)
            return None


class Seen:
    """How long the log was before a call read anything of it: what it decides is written there.

    Logs only grow, so the length tells whether another process has written since. It is compared
    where the lock is held; what this call writes itself is added.
    """

    def __init__(self, folder: Folder) -> None:
        self.path = folder.log
        self.size = size_of(self.path)

    def refuse_other(self, size: int) -> None:
        """Raise LogChanged for a log of another length."""
        if size != self.size:
            raise LogChanged(
                "Another program wrote to your log in the meantime.",
                outcome=NOTHING_SAVED, place=self.path, hint="Try again.",
            )  # fmt: skip
