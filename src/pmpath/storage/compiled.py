"""Content as the build compiled it: read in a tenth of the time that its sources take.

A compiled form is bound to the bytes of every source it was made of, and to its own. Whatever is
changed, missing, damaged or of another form only costs time: the sources are read instead.
"""

from __future__ import annotations

import marshal
import os
from binascii import crc32

from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

FOLDER = "compiled"
# Another number where the values in a compiled form change their shape.
FORM = b"pmpath content 3 "
# Readable by every Python that pmpath runs on.
MARSHAL_VERSION = 4
CHECK_DIGITS = 8
PIECE = 1 << 18
# On Windows a descriptor would else translate the ends of lines.
BINARY = getattr(os, "O_BINARY", 0)


@record
class Compiled:
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
    content = _content(os.path.join(folder, FOLDER, name))
    start = len(FORM) + CHECK_DIGITS
    # Of a megabyte no copy is made.
    body = memoryview(content)[start:]
    if content[:start] != FORM + f"{crc32(body):08x}".encode():
        return None
    compiled = Compiled(*marshal.loads(body))
    return compiled if all(_is_same(folder, *source) for source in compiled.sources) else None


def _is_same(folder: str, name: str, check: str) -> bool:
    return check_of(_content(os.path.join(folder, name))) == check


def _content(path: str) -> bytes:
    """The bytes of a file; none of one that cannot be read. Many are, so no file object is made."""
    try:
        descriptor = os.open(path, os.O_RDONLY | BINARY)
        try:
            content = os.read(descriptor, os.fstat(descriptor).st_size + 1)
            while piece := os.read(descriptor, PIECE):
                content += piece
            return content
        finally:
            os.close(descriptor)
    except OSError:
        return b""


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
