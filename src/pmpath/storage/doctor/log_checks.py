"""What `doctor` has to say about a log: its lines in, remarks out. Nothing here opens a file."""

from __future__ import annotations

from datetime import datetime, timedelta

from pmpath.domain.files.checkup import Remark
from pmpath.domain.kinds import READ_KINDS
from pmpath.storage.disk.paths import LOG_NAME
from pmpath.storage.log.corrections import KINDS
from pmpath.storage.log.header import SCHEMA
from pmpath.storage.log.instants import instant_of
from pmpath.storage.log.lines import BAD, CLASH, DOUBLED, RECORD, is_mark, newer_schema

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmpath.storage.log.lines import Line
    from pmpath.storage.log.read import BadLine

LONGEST_QUOTE = 80
# A clock may be a little wrong, and machines may lie days apart; a month is a clock that was reset.
FAR_BACK, FAR_AHEAD = timedelta(30), timedelta(1)
REPAIR = "To set it aside: pmpath doctor --repair"


def log_remarks(lines: list[Line], passed_over: Iterable[BadLine], now: datetime) -> list[Remark]:
    """Everything worth saying about a log, in the order of its lines within each sort.

    `passed_over` is what the reader of reports noted; of it only amendments that do not fit are
    taken, since the lines know the rest.
    """
    return [
        *_newer_schema(lines),
        *_unreadable(lines),
        *_clashes(lines),
        *_misfits(lines, passed_over),
        *_doubled(lines),
        *_newer_kinds(lines),
        *_corrections(lines),
        *_clock(lines, now),
    ]


def _newer_schema(lines: list[Line]) -> Iterator[Remark]:
    schema = newer_schema(lines)
    if schema:
        told = f"this line has schema {schema}; this pmpath knows {SCHEMA}."
        yield Remark(
            "log.newer-schema", LOG_NAME, told, "Upgrade pmpath; until then nothing is written."
        )


def _unreadable(lines: list[Line]) -> Iterator[Remark]:
    for line in lines:
        if line.state != BAD:
            continue
        quote = line.content[: LONGEST_QUOTE * 4].decode("utf-8", "backslashreplace")
        code, told = "log.unreadable", f"{line.reason}."
        if is_mark(line.content):
            code = "log.conflict-mark"
        elif not line.raw.endswith(b"\n"):
            code, told = "log.torn", f"the last line was cut off; {line.reason}."
        yield Remark(code, _at(line), told, REPAIR, quote=quote[:LONGEST_QUOTE])


def _clashes(lines: list[Line]) -> Iterator[Remark]:
    for line in lines:
        if line.state == CLASH:
            advice = "Give it an id of its own." if line.counts else f"Compare them; {REPAIR}"
            told = f"{line.reason}; line {line.first} counts."
            yield Remark("log.same-id", _at(line), told, advice)


def _misfits(lines: list[Line], passed_over: Iterable[BadLine]) -> Iterator[Remark]:
    for note in passed_over:
        line = lines[note.number - 1]
        if line.state == RECORD:
            told = f"{note.reason}; the entry counts as first written."
            advice = f"To set that value again: pmpath amend --entry {line.id}"
            yield Remark("log.amendment", _at(line), told, advice)


def _doubled(lines: list[Line]) -> Iterator[Remark]:
    found = [line for line in lines if line.state == DOUBLED]
    if found:
        told = f"duplicates of earlier lines, each counted once: {_lines(found)}."
        advice = "To keep one of each: pmpath doctor --repair"
        yield Remark("log.doubled", LOG_NAME, told, advice, is_fault=False)


def _newer_kinds(lines: list[Line]) -> Iterator[Remark]:
    known = {*READ_KINDS, *KINDS}
    found = [line for line in lines if line.state == RECORD and line.kind not in known]
    if found:
        told = f"written by a newer pmpath, kept and not counted: {_lines(found)}."
        yield Remark(
            "log.newer-kind", LOG_NAME, told, "Upgrade pmpath to see them.", is_fault=False
        )


def _corrections(lines: list[Line]) -> Iterator[Remark]:
    """Corrections of nothing, and those that their clock puts before what they correct."""
    counted = {line.id: line for line in lines if line.state == RECORD}
    for line in lines:
        if line.kind not in KINDS or not line.counts:
            continue
        of = counted.get(line.of)
        if of is None:
            told = f"it corrects {line.of[:26]}, which is not in this log."
            advice = "If a copy has that record: pmpath doctor --merge FILE"
            yield Remark("log.dangling", _at(line), told, advice, is_fault=False)
        elif (made := written_at(line)) and (first := written_at(of)) and made < first:
            told = f"it corrects line {of.number}, which has a later time."
            advice = "It counts anyway; check the clock of that machine."
            yield Remark("log.order", _at(line), told, advice, is_fault=False)


def _clock(lines: list[Line], now: datetime) -> Iterator[Remark]:
    """Runs of lines whose instants lie far from the others, or in the future."""
    ahead: list[Line] = []
    back: list[Line] = []
    latest: datetime | None = None
    for line in lines:
        # A record that follows one from ahead of its clock is not to blame.
        made = instant_of(line.clock or line.at) if line.state == RECORD else None
        if made is None:
            continue
        if made - now > FAR_AHEAD:
            ahead.append(line)
        elif latest is not None and latest - made > FAR_BACK:
            back.append(line)
        elif latest is None or made > latest:
            latest = made
    if ahead:
        told = f"dated after today: {_lines(ahead)} ({ahead[0].at[:10]})."
        yield _odd_clock("log.future", told)
    if back:
        told = f"dated a month or more before the lines above: {_lines(back)} ({back[0].at[:10]})."
        yield _odd_clock("log.clock", told)


def _odd_clock(code: str, told: str) -> Remark:
    advice = "The cause is a wrong clock or a merge; the days of your entries do not change."
    return Remark(code, LOG_NAME, told, advice, is_fault=False)


def written_at(line: Line) -> datetime | None:
    """When a line was written; None where it does not say so."""
    return instant_of(line.at)


def _at(line: Line) -> str:
    return f"{LOG_NAME}:{line.number}"


def _lines(found: list[Line]) -> str:
    """`line 7`, `3 lines, the first of them 7`."""
    number = found[0].number
    return (
        f"line {number}" if len(found) == 1 else f"{len(found)} lines, the first of them {number}"
    )
