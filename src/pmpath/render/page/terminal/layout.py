"""A page laid out for a terminal that is wide enough, where every letter takes one column.

That is nearly every screen, and loading Rich takes longer than all else that the screen of a day
does. What it lays out is what Rich would, sign for sign; a property test holds that.
"""

from __future__ import annotations

from itertools import pairwise

from pmpath.render.page.blocks import (
    BESIDE,
    COLORS,
    FAINT,
    GAP,
    NO_STYLE,
    STRONG,
    TITLE,
    WEIGHT,
    WHEN,
    Beside,
    Copied,
    Drawn,
    Head,
    Line,
    Rows,
    Steps,
    Title,
)
from pmpath.render.page.text import offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.render.page.blocks import Placed, Sheet


# The codes of each style, by what a terminal shows of it; nothing is styled where there is none.
CODES = {
    WEIGHT: {TITLE: "1", FAINT: "2", STRONG: "1"},
    COLORS: {TITLE: "1", FAINT: "2", STRONG: "1;36"},
}
# Letters of one column beyond ASCII: Latin, and the signs that our own texts hold.
FIRST_LATIN, LAST_LATIN, SOFT_HYPHEN = "\N{INVERTED EXCLAMATION MARK}", "\u02ff", "\u00ad"
SIGNS = frozenset("‐‑‒–—‘’‚“”„†•…‰‹›€→←↑↓−≈≤≥▸▁▂▃▄▅▆▇█░▒▓│─┤├└┘┌┐●○■□✓")
# What stands left of every row, and behind its name.
MARGIN, BEHIND = 2, 1
# Where less than this is left beside the names, columns give way to one another.
LEAST_ROOM = 20


def lines_of(sheet: Sheet, blocks: Sequence[Placed]) -> str | None:
    """The blocks as lines, with codes for their styles; None where only Rich can lay them out."""
    if sheet.narrow:
        return None
    layout = _Layout(sheet)
    found: list[str] = []
    for block in blocks:
        lines = layout.of_block(block)
        if lines is None:
            return None
        found += lines
    text = "\n".join(found)
    return text if text.isascii() or all(map(_takes_one_column, {*text})) else None


def _takes_one_column(char: str) -> bool:
    if char.isascii() or char in SIGNS:
        return True
    return FIRST_LATIN <= char <= LAST_LATIN and char != SOFT_HYPHEN


class _Layout:
    """Lays out one block after the other, each as lines without a line break."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.width = sheet.width
        self.codes = {} if sheet.paper.styles == NO_STYLE else CODES[sheet.paper.styles]

    def of_block(self, block: Placed) -> list[str] | None:
        """The lines of one block; None where Rich has to find the widths of its columns."""
        if isinstance(block, Rows):
            return self._rows(block)
        if isinstance(block, Steps):
            return self._rows(Rows(tuple(self.sheet.timed(one) for one in block.rows), WHEN))
        if isinstance(block, Line):
            said, *command = offered(block.text, self.width)
            whole = [self._styled(one, block.style) for one in command]
            return self._paragraph(said, block.style) + whole
        if isinstance(block, Title):
            title = self._paragraph(block.text, TITLE)
            return title if self.sheet.is_tight else ["", *title]
        if isinstance(block, Head):
            return self._head(block)
        if isinstance(block, Beside):
            return [f"{self._styled(block.title, TITLE)}{' ' * BESIDE}{block.text}"]
        if isinstance(block, Copied):
            return [block.text]
        return self._picture(block)

    def _styled(self, text: str, style: str) -> str:
        code = self.codes.get(style)
        return f"\x1b[{code}m{text}\x1b[0m" if code and text else text

    def _paragraph(self, text: str, style: str = "") -> list[str]:
        return [self._styled(line, style) for line in wrapped(text, self.width)]

    def _head(self, head: Head) -> list[str]:
        gap = self.width - len(head.left) - len(head.right)
        if gap < GAP:
            return self._paragraph(head.left, TITLE) + self._paragraph(head.right)
        return [f"{self._styled(head.left, TITLE)}{' ' * gap}{head.right}"]

    def _rows(self, block: Rows) -> list[str] | None:
        """Names in a column as wide as the longest, and the texts beside them."""
        first = (
            max([block.name_width, *(len(name) for name, _ in block.rows)])
            if block.name_width
            else 0
        )
        left = MARGIN + (first + BEHIND if first else 0)
        room = self.width - left
        if room < LEAST_ROOM:
            return None
        found: list[str] = []
        for name, text in _parted(block.rows, room):
            # Beside a name the blanks of its column have its style too.
            beside = self._styled(name.ljust(first), STRONG) + " " * BEHIND if first else ""
            for line in wrapped(text, room):
                found.append(f"{' ' * MARGIN}{beside}{line}")
                beside = " " * (left - MARGIN)
        return found

    def _picture(self, block: Drawn) -> list[str]:
        if not block.on_terminal:
            return []
        # Loaded for the screens that have one: the screen of the day has none.
        from pmpath.render.page.pictures.letters import picture_lines

        return ["", *(line[: self.width] for line in picture_lines(block.picture, self.width))]


def _parted(rows: Sequence[tuple[str, str]], room: int) -> Iterator[tuple[str, str]]:
    """The rows; a command that a text ends with, and that does not fit beside it, goes below."""
    for name, text in rows:
        said, *command = offered(text, room)
        yield name, said
        for one in command:
            yield "", one


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many letters, broken between words where that can be.

    A blank stays behind its word unless it would be the letter too many.
    """
    if len(text) <= width:
        return [text]
    breaks = [0, *_breaks(text, width), len(text)]
    pieces = (text[first:after] for first, after in pairwise(breaks))
    return [_cut_blanks(piece, width)[:width] for piece in pieces]


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where lines begin behind the first one."""
    used = 0
    for start, word in _words(text):
        bare = len(word.rstrip(" "))
        if bare <= width - used:
            used += len(word)
        elif bare > width:
            # Longer than any line: it is cut wherever a line ends.
            for at in range(0, len(word), width):
                if start + at:
                    yield start + at
                used = min(len(word) - at, width)
        else:
            if used and start:
                yield start
                used = len(word)


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Each word with the blanks behind it, the first also with those before it; and its place."""
    start, at, size = 0, len(text) - len(text.lstrip(" ")), len(text)
    while at < size:
        end = text.find(" ", at)
        at = size if end < 0 else end
        while at < size and text[at] == " ":
            at += 1
        yield start, text[start:at]
        start = at


def _cut_blanks(line: str, width: int) -> str:
    """The line without the blanks at its end that stand beyond the width."""
    excess = len(line) - width
    blanks = len(line) - len(line.rstrip(" "))
    return line[: -min(excess, blanks)] if excess > 0 and blanks else line
