"""A page in the browser of the system."""

from __future__ import annotations

from pathlib import Path

from pmpath.cli.terminal.output import acknowledge
from pmpath.domain.errors import NotFound
from pmpath.render.page.text import clean


def show_page(path: str) -> None:
    """Open a page, and say where it lies; raises NotFound where there is no browser."""
    import webbrowser

    try:
        is_shown = webbrowser.open(Path(path).as_uri())
    except (OSError, ValueError, webbrowser.Error):
        # BROWSER is the person's: it may name anything.
        is_shown = False
    if not is_shown:
        raise NotFound("No browser was found.", hint=f"The page is {path}")
    acknowledge(f"In the browser: {clean(path)}")
