"""Which people and openings the log knows, for the reading of the next line.

The end of the log is looked at, and before it an index of the names in all that is older. The index
is bound to the bytes it was made of; deleted, damaged or of another log it costs only old names,
until the next command that folds and writes makes it anew. A log that is shorter than the part
looked at has none.
"""

from __future__ import annotations

import os
from binascii import crc32

from pmpath.domain.people import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.disk.paths import Folder

    Names = tuple[dict[str, str], dict[str, str]]

LAST_BYTES = 65_536
# By so many bytes before its end a log is known again.
SEAL_BYTES = 1024
LONGEST_INDEX = 4_000_000
PEOPLE, OPENING = b'"people":[', b'"opening":"'


def names_in_log(folder: Folder) -> Names:
    """People by the key of their name, and openings by the key of the firm; none on any fault."""
    try:
        with open(folder.log, "rb", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            known = _index(folder, file.fileno(), size) if size > LAST_BYTES else b""
            file.seek(max(0, size - LAST_BYTES))
            return _names(known + file.read(LAST_BYTES))
    except OSError:
        return {}, {}


def keep_names(folder: Folder) -> None:
    """Make the index of a long log; whoever folds it has the time. No fault of it is told."""
    try:
        if os.stat(folder.log).st_size <= LAST_BYTES:
            return
        with open(folder.log, "rb") as file:
            content = file.read()
        people, firms = _names(content)
        lines = b"".join(one + b"\n" for one in _lines(people, firms))
        _replace(folder.names, _seal(len(content), content[-SEAL_BYTES:], lines) + b"\n" + lines)
    except OSError:
        return


def _replace(path: str, content: bytes) -> None:
    temporary = path + ".tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)
    os.replace(temporary, path)


def _lines(people: dict[str, str], firms: dict[str, str]) -> Iterator[bytes]:
    """The names as the log writes them, so that one reading serves both."""
    from pmpath.storage.disk.json_text import json_text

    yield from (b'"people":' + json_text([label]).encode() for label in people.values())
    yield from (b'"opening":' + json_text(opening).encode() for opening in firms.values())


def _index(folder: Folder, log: int, size: int) -> bytes:
    """The lines of the index, when it is of this log; else nothing."""
    try:
        with open(folder.names, "rb") as file:
            content = file.read(LONGEST_INDEX)
    except OSError:
        return b""
    seal, _, lines = content.partition(b"\n")
    end = seal.partition(b" ")[0]
    covered = int(end) if end.isdigit() else 0
    if not 0 < covered <= size:
        return b""
    os.lseek(log, max(0, covered - SEAL_BYTES), os.SEEK_SET)
    last = os.read(log, min(SEAL_BYTES, covered))
    return lines if seal == _seal(covered, last, lines) else b""


def _seal(size: int, last: bytes, lines: bytes) -> bytes:
    """What the index is bound to: the size of the log it was made of, its last bytes, itself."""
    return f"{size} {crc32(last):08x} {crc32(lines):08x}".encode()


def _names(content: bytes) -> Names:
    people: dict[str, str] = {}
    for label in _people(content):
        key = key_of(label)
        if "(" in label or key not in people:
            people[key] = label
    firms: dict[str, str] = {}
    for opening in _openings(content):
        key = key_of(opening.partition(":")[0])
        if key and (":" in opening or key not in firms):
            firms[key] = opening
    return people, firms


def _people(content: bytes) -> Iterator[str]:
    """The labels of all people, oldest first; each list of them is read once."""
    lists = dict.fromkeys(part.partition(b"]")[0] for part in content.split(PEOPLE)[1:])
    for piece in lists:
        yield from _texts(piece)


def _openings(content: bytes) -> Iterator[str]:
    for piece in dict.fromkeys(part.partition(b'"')[0] for part in content.split(OPENING)[1:]):
        yield from _texts(b'"' + piece + b'"')


def _texts(piece: bytes) -> list[str]:
    """The texts of a list without its brackets; none where it is damaged."""
    if b"\\" not in piece:
        inside = piece.decode(errors="replace").removeprefix('"').removesuffix('"')
        return [one for one in inside.split('","') if one.strip()]
    import json

    try:
        found = json.loads(b"[" + piece + b"]")
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str) and one.strip()]
