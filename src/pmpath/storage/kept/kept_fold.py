"""A fold of the log that is kept beside it, so that a call costs what is new and not what is old.

It is bound to every byte of the log that it was made of, to the roadmap where it depends on it, and
to the program and content that made it. Missing, damaged, half written, older or of another log it
only costs time: everything is read then. Plain values alone stand in it.
"""

from __future__ import annotations

import marshal
import os
from binascii import crc32

from pmpath import __version__
from pmpath.domain.errors import NotStored
from pmpath.domain.record import Frozen
from pmpath.storage.disk.paths import content_folder
from pmpath.storage.kept import kept_seal
from pmpath.storage.kept.continued import ReadBefore
from pmpath.storage.kept.sealed import MARSHAL_VERSION, checksum, read_sealed, write_sealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.storage.disk.paths import Folder

# What a fold is made by: these rooms of the program, and the content.
ROOMS = ("domain", "coach", os.path.join("storage", "log"), os.path.join("storage", "kept"))
ABOVE_THIS_ROOM = 3
ENDINGS = (".py", ".toml", ".txt")


class KeptFile(Frozen):
    """What is kept of the first `covered` bytes of the log: how they were read, and plain values.

    `check` is the checksum of these bytes.
    """

    covered: int
    check: int
    read: ReadBefore
    plain: Any


def read_kept(path: str, made_by: str) -> KeptFile | None:
    """What is kept under this path, made by the same; None where nothing can be taken."""
    found = read_sealed(path)
    if found is None:
        return None
    maker, read, plain = marshal.loads(found[1])
    return KeptFile(*found[0], ReadBefore(*read), plain) if maker == made_by else None


def write_kept(path: str, made_by: str, kept: KeptFile) -> None:
    """Keep it under this path; raises OSError."""
    read: tuple[object, ...] = tuple(kept.read)  # type: ignore[arg-type]
    values: Any = (made_by, read, kept.plain)
    write_sealed(path, (kept.covered, kept.check), marshal.dumps(values, MARSHAL_VERSION))


def lines_behind(folder: Folder, kept: KeptFile, *, is_read_whole: bool = True) -> bytes | None:
    """The bytes of the log behind those that are covered; None where these are not the same.

    Every byte is looked at, unless it need not be `is_read_whole`: of a long log the system is then
    believed that nothing changed since that was done last. Raises OSError.
    """
    covered = (kept.covered, kept.check)
    with open(folder.log, "rb", buffering=0) as file:
        if not is_read_whole and kept.covered >= kept_seal.LONG_LOG:
            from pmpath.storage.kept.checked import lines_unless_changed

            lines = lines_unless_changed(folder, file, covered)
            if lines is not None:
                return lines
        return file.read() if checksum(file, kept.covered) == kept.check else None


def made_by(*more: str) -> str:
    """What tells this program and its content from any other; "" where its files cannot be seen."""
    package = __file__
    for _ in range(ABOVE_THIS_ROOM):
        package = os.path.dirname(package)
    try:
        rooms = [os.path.join(package, room) for room in ROOMS]
        found = sorted(one for room in (*rooms, content_folder()) for one in _files(room))
    except (OSError, NotStored):
        return ""
    return f"{__version__} {crc32(repr(found).encode()):08x} {' '.join(more)}"


def _files(folder: str) -> list[tuple[str, int, int]]:
    """Name, size and time of each source in a folder and those in it."""
    found: list[tuple[str, int, int]] = []
    with os.scandir(folder) as entries:
        for one in entries:
            if one.name.endswith(ENDINGS):
                state = one.stat()
                found.append((one.path, state.st_size, state.st_mtime_ns))
            elif "." not in one.name and one.name != "__pycache__" and one.is_dir():
                found += _files(one.path)
    return found
