"""A shell on a terminal of its own, into which things are pasted."""

from __future__ import annotations

import shlex
import signal
import sys
from pathlib import Path

import pexpect

from tests.doors.process import Fields, entries, environment
from tests.programs import needs

PATIENCE = 60.0
BEGINS, ENDS = "\x1b[200~", "\x1b[201~"
LOG = "What did you do? "
SHELL = "desk-is-ready$ "


def _heed_hangups() -> None:
    """Tests that run under nohup would hand its deafness for SIGHUP on to the shell."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Desk:
    """Bash, with pmpath on its PATH; `term` names the terminal."""

    def __init__(self, home: Path, term: str = "xterm", **more: str) -> None:
        self.home = home
        self.desk = home / "desk"
        programs = home / "bin"
        for place in (self.desk, programs):
            place.mkdir(exist_ok=True)
        wrapper = programs / "pmpath"
        wrapper.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pmpath "$@"\n')
        wrapper.chmod(0o755)
        settings = environment(home, TERM=term, COLUMNS="160", **more)
        settings["PATH"] = f"{programs}:{settings['PATH']}"
        self.terminal: pexpect.spawn[str] = pexpect.spawn(
            needs("bash"), ["--norc", "--noprofile", "-i"], env=settings, cwd=str(self.desk),
            encoding="utf-8", codec_errors="replace", timeout=PATIENCE, dimensions=(24, 160),
            preexec_fn=_heed_hangups,
        )  # fmt: skip
        self.terminal.delaybeforesend = None
        # A shell that gets something pasted would run it.
        self.type(f"bind 'set enable-bracketed-paste off'; PS1={SHELL[0]}''{SHELL[1:]!r}")
        self.see(SHELL)

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self.is_back = False
        self.terminal.send(f"{line}\r")

    def paste(self, text: str, *, marked: bool) -> None:
        """Paste, as a terminal does that sets marks around it, or as one that does not."""
        pasted = text.replace("\n", "\r")
        self.terminal.send(f"{BEGINS}{pasted}{ENDS}" if marked else pasted)

    def see(self, text: str) -> str:
        """Wait until the terminal shows this; what it showed before."""
        self.terminal.expect_exact(text)
        return self.terminal.before or ""

    def wait_for_shell(self) -> None:
        """Wait until the shell asks for its next command, and read all that is shown till then."""
        if not self.is_back:
            self.see(SHELL)
        self.is_back = True

    def kept(self, count: int = 1) -> list[Fields]:
        """The entries, once the call has ended; there have to be this many."""
        self.wait_for_shell()
        found = entries(self.home)
        assert len(found) == count
        return found

    def untouched(self) -> bool:
        """Whether the shell, once it is back, got only what was typed for it; ends the visit."""
        self.wait_for_shell()
        self.type("echo en''ded")
        self.see("ended\r\n")
        self.terminal.close(force=True)
        return not list(self.desk.iterdir())
