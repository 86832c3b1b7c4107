"""Reading a whole file that may not be there."""

from __future__ import annotations

from pmpath.storage.disk.data_folder import refuse_dangling
from pmpath.storage.disk.os_errors import raises_not_stored


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
