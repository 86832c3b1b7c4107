"""`pmpath roadmap edit`: the person's own editor on a copy, checked before it counts.

Whatever happens, the text that was typed is kept: in the roadmap once it is sound, else in a draft
beside it, which the next `edit` opens again.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import typer

from pmpath.cli.options.parameters import session_of
from pmpath.cli.plan.editors import how_to_wait, may_be_open, opened_at
from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import is_yes
from pmpath.cli.terminal.failures import complain
from pmpath.cli.terminal.output import confirm
from pmpath.domain.errors import NotStored, NotValid, UsageError
from pmpath.domain.kinds import EDIT, RoadmapChange
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.encode import new_fields
from pmpath.storage.roadmap.draft import Draft, roadmap_draft
from pmpath.storage.roadmap.file import read_text, roadmap_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def edit(context: typer.Context) -> None:
    """Open the roadmap in your editor; it is checked before it is saved."""
    _edit(session_of(context))


def _edit(session: Session) -> None:
    """Open the roadmap in the editor, again at each mistake; replace the file once it is sound."""
    if not sys.stdin.isatty():
        raise UsageError(
            "An editor needs a terminal.",
            hint=f"Edit {session.folder.roadmap} and run pmpath roadmap check.",
        )
    editor = _editor(session.environment)
    before = read_text(session.folder)
    draft = _draft(session.folder, before)
    line = 0
    while True:
        try:
            _run(editor, draft.path, line)
        except OSError as error:
            raise _not_started(editor, draft, before, error) from None
        text = draft.read()
        if text is None or text == before:
            _end_unchanged(editor, draft)
            return
        try:
            roadmap_of(text, draft.path)
            break
        except NotValid as error:
            complain(error)
            line = error.faults[0].line if error.faults else 0
            if not is_yes("Open it again? [Y/n]: ", enter=True):
                confirm(
                    "Saved: ",
                    f"{draft.path}; the roadmap has not changed. "
                    "To go on with this draft: pmpath roadmap edit",
                )
                raise SystemExit(NotValid.exit_code) from None
    _take_over(session, before, text)


def _draft(folder: Folder, before: str) -> Draft:
    """The draft to open: the one that was kept, else a copy of the roadmap.

    One that was kept and never touched is a copy of an older roadmap, and gives way.
    """
    draft = roadmap_draft(folder)
    if draft.exists and draft.is_outdated and not draft.is_old_roadmap:
        raise UsageError(
            "The roadmap was changed after you saved this draft.",
            place=draft.path,
            hint="Copy what you want from the draft, delete it, then edit again.",
        )
    if not draft.exists or draft.is_outdated:
        draft.write(before)
    return draft


def _end_unchanged(editor: list[str], draft: Draft) -> None:
    """Nothing was typed, or the editor with a window of its own did not wait: then keep the draft.

    Discarding it would take away the file that somebody is typing in.
    """
    if not may_be_open(editor) or not draft.exists:
        draft.discard()
        confirm("Roadmap: ", "nothing was changed.")
        return
    confirm("Roadmap: ", "nothing was changed so far.")
    confirm(
        "Saved: ",
        f"{draft.path}; if {editor[0]} still has it open, save it there, then "
        f"pmpath roadmap edit takes it over. {how_to_wait(editor)}",
    )


def _not_started(editor: list[str], draft: Draft, before: str, error: OSError) -> NotStored:
    """The error to raise; a draft in which nobody can have typed goes."""
    if draft.read() == before:
        draft.discard()
    return NotStored(
        f"The editor {editor[0]} did not start: {error.strerror}.",
        hint="Set EDITOR to another, as in: export EDITOR=nano",
    )


def _take_over(session: Session, before: str, text: str) -> None:
    """Put the draft in the roadmap's place; record the edit, and the plan where it changed."""
    session.replace_roadmap(before, text)
    roadmap_draft(session.folder).discard()
    head, values = "", session.changes_made()
    if values:
        fields = {**new_fields(RoadmapChange, EDIT), **values}
        head = session.append("change", session.today, fields)
    session.record_plan(session.journal(), head=head)
    confirm("Roadmap: ", "saved. A copy of the old one is in backups.")


def _editor(environment: Mapping[str, str]) -> list[str]:
    """The words of $VISUAL or $EDITOR; raises UsageError where neither names a program."""
    named = (name for name in ("VISUAL", "EDITOR") if environment.get(name, "").strip())
    name = next(named, "")
    if not name:
        raise UsageError("No editor is set.", hint="Set EDITOR, as in: export EDITOR=nano")
    try:
        words = shlex.split(environment[name], posix=sys.platform != "win32")
    except ValueError:
        raise UsageError(
            f"A quote or backslash in {name} is not closed: {environment[name]}",
            hint=f"Set it again, as in: export {name}='code --wait'",
        ) from None
    if not words or not words[0]:
        raise UsageError(
            f"{name} does not name a program: {environment[name]}",
            hint=f"As in: export {name}=nano",
        )
    return words


def _run(editor: list[str], path: str, line: int) -> None:
    """Wait for the editor; raises NotStored where it fails, OSError where it does not start."""
    done = subprocess.run(opened_at(editor, path, line), check=False)
    if done.returncode:
        raise NotStored(
            f"The editor {editor[0]} ended with exit code {done.returncode}; "
            "the roadmap has not changed.",
            hint=f"What you typed is in {path}",
        )
