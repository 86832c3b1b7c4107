"""A page for the terminal: titles, rows with a name, wrapped to the width that there is.

User text enters only through `Page`, which cleans it and hands Rich a Text, never markup.
"""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pmpath.render.text import cells, clean

WIDEST = 80
NARROW = 60
GAP = 3
DOT = " \N{MIDDLE DOT} "
TITLE, FAINT, STRONG = "bold", "dim", "bold cyan"


class Page:
    """Lines are added one by one; `text()` lays them out."""

    def __init__(self, console: Console, widest: int = WIDEST) -> None:
        self.console = console
        self.width = min(console.width, widest)
        self.narrow = self.width < NARROW
        self._parts: list[Text | Table | Padding] = []

    def line(self, text: str = "", style: str = "") -> None:
        """One paragraph at the margin."""
        self._parts.append(Text(clean(text), style))

    def copied(self, text: str) -> None:
        """A line to copy: never broken, so that a terminal hands it on in one piece."""
        self._parts.append(Text(clean(text), no_wrap=True, overflow="ignore"))

    def head(self, left: str, right: str) -> None:
        """Two ends of one line; on a narrow screen the second goes below."""
        left, right = clean(left), clean(right)
        gap = self.width - cells(left) - cells(right)
        if self.narrow or gap < GAP:
            self.line(left, TITLE)
            self.line(right)
            return
        self._parts.append(Text.assemble((left, TITLE), " " * gap, right))

    def head_line(self, parts: list[str]) -> None:
        """The first line of a screen; a narrow one begins a new line behind its first part."""
        if self.narrow:
            self.line(parts[0], TITLE)
            self.line(DOT.join(parts[1:]))
        else:
            self.line(DOT.join(parts), TITLE)

    def title(self, text: str) -> None:
        """A heading after an empty line."""
        self.line()
        self.line(text, TITLE)

    def rows(self, rows: list[tuple[str, str]], *, first: int = 12) -> None:
        """Names in a column, texts beside them; on a narrow screen each text below its name."""
        if self.narrow:
            for name, text in rows:
                self._narrow_row(name, text)
            return
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=1)
        if first:
            table.add_column(min_width=first, no_wrap=True)
        table.add_column(overflow="fold")
        for name, text in rows:
            cells = [Text(clean(name), STRONG), Text(clean(text))]
            table.add_row("", *(cells if first else cells[1:]))
        self._parts.append(table)

    def _narrow_row(self, name: str, text: str) -> None:
        if name:
            self._parts.append(Padding(Text(clean(name.strip()), STRONG), (0, 0, 0, 2)))
        body = Text(clean(text), overflow="fold")
        self._parts.append(Padding(body, (0, 0, 0, 4 if name else 2)))

    def text(self) -> str:
        """The page as text, with colour codes when the terminal takes them."""
        with self.console.capture() as capture:
            for part in self._parts:
                whole = isinstance(part, Text) and part.no_wrap is True
                width = None if whole else self.width
                self.console.print(part, width=width, crop=not whole, soft_wrap=whole)
        lines = (line.rstrip() for line in capture.get().split("\n"))
        return "\n".join(lines).rstrip("\n") + "\n"
