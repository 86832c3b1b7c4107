"""How a line that is being typed looks: folded to the terminal, redrawn after each change."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from pmpath.render.page.text import cells, clean

LINE_BREAK, LINE_BREAK_IN_ASCII = "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS} ", " / "
# Of a longer text only what is around the cursor is drawn.
LONGEST_DRAWN = 20_000
MORE = "..."


class LineDisplay:
    """Draws `prompt` and the text behind it.

    `write` sends to the terminal; `size` tells its columns and lines; `moves` says whether it
    understands movements of the cursor. Where it does not, one line of it is used.
    """

    def __init__(
        self, prompt: str, write: Callable[[str], None], size: Callable[[], tuple[int, int]],
        *, moves: bool, line_break: str = LINE_BREAK,
    ) -> None:  # fmt: skip
        self.prompt = prompt
        self.write = write
        self.size = size
        self.moves = moves
        self.line_break = line_break
        self.forget()

    def forget(self) -> None:
        """Something else was drawn since: begin again where the cursor of the terminal is."""
        self._rows: list[str] = []
        self._row = self._column = 0

    def draw(self, text: str, cursor: int) -> None:
        """Show the text with the cursor before the character at `cursor`."""
        rows, row, column = self._laid_out(text, cursor)
        added = self._added(rows, row, column)
        if added is not None:
            self.write(added)
        elif self.moves:
            self.write(self._redrawn(rows, row, column))
        else:
            self.write(self._redrawn_in_one_row(rows[row], column))
        self._rows, self._row, self._column = rows, row, column

    def end(self, text: str) -> None:
        """Show the text as it stays, and go to the next line."""
        self.draw(text, len(text))
        self.write("\r\n")
        self.forget()

    def _laid_out(self, text: str, cursor: int) -> tuple[list[str], int, int]:
        """The rows to show, and the row and column of the cursor among them."""
        width, height = self.size()
        text, cursor = _around(text, cursor)
        rows, row, column = _folded(self._visible(text), len(self.prompt) + cursor, width - 1)
        most = max(height - 1, 1) if self.moves else 1
        first = max(0, min(row - most // 2, len(rows) - most)) if len(rows) > most else 0
        return rows[first : first + most], row - first, column

    def _visible(self, text: str) -> list[str]:
        """What is shown for each character of the prompt and of the text."""
        return [*self.prompt, *(self.line_break if one == "\n" else clean(one) for one in text)]

    def _added(self, rows: list[str], row: int, column: int) -> str | None:
        """What was typed at the end of the last row; None when more than that has changed."""
        old = self._rows or [""]
        if len(rows) != len(old) or row != len(rows) - 1 or column != cells(rows[-1]):
            return None
        was_at_the_end = self._row == len(old) - 1 and self._column == cells(old[-1])
        if not was_at_the_end or rows[:-1] != old[:-1] or not rows[-1].startswith(old[-1]):
            return None
        return rows[-1][len(old[-1]) :]

    def _redrawn(self, rows: list[str], row: int, column: int) -> str:
        start = "\r" + _up(self._row)
        end = _up(len(rows) - 1 - row) + "\r" + (f"\x1b[{column}C" if column else "")
        return start + "\x1b[K\r\n".join(rows) + "\x1b[J" + end

    def _redrawn_in_one_row(self, shown: str, column: int) -> str:
        before = cells(self._rows[self._row]) if self._rows else 0
        over = max(before - cells(shown), 0)
        back = cells(shown) + over - column
        return "\r" + shown + " " * over + "\b" * back


def _around(text: str, cursor: int) -> tuple[str, int]:
    """The stretch of a long text around the cursor."""
    if len(text) <= LONGEST_DRAWN:
        return text, cursor
    first = max(cursor - LONGEST_DRAWN // 2, 0)
    before, after = (MORE if first else ""), text[first : first + LONGEST_DRAWN]
    return before + after, cursor - first + len(before)


def _folded(pieces: list[str], cursor: int, width: int) -> tuple[list[str], int, int]:
    """Rows of at most `width` columns; the row and column where the piece at `cursor` begins."""
    chars = "".join(pieces)
    at = list(accumulate(map(len, pieces), initial=0))[cursor]
    rows, column, cursor_at = [""], 0, (0, 0)
    for place, char in enumerate(chars):
        wide = cells(char)
        if column + wide > width and column:
            rows.append("")
            column = 0
        if place == at:
            cursor_at = (len(rows) - 1, column)
        rows[-1] += char
        column += wide
    if at == len(chars):
        cursor_at = (len(rows) - 1, column)
    return rows, *cursor_at


def _up(rows: int) -> str:
    return f"\x1b[{rows}A" if rows else ""
