"""`pmpath doctor --repair`: says what it is about to do, asks, does it, says what was done."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import agreed
from pmpath.cli.terminal.output import acknowledge, confirm, offer, terminal_width
from pmpath.domain.errors import NotFound
from pmpath.domain.record import Frozen
from pmpath.render.page.text import hanging, pluralize
from pmpath.storage.doctor.checkup import check_up, read_log
from pmpath.storage.doctor.folder_checks import own_wide_modes
from pmpath.storage.doctor.repair import LogRepair, Repaired, planned_repair
from pmpath.storage.doctor.repair import repair as mend
from pmpath.storage.log.lines import lines_of, refuse_newer


class RepairFacts(Frozen):
    """What a repair did. `backup` and `set_aside` name files, empty where there are none.

    Lines and paths are counted: set aside, removed as duplicates, made private, left as they were.
    """

    backup: str = ""
    set_aside: str = ""
    damaged_lines: int = 0
    duplicate_lines: int = 0
    made_private: int = 0
    left_open: int = 0


def repair(session: Session, *, asks: bool) -> RepairFacts:
    """Set unreadable lines aside, keep one of each doubled line, narrow modes; nothing else.

    Raises NotFound where nothing was set up, NotValid for a log of a newer pmpath.
    """
    check_up(session.folder, session.now)
    plan = _plan(session)
    sentences = _intended(session, plan)
    if not sentences:
        confirm("Repair: ", "there is nothing to repair.")
        return RepairFacts()
    width = terminal_width()
    acknowledge("\n".join(line for one in sentences for line in hanging("  ", one, width)))
    if asks and not agreed("Repair it now?", hint="pmpath doctor --repair --yes"):
        confirm("Repair: ", "nothing was changed.")
        return RepairFacts()
    done = mend(session.folder, plan, session.today, session.now)
    _say(plan, done)
    lines = (0, 0) if plan is None else (plan.moved, plan.doubled)
    return RepairFacts(done.backup, done.set_aside, *lines, done.narrowed, done.left_wide)


def _say(plan: LogRepair | None, done: Repaired) -> None:
    if done.backup:
        offer("Copy: ", "the previous log is in", f"backups/{done.backup}")
    if done.set_aside and plan is not None:
        confirm("Set aside: ", f"{pluralize(plan.moved, 'line')}, in {done.set_aside}")
    if plan is not None and plan.doubled:
        confirm(
            "Duplicates: ",
            f"{pluralize(plan.doubled, 'line')} removed; the first of each stays.",
        )
    if done.narrowed:
        confirm("Permissions: ", f"{pluralize(done.narrowed, 'path')} made private.")
    if done.left_wide:
        confirm(
            "Permissions: ",
            f"{pluralize(done.left_wide, 'path')} unchanged: the owner or the disk does not "
            "allow it.",
        )


def _plan(session: Session) -> LogRepair | None:
    """What is to be done with the log; None without one."""
    try:
        content = read_log(session.folder)
    except NotFound:
        return None
    refuse_newer(lines_of(content), session.folder.log)
    return planned_repair(content)


def _intended(session: Session, plan: LogRepair | None) -> list[str]:
    """What a repair is about to do, in sentences; none where there is nothing to do."""
    sentences = []
    if plan is not None and plan.after != plan.before:
        sentences.append("First, the whole log is copied to backups.")
        if plan.moved:
            sentences.append(
                f"Then {pluralize(plan.moved, 'damaged line')} will move to a file beside the log."
            )
        if plan.doubled:
            sentences.append(f"{pluralize(plan.doubled, 'duplicate line')} will be removed.")
    wide = len(own_wide_modes(session.folder))
    if wide:
        sentences.append(f"{pluralize(wide, 'path')} will be made private to your account.")
    return sentences
