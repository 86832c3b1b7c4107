"""A page on the terminal that there is; `--json` goes past it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO

from rich.console import Console

from pmpath.render.page.page import WIDEST, Page


def plain_page() -> Page:
    """A page for a file or another format: of the usual width, without colours."""
    return Page(
        Console(
            file=StringIO(), width=WIDEST, color_system=None, legacy_windows=False,
            highlight=False, emoji=False, markup=False,
        )
    )  # fmt: skip


def new_page(widest: int = WIDEST) -> Page:
    """A page as wide as the terminal (80 when there is none), coloured where that is wanted.

    Rich honours NO_COLOR, TERM=dumb and COLUMNS; its highlighter would be slow on long words.
    """
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    # The page is laid out in memory; only `output.show` writes, and knows when nothing arrives.
    return Page(
        Console(
            file=StringIO(), force_terminal=on_terminal or None,
            highlight=False, emoji=False, markup=False,
        ),
        widest,
    )  # fmt: skip


def text_on_page(draw: Callable[[Page], None], widest: int = WIDEST) -> str:
    """What `draw` puts on a page of the terminal, of at most `widest` columns."""
    page = new_page(widest)
    draw(page)
    return page.text()
