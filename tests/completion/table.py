"""The table of commands for TAB, made of what Typer itself would answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from pmpath.cli.app import app_of
from pmpath.cli.commands import ORDER
from pmpath.cli.options import completion
from pmpath.cli.options.command_table import (
    COMMAND,
    FILE,
    MEANT,
    OFTEN,
    ONCE,
    SWITCH,
    WORD,
    WORDS,
    Row,
)

TABLE = Path(__file__).resolve().parents[2] / "data" / FILE
HEAD = """\
# What TAB offers behind each command. Made of the commands: python3 dev.py fix
"""
NO_COMMAND = "no-command"
# What is offered behind an option alone, by the name of the function that says so.
BEHIND = {"_to_restore": "backups --restore"}


def table() -> str:
    """All blocks, with an empty line between."""
    every: Any = typer.main.get_command(app_of(*ORDER))
    return HEAD + "".join(_blocks("", every))


def _blocks(name: str, command: Any, around: Any = None) -> Iterator[str]:
    context = command.make_context(name, [], parent=around, resilient_parsing=True)
    lines = [_line(one) for one in _rows(command, context)]
    yield "\n".join(["", f"[{name}]", *lines, ""])
    for one in _behind(command, context):
        yield from _blocks(f"{name} {one}".strip(), command.commands[one], context)


def _behind(command: Any, context: Any) -> list[str]:
    return command.list_commands(context) if isinstance(command, TyperGroup) else []


def _rows(command: Any, context: Any) -> Iterator[Row]:
    names = _behind(command, context)
    if names and (meant := command.resolve_command(context, [NO_COMMAND])[0]):
        (words,) = (one for one in command.commands[meant].params if one.nargs < 0)
        yield Row(MEANT, meant, _offers(words))
    for one in names:
        yield Row(COMMAND, one, "", _in_one_line(command.commands[one].get_short_help_str()))
    for one in command.get_params(context):
        yield _row(one)


def _row(parameter: Any) -> Row:
    if parameter.param_type_name == "argument":
        kind = WORDS if parameter.nargs < 0 else WORD
        return Row(kind, parameter.name, _offers(parameter))
    assert (parameter.hidden, parameter.count, parameter.nargs) == (False, False, 1)
    kind = SWITCH if parameter.is_flag else OFTEN if parameter.multiple else ONCE
    # Typer has the spellings of this one in another order at each call.
    spellings = sorted(parameter.opts) if parameter.name == "help" else parameter.opts
    names = " ".join([*spellings, *parameter.secondary_opts])
    return Row(kind, names, _offers(parameter), _in_one_line(parameter.help))


def _offers(parameter: Any) -> str:
    """The function that lists the values, by its name."""
    given = parameter._custom_shell_complete
    if given is None:
        assert not parameter.type.shell_complete(None, parameter, "x")
        return ""
    name: str = given.__closure__[0].cell_contents.__wrapped__.__name__
    assert name in BEHIND or hasattr(completion, name)
    return BEHIND.get(name, name)


def _in_one_line(text: str) -> str:
    assert not re.search(r"\[/?\w+\]", text), "Typer would take it for markup"
    return re.sub(r"\s", " ", text)


def _line(row: Row) -> str:
    return "\t".join([row.kind, row.name, row.offers, row.told]).rstrip()
