"""How `pmpath status` is typed; what it does is in `status`, which the short door loads."""

from __future__ import annotations

import typer

from pmpath.cli.daily.status import show_status
from pmpath.cli.options.parameters import Json, session_of


def status(context: typer.Context, json: Json = False) -> None:
    """One neutral mark for a shell prompt; nothing before init.

    The number beside it counts what is open today: the step, or all that you owe somebody by today.
    The mark alone says that nothing is.
    """
    show_status(session_of(context), as_json=json)
