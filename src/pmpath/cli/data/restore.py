"""`pmpath doctor --restore`: lists the backups; with one of them shows what changes, then asks."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import agreed
from pmpath.cli.terminal.output import acknowledge, confirm, present, terminal_width
from pmpath.domain.errors import NewerSchema, NotValid, PmpathError
from pmpath.domain.files.copies import KeyChange, LogChange
from pmpath.domain.record import Frozen, changed
from pmpath.render.files.restore import backups_text, keys_text, records_text
from pmpath.render.page.text import hanging, offering
from pmpath.storage.backups import LOG, Backup, digest_of
from pmpath.storage.disk.os_errors import raises_not_stored
from pmpath.storage.disk.reading import read_or_none
from pmpath.storage.doctor.checkup import check_up
from pmpath.storage.doctor.restore import (
    backup_named,
    listed_backups,
    log_change,
    put_back,
)
from pmpath.storage.log.lines import lines_of, refuse_newer
from pmpath.storage.roadmap.file import parsed, roadmap_of
from pmpath.storage.roadmap.keys import key_changes


def show_backups(session: Session, *, as_json: bool) -> None:
    """Print every backup, newest first, with the number that `--restore` takes."""
    check_up(session.folder, session.now)
    backups = listed_backups(session.folder)
    facts = {"folder": session.folder.backups, "backups": backups}
    text = "\n".join(backups_text(backups, session.today, terminal_width()))
    present("backups", facts, text, as_json=as_json)


class RestoreFacts(Frozen):
    """What came of a backup; `is_restored` is false where the file is the same or nobody agreed.

    `log` says which records go and come with one of the log, `keys` what changes with one of the
    roadmap; None for keys where the roadmap that it replaced could not be read.
    """

    name: str
    is_restored: bool
    log: LogChange | None = None
    keys: tuple[KeyChange, ...] | None = ()


def restore(session: Session, word: str, *, asks: bool) -> RestoreFacts:
    """Put a backup in the place of its file, after a look at what that changes.

    Raises NotFound for a word that names none, NotValid for a backup that could not be used.
    """
    check_up(session.folder, session.now)
    backup = backup_named(session.folder, word)
    with raises_not_stored(backup.path, ""):
        content = backup.read()
    path = session.folder.log if backup.kind == LOG else session.folder.roadmap
    current = read_or_none(path)
    width = terminal_width()
    lines = offering("", "Backup:", backup.name, width)
    if digest_of(content) != backup.digest:
        lines += hanging("  ", "The file is damaged: its content does not match its name.", width)
    if content == current:
        acknowledge("\n".join(lines))
        confirm("Restore: ", "the file is the same as this backup; nothing was changed.")
        return RestoreFacts(backup.name, is_restored=False)
    facts = _facts(session, backup, content, current or b"")
    log = facts.log
    told = keys_text(facts.keys, width) if log is None else records_text(log, width)
    acknowledge("\n".join([*lines, *told]))
    hint = f"pmpath doctor --restore {backup.name} --yes"
    if asks and not agreed("Replace the file with this backup?", hint=hint):
        confirm("Restore: ", "nothing was changed.")
        return changed(facts, is_restored=False)
    with session.writing():
        put_back(session.folder, backup, content, current, session.now)
    # A log that is lost as well is not begun anew: its own backup may come next.
    if backup.kind != LOG and read_or_none(session.folder.log) is not None:
        _record_plan(session)
    copied = " The file it replaced is in backups." if current is not None else ""
    confirm("Restored: ", f"{backup.name}.{copied}")
    return facts


def _facts(session: Session, backup: Backup, content: bytes, current: bytes) -> RestoreFacts:
    """What the file would say after it; refuses what no pmpath of this version could read."""
    if backup.kind == LOG:
        for path, log in ((backup.path, content), (session.folder.log, current)):
            refuse_newer(lines_of(log), path)
        return RestoreFacts(backup.name, is_restored=True, log=log_change(current, content))
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise NotValid("It is not UTF-8.", place=backup.path) from None
    roadmap_of(text, backup.path)
    found = _key_changes(session, current, text)
    keys = None if found is None else tuple(found)
    return RestoreFacts(backup.name, is_restored=True, keys=keys)


def _key_changes(session: Session, current: bytes, then: str) -> list[KeyChange] | None:
    """Keys that differ; None when the current file is not TOML, as when it is what went wrong."""
    try:
        now = current.decode()
        parsed(now, session.folder.roadmap)
    except UnicodeDecodeError:
        return None
    except NewerSchema:
        raise
    except NotValid:
        return None
    return key_changes(now, then)


def _record_plan(session: Session) -> None:
    """Record the plan that the file holds now; a log that cannot be read waits."""
    try:
        journal = session.journal()
    except PmpathError:
        return
    session.record_plan(journal)
