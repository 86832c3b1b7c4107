"""`pmpath import`: what other tools wrote becomes entries; how it is typed, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.data.importing import Asked, Intake
from pmpath.cli.milestones_told import tell_milestones
from pmpath.cli.options.parameters import Json, session_of, spread
from pmpath.cli.session import Session
from pmpath.cli.terminal.asking import agreed
from pmpath.cli.terminal.output import acknowledge, offer, present, terminal_width
from pmpath.cli.terminal.progress import waiting
from pmpath.domain.entry import BY_MERGE, handle_of
from pmpath.domain.errors import LogChanged, NotStored, UsageError
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.record import changed
from pmpath.formats.readers.columns import FIELDS
from pmpath.formats.readers.foreign import Wanted
from pmpath.formats.readers.table import FORMATS
from pmpath.render.files.imported import entry_lines, imported_lines, people_asked
from pmpath.storage.disk.os_errors import is_there, size_of
from pmpath.storage.intake.addition import add_batch
from pmpath.storage.intake.files import STDIN, opened

if TYPE_CHECKING:
    from collections.abc import Container

    from pmpath.formats.readers.foreign import Foreign
    from pmpath.reports.imported import Imported

# So many entries are shown once they are written; a dry run shows all.
SHOWN, ALL = 10, 1 << 60
# Of more records than these no fold is kept: the next command that writes does that.
MOST_KEPT = 2_000
# What a longer log means takes more memory than an import may, and is left to `milestones`.
LONGEST_READ = 4_000_000
# So many letters of an id name one record of a long log.
LONG_HANDLE = 8
FORMAT_HELP = f"Format of the files: {', '.join(FORMATS)}."
COLUMN_HELP = f'Which column holds a field of a CSV table: "day=Date"; {", ".join(FIELDS)}.'
TOLD = {name: form.told for name, form in FORMATS.items()}


@dataclass
class ImportOptions:
    """What the files are, and whether anything is written."""

    form: Annotated[
        str,
        typer.Option("--format", help=FORMAT_HELP, metavar="FORMAT", show_default=False),
    ] = ""  # fmt: skip
    column: Annotated[
        list[str] | None,
        typer.Option(help=COLUMN_HELP, metavar="FIELD=COLUMN"),
    ] = None
    dates: Annotated[
        str,
        typer.Option(help='How a CSV table writes its days: "%d.%m.%Y".', metavar="PATTERN",
                     show_default=False),
    ] = ""  # fmt: skip
    people: Annotated[
        bool | None,
        typer.Option("--people/--no-people", help="Whether to import attendees and connections.",
                     show_default=False),
    ] = None  # fmt: skip
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be imported; write nothing.")
    ] = False


@spread(ImportOptions)
def import_files(
    context: typer.Context,
    options: ImportOptions,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", show_default=False)],
    json: Json = False,
) -> None:
    """Import what other tools recorded: journals, tasks, time, meetings."""
    session = session_of(context)
    intake = Intake(session, _asked(session, options), ALL if options.dry_run else SHOWN)
    for name in files:
        with opened(name) as file:
            intake.take(file)
    intake.let_go()
    if options.dry_run or not len(intake.batch):
        _show(intake.imported(written=not options.dry_run), as_json=json)
    else:
        try:
            _write(session, intake, as_json=json)
        except LogChanged as error:
            if STDIN not in files:
                raise
            # What came in there cannot be read again.
            raise NotStored(error.sentence, place=error.place, hint=error.hint) from None


def _asked(session: Session, options: ImportOptions) -> Asked:
    if options.form and options.form not in FORMATS:
        hint = did_you_mean(nearest(options.form, FORMATS), f"There are: {', '.join(FORMATS)}.")
        raise UsageError(f'Unknown format "{options.form}".', hint=hint)
    columns = dict(map(_column, options.column or ()))
    wanted = Wanted(session.today, columns, options.dates)

    def allows(name: str, named: tuple[Foreign, ...]) -> bool:
        if options.dry_run or options.people is not None:
            return options.people is not False
        people = dict.fromkeys(person for one in named for person in one.people)
        question = people_asked(name, people, are_contacts=named[0].is_contact)
        return agreed(question, hint="add --people or --no-people")

    return Asked(options.form, wanted, allows)


def _column(text: str) -> tuple[str, str]:
    field, equals, column = text.partition("=")
    if not equals or not column.strip() or field.strip() not in FIELDS:
        raise UsageError(
            f'"{text}" does not say which column holds what.',
            hint=f'Write --column "day=Date"; the fields are {", ".join(FIELDS)}.',
        )
    return field.strip(), column.strip()


def _show(imported: Imported, *, as_json: bool) -> None:
    """What was found, entry by entry for a dry run; nothing is written."""
    width = terminal_width()
    lines = [line for one in imported.entries for line in entry_lines(one, width)]
    lines += imported_lines(imported, TOLD, width)
    lines.append("Nothing was written.")
    present("import", imported, "\n".join(lines), as_json=as_json)


def _write(session: Session, intake: Intake, *, as_json: bool) -> None:
    """Add the entries, then say so and what follows from them."""
    if intake.batch.has_old and not is_there(session.folder.log):
        # The plan comes in with the records; it is held against the roadmap below.
        session.leave_edits()
    session.record_edits()
    size = size_of(session.folder.log) + intake.batch.size
    reached = session.journal().milestones_done if size <= LONGEST_READ else None
    session.writes.are_many = len(intake.batch) > MOST_KEPT
    with session.writing():
        backup = add_batch(session.folder, intake.batch, session.now, session.writes.seen)
    if intake.batch.has_old and reached is not None:
        again = Session(session.environment)
        again.record_plan(again.journal(observes=False), BY_MERGE, intake.batch.head)
    imported = intake.imported(written=True)
    if as_json:
        told = imported if reached is None else _with_milestones(session, imported, reached)
        present("import", told, "", as_json=True)
        return
    width = terminal_width()
    acknowledge("\n".join(imported_lines(imported, TOLD, width)))
    if backup:
        offer("Copy: ", "the previous log is in", f"backups/{backup}")
    if reached is not None:
        tell_milestones(session, reached)
    else:
        offer("  ", "The log is long, so milestones were not looked for. To see which are reached:",
              "pmpath milestones")  # fmt: skip
    head = intake.batch.head
    # Among so many records another may well end with the same four letters.
    handle = handle_of(head) if reached is not None else head[-LONG_HANDLE:].lower()
    offer("  ", "To undo all of it:", f"pmpath undo {handle}")


def _with_milestones(session: Session, imported: Imported, was: Container[str]) -> Imported:
    """The same with the milestones that are reached now or open again; `was`: reached before."""
    with waiting("Reading"):
        now = session.journal().milestones_done
    known = [one.id for one in session.roadmap.milestones_in_scope]
    return changed(
        imported,
        reached=tuple(key for key in known if key in now and key not in was),
        open_again=tuple(key for key in known if key in was and key not in now),
    )
