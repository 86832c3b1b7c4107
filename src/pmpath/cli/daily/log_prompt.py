"""The free line of `pmpath log`: no shell stands between the words and the log."""

from __future__ import annotations

import sys
from pathlib import Path

from pmpath.cli.daily.log import log
from pmpath.cli.session import Session
from pmpath.cli.terminal.failures import complain
from pmpath.cli.terminal.typed_line import typed_line
from pmpath.domain.compose import Options
from pmpath.domain.errors import NotStored, UsageError
from pmpath.storage.disk.data_folder import nothing_set_up, refuse_dangling
from pmpath.storage.log.append import LONGEST_LINE, too_long

PROMPT = "What did you do? "


def log_free_line(session: Session, options: Options) -> None:
    """Ask for one line on a terminal; a line that cannot be meant comes back for mending."""
    if not sys.stdin.isatty():
        raise UsageError(
            "There are no words to log.",
            hint="pmpath log coffee with @lena:pm 45m, or pmpath log - to read stdin.",
        )
    # Nobody types a line that cannot be kept.
    refuse_dangling(session.folder.log)
    folder = session.folder
    if not any(Path(path).exists() for path in (folder.log, folder.roadmap, folder.answers)):
        raise nothing_set_up(folder)
    line = ""
    while True:
        line = typed_line(PROMPT, line, several=True) or ""
        if not line.strip():
            return
        try:
            log(session, line, options)
            return
        except UsageError as error:
            complain(error)


def read_stdin() -> str:
    """The whole of stdin as text; raises UsageError when it is too long or not UTF-8."""
    try:
        content = sys.stdin.buffer.read(LONGEST_LINE + 1)
    except OSError as error:
        raise NotStored(f"stdin could not be read: {error.strerror}.") from None
    if len(content) > LONGEST_LINE:
        raise too_long()
    try:
        return content.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError as error:
        raise UsageError(
            f"The text is not valid UTF-8 at byte {error.start + 1}.",
            hint="Convert it to UTF-8 first.",
        ) from None
