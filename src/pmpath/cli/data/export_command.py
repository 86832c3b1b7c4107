"""How `pmpath export` is typed: the format, where it goes, and for whom it is made."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Annotated

import typer

from pmpath.cli.data.export import Asked, Export
from pmpath.cli.options.completion import export_formats
from pmpath.cli.options.parameters import either, session_of, spread
from pmpath.cli.session import Session
from pmpath.cli.terminal.failures import remark
from pmpath.cli.terminal.output import acknowledge, is_on_terminal, pass_on, present
from pmpath.domain.errors import UsageError
from pmpath.domain.record import Frozen
from pmpath.formats.writers.ical import REMINDER_AT
from pmpath.formats.writers.json_resume import resume_sections
from pmpath.formats.writers.resume_merge import with_parts
from pmpath.formats.writers.table import FORMATS, Format
from pmpath.formats.writers.vcard import VERSIONS
from pmpath.render.page.text import clean, pluralize
from pmpath.storage.disk.paths import absolute
from pmpath.storage.disk.report_file import (
    names_folder,
    read_file,
    refuse_data_folder,
    rewrite_file,
    write_report,
)

STDOUT, OFF, RESUME = "-", "off", "jsonresume"
WRITTEN, MERGED, SAME = "written", "merged", "unchanged"
# What came of the file, as its screen says it.
DONE = {WRITTEN: "Written", MERGED: "Merged into", SAME: "Nothing to change"}


class Exported(Frozen):
    """The file that an export went to; `unread_lines` of the log could not be read.

    `outcome` is written, merged into a file that was there, or unchanged.
    """

    format: str
    path: str
    outcome: str
    unread_lines: int = 0


@dataclass
class ExportOptions:
    """Where an export goes, and for whom it is made."""

    out: Annotated[
        str, typer.Option(help="Write to a file.", metavar="FILE", show_default=False)
    ] = ""
    force: Annotated[
        bool, typer.Option("--force", help="With --out: replace an existing file.")
    ] = False
    share: Annotated[
        bool, typer.Option("--share", help="For somebody else: initials, no companies, no notes.")
    ] = False
    with_private: Annotated[
        bool, typer.Option("--with-private", help="Include what is private, and never_say.")
    ] = False
    into: Annotated[
        str,
        typer.Option(help="With jsonresume: merge into an existing resume.", metavar="FILE",
                     show_default=False),
    ] = ""  # fmt: skip
    version: Annotated[
        str,
        typer.Option(help=f"With vcard: {either(VERSIONS)}; {VERSIONS[0]} if not given.",
                     metavar="VERSION", show_default=False),
    ] = ""  # fmt: skip
    remind: Annotated[
        str,
        typer.Option(help="With ics: the time of the daily reminder, or off; 18:00 if not given.",
                     metavar="TIME", show_default=False),
    ] = ""  # fmt: skip

    @property
    def is_printed(self) -> bool:
        """Whether it goes to stdout."""
        return self.out in ("", STDOUT) and not self.into


@spread(ExportOptions)
def export(
    context: typer.Context,
    options: ExportOptions,
    name: Annotated[
        str,
        typer.Argument(
            help=f"{either(list(FORMATS))}.",
            metavar="[FORMAT]",
            show_default=False,
            autocompletion=export_formats,
        ),
    ] = "",
    json: Annotated[
        bool,
        typer.Option("--json", help="The file it wrote, as JSON; without FORMAT, all formats."),
    ] = False,
) -> None:
    """Hand what you gathered to other tools: spreadsheet, calendar, contacts, tasks, resume."""
    if json and not name:
        present("formats", {"formats": _formats()}, "", as_json=True)
        return
    name = _known(name)
    form = FORMATS[name]
    session = session_of(context)
    _refuse_contradictions(options)
    if json and options.is_printed:
        raise UsageError("--json tells about a file, and an export is printed as it is.",
                         hint=f"pmpath export {name} --out FILE --json")  # fmt: skip
    _refuse_folder(session, options, name)
    version = _version(options.version, form)
    asked = Asked(
        options.share, options.with_private, version, _reminder(options.remind, form),
        is_watched=options.is_printed and is_on_terminal(),
    )  # fmt: skip
    wanted = Export(session, form, asked)
    made = _merge(wanted, options, name) if options.into else _write(wanted, options, name)
    if made is not None and json:
        present("export", made, "", as_json=True)
    elif made is not None:
        acknowledge(f"{DONE[made.outcome]}: {clean(made.path)}")


def _formats() -> list[dict[str, str]]:
    """Every format, with what it holds and how the name of its file ends."""
    return [
        {"format": name, "ending": form.ending, "holds": form.holds}
        for name, form in FORMATS.items()
    ]


def _known(typed: str) -> str:
    """The format of this name, or whose files end so; raises UsageError."""
    if not typed:
        listed = [f"pmpath export {name}: {form.holds}" for name, form in FORMATS.items()]
        raise UsageError("Name a format.", hint="\n".join(listed))
    name = typed.lower().lstrip(".")
    found = next((key for key, form in FORMATS.items() if name in (key, form.ending)), None)
    if found is None:
        raise UsageError(f'Unknown format "{typed}".', hint=f"Write {either(list(FORMATS))}.")
    return found


def _refuse_contradictions(options: ExportOptions) -> None:
    if options.force and not options.out:
        raise UsageError("--force needs --out.", hint="pmpath export csv --out FILE --force")
    if options.share and options.with_private:
        raise UsageError("--share leaves out what --with-private would add.",
                         hint="Leave one of them out.")  # fmt: skip


def _reminder(typed: str, form: Format) -> time | None:
    """The time of day of the reminder, None for none; raises UsageError."""
    if not form.has_reminder:
        if typed:
            raise UsageError(
                "--remind needs the format ics.", hint="pmpath export ics --remind 18:30"
            )
        return None
    if typed.strip().casefold() == OFF:
        return None
    if not typed:
        return REMINDER_AT
    hour, colon, minute = typed.strip().partition(":")
    if not (colon and len(minute) == 2 and hour.isdecimal() and minute.isdecimal()
            and int(hour) < 24 and int(minute) < 60):  # fmt: skip
        raise UsageError(f'"{typed}" is not a time of day.', hint="Write --remind 18:30, or off.")
    return time(int(hour), int(minute))


def _version(typed: str, form: Format) -> str:
    """The version of a format that has several; raises UsageError."""
    if typed and not form.versions:
        raise UsageError(
            "--version needs the format vcard.", hint="pmpath export vcard --version 3.0"
        )
    if typed and typed not in form.versions:
        raise UsageError(f'Unknown version "{typed}".', hint=f"Write {either(form.versions)}.")
    return typed or next(iter(form.versions), "")


def _refuse_folder(session: Session, options: ExportOptions, name: str) -> None:
    """Raise UsageError where `--out` names a folder, with a name for a file in it."""
    if options.out and options.out != STDOUT and names_folder(options.out):
        path = absolute(options.out)
        refuse_data_folder(session.folder, path)
        file = Path(path) / f"pmpath.{FORMATS[name].ending}"
        call = shlex.join(["pmpath", "export", name, "--out", str(file)])
        raise UsageError("That is a folder.", place=path, hint=f"Name a file in it: {call}")


def _merge(export: Export, options: ExportOptions, name: str) -> Exported:
    """Put the parts of a resume into one that is there; raises UsageError for any other format."""
    if name != RESUME:
        raise UsageError(
            f"--into needs the format {RESUME}.", hint="Write --out FILE for a new file."
        )
    if options.out:
        raise UsageError("--into changes that file; --out writes a new one.",
                         hint="Leave one of them out.")  # fmt: skip
    path = absolute(options.into)
    before = read_file(path)
    after = with_parts(before, resume_sections(export.facts()), path)
    if after == before:
        return Exported(name, path, SAME)
    rewrite_file(export.session.folder, path, before, after)
    return Exported(name, path, MERGED)


def _write(export: Export, options: ExportOptions, name: str) -> Exported | None:
    """Write the file whole or not at all, or print; what could not be read is said on stderr."""
    made = None
    if options.is_printed:
        pass_on(export.pieces())
    else:
        path = absolute(options.out)
        printed = f"the export: pmpath export {name}"
        write_report(
            export.session.folder, path, export.pieces(), replace=options.force, printed=printed
        )
        made = Exported(name, path, WRITTEN, export.bad)
    if export.bad:
        lines = pluralize(export.bad, "line")
        remark(f"{lines} of the log could not be read: pmpath doctor")
    return made
