"""A file of another tool, open for one reading."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from io import BytesIO

from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.record import Frozen
from pmpath.storage.disk.os_errors import is_there, raises_not_stored
from pmpath.storage.disk.paths import absolute

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

STDIN = "-"
# So much is looked at to tell the format.
HEAD = 1 << 16


class Opened(Frozen):
    """A file by its name, with its first bytes, and its lines from the first on."""

    name: str
    head: bytes
    lines: BinaryIO


@contextmanager
def opened(name: str) -> Iterator[Opened]:
    """Open a file, or take stdin whole for `-`.

    Raises NotFound where nothing is there, UsageError for a folder, NotStored when the system
    refuses.
    """
    if name == STDIN:
        content = sys.stdin.buffer.read()
        yield Opened("stdin", content[:HEAD], BytesIO(content))
        return
    path = os.path.expanduser(name)
    if not is_there(path):
        raise NotFound("There is no such file.", place=absolute(path))
    if os.path.isdir(path):
        raise UsageError("That is a folder.", place=absolute(path), hint="Name a file in it.")
    with raises_not_stored(path, ""), open(path, "rb") as file:
        head = file.read(HEAD)
        file.seek(0)
        yield Opened(name, head, file)
