"""Looking over a data folder, from its bytes to its surroundings. Nothing here writes."""

from __future__ import annotations

import os
from datetime import datetime, timedelta

from pmpath.domain.errors import NotFound, NotStored, NotValid
from pmpath.domain.files.checkup import Checkup, Remark
from pmpath.storage.backups import LOG, ROADMAP
from pmpath.storage.disk.data_folder import nothing_set_up
from pmpath.storage.disk.os_errors import is_there, raises_not_stored
from pmpath.storage.disk.paths import LOG_NAME, ROADMAP_NAME
from pmpath.storage.disk.reading import read_or_none
from pmpath.storage.doctor.copy_checks import copies_of, copy_remarks, elsewhere
from pmpath.storage.doctor.folder_checks import folder_remarks, set_aside_in
from pmpath.storage.doctor.log_checks import log_remarks, written_at
from pmpath.storage.log.lines import RECORD, is_mark, lines_of, newer_schema
from pmpath.storage.log.read import LogReader
from pmpath.storage.roadmap.file import FAULTS_SHOWN, read_text, roadmap_of
from pmpath.storage.roadmap.peek import start_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.lines import Line
    from pmpath.storage.log.read import BadLine

EDIT = "pmpath roadmap edit opens it."
PLAN, A_DAY = "plan", timedelta(1)
RESTORE = "Copies of it: pmpath doctor --restore"


def check_up(folder: Folder, now: datetime) -> Checkup:
    """Everything worth saying about the folder.

    Raises NotFound where nothing was ever set up, NotStored for a folder that cannot be looked at;
    whatever else is wrong is a remark.
    """
    if not any(is_there(one) for one in (folder.log, folder.roadmap, folder.backups)):
        raise nothing_set_up(folder)
    with raises_not_stored(folder.path, ""):
        return _checkup(folder, now)


def _checkup(folder: Folder, now: datetime) -> Checkup:
    content, log_in_the_way = _log_or_remarks(folder)
    lines = lines_of(content)
    roadmap = _roadmap_remarks(folder)
    remarks = (
        *log_in_the_way,
        *log_remarks(lines, _passed_over(folder, content), now),
        *_plan_remarks(folder, lines, is_log_there=not log_in_the_way),
        *roadmap,
        *copy_remarks(folder, content, _first_instant(lines), now),
        *folder_remarks(folder),
    )
    return Checkup(
        folder.path,
        sum(line.state == RECORD for line in lines),
        not roadmap,
        copies_of(folder, LOG),
        copies_of(folder, ROADMAP),
        elsewhere(folder),
        tuple(set_aside_in(folder)),
        sum(one.is_fault for one in remarks),
        remarks,
    )


def read_log(folder: Folder) -> bytes:
    """The whole log; raises NotFound without one and NotStored when the system refuses.

    NotOpen is raised for a log that is a link which leads nowhere now.
    """
    content = read_or_none(folder.log)
    if content is None:
        raise NotFound("There is no log.", place=folder.log, hint=RESTORE)
    return content


def _log_or_remarks(folder: Folder) -> tuple[bytes, list[Remark]]:
    try:
        return read_log(folder), []
    except NotFound:
        return b"", [Remark("log.missing", LOG_NAME, "is not there.", RESTORE)]
    except NotStored as error:
        return b"", [Remark("log.closed", LOG_NAME, error.sentence, error.hint)]


def _plan_remarks(folder: Folder, lines: list[Line], *, is_log_there: bool) -> Iterator[Remark]:
    """What the roadmap knows of a log that was lost: the plan is its first record."""
    start, first = start_of(folder), _first_instant(lines)
    if start is None or not is_log_there or newer_schema(lines):
        return
    if not any(line.state == RECORD and line.kind == PLAN for line in lines):
        told = "has no record of the plan; records may be lost."
        yield Remark("log.no-plan", LOG_NAME, told, RESTORE)
    elif first is not None and first.date() > start + A_DAY:
        begun = first.date()
        told = f"begins on {begun}, after the plan, which began on {start}; records may be lost."
        yield Remark("log.late", LOG_NAME, told, RESTORE, is_fault=False, days=(begun, start))


def _passed_over(folder: Folder, content: bytes) -> list[BadLine]:
    """What reports note about the log; nothing of one whose schema they refuse."""
    reader = LogReader(folder, content)
    try:
        for _ in reader.records():
            pass
    except NotValid:
        return []
    return reader.bad


def _roadmap_remarks(folder: Folder) -> list[Remark]:
    """The faults that `roadmap check` names, each on its own line."""
    try:
        text = read_text(folder)
        marks = [
            number
            for number, line in enumerate(text.split("\n"), 1)
            if is_mark(line.rstrip("\r").encode(errors="replace"))
        ]
        if marks:
            return [_conflict_mark(number) for number in marks]
        roadmap_of(text, folder.roadmap)
    except NotFound:
        return [Remark("roadmap.missing", ROADMAP_NAME, "is not there.", RESTORE)]
    except NotStored as error:
        return [Remark("roadmap.closed", ROADMAP_NAME, error.sentence, error.hint)]
    except NotValid as error:
        return _faults(error)
    return []


def _faults(error: NotValid) -> list[Remark]:
    """Each fault by its line; a text that is not TOML has one, with a hint of its own."""
    if all(one.key is None for one in error.faults):
        place = os.path.basename(error.place)
        return [Remark("roadmap.fault", place, error.sentence, error.hint or EDIT)]
    found = [
        Remark("roadmap.fault", f"{ROADMAP_NAME}:{one.line}", f"{one.text}.", EDIT)
        for one in error.faults[:FAULTS_SHOWN]
    ]
    if more := len(error.faults) - len(found):
        found.append(Remark("roadmap.fault", ROADMAP_NAME, f"and {more} more.", EDIT))
    return found


def _conflict_mark(number: int) -> Remark:
    told = "git left a merge conflict here."
    advice = f"Keep one side; {EDIT}"
    return Remark("roadmap.conflict-mark", f"{ROADMAP_NAME}:{number}", told, advice)


def _first_instant(lines: list[Line]) -> datetime | None:
    """When the first record of the file was written; later ones may have a wrong clock."""
    instants = (written_at(line) for line in lines if line.state == RECORD)
    return next((one for one in instants if one is not None), None)
