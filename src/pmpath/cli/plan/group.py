"""A command that shows something by itself and has further commands behind its name."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperArgument, TyperGroup

from pmpath.cli.options.parameters import Json, parameters_of, session_of
from pmpath.cli.options.refusals import no_command
from pmpath.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Group(TyperGroup):
    """Its help is laid out as every other screen."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Say what it does, an example, its commands and options."""
        from pmpath.cli.terminal.help_screen import command_help

        formatter.write(command_help(self, ctx))


class Commands(Group):
    """A word that is not one of its commands is refused, with the one that was probably meant."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the first word names."""
        if args and args[0] not in self.commands and not ctx.resilient_parsing:
            raise no_command(args, self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)


class CommandOrWord(Group):
    """A word that is not a command is what is to be shown."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """`milestones allies.five-met` is `milestones show allies.five-met`."""
        is_word = bool(args) and args[0] not in self.commands and not args[0].startswith("-")
        return super().resolve_command(ctx, ["show", *args] if is_word else args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """TAB offers what can be shown, and behind that the commands and options."""
        named = [one for one in self.commands["show"].params if isinstance(one, TyperArgument)]
        shown = [item for one in named for item in one.shell_complete(ctx, incomplete)]
        return [*shown, *super().shell_complete(ctx, incomplete)]


def group_that_shows(
    told: str,
    show: Callable[..., None],
    commands: Mapping[str, Callable[..., Any]],
    cls: type[TyperGroup] = Commands,
    *,
    options: Mapping[str, tuple[str, str]] | None = None,
) -> typer.Typer:
    """A group with these commands; alone it runs `show(session, as_json=...)`.

    `told` is its line in the help, `cls` how it finds the command that a word means. `options` are
    further switches: the parameter of `show` that each sets, its spelling and its help.
    """
    app = typer.Typer(help=told, cls=cls)
    for name, command in commands.items():
        app.command(name)(command)

    spellings = {name: spelling for name, (spelling, _) in (options or {}).items()}

    def alone(context: typer.Context, json: Json = False, **switches: bool) -> None:
        if context.invoked_subcommand is None:
            show(session_of(context), as_json=json, **switches)
        elif said := [spellings[name] for name, is_set in switches.items() if is_set]:
            # Before the name it would be of no effect, and nobody would notice.
            raise UsageError(f"{said[0]} goes after the name or command that it is about.")

    app.callback(invoke_without_command=True)(_with_switches(alone, options or {}))
    return app


def _with_switches(
    command: Callable[..., None], options: Mapping[str, tuple[str, str]]
) -> Callable[..., None]:
    """The command, with a switch for each option in place of its `**switches`."""
    own = parameters_of(command)
    own.pop("switches")
    switches = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=False,
            annotation=Annotated[bool, typer.Option(spelling, help=told)],
        )
        for name, (spelling, told) in options.items()
    ]
    parameters = [*own.values(), *switches]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    return command
