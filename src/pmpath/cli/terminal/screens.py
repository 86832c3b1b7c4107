"""A page on the terminal that there is; `--json` goes past it."""

from __future__ import annotations

import os
import sys

from pmpath.render.page.blocks import COLORS, NO_STYLE, WEIGHT, WIDEST, Paper
from pmpath.render.page.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# Where one of these is set, or on Windows, what the terminal shows is for Rich to find out.
FOR_RICH = (
    "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "JUPYTER_COLUMNS", "JUPYTER_LINES",
    "DATABRICKS_RUNTIME_VERSION",
)  # fmt: skip
WITHOUT_CODES = ("dumb", "unknown")
# Rich asks the three streams in this order.
STREAMS = (0, 1, 2)


def plain_page() -> Page:
    """A page for a file or another format: of the usual width, without colors."""
    return Page(Paper(WIDEST))


def new_page(widest: int = WIDEST) -> Page:
    """A page as wide as the terminal (80 when there is none), colored where that is wanted.

    NO_COLOR, TERM=dumb and COLUMNS are honoured, as Rich honours them.
    """
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    if sys.platform == "win32" or any(name in os.environ for name in FOR_RICH):
        return Page(_paper_by_rich(on_terminal=on_terminal), widest)
    return Page(Paper(_columns(on_terminal=on_terminal), _styles(on_terminal=on_terminal)), widest)


def _paper_by_rich(*, on_terminal: bool) -> Paper:
    """The columns and styles that Rich finds: on Windows, in a notebook, where color is forced."""
    from io import StringIO

    from rich.console import Console

    console = Console(file=StringIO(), force_terminal=on_terminal or None)
    if console.color_system is None:
        return Paper(console.width, NO_STYLE)
    return Paper(console.width, WEIGHT if console.no_color else COLORS)


def _is_dumb() -> bool:
    return os.environ.get("TERM", "").lower() in WITHOUT_CODES


def _styles(*, on_terminal: bool) -> str:
    if not on_terminal or _is_dumb():
        return NO_STYLE
    return WEIGHT if os.environ.get("NO_COLOR") else COLORS


def _columns(*, on_terminal: bool) -> int:
    """What COLUMNS says, else what the terminal says; `output` dropped what is no number."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit():
        return int(said)
    if on_terminal and _is_dumb():
        return WIDEST
    for stream in STREAMS:
        try:
            return os.get_terminal_size(stream).columns or WIDEST
        except (ValueError, OSError):
            continue
    return WIDEST


def text_on_page(draw: Callable[[Page], None], widest: int = WIDEST) -> str:
    """What `draw` puts on a page of the terminal, of at most `widest` columns."""
    page = new_page(widest)
    draw(page)
    return page.text()
