"""What a terminal shows where its kind cannot be told from the usual variables: Rich knows."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from pmpath.render.page.blocks import COLORS, NO_STYLE, WEIGHT, Paper


def paper_by_rich(*, on_terminal: bool) -> Paper:
    """The columns and styles that Rich finds: on Windows, in a notebook, where colour is forced."""
    console = Console(file=StringIO(), force_terminal=on_terminal or None)
    if console.color_system is None:
        return Paper(console.width, NO_STYLE)
    return Paper(console.width, WEIGHT if console.no_color else COLORS)
