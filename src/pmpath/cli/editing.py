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

from pmpath.cli.failures import complain
from pmpath.cli.output import confirm
from pmpath.cli.session import Session
from pmpath.domain.entry import EDIT
from pmpath.domain.errors import NotStored, NotValid, UsageError
from pmpath.storage.draft import roadmap_draft
from pmpath.storage.roadmap_file import read_text, roadmap_of

if TYPE_CHECKING:
    from collections.abc import Mapping

# Editors that open a file at `+LINE FILE`; to those in no list the line is said, not given.
TAKES_PLUS_LINE = ("vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "joe", "ne", "kak")
# Those that take `FILE:LINE`, and those that want a word before it.
TAKES_COLON_LINE = ("hx", "helix", "subl", "zed")
TAKES_GOTO = ("code", "codium", "code-insiders", "cursor")
WAITS = ("-w", "--wait")


def edit(session: Session) -> None:
    """Open the roadmap in the editor, again at each mistake; replace the file once it is sound."""
    if not sys.stdin.isatty():
        raise UsageError(
            "An editor needs a terminal.",
            hint=f"Edit {session.folder.roadmap} and run pmpath roadmap check.",
        )
    editor = _editor(session.environment)
    before, draft = read_text(session.folder), roadmap_draft(session.folder)
    if not draft.exists:
        draft.write(before)
    elif draft.is_outdated:
        raise UsageError(
            "The roadmap was changed after a draft was kept.",
            place=draft.path,
            hint="Take from it what you want, remove it, then edit again.",
        )
    line = 0
    while True:
        _run(editor, draft.path, line)
        text = draft.read()
        if text is None or text == before:
            draft.discard()
            confirm("Roadmap: ", "nothing was changed.")
            return
        try:
            roadmap_of(text, draft.path)
            break
        except NotValid as error:
            complain(error)
            line = _first_line(error)
            if not typer.confirm("Open it again?", default=True):
                confirm(
                    "Kept: ",
                    f"{draft.path}; the roadmap is as it was. "
                    "pmpath roadmap edit opens this draft again.",
                )
                raise SystemExit(NotValid.exit_code) from None
    _take_over(session, before, text)


def _take_over(session: Session, before: str, text: str) -> None:
    """Put the draft in the roadmap's place, and write down a changed promise."""
    session.record_plan(session.journal())
    session.replace_roadmap(before, text)
    roadmap_draft(session.folder).discard()
    made = session.changes_made()
    head = session.append("change", session.today, {"what": EDIT, **made}) if made else ""
    session.record_plan(session.journal(), head=head)
    confirm("Roadmap: ", "saved. A copy of the old one is in backups.")


def _editor(environment: Mapping[str, str]) -> list[str]:
    """The words of $VISUAL or $EDITOR."""
    chosen = environment.get("VISUAL") or environment.get("EDITOR") or ""
    words = shlex.split(chosen, posix=sys.platform != "win32")
    if not words:
        raise UsageError("No editor is set.", hint="Set EDITOR, as in: export EDITOR=nano")
    return words


def _run(editor: list[str], path: str, line: int) -> None:
    try:
        done = subprocess.run(opened_at(editor, path, line), check=False)
    except OSError as error:
        raise NotStored(
            f"The editor {editor[0]} did not start: {error.strerror}.",
            hint="Set EDITOR to another.",
        ) from None
    if done.returncode:
        raise NotStored(
            f"The editor {editor[0]} ended with {done.returncode}; the roadmap is as it was.",
            hint=f"What you typed is in {path}",
        )


def opened_at(editor: list[str], path: str, line: int) -> list[str]:
    """The call that opens a file, at a line (from 1) where this editor is known to take one.

    Editors with windows of their own would return at once; they are told to wait.
    """
    name = editor[0].rpartition("/")[2].removesuffix(".exe")
    has_windows = name in (*TAKES_GOTO, "subl", "zed") and not set(WAITS) & set(editor)
    call = [*editor, "--wait"] if has_windows else editor
    if not line:
        return [*call, path]
    if name in TAKES_PLUS_LINE:
        return [*call, f"+{line}", path]
    if name in TAKES_GOTO:
        return [*call, "--goto", f"{path}:{line}"]
    return [*call, f"{path}:{line}" if name in TAKES_COLON_LINE else path]


def _first_line(error: NotValid) -> int:
    """The line of the first fault: in the place of a syntax error, else in the first hint."""
    for said in (error.place, error.hint.partition(" ")[0].rstrip(":")):
        number = said.rpartition(":")[2]
        if number.isdecimal():
            return int(number)
    return 0
