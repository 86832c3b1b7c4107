"""What a page says, in order, before it is laid out: for a terminal, as Markdown or as HTML.

Every text in a block is one clean line; `Page` sees to that. A layout asks for nothing else.
"""

from __future__ import annotations

from pmpath.domain.record import Frozen
from pmpath.render.page.text import cells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.numbers.burn_up import BurnUp
    from pmpath.reports.period.strips import Strips
    from pmpath.reports.period.tracks import TrackMinutes
    from pmpath.reports.roadmap import RoadmapReport


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
# What a terminal shows of a style: nothing, weight alone, colors as well.
NO_STYLE, WEIGHT, COLORS = "none", "weight", "colors"


class Paper(Frozen):
    """What a page is for: so many columns, and what is shown there of a style."""

    width: int
    styles: str = NO_STYLE


class TrackBars(Frozen):
    """The minutes of each track, side by side."""

    tracks: tuple[TrackMinutes, ...]


if TYPE_CHECKING:
    Picture = Strips | BurnUp | TrackBars | RoadmapReport


class Head(Frozen):
    """Both ends of the first line."""

    left: str
    right: str


class Line(Frozen):
    """One paragraph; an empty one ends what stands before it."""

    text: str
    style: str = ""


class Copied(Frozen):
    """A line to copy in one piece."""

    text: str


class Title(Frozen):
    """A heading of what follows."""

    text: str


class Rows(Frozen):
    """Names with their texts; without a column of names when `name_width` is 0."""

    rows: tuple[tuple[str, str], ...]
    name_width: int


class Beside(Frozen):
    """On a tight page of a terminal: a heading and one short fact in one line."""

    title: str
    text: str


class Timed(Frozen):
    """Something with its day, its duration, and the command that has the words for it, if any."""

    day: str
    duration: str
    text: str
    command: str = ""


class Steps(Frozen):
    """What was done or comes, one after the other."""

    rows: tuple[Timed, ...]


class Drawn(Frozen):
    """A picture; one that is not `on_terminal` stands on pages alone."""

    picture: Picture
    on_terminal: bool


Block = Head | Line | Copied | Title | Rows | Steps | Drawn
Placed = Block | Beside


class Sheet(Frozen):
    """What blocks are laid out on: `width` columns of the paper, without empty lines if tight."""

    paper: Paper
    width: int
    is_tight: bool = False

    @property
    def narrow(self) -> bool:
        """Whether texts stand below their names."""
        return self.width < NARROW

    def timed(self, step: Timed) -> tuple[str, str]:
        """When, and what; its command stands at the right end, when there is room."""
        when = f"{step.day:<6} {step.duration:>8}"
        gap = self.width - WHEN - MARGINS - cells(step.text) - cells(step.command)
        if self.narrow or not step.command or gap < GAP:
            return when, step.text
        return when, f"{step.text}{' ' * gap}{step.command}"
