"""`pmpath help`: every command in one line, by panel; and the help of one command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmpath.cli.terminal.screens import text_on_page
from pmpath.render.page.blocks import FAINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.render.page.page import Page

USAGE = "Usage: pmpath [COMMAND] [WORDS]"
ONE = "One command, with an example: pmpath help log"
# A paragraph of a docstring that begins so keeps its lines.
LITERAL = "\b\n"
# Between what is typed and what it means, in a line of such a paragraph.
GAP = re.compile(r" {2,}")


def help_screen(about: str, commands: Sequence[tuple[str, str, str]], options: list[str]) -> str:
    """The text of the help; each command is its panel, its name and what it does."""
    panels: dict[str, list[tuple[str, str]]] = {}
    for panel, name, told in commands:
        panels.setdefault(panel, []).append((name, first_line(told)))

    def draw(page: Page) -> None:
        page.line(about)
        page.line()
        page.line(USAGE)
        for panel, rows in panels.items():
            page.title(panel)
            page.rows(rows)
        page.line()
        page.line(ONE)
        page.line(f"Options: {', '.join(options)}", FAINT)

    return text_on_page(draw)


def command_help(command: Any, context: Any) -> str:
    """The text of the help of one command or group: what it does, an example, what it takes."""
    told, *more = str(command.help or "").split("\n\n")
    inner = [(name, first_line(one.help or "")) for name, one in _commands_of(command, context)]
    taken = command.get_params(context)
    rows = [(_argument(one), one.help) for one in taken if _is_told_argument(one)]
    options = [(spelled(one), told_of(one)) for one in taken if _is_shown_option(one)]

    def draw(page: Page) -> None:
        page.line(" ".join(told.split()))
        page.line()
        if command.epilog:
            page.offer(*_label_and_words(str(command.epilog)))
        page.offer("Usage:", usage(context.command_path, command))
        for paragraph in more:
            page.line()
            _draw_paragraph(page, paragraph)
        for title, several in (("Words", rows), ("Commands", inner), ("Options", options)):
            if several:
                page.title(title)
                page.rows(several)

    return text_on_page(draw)


def _label_and_words(example: str) -> tuple[str, str]:
    label, _, words = example.partition(" ")
    return label, words


def usage(path: str, command: Any) -> str:
    """`pmpath log [OPTIONS] [WORDS]`."""
    taken = [one for one in command.params if one.param_type_name == "argument"]
    options = ["[OPTIONS]"] if any(map(_is_shown_option, command.params)) else []
    words = ["[COMMAND]"] if hasattr(command, "commands") else []
    return " ".join([path, *options, *map(_argument, taken), *words])


def spelled(option: Any) -> str:
    """`--minutes DURATION`; of several spellings the long one comes first."""
    found = ", ".join(sorted(option.opts, key=len, reverse=True))
    return found if option.is_flag else f"{found} {option.metavar or 'VALUE'}"


def told_of(option: Any) -> str:
    """What an option means."""
    needed = " Required." if option.required else ""
    return f"{' '.join((option.help or '').split())}{needed}".strip()


def first_line(told: str) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join(told.strip().partition("\n\n")[0].split())


def _commands_of(command: Any, context: Any) -> Iterator[tuple[str, Any]]:
    if hasattr(command, "commands"):
        for name in command.list_commands(context):
            yield name, command.commands[name]


def _argument(one: Any) -> str:
    return one.metavar or str(one.name).upper()


def _is_told_argument(one: Any) -> bool:
    return one.param_type_name == "argument" and bool(one.help)


def _is_shown_option(one: Any) -> bool:
    return one.param_type_name == "option" and not one.hidden


def _draw_paragraph(page: Page, paragraph: str) -> None:
    """A paragraph; lines of what is typed and what it means stand in two columns."""
    if not paragraph.startswith(LITERAL):
        page.line(" ".join(paragraph.split()))
        return
    lines = paragraph.removeprefix(LITERAL).splitlines()
    parted = [tuple(GAP.split(line.strip(), maxsplit=1)) for line in lines if line.strip()]
    if all(len(one) == 2 for one in parted):
        page.rows([(name, text) for name, text in parted])
        return
    for line in lines:
        page.line(line)
