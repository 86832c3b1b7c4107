"""What screens say of who is private, and at the end of what is made for somebody else."""

from __future__ import annotations

from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page

PRIVATE = "left out of exports, of what you share, and of messages to others"


def draw_shared(page: Page) -> None:
    """The last line of a shared screen: what was done to it."""
    page.line()
    page.line("Shared: names as initials, notes left out.", FAINT)
