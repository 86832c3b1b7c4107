"""What was asked of `report`: how it looks, where it goes, for whom it is made."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.domain.errors import UsageError
from pmpath.domain.record import record
from pmpath.render.page.formats import FORMATS

TERMINAL, HTML = "terminal", "html"
STDOUT = "-"


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
    if wanted.browser and wanted.out == STDOUT:
        raise UsageError("--out - prints the report; --open shows it in the browser.",
                         hint="Leave one of them out.")  # fmt: skip
    form = wanted.format or _format_by_name(wanted.out)
    if not form:
        form = HTML if wanted.browser else str(session.roadmap.defaults.get("format") or TERMINAL)
    if form not in FORMATS:
        raise UsageError(f'Unknown format "{form}".', hint=f"Write {', '.join(FORMATS)}.")
    named = _format_by_name(wanted.out)
    if named and named != form and not (named == TERMINAL and FORMATS[form].is_text):
        raise UsageError(
            f"The file is named {_name_of(wanted.out)}, and the format is {form}.",
            hint=f"Name it {_ending_for(form)}, or leave --format out.",
        )
    if wanted.browser and form != HTML:
        raise UsageError(f"A browser shows html, not {form}.", hint="Leave --format out.")
    return form


def _format_by_name(out: str) -> str:
    """The format that the ending of a file's name says; empty without an ending.

    Raises UsageError for an ending that is no format's.
    """
    stem, dot, ending = _name_of(out).lower().rpartition(".")
    if not (stem and dot):
        return ""
    # A name such as week-2026.11 has no ending.
    form = next((name for name, one in FORMATS.items() if ending in one.endings), "")
    if ending[:1].isalpha() and not form:
        *others, last = (f".{one.endings[0]}" for one in FORMATS.values())
        raise UsageError(
            f"pmpath does not write .{ending} files.",
            hint=f"Name the file {', '.join(others)} or {last}; a browser prints .html as PDF.",
        )
    return form


def _name_of(out: str) -> str:
    return out.replace("\\", "/").rpartition("/")[2]


def _ending_for(form: str) -> str:
    return " or ".join(f".{ending}" for ending in FORMATS[form].endings)
