"""A page laid out by Rich: for a narrow screen, for wide letters and for emoji."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pmpath.render.page.blocks import (
    BESIDE,
    COLORS,
    COMMAND,
    GAP,
    NO_STYLE,
    STRONG,
    TITLE,
    WHEN,
    Beside,
    Copied,
    Head,
    Line,
    Rows,
    Steps,
    Title,
)
from pmpath.render.page.text import cells, offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.render.page.blocks import Paper, Picture, Placed, Sheet


def lines_with_rich(sheet: Sheet, blocks: Sequence[Placed]) -> str:
    """The blocks as lines, with codes for their styles."""
    layout = _RichLayout(sheet)
    with layout.console.capture() as capture:
        for block in blocks:
            layout.put_block(block)
    return capture.get()


def _console(paper: Paper) -> Console:
    # Its highlighter would be slow on long words; only the page knows what is written where.
    is_styled = paper.styles != NO_STYLE
    return Console(
        width=paper.width, force_terminal=is_styled, legacy_windows=False,
        color_system="standard" if is_styled else None, no_color=paper.styles != COLORS,
        highlight=False, emoji=False, markup=False,
    )  # fmt: skip


class _RichLayout:
    """Prints the blocks of a page."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.console = _console(sheet.paper)
        self.width, self.narrow = sheet.width, sheet.narrow

    def put_block(self, block: Placed) -> None:
        """Print one block."""
        if isinstance(block, Head):
            self._print_head(block)
        elif isinstance(block, Line):
            self._print_paragraph(block)
        elif isinstance(block, Copied):
            self._put_unbroken(block.text)
        elif isinstance(block, Beside):
            self._put(Text.assemble((block.title, TITLE), " " * BESIDE, block.text))
        elif isinstance(block, Title):
            if not self.sheet.is_tight:
                self._put(Text(""))
            self._put(Text(block.text, TITLE))
        elif isinstance(block, Rows):
            self._print_rows(block)
        elif isinstance(block, Steps):
            self._print_rows(Rows(tuple(self.sheet.timed(one) for one in block.rows), WHEN))
        elif block.on_terminal:
            self._print_picture(block.picture)

    def _put(self, part: Text | Table | Padding) -> None:
        self.console.print(part, width=self.width, crop=True, soft_wrap=False)

    def _put_unbroken(self, text: str, style: str = "") -> None:
        """Print one line as long as it is: only the terminal may wrap it."""
        part = Text(text, style, no_wrap=True, overflow="ignore")
        self.console.print(part, crop=False, soft_wrap=True)

    def _print_paragraph(self, block: Line) -> None:
        said, *command = offered(block.text, self.width)
        self._put(Text(said, block.style))
        for one in command:
            self._put_unbroken(one, block.style)

    def _print_head(self, head: Head) -> None:
        gap = self.width - cells(head.left) - cells(head.right)
        if self.narrow or gap < GAP:
            self._put(Text(head.left, TITLE))
            self._put(Text(head.right))
        else:
            self._put(Text.assemble((head.left, TITLE), " " * gap, head.right))

    def _print_rows(self, block: Rows) -> None:
        if self.narrow:
            # What has no name of its own goes on below the one before.
            is_named = False
            for name, text in block.rows:
                is_named = is_named or bool(name)
                indent = 4 if is_named else 2
                for part in offered(text, self.width - indent):
                    self._print_narrow(name, part, indent=indent)
                    name = ""
            return
        names = [block.name_width, *(cells(name) for name, _ in block.rows)]
        room = self.width - (max(names) + 3 if block.name_width else 2)
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=1)
        if block.name_width:
            table.add_column(min_width=block.name_width, no_wrap=True)
        table.add_column(overflow="fold")
        for name, text in block.rows:
            for part in offered(text, room):
                row = [Text(name, STRONG), Text(part)]
                table.add_row("", *(row if block.name_width else row[1:]))
                name = ""
        self._put(table)

    def _print_narrow(self, name: str, text: str, *, indent: int) -> None:
        if name:
            self._put(Padding(Text(name.strip(), STRONG), (0, 0, 0, 2)))
        if text.startswith(COMMAND):
            self._put_unbroken(" " * indent + text)
        else:
            self._put(Padding(Text(text, overflow="fold"), (0, 0, 0, indent)))

    def _print_picture(self, picture: Picture) -> None:
        # Loaded for the screens that have one: the screen of the day has none.
        from pmpath.render.page.pictures.letters import picture_lines

        self._put(Text(""))
        for line in picture_lines(picture, self.width):
            self._put(Text(line, no_wrap=True))
