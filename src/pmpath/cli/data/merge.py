"""`pmpath doctor --merge FILE`: a conflict copy of the log taken over, one of the roadmap shown."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge, confirm, offer, show, terminal_width
from pmpath.domain.entry import BY_MERGE
from pmpath.domain.errors import NotValid
from pmpath.domain.files.copies import Clash, Difference
from pmpath.domain.record import Frozen
from pmpath.render.files.merge import merge_text, roadmap_text
from pmpath.render.page.text import long_day
from pmpath.storage.backups import ROADMAP
from pmpath.storage.disk.os_errors import is_there
from pmpath.storage.doctor.checkup import check_up
from pmpath.storage.doctor.conflict_copies import HEAD, kind_of
from pmpath.storage.doctor.merge import base_name, copy_named, read_file
from pmpath.storage.doctor.merge import merge as take_over
from pmpath.storage.roadmap.differences import differences
from pmpath.storage.roadmap.file import read_text


class MergeFacts(Frozen):
    """What came of a copy: of a log `added` records, of a roadmap where it differs.

    `backup` names the copy of the log that was made before, empty for none. `clashes` are ids that
    stand for something else in the copy, `unreadable` counts its damaged lines.
    """

    added: int = 0
    backup: str = ""
    clashes: tuple[Clash, ...] = ()
    unreadable: int = 0
    differences: tuple[Difference, ...] = ()


def merge(session: Session, name: str) -> MergeFacts:
    """Add what a copy of the log has, or show where a copy of the roadmap differs.

    The name is one in the data folder or a path. Raises NotFound when nothing is there.
    """
    check_up(session.folder, session.now)
    path = copy_named(session.folder, name)
    copy = read_file(path)
    if kind_of(copy[:HEAD], base_name(path)) == ROADMAP or path.lower().endswith(".toml"):
        return MergeFacts(differences=_show_differences(session, path, copy))
    if is_there(session.folder.log):
        # What was edited before is told from what the copy brings.
        session.record_edits()
    merged = take_over(session.folder, copy, path, session.now)
    if merged.backup:
        offer("Copy: ", "the previous log is in", f"backups/{merged.backup}")
    text = "\n".join(merge_text(merged.missing, base_name(path), terminal_width()))
    if merged.missing.lines:
        _record_plan(Session(session.environment))
    # What was taken over is done, whether anybody can read so or not.
    (acknowledge if merged.missing.lines else show)(text)
    found = merged.missing
    return MergeFacts(len(found.lines), merged.backup, found.clashes, found.unreadable)


def _record_plan(session: Session) -> None:
    """Record the plan of the roadmap where the copy brought another: the roadmap is what holds."""
    journal = session.journal()
    if not journal.plans:
        return
    session.record_plan(journal, BY_MERGE)
    if session.has_written:
        day = long_day(session.roadmap.target.date)
        confirm("Roadmap: ", f"unchanged, with the date {day}; the copy has another plan.")


def _show_differences(session: Session, path: str, copy: bytes) -> tuple[Difference, ...]:
    mine = read_text(session.folder)
    try:
        other = copy.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotValid("It is not UTF-8.", place=path, hint="Save it as UTF-8.") from None
    stretches = differences(mine.removeprefix("\ufeff"), other)
    show("\n".join(roadmap_text(stretches, base_name(path), terminal_width())))
    return tuple(stretches)
