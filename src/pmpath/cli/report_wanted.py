"""What was asked of `report`: how it looks, where it goes, for whom it is made."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.domain.errors import UsageError
from pmpath.domain.record import record
from pmpath.domain.roadmap import REPORT_FORMATS

TERMINAL, MARKDOWN, HTML, JSON = FORMATS = REPORT_FORMATS
ENDINGS = {
    "md": MARKDOWN, "markdown": MARKDOWN, "html": HTML, "htm": HTML, "json": JSON, "txt": TERMINAL,
}  # fmt: skip


@record
class Wanted:
    """How a report is to look, where it goes ("": to stdout), and for whom it is made.

    An empty `format` is the one that the name of the file, or the roadmap, says.
    """

    format: str = ""
    out: str = ""
    replace: bool = False
    browser: bool = False
    share: bool = False
    notes: bool = False


PLAIN = Wanted()


def format_of(wanted: Wanted, session: Session) -> str:
    """The format, once what was asked for goes together; raises UsageError."""
    if wanted.notes and not wanted.share:
        raise UsageError("--with-notes goes with --share.")
    if wanted.replace and not wanted.out:
        raise UsageError("--force goes with --out.")
    form = wanted.format or ENDINGS.get(wanted.out.rpartition(".")[2].lower(), "")
    if not form:
        form = HTML if wanted.browser else str(session.roadmap.defaults.get("format") or TERMINAL)
    if form not in FORMATS:
        raise UsageError(f"{form} is no format.", hint=f"Write {', '.join(FORMATS)}.")
    if wanted.browser and form != HTML:
        raise UsageError(f"A browser shows html, not {form}.", hint="Leave --format out.")
    return form
