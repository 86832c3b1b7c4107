"""Which people and openings the log knows, for the reading of the next line.

The end of the log is looked at, and before it an index of what all that is older says: names, which
spellings are whose, and guesses that were corrected twice. The index is bound to the bytes it was
made of; deleted, damaged or of another log it costs only what is old, until the next command that
folds and writes makes it anew. A log that is shorter than the part looked at, and in which nothing
was corrected, has none.
"""

from __future__ import annotations

import os
from binascii import crc32

from pmpath.domain.language.vocabulary import KnownNames
from pmpath.domain.people import key_of
from pmpath.storage.disk.paths import PRIVATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.storage.disk.paths import Folder

LAST_BYTES = 65_536
# By so many bytes before its end a log is known again.
SEAL_BYTES = 1024
LONGEST_INDEX = 4_000_000
# A greater number for lines that mean something else: an index of another form is made anew.
FORM = 3
# Between what stands on one line of the index.
NEXT = "\t"
PEOPLE, OPENING = b'"people":[', b'"opening":"'


def names_in_log(folder: Folder, named: Sequence[str] = ()) -> KnownNames:
    """What the log knows by name, and whom the roadmap has `named`; these alone on any fault."""
    try:
        with open(folder.log, "rb", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            covered, index = _index(folder, file.fileno(), size)
            start = max(covered, size - LAST_BYTES)
            file.seek(start)
            tail = file.read(size - start)
    except OSError:
        index, covered, tail = b"", 0, b""
    names = _Names(index)
    names.add_named(named)
    names.add(tail)
    # What two corrections of a guess mean, or two names of one person, the records themselves tell.
    if names.corrections > 1 or (not covered and b'"kind":"same"' in tail):
        return _with_corrections(folder, tail, names.known())
    return names.known()


def keep_names(folder: Folder, known: KnownNames) -> None:
    """Keep what the whole log knows, as it was folded; no fault of it is told.

    A short log that nothing was corrected in is read as fast without.
    """
    try:
        size = os.stat(folder.log).st_size
        if size <= LAST_BYTES and not known.is_derived:
            return
        with open(folder.log, "rb") as file:
            file.seek(max(0, size - SEAL_BYTES))
            last = file.read(min(SEAL_BYTES, size))
        lines = b"".join(line.encode() + b"\n" for line in _lines_of_index(known))
        _replace(folder.names, _seal(size, last, lines) + b"\n" + lines)
    except (OSError, UnicodeError):
        return


def _with_corrections(folder: Folder, tail: bytes, names: KnownNames) -> KnownNames:
    """With what the corrections in the last lines say, where no index says it."""
    from pmpath.domain.errors import PmpathError
    from pmpath.domain.log.names.known import known_names_of
    from pmpath.storage.log.read import LogReader

    try:
        known = known_names_of(LogReader(folder, tail).records())
    except PmpathError:
        return names
    return KnownNames(
        {**names.people, **known.people},
        {**names.firms, **known.firms},
        names.nobody | known.nobody,
        tuple(dict.fromkeys((*names.unguessed, *known.unguessed))),
    )


def _replace(path: str, content: bytes) -> None:
    """Without a flush: what a power cut leaves is known by its seal, and costs time alone."""
    temporary = path + ".tmp"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)
    os.replace(temporary, path)


def _lines_of_index(known: KnownNames) -> Iterator[str]:
    """A line of all people, one of all firms, one of nobody, and one for each track not guessed.

    So few lines are taken apart in a few calls, however many people there are.
    """
    for table in (known.people, known.firms):
        pairs = (pair for pair in table.items() if pair[1] and "".join(pair).isprintable())
        yield NEXT.join(part for pair in pairs for part in pair)
    yield NEXT.join(key for key in sorted(known.nobody) if key.isprintable())
    for track, words in known.unguessed:
        if words:
            yield f"{track}{NEXT}{' '.join(sorted(words))}"


def _table_in(line: str) -> dict[str, str]:
    """What `_lines_of_index` put on the line of a table."""
    parts = line.split(NEXT)
    return dict(zip(parts[::2], parts[1::2], strict=False))


def _index(folder: Folder, log: int, size: int) -> tuple[int, bytes]:
    """How many bytes of the log the index covers, and its lines; 0 for none, or another log's.

    `log` is the open log, `size` its length in bytes.
    """
    try:
        with open(folder.names, "rb") as file:
            content = file.read(LONGEST_INDEX)
    except OSError:
        return 0, b""
    seal, _, lines = content.partition(b"\n")
    end = seal.partition(b" ")[0]
    covered = int(end) if end.isdigit() else 0
    if not 0 < covered <= size:
        return 0, b""
    os.lseek(log, max(0, covered - SEAL_BYTES), os.SEEK_SET)
    last = os.read(log, min(SEAL_BYTES, covered))
    return (covered, lines) if seal == _seal(covered, last, lines) else (0, b"")


def _seal(size: int, last: bytes, lines: bytes) -> bytes:
    """What the index is bound to: the size of the log it was made of, its last bytes, itself."""
    return f"{size} {crc32(last):08x} {crc32(lines):08x} {FORM}".encode()


def _keys_of_firm(opening: str) -> tuple[str, ...]:
    """By which keys the firm of an opening is typed: `caledon gmbh`, and `caledon` alone."""
    key = key_of(opening.partition(":")[0])
    if " " not in key:
        return (key,)
    # A name of one word has no legal form behind it.
    from pmpath.domain.log.names.spelling import firm_key

    return key, firm_key(opening)


class _Names:
    """What is known so far: the index first, then the lines that were written behind it."""

    def __init__(self, index: bytes) -> None:
        lines = index.decode(errors="replace").split("\n")[:-1]
        people, firms, nobody, *unguessed = lines or ["", "", ""]
        self.people = _table_in(people)
        self.firms = _table_in(firms)
        self.nobody = frozenset(nobody.split(NEXT)) if nobody else frozenset[str]()
        said = (line.partition(NEXT) for line in unguessed)
        self.unguessed = tuple((track, frozenset(words.split(" "))) for track, _, words in said)
        self.corrections = 0

    def add(self, tail: bytes) -> None:
        """The names in lines of the log, oldest first, and how many corrections of a guess."""
        new: list[str] = []
        for label in _people(tail):
            key = key_of(label)
            known = self.people.get(key, "")
            # A spelling that the index has for somebody stays that person's.
            if not known or (key_of(known) == key and "(" in label):
                self.people[key] = label
                new.append(key)
        # The index has the first names of those it knows.
        self._add_first_names(new)
        for opening in _openings(tail):
            for key in _keys_of_firm(opening):
                if key and (":" in opening or ":" not in self.firms.get(key, "")):
                    self.firms[key] = opening
        if b'"kind":"amend"' in tail:
            self.corrections = sum(
                b'"track":' in line or b'"people":' in line
                for line in tail.split(b"\n")
                if b'"kind":"amend"' in line
            )

    def add_named(self, labels: Sequence[str]) -> None:
        """Those of the roadmap; what it says they do is known unless the log says it."""
        new = []
        for label in labels:
            key = key_of(label)
            if key and "(" not in self.people.get(key, ""):
                self.people[key] = label
                new.append(key)
        self._add_first_names(new)

    def _add_first_names(self, new: Sequence[str]) -> None:
        """The first name of a new key alone is whoever has it, where that is one person."""
        firsts = {key.partition(" ")[0] for key in new if " " in key}
        if not firsts:
            return
        whole: dict[str, set[str]] = {}
        for key, label in self.people.items():
            first, blank, _ = key.partition(" ")
            if blank and first in firsts:
                whole.setdefault(first, set()).add(label)
        for first, labels in whole.items():
            if len(labels) == 1:
                self.people.setdefault(first, *labels)

    def known(self) -> KnownNames:
        """What was gathered, as the reading of a line takes it."""
        return KnownNames(self.people, self.firms, self.nobody, self.unguessed)


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
