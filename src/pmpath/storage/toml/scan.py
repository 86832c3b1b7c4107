"""A TOML text cut into lines of code: without comments, each text in quotes as `""`.

Found on the way: the first text that is not closed, escape that does not exist, or character that
TOML allows only in quotes. Unlike tomllib it knows where a text or a list began.
"""

from __future__ import annotations

import re

from pmpath.domain.record import Frozen

# The kinds of faults.
UNCLOSED, ESCAPE, CONTROL, STRAY = "unclosed", "escape", "control", "stray"
# What ends a stretch of plain code.
STOP = re.compile(r'"""|\'\'\'|["\'#\n\[\]{}]|\r\n|[^\t\x20-\x7e]')
CONTROLS = r"[\0-\x08\x0b-\x1f\x7f]"
# What counts inside a text, by its quote; a basic text has escapes, a literal one has none.
INSIDE = {
    '"': re.compile(
        r'\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\r?\n|.)'
        r'|"""|"|\r?\n|' + CONTROLS
    ),
    "'": re.compile(r"'''|'|\r?\n|" + CONTROLS),
}  # fmt: skip
IN_COMMENT = re.compile(r"\r?\n|" + CONTROLS)
# The end of a line on which a text of several lines can hardly be meant to end.
NEXT_KEY = re.compile(r"(?:^|\n)[ \t]*[\w.-]+[ \t]*=[ \t]*$")
# The escapes that exist; the last one is a line break that is left out of the text.
ESCAPES = re.compile(r'\\([btnfr"\\]|u.{4}|U.{8}|\s*\n)', re.DOTALL)


class ScanFault(Frozen):
    """What is wrong, on which line (from 1), and the quote, escape or character it is about."""

    kind: str
    line: int
    sign: str


class TomlScan:
    """One walk over a text, valid or not.

    `code[n]` is line n + 1 without comments and words; `begun[n]` the line on which the list or
    text around its start began, 0 where there is none; `unclosed` are the lines of open brackets.
    `swallows` is the line of the first text in `quote` that ends where another begins: as far as a
    person can tell it is not closed; 0 where there is none.
    """

    def __init__(self, text: str) -> None:
        self.code = [""]
        self.begun = [0]
        self.unclosed: list[int] = []
        self.fault: ScanFault | None = None
        self.swallows, self.quote = 0, ""
        self._text = text
        self._at = 0
        self._in_header = False
        while self._at < len(text):
            self._step()

    @property
    def line(self) -> int:
        """The line that the walk has come to."""
        return len(self.code)

    def _step(self) -> None:
        stop = STOP.search(self._text, self._at)
        end = stop.start() if stop else len(self._text)
        self.code[-1] += self._text[self._at : end]
        if stop is None:
            self._at = end
            return
        sign = stop[0]
        self._at = stop.end()
        if sign.endswith("\n"):
            self._in_header = False
            self._next_line(self.unclosed[0] if self.unclosed else 0)
        elif sign == "#":
            self._skip_comment()
        elif sign[0] in INSIDE:
            self._skip_text(sign)
        elif sign in "[]{}":
            self._bracket(sign)
        else:
            self.code[-1] += sign
            self._note(STRAY, sign)

    def _next_line(self, begun: int) -> None:
        self.code.append("")
        self.begun.append(begun)

    def _note(self, kind: str, sign: str, line: int = 0) -> None:
        if self.fault is None:
            self.fault = ScanFault(kind, line or self.line, sign)

    def _bracket(self, sign: str) -> None:
        if sign == "[" and not self.unclosed and not self.code[-1].strip():
            self._in_header = True
        if not self._in_header:
            if sign in "[{":
                self.unclosed.append(self.line)
            elif self.unclosed:
                self.unclosed.pop()
        self.code[-1] += sign

    def _skip_comment(self) -> None:
        while found := IN_COMMENT.search(self._text, self._at):
            if found[0].endswith("\n"):
                self._at = found.start()
                return
            self._note(CONTROL, found[0])
            self._at = found.end()
        self._at = len(self._text)

    def _skip_text(self, quote: str) -> None:
        """Go behind the end of the text that this quote has opened; `\"\"\"` spans lines."""
        start, spans_lines = self.line, len(quote) > 1
        begun = self._at
        self.code[-1] += '""'
        while found := INSIDE[quote[0]].search(self._text, self._at):
            sign = found[0]
            if sign.endswith("\n") and not spans_lines:
                break
            self._at = found.end()
            if sign.startswith("\\") and not ESCAPES.fullmatch(sign):
                self._note(ESCAPE, sign)
            elif not sign.startswith(("\\", "\n", "\r\n", quote[0])):
                self._note(CONTROL, sign)
            if sign.endswith("\n"):
                self._next_line(start)
            elif sign.startswith(quote[0]) and self._ends(sign, quote):
                if not self.swallows and NEXT_KEY.search(self._text, begun, found.start()):
                    self.swallows, self.quote = start, quote
                return
        else:
            self._at = len(self._text)
        self._note(UNCLOSED, quote, start)

    def _ends(self, sign: str, quote: str) -> bool:
        """Whether these quotes end the text; up to two more belong to a text of several lines."""
        if len(quote) == 1:
            # Two quotes of the three that were found belong to what follows.
            self._at -= len(sign) - 1
            return True
        if len(sign) == 1:
            return False
        behind = self._text[self._at : self._at + 2]
        self._at += len(behind) - len(behind.lstrip(quote[0]))
        return True
