"""How `pmpath report` is typed: how the report looks, where it goes, and for whom it is made.

What it says is in `report`, which the short door loads.
"""

from __future__ import annotations

import shlex
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from pmpath.cli.options.completion import formats, periods
from pmpath.cli.options.parameters import either, session_of, spread, words_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.browser import show_page
from pmpath.cli.terminal.output import acknowledge, show
from pmpath.cli.weekly.report import HTML, TERMINAL, Form, report_text, usual_format
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.roadmap import REPORT_FORMATS
from pmpath.render.page.formats import FORMATS
from pmpath.render.page.text import clean
from pmpath.storage.disk.os_errors import is_there
from pmpath.storage.disk.paths import absolute
from pmpath.storage.disk.report_file import (
    names_folder,
    page_for_browser,
    refuse_data_folder,
    write_report,
)

JSON = "json"
STDOUT = "-"


@dataclass
class ReportOptions:
    """How the report looks, where it goes, and for whom it is made."""

    format: Annotated[
        str,
        typer.Option(help=f"{either(REPORT_FORMATS)}.", metavar="FORMAT",
                     show_default=False, autocompletion=formats),
    ] = ""  # fmt: skip
    json: Annotated[bool, typer.Option("--json", help="The same facts as JSON.")] = False
    out: Annotated[
        str,
        typer.Option(help="Write to a file; .md, .html and .json choose the format.",
                     metavar="FILE", show_default=False),
    ] = ""  # fmt: skip
    force: Annotated[
        bool, typer.Option("--force", help="With --out: replace an existing file.")
    ] = False
    open: Annotated[
        bool, typer.Option("--open", help="Show the report as a page in the browser.")
    ] = False
    all: Annotated[
        bool, typer.Option("--all", help="Everything: each concern, each entry, the pictures.")
    ] = False
    share: Annotated[
        bool,
        typer.Option("--share", help="For a mentor: initials, no companies, no notes."),
    ] = False
    with_notes: Annotated[
        bool, typer.Option("--with-notes", help="With --share: keep notes and quotes.")
    ] = False

    @property
    def leaves_terminal(self) -> bool:
        """Whether it goes into a file or the browser."""
        return self.out not in ("", STDOUT) or self.open


@spread(ReportOptions)
def report(
    context: typer.Context,
    options: ReportOptions,
    period: Annotated[list[str] | None, words_of("[WORDS]", periods)] = None,
) -> None:
    """Report on the week, or on: last week, month, march, 2026-Q4, all, 1 feb to 9 feb."""
    session = session_of(context)
    _refuse_folder(options, period or [], session)
    form = Form(
        _format_of(options, session), options.leaves_terminal, options.share, options.with_notes,
        options.all,
    )  # fmt: skip
    text = report_text(session, " ".join(period or ()), form)
    if options.leaves_terminal:
        _write_and_open(session, text, options)
    else:
        show(text)


def _refuse_folder(options: ReportOptions, period: list[str], session: Session) -> None:
    """Raise UsageError where `--out` names a folder, with the same call for a file in it."""
    if not names_folder(options.out):
        return
    path = absolute(options.out)
    refuse_data_folder(session.folder, path)
    form = _format_of(replace(options, out="", force=False), session)
    given = [*period, *(["--format", options.format] if options.format else [])]
    flags = (("--json", options.json), ("--share", options.share), ("--open", options.open),
             ("--with-notes", options.with_notes), ("--force", options.force))  # fmt: skip
    given += [flag for flag, is_given in flags if is_given]
    file = str(Path(path) / f"report.{FORMATS[form].endings[0]}")
    call = shlex.join(["pmpath", "report", *given, "--out", file])
    if is_there(path):
        raise UsageError("That is a folder.", place=path, hint=f"Name a file in it: {call}")
    raise UsageError(
        "There is no folder of that name.",
        place=path,
        hint=f"Make it: {shlex.join(['mkdir', path])}\nThen name a file in it: {call}",
    )


def _format_of(options: ReportOptions, session: Session) -> str:
    """The format, once what was asked for goes together; raises UsageError."""
    _refuse_contradictions(options)
    form = JSON if options.json else options.format
    form = form or _format_by_name(options.out)
    form = form or (HTML if options.open else usual_format(session))
    if form not in FORMATS:
        raise UsageError(f'Unknown format "{form}".', hint=f"Write {either(list(FORMATS))}.")
    named = _format_by_name(options.out)
    if named and named != form and not (named == TERMINAL and FORMATS[form].is_text):
        raise UsageError(
            f"The file is named {_name_of(options.out)}, and the format is {form}.",
            hint=f"Name it {_ending_for(form)}, or leave --format out.",
        )
    if options.open and form != HTML:
        raise UsageError(f"A browser shows html, not {form}.", hint="Leave --format out.")
    return form


def _refuse_contradictions(options: ReportOptions) -> None:
    """Raise UsageError for two options that do not go together, whatever the format."""
    if options.json and options.format not in ("", JSON):
        raise UsageError(
            f"--json and --format {options.format} ask for two formats.",
            hint="Leave one of them out.",
        )
    if options.with_notes and not options.share:
        raise UsageError("--with-notes needs --share.", hint="pmpath report --share --with-notes")
    if options.force and not options.out:
        raise UsageError("--force needs --out.", hint="pmpath report --out FILE --force")
    if options.open and options.out == STDOUT:
        raise UsageError("--out - prints the report; --open shows it in the browser.",
                         hint="Leave one of them out.")  # fmt: skip


def _format_by_name(out: str) -> str:
    """The format that the ending of a file's name says; empty without an ending.

    Raises UsageError for an ending that is not a format's.
    """
    stem, dot, ending = _name_of(out).lower().rpartition(".")
    if not (stem and dot):
        return ""
    # A name such as week-2026.11 has no ending.
    form = next((name for name, one in FORMATS.items() if ending in one.endings), "")
    if ending[:1].isalpha() and not form:
        endings = either([f".{one.endings[0]}" for one in FORMATS.values()])
        raise UsageError(
            f"pmpath does not write .{ending} files.",
            hint=f"Name the file {endings}; a browser prints .html as PDF.",
        )
    return form


def _name_of(out: str) -> str:
    return out.replace("\\", "/").rpartition("/")[2]


def _ending_for(form: str) -> str:
    return " or ".join(f".{ending}" for ending in FORMATS[form].endings)


def _write_and_open(session: Session, text: str, options: ReportOptions) -> None:
    """Write the report and say where, then show it; raises what `write_report` raises."""
    content = text.encode("utf-8", "backslashreplace")
    if options.out:
        path = absolute(options.out)
        write_report(session.folder, path, content, replace=options.force)
        acknowledge(f"Written: {clean(path)}")
    else:
        path = page_for_browser(content)
    if options.open:
        show_page(path)
