"""`pmpath doctor`: a look over the data, and the way to repair, merge and restore."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from shlex import quote
from typing import Annotated

import typer

from pmpath.cli.options.completion import backups
from pmpath.cli.options.parameters import Json, session_of, spread
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present
from pmpath.cli.terminal.progress import waiting
from pmpath.cli.written import silenced, written
from pmpath.domain.errors import NotValid, UsageError
from pmpath.render.files.doctor import draw_checkup
from pmpath.storage.doctor.checkup import check_up


@dataclass
class DoctorOptions:
    """What to do beyond looking; one of them at a time, and whether to ask before."""

    repair: Annotated[
        bool, typer.Option("--repair", help="Set damaged lines aside; make your files private.")
    ] = False
    reread: Annotated[
        bool, typer.Option("--reread", help="Read older entries again, as log would today.")
    ] = False
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --reread: show the changes; write nothing.")
    ] = False
    merge: Annotated[
        str,
        typer.Option(help="Add the records of a conflict copy to the log.", metavar="FILE",
                     show_default=False),
    ] = ""  # fmt: skip
    restore: Annotated[
        bool, typer.Option("--restore", help="List the backups, or bring one back.")
    ] = False
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False


def _to_restore(ctx: typer.Context, incomplete: str) -> list[str]:
    """The backups, behind --restore alone."""
    return backups(incomplete) if ctx.params.get("restore") else []


@spread(DoctorOptions)
def doctor(
    context: typer.Context,
    options: DoctorOptions,
    backup: Annotated[
        str, typer.Argument(metavar="[BACKUP]", show_default=False, autocompletion=_to_restore)
    ] = "",
    json: Json = False,
) -> None:
    """Check your files; repair, merge or restore them if you ask."""
    _doctor(session_of(context), options, backup, as_json=json)


def _doctor(session: Session, options: DoctorOptions, backup: str, *, as_json: bool) -> None:
    """Do the one thing that was asked for; raises UsageError for two at once."""
    _refuse_mixed(options, backup)
    if options.restore and not backup:
        from pmpath.cli.data.restore import show_backups

        show_backups(session, as_json=as_json)
    elif options.reread and not options.dry_run:
        with written(session, as_json=as_json):
            _changed(session, options, backup)
    elif options.repair or options.reread or options.merge or backup:
        with silenced() if as_json else nullcontext():
            kind, facts = _changed(session, options, backup)
        if as_json:
            present(kind, facts, "", as_json=True)
    else:
        _look(session, as_json=as_json)


def _changed(session: Session, options: DoctorOptions, backup: str) -> tuple[str, object]:
    """Do what changes files, or what shows that; what came of it, and the name of such facts."""
    if options.repair:
        from pmpath.cli.data.repair import repair

        return "repair", repair(session, asks=not options.yes)
    if options.reread:
        from pmpath.cli.data.reread import reread

        found = reread(session, asks=not options.yes, writes=not options.dry_run)
        return "reread", {"entries": found}
    if options.merge:
        from pmpath.cli.data.merge import merge

        return "merge", merge(session, options.merge)
    from pmpath.cli.data.restore import restore

    return "restore", restore(session, backup, asks=not options.yes)


def _refuse_mixed(options: DoctorOptions, backup: str) -> None:
    asked = [name for name in ("repair", "reread", "merge", "restore") if getattr(options, name)]
    if len(asked) > 1:
        raise UsageError(
            f"--{asked[0]} and --{asked[1]} do not go together.", hint="Use one at a time."
        )
    if backup and not options.restore:
        raise UsageError(
            f'"{backup}" needs --restore.', hint=f"pmpath doctor --restore {quote(backup)}"
        )
    if options.dry_run and not options.reread:
        raise UsageError("--dry-run needs --reread.", hint="pmpath doctor --reread --dry-run")


def _look(session: Session, *, as_json: bool) -> None:
    """Show what was found; leaves with the code for content that is not valid when faults are."""
    with waiting("Looking"):
        checkup = check_up(session.folder, session.now)
    present(
        "doctor", checkup, lambda page: draw_checkup(page, checkup, session.today), as_json=as_json
    )
    if checkup.faults:
        raise SystemExit(NotValid.exit_code)
