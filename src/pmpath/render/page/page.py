"""A page, filled line by line, and its layout for a terminal of any width.

User text enters only through `Page`, which cleans it and hands Rich a Text, never markup.
"""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pmpath.render.page.blocks import (
    Beside,
    Block,
    Copied,
    Drawn,
    Head,
    Line,
    Rows,
    Steps,
    Timed,
    Title,
)
from pmpath.render.page.text import cells, clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.render.page.blocks import Picture

WIDEST = 80
NARROW = 60
GAP = 3
BESIDE = 2
DOT = " \N{MIDDLE DOT} "
# A text that begins so is a command to copy.
COMMAND = "pmpath "
TITLE, FAINT, STRONG = "bold", "dim", "bold cyan"
# The column of day and duration; what the grid leaves free at the left and behind each column.
WHEN, MARGINS = 16, 4


class Page:
    """What is said, block by block; `text()` lays it out for a terminal."""

    def __init__(self, console: Console, widest: int = WIDEST) -> None:
        self.console = console
        self.width = min(console.width, widest)
        self.narrow = self.width < NARROW
        self.blocks: list[Block] = []
        # Without empty lines, and with one short fact beside its heading.
        self.is_tight = False

    def draft(self, *, tight: bool) -> Page:
        """An empty page of the same width, to see how long it becomes."""
        made = Page(self.console, self.width)
        made.is_tight = tight
        return made

    def take(self, draft: Page) -> None:
        """Say what a draft says, laid out as it is."""
        self.blocks += draft.blocks
        self.is_tight = draft.is_tight

    def line(self, text: str = "", style: str = "") -> None:
        """One paragraph at the margin."""
        self.blocks.append(Line(clean(text), style))

    def copied(self, text: str) -> None:
        """A line to copy: never broken, so that a terminal hands it on in one piece."""
        self.blocks.append(Copied(clean(text)))

    def offer(self, sentence: str, command: str, style: str = "") -> None:
        """A sentence and the command that it offers, in one line where it fits.

        Else the command has a line of its own: it is there to be copied, and never broken.
        """
        whole = f"{sentence} {command}"
        if cells(whole) <= self.width:
            self.line(whole, style)
        else:
            self.line(sentence, style)
            self.copied(command)

    def head(self, left: str, right: str) -> None:
        """Two ends of one line; on a narrow screen the second goes below."""
        self.blocks.append(Head(clean(left), clean(right)))

    def head_line(self, parts: list[str]) -> None:
        """The first line of a screen; a narrow one begins a new line behind its first part."""
        if self.narrow:
            self.line(parts[0], TITLE)
            self.line(DOT.join(parts[1:]))
        else:
            self.line(DOT.join(parts), TITLE)

    def title(self, text: str) -> None:
        """A heading after an empty line."""
        self.blocks.append(Title(clean(text)))

    def rows(self, rows: list[tuple[str, str]], *, name_width: int = 12) -> None:
        """Names in a column, texts beside them; on a narrow screen each text below its name."""
        cleaned = tuple((clean(name), clean(text)) for name, text in rows)
        self.blocks.append(Rows(cleaned, name_width))

    def steps(self, rows: list[Timed]) -> None:
        """Day, duration and text of each; at the right end its command, when there is room."""
        cleaned = (
            Timed(one.day, one.duration, clean(one.text), clean(one.command)) for one in rows
        )
        self.blocks.append(Steps(tuple(cleaned)))

    def drawn(self, picture: Picture, *, on_terminal: bool = True) -> None:
        """A picture below an empty line."""
        self.blocks.append(Drawn(picture, on_terminal))

    def text(self) -> str:
        """The page as text, with colour codes when the terminal takes them."""
        with self.console.capture() as capture:
            for block in self._laid_out():
                self._print(block)
        lines = (line.rstrip() for line in capture.get().split("\n"))
        return "\n".join(lines).rstrip("\n") + "\n"

    def _laid_out(self) -> list[Block | Beside]:
        """The blocks; on a tight page without empty lines, one short fact beside its heading."""
        if not self.is_tight:
            return list(self.blocks)
        found: list[Block | Beside] = []
        for block in self.blocks:
            before = found[-1] if found else None
            fact = block.rows[0][1] if isinstance(block, Rows) and len(block.rows) == 1 else ""
            if (
                isinstance(before, Title)
                and isinstance(block, Rows)
                and fact
                and not block.name_width
            ):
                beside = f"{before.text}{' ' * BESIDE}{fact}"
                if cells(beside) <= self.width:
                    found[-1] = Beside(before.text, fact)
                    continue
            if not (isinstance(block, Line) and not block.text):
                found.append(block)
        return found

    def _print(self, block: Block | Beside) -> None:
        if isinstance(block, Head):
            self._print_head(block)
        elif isinstance(block, Line):
            self._put(Text(block.text, block.style))
        elif isinstance(block, Copied):
            self._put_unbroken(block.text)
        elif isinstance(block, Beside):
            self._put(Text.assemble((block.title, TITLE), " " * BESIDE, block.text))
        elif isinstance(block, Title):
            if not self.is_tight:
                self._put(Text(""))
            self._put(Text(block.text, TITLE))
        elif isinstance(block, Rows):
            self._print_rows(block)
        elif isinstance(block, Steps):
            self._print_rows(Rows(tuple(self._step(one) for one in block.rows), WHEN))
        elif block.on_terminal:
            self._print_picture(block.picture)

    def _put(self, part: Text | Table | Padding) -> None:
        self.console.print(part, width=self.width, crop=True, soft_wrap=False)

    def _put_unbroken(self, text: str) -> None:
        """Print one line as long as it is: only the terminal may wrap it."""
        part = Text(text, no_wrap=True, overflow="ignore")
        self.console.print(part, crop=False, soft_wrap=True)

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
                self._print_narrow(name, text, indent=4 if is_named else 2)
            return
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=1)
        if block.name_width:
            table.add_column(min_width=block.name_width, no_wrap=True)
        table.add_column(overflow="fold")
        for name, text in block.rows:
            row = [Text(name, STRONG), Text(text)]
            table.add_row("", *(row if block.name_width else row[1:]))
        self._put(table)

    def _print_narrow(self, name: str, text: str, *, indent: int) -> None:
        if name:
            self._put(Padding(Text(name.strip(), STRONG), (0, 0, 0, 2)))
        if text.startswith(COMMAND):
            self._put_unbroken(" " * indent + text)
        else:
            self._put(Padding(Text(text, overflow="fold"), (0, 0, 0, indent)))

    def _step(self, step: Timed) -> tuple[str, str]:
        """When, and what; its command stands at the right end, when there is room."""
        when = f"{step.day:<6} {step.duration:>8}"
        gap = self.width - WHEN - MARGINS - cells(step.text) - cells(step.command)
        if self.narrow or not step.command or gap < GAP:
            return when, step.text
        return when, f"{step.text}{' ' * gap}{step.command}"

    def _print_picture(self, picture: Picture) -> None:
        # Loaded for the screens that have one: the screen of the day has none.
        from pmpath.render.page.pictures.letters import picture_lines

        self._put(Text(""))
        for line in picture_lines(picture, self.width):
            self._put(Text(line, no_wrap=True))
