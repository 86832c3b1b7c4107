"""A report that leaves the terminal: into a file, into the browser, or both."""

from __future__ import annotations

from pathlib import Path

from pmpath.cli.options.report_request import Wanted
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import acknowledge
from pmpath.domain.errors import NotFound
from pmpath.render.page.text import clean
from pmpath.storage.disk.paths import absolute
from pmpath.storage.disk.report_file import page_for_browser, write_report


def write_and_open(session: Session, text: str, wanted: Wanted) -> None:
    """Write the report and say where, then show it; raises what `write_report` raises."""
    content = text.encode("utf-8", "backslashreplace")
    if wanted.out:
        path = absolute(wanted.out)
        write_report(session.folder, path, content, replace=wanted.replace)
        acknowledge(f"Written: {clean(path)}")
    else:
        path = page_for_browser(content)
    if wanted.browser:
        _show(path)


def _show(path: str) -> None:
    """Open the page in the browser of the system, or say where it lies."""
    import webbrowser

    try:
        is_shown = webbrowser.open(Path(path).as_uri())
    except (OSError, ValueError, webbrowser.Error):
        # BROWSER is the person's: it may name anything.
        is_shown = False
    if not is_shown:
        raise NotFound("No browser was found.", hint=f"The page is {path}")
    acknowledge(f"In the browser: {clean(path)}")
