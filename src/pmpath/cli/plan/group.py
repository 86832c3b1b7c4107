"""A command that shows something by itself and has further commands behind its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from pmpath.cli.options.parameters import Json, session_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def group_that_shows(
    told: str,
    show: Callable[..., None],
    commands: Mapping[str, Callable[..., Any]],
    cls: type[TyperGroup] = TyperGroup,
) -> typer.Typer:
    """A group with these commands; alone it runs `show(session, as_json=...)`.

    `told` is its line in the help, `cls` how it finds the command that a word means.
    """
    app = typer.Typer(help=told, cls=cls)
    for name, command in commands.items():
        app.command(name)(command)

    @app.callback(invoke_without_command=True)
    def alone(context: typer.Context, json: Json = False) -> None:
        if context.invoked_subcommand is None:
            show(session_of(context), as_json=json)

    return app
