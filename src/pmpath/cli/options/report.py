"""The options of `report`, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from pmpath.cli.options.completion import formats
from pmpath.cli.options.report_request import Wanted
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.roadmap import REPORT_FORMATS

*OTHERS, LAST = REPORT_FORMATS


@dataclass
class ReportOptions:
    """How the report looks, where it goes, and for whom it is made."""

    format: Annotated[
        str,
        typer.Option(help=f"{', '.join(OTHERS)} or {LAST}.", metavar="FORMAT",
                     show_default=False, autocompletion=formats),
    ] = ""  # fmt: skip
    json: Annotated[bool, typer.Option("--json", help="The same facts as JSON.")] = False
    out: Annotated[
        str,
        typer.Option(help="Write to a file; .md, .html and .json choose the format.",
                     metavar="FILE", show_default=False),
    ] = ""  # fmt: skip
    force: Annotated[
        bool, typer.Option("--force", help="With --out: replace a file that is there.")
    ] = False
    open: Annotated[bool, typer.Option("--open", help="Show the page in the browser.")] = False
    share: Annotated[
        bool,
        typer.Option("--share", help="For a mentor: initials, no companies, no notes."),
    ] = False
    with_notes: Annotated[
        bool, typer.Option("--with-notes", help="With --share: notes and quotes stay in.")
    ] = False

    @property
    def wanted(self) -> Wanted:
        """The same as the report knows it; raises UsageError when two formats are named."""
        if self.json and self.format not in ("", "json"):
            raise UsageError(f"--json and --format {self.format} ask for two formats.")
        return Wanted(
            format="json" if self.json else self.format,
            out=self.out,
            replace=self.force,
            browser=self.open,
            share=self.share,
            notes=self.with_notes,
        )
