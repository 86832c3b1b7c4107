"""The terminal while a question is open: every key arrives at once, and a paste is marked as one.

Whatever happens, the terminal is given back as it was, and only once nothing more arrives: what is
pasted into a question never goes on to the next one or to the shell.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType
    from typing import Any, TextIO

# So long nothing arrives, in seconds, once a paste has ended.
SILENCE = 0.05
CHUNK = 65536
MARKS_ON, MARKS_OFF = "\x1b[?2004h", "\x1b[?2004l"
# Terminals that know no sequences, and would show them.
WITHOUT_SEQUENCES = ("", "dumb", "unknown")
ENDED_BY_SIGNAL = 128


class RawTerminal:
    """The terminal of stdin, to be used in a `with`. `resumed` is called after a suspension."""

    # Whether this process has asked before.
    has_asked = False

    def __init__(self, keyboard: int, screen: TextIO, resumed: Callable[[], None]) -> None:
        self.keyboard = keyboard
        self.screen = screen
        self.resumed = resumed
        self.moves = os.environ.get("TERM", "") not in WITHOUT_SEQUENCES
        self.has_ended = False
        self._before: Any = None
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> RawTerminal:
        import termios

        self._before = termios.tcgetattr(self.keyboard)
        self._take_signals()
        self._begin()
        if RawTerminal.has_asked:
            # Nobody can have answered a question that was not asked yet.
            self.swallow(0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.swallow(SILENCE if error or self.has_ended else 0)
        self._end()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        RawTerminal.has_asked = True

    def write(self, text: str) -> None:
        """Show text; where nobody can see it, the answer still counts."""
        try:
            self.screen.write(text)
            self.screen.flush()
        except OSError:
            pass

    def size(self) -> tuple[int, int]:
        """Columns and lines, as they are now."""
        from pmpath.cli.output import terminal_width

        try:
            lines = os.get_terminal_size(self.keyboard).lines
        except OSError:
            lines = 0
        return max(terminal_width(), 2), lines or 24

    def waits(self, seconds: float) -> bool:
        """Whether something has arrived, or does so in that time."""
        return bool(select.select([self.keyboard], [], [], seconds)[0])

    def read(self, seconds: float | None = None) -> bytes | None:
        """What has arrived; empty at the end of all input, None when nothing came in that time."""
        if seconds is not None and not self.waits(seconds):
            return None
        try:
            found = os.read(self.keyboard, CHUNK)
        except OSError:
            found = b""
        self.has_ended = self.has_ended or not found
        return found

    def swallow(self, seconds: float) -> None:
        """Let nothing of what arrives in that time, and without a pause behind it, go further."""
        while not self.has_ended and self.waits(seconds):
            self.read()
            seconds = SILENCE

    def suspend(self) -> None:
        """What Ctrl-Z does; returns once the shell brings the call back."""
        self.swallow(SILENCE)
        self._end()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._suspend_by_signal)
        self._resume()

    def send(self, number: int) -> None:
        """Give a signal to this call and all that were started with it, as the terminal would."""
        os.kill(0, number)
        raise SystemExit(ENDED_BY_SIGNAL + number)

    def quit(self) -> None:
        r"""What Ctrl-\ does."""
        self.swallow(SILENCE)
        self._end()
        self.send(signal.SIGQUIT)

    def _begin(self) -> None:
        import termios

        raw = list(self._before)
        raw[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP | termios.IXON)
        raw[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
        raw[6] = [*raw[6]]
        raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
        # What was typed before the question is not thrown away: TCSANOW keeps it.
        termios.tcsetattr(self.keyboard, termios.TCSANOW, raw)
        if self.moves:
            self.write(MARKS_ON)

    def _end(self) -> None:
        import termios

        if self.moves:
            self.write(MARKS_OFF)
        try:
            termios.tcsetattr(self.keyboard, termios.TCSANOW, self._before)
        except termios.error:
            # The terminal is gone.
            self.has_ended = True

    def _take_signals(self) -> None:
        handlers = {
            signal.SIGTSTP: self._suspend_by_signal,
            signal.SIGCONT: self._resume,
            signal.SIGTERM: self._stop,
            signal.SIGHUP: self._stop,
        }
        for number, handler in handlers.items():
            if signal.getsignal(number) != signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, handler)

    def _suspend_by_signal(self, number: int, frame: FrameType | None) -> None:
        self.suspend()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        raise SystemExit(ENDED_BY_SIGNAL + number)

    def _resume(self, number: int = 0, frame: FrameType | None = None) -> None:
        self._begin()
        self.resumed()


def screen_of_the_terminal() -> TextIO | None:
    """Where questions show when a person is at the keyboard; None where they cannot be typed."""
    if sys.platform == "win32" or sys.stdin is None or not sys.stdin.isatty():
        return None
    shown = (one for one in (sys.stdout, sys.stderr) if one is not None and one.isatty())
    return next(shown, None)
