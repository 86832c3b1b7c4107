"""A log taken apart line by line, each with what the reader makes of it. Bytes in, lines out.

What counts, and for what reason something does not, is decided by the same code that reports read
with; a property test holds that both name the same lines.
"""

from __future__ import annotations

import io

from pmpath.domain.record import Frozen, changed
from pmpath.storage.log.corrections import KINDS
from pmpath.storage.log.encode import ORIGIN
from pmpath.storage.log.header import SCHEMA, refuse_newer_log
from pmpath.storage.log.read import (
    BLANKS,
    BYTE_ORDER_MARK,
    Header,
    fields_in,
    meaning_of,
    reason_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.storage.log.encode import Fields

# A record that counts; a schema line; nothing; a line that cannot be read; the same line once more;
# an id that stands on an earlier line with other content.
RECORD, HEADER, BLANK, BAD, DOUBLED, CLASH = "record", "header", "blank", "bad", "doubled", "clash"
# What git writes around the two sides of a conflict.
CONFLICT_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")


class Line(Frozen):
    """One line with its number from 1; `raw` are its bytes, its line break included.

    `first` is the line on which the id of a doubled or clashing line stands first. `counts` says
    that reports use it: of a clashing line only when it is the first correction with its id.
    `clock` is what the clock of the writer showed, where `at` had to be later.
    """

    number: int
    raw: bytes
    state: str
    counts: bool = True
    reason: str = ""
    first: int = 0
    id: str = ""
    kind: str = ""
    at: str = ""
    of: str = ""
    schema: int = 0
    clock: str = ""

    @property
    def content(self) -> bytes:
        """The line without blanks around it, and without the mark that may begin a file."""
        return _content(self.raw, self.number)


def newer_schema(lines: Iterable[Line]) -> int:
    """The schema of a log that this program does not know; 0 when it knows it."""
    schema = max((line.schema for line in lines if line.state == HEADER), default=0)
    return schema if schema > SCHEMA else 0


def refuse_newer(lines: Iterable[Line], path: str) -> None:
    """Raise NewerSchema, with this place, for the lines of a log that a newer pmpath wrote."""
    refuse_newer_log(newer_schema(lines), path)


def lines_of(content: bytes) -> list[Line]:
    """Every line of a log in its order; nothing is raised, whatever the bytes are."""
    return list(each_line(content))


def each_line(content: bytes) -> Iterator[Line]:
    """The same, one after the other: little more than their ids is held meanwhile."""
    # By id, the number of the first line with it, and where that begins.
    seen: dict[str, tuple[int, int]] = {}
    corrections: set[str] = set()
    start = 0
    for number, raw in enumerate(io.BytesIO(content), 1):
        line = _line(number, raw)
        if line.state == RECORD:
            if line.id in seen:
                line = _beside(_line_at(content, *seen[line.id]), line, corrections)
            seen.setdefault(line.id, (number, start))
            if line.kind in KINDS:
                corrections.add(line.id)
        yield line
        start += len(raw)


def _line_at(content: bytes, number: int, start: int) -> Line:
    end = content.find(b"\n", start)
    return _line(number, content[start : len(content) if end < 0 else end + 1])


def records_in(content: bytes) -> int:
    """How many records of a log count."""
    return sum(line.state == RECORD for line in each_line(content))


def is_mark(line: bytes) -> bool:
    """Whether git left this line at a conflict."""
    return line[:7] in CONFLICT_MARKS and (line[7:8] in (b"", b" "))


def _content(raw: bytes, number: int) -> bytes:
    return (raw.removeprefix(BYTE_ORDER_MARK) if number == 1 else raw).strip(BLANKS)


def _line(number: int, raw: bytes) -> Line:
    """The line by itself: every valid record is taken for one that counts."""
    content = _content(raw, number)
    if not content:
        return Line(number, raw, BLANK)
    try:
        fields = fields_in(content)
        found = meaning_of(fields)
    except (ValueError, RecursionError) as error:
        reason = "git left a merge conflict here" if is_mark(content) else reason_of(error)
        return Line(number, raw, BAD, counts=False, reason=reason)
    if isinstance(found, Header):
        return Line(number, raw, HEADER, schema=found.schema)
    at, of, clock = (_text(fields, key) for key in ("at", "of", "clock"))
    if ORIGIN in fields:
        # The clock of an imported record is that of the day it tells of, and no wrong one.
        clock = ""
    return Line(
        number, raw, RECORD, id=fields["id"], kind=fields["kind"], at=at, of=of, clock=clock
    )


def _text(fields: Fields, key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _beside(first: Line, line: Line, corrections: set[str]) -> Line:
    """The line as it counts beside the first one with its id."""
    if first.content == line.content:
        return changed(line, state=DOUBLED, counts=False, first=first.number)
    # Corrections are gathered before anything else is read, so the first of an id is used.
    counts = line.kind in KINDS and line.id not in corrections
    reason = f"line {first.number} has the same id with other content"
    return changed(line, state=CLASH, counts=counts, reason=reason, first=first.number)
