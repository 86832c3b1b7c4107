"""The commands of the panel "Your data"."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.doctor import DoctorOptions
from pmpath.cli.options.parameters import Json, session_of, spread


@spread(DoctorOptions)
def doctor(
    context: typer.Context,
    options: DoctorOptions,
    backup: Annotated[str, typer.Argument(metavar="[BACKUP]", show_default=False)] = "",
    json: Json = False,
) -> None:
    """Look over your files; repair, merge or restore them when asked to."""
    from pmpath.cli.data.doctor import doctor as look_over

    look_over(session_of(context), options, backup, as_json=json)


def sync(
    context: typer.Context,
    remote: Annotated[
        str, typer.Option(help="Name the git remote.", metavar="URL", show_default=False)
    ] = "",
    join: Annotated[bool, typer.Option("--join", help="Join two journeys begun apart.")] = False,
) -> None:
    """Exchange your data with a git remote of yours; without one, commit it here."""
    from pmpath.cli.data.sync import sync as exchange

    exchange(session_of(context), remote, joins=join)
