"""Reading `log.jsonl` as a stream of live records; a bad line costs one note, never the report.

Two passes: the first picks out corrections (they may stand before or behind what they correct, and
in any order after a merge), the second yields records with the corrections applied. Only one
record is in memory at a time. Nothing here writes.
"""

from __future__ import annotations

import io
import os

from pmpath.domain.entry import Entry, Unread
from pmpath.domain.record import Frozen, changed
from pmpath.storage.disk.data_folder import nothing_set_up, refuse_dangling
from pmpath.storage.disk.json_scan import scanner
from pmpath.storage.disk.os_errors import not_stored
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.corrections import (
    KINDS,
    Correction,
    amended,
    correction_from,
    live,
    told_by,
)
from pmpath.storage.log.decode import BadRecord, from_fields
from pmpath.storage.log.header import refuse_newer_log
from pmpath.storage.log.line_order import LineOrder, has_one_writer, span_in
from pmpath.storage.log.twins import twins_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO, NoReturn

    from pmpath.domain.kinds import Record
    from pmpath.storage.log.encode import Fields

BLOCK = 1 << 20
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
BLANKS = b" \t\r\n"


class Header(Frozen):
    """A schema line: the schema, 0 for none, and the ids between which lines are in their order."""

    schema: int
    span: tuple[str, str] | None


class BadLine(Frozen):
    """A line that was passed over: its number, counted from 1, and why."""

    number: int
    reason: str


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number")


# Decimals stay text, so that no figure is ever a float.
_scan = scanner(parse_float=str, parse_constant=_refuse)


class LogReader:
    """One reading of a log; after `records()` has ended, `bad` is complete."""

    # How many lines stand before those that are read.
    first = 0

    def __init__(self, folder: Folder, content: bytes | None = None) -> None:
        """Read the folder's log, or these bytes in its place."""
        self.folder = folder
        self.content = content
        self.bad: list[BadLine] = []
        self.corrections: dict[str, list[Correction]] = {}
        # Runs of lines that one writer appended: the id of the last, by the id of the first.
        self.spans: dict[str, str] = {}
        # What is known once all lines were read: their ids, how many lines there are, which ids
        # corrections name, standing or not, which of them amendments name, and whether a record
        # counts at another instant than its own.
        self.seen: dict[str, int] = {}
        self.lines = 0
        self.corrected: set[str] = set()
        self.amended: set[str] = set()
        self.is_reordered = False

    def records(self) -> Iterator[Record]:
        """Every live record once, as amended, in the order of the file.

        Raises NotFound without a set-up, NotStored when the file cannot be read, NotValid when a
        newer pmpath wrote it.
        """
        order = self.line_order()
        twins = twins_in(self._holding, self.corrections)
        seen = self.seen = {}
        for number, line in self._lines():
            try:
                fields = fields_in(line)
                original = meaning_of(fields)
                if isinstance(original, Header):
                    refuse_newer_log(original.schema, self.folder.log)
                # The first pass took the corrections; here only their faults are named.
                elif _first_time(seen, original.id, line) and not isinstance(original, Correction):
                    placed = self._placed(original, order)
                    found = self._live(original, fields, number)
                    if found is not None and original.id not in twins:
                        yield _at(found, placed)
            except (ValueError, RecursionError) as error:
                self.bad.append(BadLine(number, reason_of(error)))

    def line_order(self) -> LineOrder:
        """At which instant each record counts, to be asked in the order of the lines."""
        every = self._all_corrections()
        self.corrected = {one.of for one in every}
        self.amended = {one.of for one in every if one.set is not None}
        self.corrections = live(every)
        is_one_writer = self.content is None and has_one_writer(self.folder)
        return LineOrder(self.spans, is_one_writer=is_one_writer)

    def objects(self) -> Iterator[Fields]:
        """The fields of every line with an id and a kind, taken back or not.

        Whether they make a record is not looked at; raises as `records` does.
        """
        for _, line in self._lines():
            try:
                fields = fields_in(line)
            except (ValueError, RecursionError):
                continue
            if fields.get("kind") == "log":
                refuse_newer_log(fields.get("schema"), self.folder.log)
            elif isinstance(fields.get("kind"), str) and isinstance(fields.get("id"), str):
                yield fields

    def _live(self, original: Record, fields: Fields, number: int) -> Record | None:
        """The record with its corrections; None when it was retracted."""
        corrections = self.corrections.get(original.id) if self.corrections else None
        if not corrections:
            return original
        if corrections[-1].set is None:
            return None
        try:
            return as_amended(fields, corrections)
        except BadRecord as error:
            self.bad.append(BadLine(number, f"a later change to it does not fit: {error}"))
            return original

    def _placed(self, found: Record, order: LineOrder) -> str:
        """The instant at which a record counts; what corrects it counts after that as well."""
        if isinstance(found, Unread):
            return ""
        placed = order.at(found.id, found.at)
        if placed == found.at:
            return placed
        self.is_reordered = True
        if found.id in self.corrections:
            after = LineOrder({}, is_one_writer=True)
            after.at(found.id, placed)
            several = self.corrections[found.id]
            several[:] = [changed(one, at=after.at(one.id, one.at)) for one in several]
        return placed

    def corrected_ids(self) -> frozenset[str]:
        """The ids of all that a correction of the log names, whether it stands or not."""
        return frozenset(one.of for one in self._all_corrections())

    def _all_corrections(self) -> list[Correction]:
        found: dict[str, Correction] = {}
        # Few lines name another record: corrections, milestones, moves, and the schema lines that
        # say which lines are in order. No other line is parsed twice.
        for _, line in self._lines(holding=b'"of"'):
            try:
                one = meaning_of(fields_in(line))
                if isinstance(one, Correction):
                    found.setdefault(one.id, one)
                elif isinstance(one, Header) and one.span:
                    self.spans.setdefault(*one.span)
            except (ValueError, RecursionError):
                # The second pass meets the same line and names it.
                continue
        return list(found.values())

    def may_have(self, kind: str) -> bool:
        """Whether any line may be of a kind; it is looked for, and no line is parsed."""
        return any(True for _ in self._holding(f'"{kind}"'.encode()))

    def _holding(self, mark: bytes) -> Iterator[bytes]:
        return (line for _, line in self._lines(holding=mark))

    def _opened(self) -> BinaryIO:
        if self.content is not None:
            return io.BytesIO(self.content)
        return open(self.folder.log, "rb")

    def _lines(self, holding: bytes = b"") -> Iterator[tuple[int, bytes]]:
        """The lines that are not blank, with their numbers; only those with `holding` in them.

        A megabyte is looked through at once, so that a pass for rare lines costs next to nothing.
        """
        number = self.first
        try:
            with self._opened() as file:
                while lines := file.readlines(BLOCK):
                    if not number:
                        lines[0] = lines[0].removeprefix(BYTE_ORDER_MARK)
                    if not holding or holding in b"".join(lines):
                        for at, line in enumerate(lines, number + 1):
                            if holding in line and (stripped := line.strip(BLANKS)):
                                yield at, stripped
                    self.lines = number = number + len(lines)
        except FileNotFoundError:
            refuse_dangling(self.folder.log)
            if not os.path.exists(self.folder.roadmap):
                raise nothing_set_up(self.folder) from None
        except OSError as error:
            raise not_stored(self.folder.log, error) from error


def fields_in(line: bytes) -> Fields:
    """The JSON object of one line; raises ValueError or RecursionError for anything else."""
    text = line.decode()
    try:
        value, end = _scan(text, 0)
    except (StopIteration, ValueError):
        raise BadRecord("it is not JSON") from None
    if end != len(text) or not isinstance(value, dict):
        raise BadRecord("it is not one JSON object")
    return value


def meaning_of(fields: Fields) -> Record | Correction | Header:
    """What the fields of one line are: every reading of a log asks here.

    Raises BadRecord for fields that mean nothing; whether the id is new is not looked at.
    """
    kind = fields.get("kind")
    if kind == "log":
        schema = fields.get("schema")
        return Header(schema if type(schema) is int else 0, span_in(fields))
    return correction_from(fields) if kind in KINDS else from_fields(fields)


def as_amended(fields: Fields, corrections: list[Correction]) -> Record:
    """The record that a line means with its corrections; an entry knows what they set."""
    found = from_fields(amended(fields, corrections))
    if isinstance(found, Entry):
        return changed(found, amended=told_by(fields, corrections))
    return found


def _at(found: Record, placed: str) -> Record:
    """The record at the instant at which it counts; an entry keeps what its clock showed."""
    if isinstance(found, Unread) or found.at == placed:
        return found
    if isinstance(found, Entry):
        return changed(found, at=placed, clock=found.clock or found.at)
    return changed(found, at=placed)


def _first_time(seen: dict[str, int], key: str, line: bytes) -> bool:
    """Whether this id is new; a merge may double a line, and two lines with one id are a fault."""
    content = hash(line)
    if key not in seen:
        seen[key] = content
        return True
    if seen[key] != content:
        raise BadRecord(f"an earlier line has its id {key} with other content")
    return False


def reason_of(error: Exception) -> str:
    """Why a line was passed over, without a word of what stands in it but a few letters."""
    if isinstance(error, BadRecord):
        return str(error)
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return "it is not JSON"
