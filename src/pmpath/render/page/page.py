"""A page, filled line by line; `layout` lays it out, and where that cannot, `rich_layout`.

User text enters only through `Page`, which cleans it; no layout reads markup.
"""

from __future__ import annotations

from pmpath.render.page.blocks import (
    BESIDE,
    DOT,
    NARROW,
    TITLE,
    WIDEST,
    Beside,
    Block,
    Copied,
    Drawn,
    Head,
    Line,
    Paper,
    Placed,
    Rows,
    Sheet,
    Steps,
    Timed,
    Title,
)
from pmpath.render.page.text import cells, clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.render.page.blocks import Picture


class Page:
    """What is said, block by block; `text()` lays it out for a terminal."""

    def __init__(self, paper: Paper, widest: int = WIDEST) -> None:
        self.paper = paper
        self.width = min(paper.width, widest)
        self.narrow = self.width < NARROW
        self.blocks: list[Block] = []
        # Without empty lines, and with one short fact beside its heading.
        self.is_tight = False

    def draft(self, *, tight: bool) -> Page:
        """An empty page of the same width, to see how long it becomes."""
        made = Page(self.paper, self.width)
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
        """The page as text, with codes for its styles when the terminal takes them."""
        from pmpath.render.page.terminal.layout import lines_of

        blocks, sheet = self._laid_out(), Sheet(self.paper, self.width, self.is_tight)
        text = lines_of(sheet, blocks)
        if text is None:
            # Wide letters, a narrow screen: half of all time would go into loading it for the rest.
            from pmpath.render.page.terminal.rich_layout import lines_with_rich

            text = lines_with_rich(sheet, blocks)
        lines = (line.rstrip() for line in text.split("\n"))
        return "\n".join(lines).rstrip("\n") + "\n"

    def _laid_out(self) -> list[Placed]:
        """The blocks; on a tight page without empty lines, one short fact beside its heading."""
        if not self.is_tight:
            return list(self.blocks)
        found: list[Placed] = []
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
