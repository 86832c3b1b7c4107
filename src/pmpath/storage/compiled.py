"""Content as the build compiled it: read in a tenth of the time that its sources take.

A compiled form is bound to every source it was made of, and to its own bytes. Whatever is changed,
missing, damaged or of another form only costs time: the sources are read instead.
"""

from __future__ import annotations

import marshal
import os
from binascii import crc32

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

FOLDER = "compiled"
# Another number where the values in a compiled form change their shape.
FORM = b"pmpath content 6 "
# Readable by every Python that pmpath runs on.
MARSHAL_VERSION = 4
CHECK_DIGITS = 8
PIECE = 1 << 18
# On Windows a descriptor would else translate the ends of lines.
BINARY = getattr(os, "O_BINARY", 0)


class Compiled(Frozen):
    """Plain values, and the check of each source they were made of, by its name."""

    sources: tuple[tuple[str, str], ...]
    values: object


def check_of(content: bytes) -> str:
    """What tells two contents apart: length and checksum."""
    return f"{len(content)} {crc32(content):08x}"


def to_bytes(values: Any, sources: Mapping[str, bytes]) -> bytes:
    """A compiled form; raises ValueError for values that are not plain."""
    checks = tuple((name, check_of(content)) for name, content in sources.items())
    known: dict[str, str] = {}
    body = marshal.dumps((checks, _shared(values, known)), MARSHAL_VERSION)
    return FORM + f"{crc32(body):08x}".encode() + body


def read_compiled(folder: str, name: str) -> Compiled | None:
    """The compiled form of this name in the folder of content; None when it cannot be taken."""
    content, written = _content(os.path.join(folder, FOLDER, name))
    start = len(FORM) + CHECK_DIGITS
    # Of a megabyte no copy is made.
    body = memoryview(content)[start:]
    if content[:start] != FORM + f"{crc32(body):08x}".encode():
        return None
    compiled = Compiled(*marshal.loads(body))
    is_of = all(_is_same(folder, written, *source) for source in compiled.sources)
    return compiled if is_of else None


def _is_same(folder: str, written: int, name: str, check: str) -> bool:
    """Whether a source is what a form was made of that was written at that time.

    One that was written before the form is not read: it has to be as long as it was.
    """
    path = f"{folder}{os.sep}{name}"
    try:
        state = os.stat(path)
    except OSError:
        return False
    if state.st_mtime_ns < written:
        return check.startswith(f"{state.st_size} ")
    return check_of(_content(path)[0]) == check


def _content(path: str) -> tuple[bytes, int]:
    """The bytes of a file, and when it was written; none of one that cannot be read.

    No file object is made, because there are many.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | BINARY)
        try:
            state = os.fstat(descriptor)
            content = os.read(descriptor, state.st_size + 1)
            while piece := os.read(descriptor, PIECE):
                content += piece
            return content, state.st_mtime_ns
        finally:
            os.close(descriptor)
    except OSError:
        return b"", 0


def _shared(values: Any, known: dict[str, str]) -> Any:
    """The same values with each text once, so that equal values always give equal bytes.

    marshal writes an object in another way where anything else holds it; `known` holds every text.
    """
    if isinstance(values, str):
        return known.setdefault(values, values)
    if isinstance(values, dict):
        return {_shared(key, known): _shared(one, known) for key, one in values.items()}
    if isinstance(values, list | tuple):
        return type(values)(_shared(one, known) for one in values)
    return values
