"""The program of the commands that are called, made by Typer of the table of commands."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath import __version__
from pmpath.cli.commands import COMMANDS, ORDER, example_of
from pmpath.cli.long_door import INSTALL, SHOW, completion_set_up, help_shown, lost_output_said
from pmpath.cli.options.filled import FilledCommand
from pmpath.cli.options.offered import command_completed
from pmpath.cli.options.parameters import Json, session_of
from pmpath.cli.options.plain_words import joined, shielded
from pmpath.cli.options.refusals import Refusal, refused
from pmpath.cli.plan.group import Commands
from pmpath.cli.terminal.failures import INTERRUPTED
from pmpath.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

HELP_WORD, DATA = "help", "--json"


@contextmanager
def refusing() -> Iterator[None]:
    """Say what Typer refuses as every other error is said."""
    try:
        yield
    except Refusal as refusal:
        raise refused(refusal) from None


class InOrder(Commands):
    """Lists commands in the order of the table above."""

    def make_context(self, *given: Any, **named: Any) -> Any:
        """Read the words before a command's name."""
        with refusing():
            return super().make_context(*given, **named)

    def invoke(self, ctx: Any) -> Any:
        """Read the words behind it, and run it."""
        with refusing():
            return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Say what there is: first the commands of the first day, the others by panel."""
        from pmpath.cli.terminal.help_screen import help_screen

        panels = {name: panel for panel, name, _, _ in COMMANDS}
        told = [
            (panels[name], name, str(self.commands[name].help or ""))
            for name in self.list_commands(ctx)
        ]
        options = [spelling for one in self.get_params(ctx) for spelling in sorted(one.opts)]
        formatter.write(help_screen(str(self.help), told, options))

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The names, first those of the first day."""
        return sorted(super().list_commands(ctx), key=ORDER.index)


@cache
def app_of(*names: str) -> typer.Typer:
    """The program with these commands: the one that is called, or all of them for help."""
    app = typer.Typer(
        cls=InOrder,
        no_args_is_help=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Set the date you will be a product manager; one doable step toward it each day.",
    )
    app.callback(invoke_without_command=True)(main)
    for panel, name, module, attribute in COMMANDS:
        if name in names:
            command = getattr(import_module(f"pmpath.cli.{module}"), attribute)
            if isinstance(command, typer.Typer):
                for one in command.registered_commands:
                    one.cls = FilledCommand
                    one.epilog = example_of(name, str(one.name))
                app.add_typer(command, name=name, epilog=example_of(name), rich_help_panel=panel)
            else:
                app.command(
                    name, cls=FilledCommand, epilog=example_of(name), rich_help_panel=panel
                )(command)
    return app


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pmpath {__version__}")
        raise typer.Exit


def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
    json: Json = False,
) -> None:
    """Set the date you will be a product manager; one doable step toward it each day."""
    from pmpath.cli.daily.today import show_today

    called = context.invoked_subcommand
    if called is None:
        show_today(session_of(context), as_json=json)
    elif json:
        raise UsageError(f"--json has to come after {called}.", hint=f"pmpath {called} --json")


def _completion_done(asked: str) -> bool:
    """Set completion up or show its script; False for a shell that is left to Typer."""
    from pmpath.cli.options.install_completion import install_completion, show_script

    return install_completion() if asked == INSTALL else show_script()


def run(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Parse and run one call; returns the exit code. `help NAME` is `NAME --help`.

    Options alone are those of today's step, so that no other command is loaded for them.
    """
    if list(arguments) == [DATA]:
        arguments = ["today", DATA]
    if arguments[:1] == [HELP_WORD]:
        arguments = [*arguments[1:], "--help"]
    try:
        first = arguments[0] if arguments else command_completed(os.environ)
        called = (first,) if first in ORDER else ORDER
        with completion_set_up(arguments), lost_output_said(), help_shown(arguments):
            if arguments and arguments[0] in (INSTALL, SHOW) and _completion_done(arguments[0]):
                return 0
            app_of(*called)(args=shielded(joined(arguments)), prog_name="pmpath", obj=environment)
    except SystemExit as stop:
        # Typer's 1 is a prompt that was left; a bug leaves with its traceback.
        return INTERRUPTED if stop.code == 1 else int(stop.code or 0)
    return 0
