"""`pmpath help`: every command in one line, by panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmpath.cli.terminal.screens import text_on_page
from pmpath.render.page.blocks import FAINT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmpath.render.page.page import Page

USAGE = "Usage: pmpath [COMMAND] [WORDS]"
ONE = "One command, with an example: pmpath help log"


def help_screen(about: str, commands: Sequence[tuple[str, str, str]], options: list[str]) -> str:
    """The text of the help; each command is its panel, its name and what it does."""
    panels: dict[str, list[tuple[str, str]]] = {}
    for panel, name, told in commands:
        panels.setdefault(panel, []).append((name, _first_line(told)))

    def draw(page: Page) -> None:
        page.line(about)
        page.line()
        page.line(USAGE)
        for panel, rows in panels.items():
            page.title(panel)
            page.rows(rows)
        page.line()
        page.line(ONE)
        page.line(f"Options: {', '.join(options)}", FAINT)

    return text_on_page(draw)


def _first_line(told: str) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join(told.strip().partition("\n\n")[0].split())
