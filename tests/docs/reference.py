"""docs/commands.md and the man page, both made of the help of the commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import typer

from pmpath.cli.app import app_of
from pmpath.cli.commands import COMMANDS, EXAMPLES, ORDER
from pmpath.cli.terminal.help_screen import LITERAL, spelled, told_of, usage

DOCS = Path(__file__).resolve().parents[2] / "docs"
COMMANDS_PAGE, MAN_PAGE = DOCS / "commands.md", DOCS / "pmpath.1"
CODES = (
    ("0", "done; what a confirmation said is on the disk"),
    ("1", "a bug in pmpath"),
    ("2", "what was typed could not be used; the message says what to type instead"),
    ("3", "not set up yet, or not found"),
    ("4", "a file has a fault; also roadmap check and doctor when they find one"),
    ("5", "something could not be read or written"),
    ("130", "interrupted"),
)
VARIABLES = (
    ("PMPATH_HOME", "the folder of your data"),
    ("PAGER, LESS, NO_PAGER", "how a text longer than the terminal is shown"),
    ("NO_COLOR", "no colors"),
    ("VISUAL, EDITOR", "what roadmap edit opens"),
)


@dataclass(frozen=True)
class Reference:
    """What is known of one command: its words, its panel, its help, and what it takes."""

    name: str
    panel: str
    paragraphs: tuple[str, ...]
    usage: str
    options: tuple[tuple[str, str], ...]

    @property
    def example(self) -> str:
        """What to type, as its help shows it."""
        return f"pmpath {EXAMPLES[self.name]}"


def references() -> list[Reference]:
    """Every command in the order of the help, those of a group behind it."""
    every: Any = typer.main.get_command(app_of(*ORDER))
    found = []
    for panel in dict.fromkeys(panel for panel, *_ in COMMANDS):
        for name in (name for mine, name, *_ in COMMANDS if mine == panel):
            one = every.commands[name]
            found.append(_reference(name, panel, one))
            inner = getattr(one, "commands", {})
            found += [_reference(f"{name} {key}", panel, inner[key]) for key in inner]
    return found


def _reference(name: str, panel: str, command: Any) -> Reference:
    options = [one for one in command.params if one.param_type_name == "option"]
    shown = tuple((spelled(one), told_of(one)) for one in options if not one.hidden)
    paragraphs = tuple((command.help or "").split("\n\n"))
    return Reference(name, panel, paragraphs, usage(f"pmpath {name}", command), shown)


def commands_page() -> str:
    """The page of docs/."""
    lines = [
        "# Commands", "",
        "Made from the help of each command: `pmpath help COMMAND` says the same in the terminal,",
        "`man docs/pmpath.1` as a man page. `python3 dev.py fix` writes both again.",
    ]  # fmt: skip
    for panel, group in groupby(references(), key=lambda one: one.panel):
        lines += ["", f"## {panel}"]
        for one in group:
            lines += ["", f"### {one.name}", *_section(one)]
    lines += ["", "## Exit codes", "", "| code | means |", "|---|---|"]
    lines += [f"| {code} | {told} |" for code, told in CODES]
    lines += ["", "## Environment", "", "| variable | means |", "|---|---|"]
    lines += [f"| `{name}` | {told} |" for name, told in VARIABLES]
    return "\n".join(lines) + "\n"


def _section(one: Reference) -> Iterator[str]:
    for paragraph in one.paragraphs:
        yield ""
        if paragraph.startswith(LITERAL):
            yield from ("```", paragraph.removeprefix(LITERAL), "```")
        else:
            yield _plain(paragraph)
    yield from ("", "```", one.usage, "```", "", f"Example: `{one.example}`")
    if one.options:
        yield from ("", "| option | means |", "|---|---|")
        yield from (f"| `{option}` | {_plain(told)} |" for option, told in one.options)


def _plain(text: str) -> str:
    """Text in which Markdown reads no sign for itself."""
    return re.sub(r"([\\`*_<>|\[\]#])", r"\\\1", text)


def man_page() -> str:
    """The man page, in the language of man."""
    lines = [
        '.TH PMPATH 1 "" "pmpath" "User Commands"',
        ".SH NAME", r"pmpath \- one doable step a day toward being a product manager",
        ".SH SYNOPSIS", r"\fBpmpath\fR [\fICOMMAND\fR] [\fIWORDS\fR]",
        ".SH DESCRIPTION",
        "Set the date you will be a product manager; get one doable step toward it each day.",
        "Alone, pmpath shows the step of today.",
    ]  # fmt: skip
    for panel, group in groupby(references(), key=lambda one: one.panel):
        lines.append(f".SH {_roff(panel.upper())}")
        for one in group:
            lines += _man_section(one)
    lines.append(".SH EXIT STATUS")
    lines += [part for code, told in CODES for part in (".TP", f"\\fB{code}\\fR", _roff(told))]
    lines.append(".SH ENVIRONMENT")
    lines += [part for name, told in VARIABLES for part in (".TP", f"\\fB{name}\\fR", _roff(told))]
    return "\n".join(lines) + "\n"


def _man_section(one: Reference) -> Iterator[str]:
    yield from (f".SS {_roff(one.name)}", f"\\fB{_roff(one.usage)}\\fR")
    for paragraph in one.paragraphs:
        yield ".PP"
        if paragraph.startswith(LITERAL):
            yield from (".nf", *map(_roff, paragraph.removeprefix(LITERAL).split("\n")), ".fi")
        else:
            yield _roff(" ".join(paragraph.split()))
    yield from (".PP", f"Example: \\fB{_roff(one.example)}\\fR")
    for option, told in one.options:
        yield from (".TP", f"\\fB{_roff(option)}\\fR", _roff(told) or r"\&")


def _roff(text: str) -> str:
    """Text in which man reads no sign for itself: letters beyond ASCII by their numbers."""
    safe = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga")
    safe = "".join(one if one.isascii() else f"\\[u{ord(one):04X}]" for one in safe)
    return f"\\&{safe}" if safe[:1] == "." else safe
