"""A text that is longer than the terminal goes through a pager, from its first line on.

NO_PAGER, PAGER and LESS are the person's own settings and win; in a pipe there is no pager.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

# For less, where LESS says nothing: leave when one screen is enough, show colors, stay on screen.
LESS = "FRX"
COLORS = re.compile(r"\x1b\[[\d;]*m")
# A terminal that cannot go back to an earlier line.
UNABLE = ("", "dumb")


def show_paged(text: str) -> bool:
    """Show a text in the pager; False where there is none, and nothing was shown."""
    command = _pager()
    if not command or sys.stdin is None or not sys.stdin.isatty():
        return False
    settings = os.environ.get("LESS", "")
    if settings and Path(command[0]).name == "less" and "r" not in settings.lower():
        # Whoever set LESS without R would read codes in place of colors.
        text = COLORS.sub("", text)
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    return _run(command, text.encode(encoding, "backslashreplace"))


def _pager() -> list[str]:
    """The words of the pager's call; none where paging is not wanted or not possible."""
    wanted = os.environ.get("PAGER")
    if os.environ.get("NO_PAGER") or os.environ.get("TERM", "") in UNABLE:
        return []
    if wanted is None:
        found = shutil.which("less")
        return [found] if found else []
    try:
        words = shlex.split(wanted)
    except ValueError:
        return []
    return [] if words == ["cat"] else words


def _run(command: list[str], content: bytes) -> bool:
    environment = {"LESS": LESS, **os.environ}
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    # Ctrl-C is the pager's while it is open.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pager.communicate(content)
    finally:
        signal.signal(signal.SIGINT, before)
    return True
