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

from pmpath.cli.terminal.keys import INTERRUPT, KEY, Event, Keys
from pmpath.cli.terminal.output import terminal_width

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType
    from typing import Any, TextIO

# So long nothing arrives, in seconds, once a paste has ended.
SILENCE = 0.05
CHUNK = 65536
USUAL_LINES = 24
MARKS_ON, MARKS_OFF = "\x1b[?2004h", "\x1b[?2004l"
# Terminals that know no sequences, and would show them.
WITHOUT_SEQUENCES = ("", "dumb", "unknown")
ENDED_BY_SIGNAL = 128


class RawTerminal:
    """The terminal of stdin, to be used in a `with`. `resumed` is called after a suspension."""

    # Whether this process has asked a question before.
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

        try:
            self._before = termios.tcgetattr(self.keyboard)
        except termios.error:
            self.has_ended = True
        self._take_signals()
        self._begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        RawTerminal.has_asked = True
        try:
            self.swallow(SILENCE if error else 0)
        finally:
            self._end()
            for number, handler in self._handlers.items():
                signal.signal(number, handler)

    def write(self, text: str) -> None:
        """Show text; where nobody can see it, the answer still counts."""
        try:
            self.screen.write(text)
            self.screen.flush()
        except OSError:
            pass

    def size(self) -> tuple[int, int]:
        """Columns and lines, as they are now."""
        try:
            size = os.get_terminal_size(self.keyboard)
        except OSError:
            return terminal_width(), USUAL_LINES
        # Both are 0 where a terminal does not know them.
        return max(size.columns or terminal_width(), 2), size.lines or USUAL_LINES

    def waits(self, seconds: float | None) -> bool:
        """Whether something has arrived, or does so in that time; None waits for ever."""
        return bool(select.select([self.keyboard], [], [], seconds)[0])

    def read(self, seconds: float | None = None) -> bytes | None:
        """What has arrived; empty at the end of all input, None when nothing came in that time."""
        if self.has_ended:
            return b""
        # Never read without waiting: who started the call may have made the terminal impatient.
        if not self.waits(seconds):
            return None
        try:
            arrived = os.read(self.keyboard, CHUNK)
        except OSError:
            arrived = b""
        self.has_ended = not arrived
        return arrived

    def swallow(self, seconds: float) -> bytes:
        """Let nothing of what arrives in that time, and without a pause behind it, go further."""
        swallowed = []
        while not self.has_ended and self.waits(seconds):
            swallowed.append(self.read() or b"")
            seconds = SILENCE
        return b"".join(swallowed)

    def drop_early_input(self) -> None:
        """Nobody can have answered a question that did not show yet; but Ctrl-C leaves it."""
        early = self.swallow(0).decode(errors="replace")
        if Event(KEY, INTERRUPT) in Keys().feed(early):
            self.send(signal.SIGINT)

    def suspend(self) -> None:
        """What Ctrl-Z does; returns once the shell brings the call back."""
        self.swallow(SILENCE)
        self._end()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0 if self._is_in_front() else os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._suspend_by_signal)
        self._resume()

    def send(self, number: int) -> None:
        """Give a signal to this call and all that were started with it, as the terminal would."""
        os.kill(0 if self._is_in_front() else os.getpid(), number)
        raise SystemExit(ENDED_BY_SIGNAL + number)

    def quit(self) -> None:
        r"""What Ctrl-\ does."""
        self.swallow(SILENCE)
        self._end()
        self.send(signal.SIGQUIT)

    def _is_in_front(self) -> bool:
        """Whether this call and those started with it have the terminal to themselves."""
        try:
            return os.tcgetpgrp(self.keyboard) == os.getpgrp()
        except OSError:
            return False

    def _begin(self) -> None:
        """Take each key as it comes, unechoed, and let the terminal mark what is pasted."""
        import termios

        if self.has_ended:
            return
        raw = list(self._before)
        raw[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.ISTRIP | termios.IXON)
        raw[3] &= ~(termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN)
        raw[6] = [*raw[6]]
        raw[6][termios.VMIN], raw[6][termios.VTIME] = 1, 0
        try:
            # What was typed before the question is not thrown away: TCSANOW keeps it.
            termios.tcsetattr(self.keyboard, termios.TCSANOW, raw)
        except termios.error:
            self.has_ended = True
        if self.moves:
            self.write(MARKS_ON)

    def _end(self) -> None:
        """Leave the terminal as it was before `_begin`."""
        import termios

        if self.moves:
            self.write(MARKS_OFF)
        if self._before is None:
            return
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
    """Where a person at the keyboard sees questions; None where nobody is at it."""
    if sys.platform == "win32" or sys.stdin is None:
        return None
    try:
        keyboard = sys.stdin.fileno()
        if not os.isatty(keyboard):
            return None
    except (OSError, ValueError):
        return None
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and stream.isatty():
            return stream
    # Both go to files: the terminal of the keyboard has a screen as well.
    return open(keyboard, "w", encoding=sys.stdin.encoding, errors="replace", closefd=False)
