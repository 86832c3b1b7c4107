"""Reading one answer on a terminal, until Enter; what is pasted never ends it.

Between the marks of a terminal that sets them a paste is one piece. Without them a line break is
part of the answer as long as more arrives behind it at once.
"""

from __future__ import annotations

import codecs
import re
import signal
import sys
from typing import TYPE_CHECKING

from pmpath.cli.terminal.edited_line import EditedLine
from pmpath.cli.terminal.keys import (
    DELETE,
    END_OF_INPUT,
    ENTER,
    INTERRUPT,
    KEY,
    PASTE,
    QUIT,
    REDRAW,
    SUSPEND,
    TEXT,
    Event,
    Keys,
)  # fmt: skip
from pmpath.cli.terminal.line_display import LINE_BREAK, LINE_BREAK_IN_ASCII, LineDisplay
from pmpath.cli.terminal.raw_terminal import SILENCE, RawTerminal

if TYPE_CHECKING:
    from typing import TextIO

# A busy machine may pause longer than usual within a paste that was recognized; in seconds.
PAUSE_IN_A_PASTE = 0.2
# The second mark of a paste may be lost with the connection; in seconds.
MARK_IS_LOST = 2.0
LINE_BREAKS = re.compile(r"[ \t]*\n\s*")


def line_from(screen: TextIO, prompt: str, prefilled: str, *, several: bool) -> str | None:
    """Ask on the terminal of stdin, which shows on `screen`; the rest as in `typed_line`."""
    # Named below: the reader needs the terminal, and the terminal calls it after a suspension.
    terminal = RawTerminal(sys.stdin.fileno(), screen, lambda: reader.show_anew())
    line_break = LINE_BREAK if _can_show(LINE_BREAK, screen.encoding) else LINE_BREAK_IN_ASCII
    display = LineDisplay(
        prompt, terminal.write, terminal.size, moves=terminal.moves, line_break=line_break
    )
    reader = LineReader(terminal, display, prefilled, several=several)
    with terminal:
        # Before the first question, what comes early belongs to a free line.
        if not several or RawTerminal.has_asked:
            terminal.drop_early_input()
        return reader.read()


def _can_show(text: str, encoding: str | None) -> bool:
    try:
        text.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class LineReader:
    """One answer while it is typed."""

    def __init__(
        self, terminal: RawTerminal, display: LineDisplay, prefilled: str, *, several: bool
    ) -> None:
        self.terminal = terminal
        self.display = display
        self.several = several
        self.line = EditedLine(prefilled)
        self.keys = Keys()
        self.decoder = codecs.getincrementaldecoder(sys.stdin.encoding or "utf-8")("replace")
        self.pause = 0.0
        self.is_behind_a_break = False
        self.has_pasted_a_line = False

    def read(self) -> str | None:
        """Until Enter is pressed, or the terminal says that nothing more will come."""
        self._show()
        try:
            return self._read()
        finally:
            self.display.end(self.line.text)

    def show_anew(self) -> None:
        """Draw it again after something else was drawn."""
        self.display.forget()
        self._show()

    def _read(self) -> str | None:
        while True:
            sent = self.terminal.read(MARK_IS_LOST if self.keys.is_in_the_middle else None)
            if sent == b"":
                return None
            events = self.keys.give_up() if sent is None else self._events(sent)
            for place, event in enumerate(events):
                is_last = place == len(events) - 1
                if event.kind == ENTER and not self._goes_on(is_last=is_last):
                    return self.line.text.strip("\n")
                if event == Event(KEY, END_OF_INPUT) and not self.line.text:
                    return None
                self._take(event)
            if not self.terminal.waits(0):
                self._show()

    def _events(self, sent: bytes) -> list[Event]:
        return self.keys.feed(self.decoder.decode(sent))

    def _goes_on(self, *, is_last: bool) -> bool:
        """Whether more arrives at once behind a line break, as only a paste does.

        It waits for that; from then on longer, because a paste was seen.
        """
        goes_on = not is_last or self.keys.is_in_the_middle
        if goes_on or self.terminal.waits(max(self.pause, SILENCE)):
            self.pause = PAUSE_IN_A_PASTE
            return True
        return False

    def _take(self, event: Event) -> None:
        if event.kind == TEXT:
            self.line.insert(event.value.lstrip() if self.is_behind_a_break else event.value)
        elif event.kind == PASTE:
            self._paste(event.value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
            return
        elif event.kind == ENTER:
            self._insert_lines("\n")
        else:
            self._press(event.value)
        self.is_behind_a_break = event.kind == ENTER and not self.several
        self.has_pasted_a_line = False

    def _paste(self, text: str) -> None:
        """Put in a paste; the break at its end counts only when another paste follows."""
        if self.has_pasted_a_line:
            self._insert_lines("\n")
        self._insert_lines(text.strip("\n"))
        self.has_pasted_a_line = text.endswith("\n")

    def _insert_lines(self, text: str) -> None:
        """Put in what was pasted; where one line is wanted, as one line."""
        before = self.line.text[: self.line.cursor]
        if not self.several:
            text = LINE_BREAKS.sub(" ", text)
            text = "" if text == before[-1:] == " " else text
        if before.strip() or not text.isspace():
            self.line.insert(text)

    def _press(self, key: str) -> None:
        if key == INTERRUPT:
            self.terminal.send(signal.SIGINT)
        elif key == QUIT:
            self.terminal.quit()
        elif key == SUSPEND:
            self.terminal.suspend()
        elif key == REDRAW:
            self.show_anew()
        else:
            self.line.press(DELETE if key == END_OF_INPUT else key)

    def _show(self) -> None:
        self.display.draw(self.line.text, self.line.cursor)
