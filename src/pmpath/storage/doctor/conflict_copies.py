"""Copies of the log and of the roadmap that lie beside them, whatever their names are.

Sync clients leave one when two machines changed a file at once, each with a name of its own and in
the language of its user; editors and people leave others. What a file holds tells it.
"""

from __future__ import annotations

import errno
import os
import stat

from pmpath.domain.content.late import late_pattern
from pmpath.domain.files.copies import Clash, MissingRecords
from pmpath.domain.record import Frozen
from pmpath.storage.backups import LOG, ROADMAP
from pmpath.storage.disk.atomic import TEMPORARY
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.paths import OWN_NAMES, SET_ASIDE
from pmpath.storage.log.lines import BAD, CLASH, RECORD, lines_of

# What sync clients and file managers make of our names: so a copy is known that is empty, or
# damaged from its first line on.
NAMED = late_pattern(
    r"(?s)[~#.]*(log|roadmap)"
    r"(\W+\d+|\W*\(.*\).*|\W+cop(y|ia|ie)\b.*|.*conflict.*|.*kopie.*|\.theirs-.*)"
    r"\.(jsonl|toml)([.~#].*)?"
)
# What cannot be opened is a copy under any name that is made of ours.
MADE_OF_OURS = late_pattern(r"(?s)[~#.]*(log|roadmap)([\W_].*)?\.(jsonl|toml)([.~#].*)?")
# So much of a file is looked at, in bytes: a roadmap names its tables there, a record its kind.
HEAD = 16_384
# So many files are looked at, those first that are named like ours.
MOST_FILES = 500
LIKELY = ("log", "roadmap", ".jsonl", ".toml")
# The beginning of a record; its text may be longer than what is looked at.
RECORD_BEGINS = late_pattern(
    rb'\{"id":"[^"\\]{1,64}","at":"[^"\\]{1,64}","day":"\d{4}-\d\d-\d\d","kind":"[a-z]'
)
# A roadmap has the table of its target, and the tables that `init` makes of the answers.
TARGET_TABLE = late_pattern(rb"(?m)^[ \t]*\[[ \t]*target[ \t]*\]")
MADE_TABLE = late_pattern(rb"(?m)^[ \t]*\[\[[ \t]*(milestone|track)[ \t]*\]\]")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.storage.disk.paths import Folder


class Copy(Frozen):
    """A file beside ours that holds a log or a roadmap: its name in the folder, and which."""

    name: str
    kind: str


def copies_beside(folder: Folder) -> tuple[Copy, ...]:
    """The copies in the data folder, by name; at most the heads of 500 files are read.

    Raises NotStored for a folder that cannot be listed. Whatever is not a file is passed over, and
    so is what cannot be read, unless its name says what it is.
    """
    with raises_not_stored(folder.path, ""):
        try:
            names = os.listdir(folder.path)
        except FileNotFoundError:
            return ()
    strange = sorted(filter(_may_be_a_copy, names), key=lambda name: (not _is_likely(name), name))
    found = (_copy(folder, name) for name in strange[:MOST_FILES])
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.name))


def kind_of(head: bytes | None, name: str) -> str:
    """What a file with this beginning and name is a copy of; empty for any other file.

    None stands for a file that cannot be opened.
    """
    if head is not None and _holds_roadmap(head):
        return ROADMAP
    if head is not None and _holds_records(head):
        return LOG
    named = (MADE_OF_OURS if head is None else NAMED).fullmatch(name.lower())
    return named[1] if named else ""


def read_copy(path: str) -> bytes:
    """All bytes of a regular file; raises OSError for anything else, and never waits for one."""
    with open(_open(path), "rb") as file:
        return file.read()


def missing_from(log: bytes, copy: bytes) -> MissingRecords:
    """What the copy holds beyond the log; each id once, in the order of the copy."""
    known = {line.id: line for line in lines_of(log) if line.state == RECORD}
    lines: list[bytes] = []
    clashes: list[Clash] = []
    unreadable = 0
    for line in lines_of(copy):
        unreadable += line.state == BAD
        if line.state not in (RECORD, CLASH):
            continue
        mine = known.get(line.id)
        if mine is None and line.state == RECORD:
            lines.append(line.content)
        elif mine is not None and mine.content != line.content:
            clashes.append(Clash(line.id, mine.number, line.number))
    return MissingRecords(tuple(lines), tuple(clashes), unreadable)


def _may_be_a_copy(name: str) -> bool:
    # Sync clients have temporary files as well: the name says only of our own what is in it.
    own = name.removesuffix(TEMPORARY)
    return own not in OWN_NAMES and not name.lower().startswith(SET_ASIDE)


def _is_likely(name: str) -> bool:
    return any(part in name.lower() for part in LIKELY)


def _copy(folder: Folder, name: str) -> Copy | None:
    path = os.path.join(folder.path, name)
    head: bytes | None = None
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        head = _head_of(path)
    except FileNotFoundError:
        # Gone meanwhile, or a link to nothing.
        return None
    except OSError:
        pass
    kind = kind_of(head, name)
    return Copy(name, kind) if kind and not _is_ours(folder, path) else None


def _is_ours(folder: Folder, path: str) -> bool:
    """Whether it is a second name of a file of ours."""
    return any(os.path.exists(one) and os.path.samefile(path, one)
               for one in (folder.log, folder.roadmap))  # fmt: skip


def _open(path: str) -> int:
    """A descriptor of a regular file; never waits for a writer, as a pipe would."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "It is not a regular file")
    return descriptor


def _head_of(path: str) -> bytes:
    descriptor = _open(path)
    try:
        return os.read(descriptor, HEAD)
    finally:
        os.close(descriptor)


def _holds_roadmap(head: bytes) -> bool:
    # Looked for as a word first: a report passes many files by.
    has_word = b"target" in head
    return has_word and bool(TARGET_TABLE.search(head) and MADE_TABLE.search(head))


def _holds_records(head: bytes) -> bool:
    """Whether a line is one of a log: its header, a record, or the beginning of a long record."""
    if b'"kind"' not in head:
        return False
    whole, _, rest = head.removeprefix(BYTE_ORDER_MARK).rpartition(b"\n")
    if RECORD_BEGINS.match(rest.lstrip()):
        return True
    lines = lines_of(whole + b"\n" + (b"" if len(head) == HEAD else rest))
    return any(line.at if line.state in (RECORD, CLASH) else line.schema for line in lines)
