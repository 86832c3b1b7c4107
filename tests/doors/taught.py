"""Every line that pmpath teaches: in `pmpath log --help`, the README and the pages on sentences."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from pmpath.cli.app import app_of
from pmpath.cli.commands import ORDER
from pmpath.cli.daily.log_command import SPELLINGS

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
SENTENCES = ROOT / "docs" / "sentences.md"
# Signs that a shell takes for itself: the page says that they need quotes, or the free line.
FOR_A_SHELL = frozenset("()[]<>&|;$`\"'*?#!~\\{}")
CALL = "pmpath log "


def from_help() -> list[str]:
    """The words of each spelling; what they mean stands behind two spaces or more."""
    return [line.strip().split("  ")[0] for line in SPELLINGS.splitlines() if line.strip()]


def from_readme() -> list[str]:
    """The words behind `pmpath log` on every indented or fenced line of the README."""
    lines = (line.strip().removeprefix("$ ") for line in README.read_text("utf-8").splitlines())
    words = (line.removeprefix(CALL).split("  ")[0] for line in lines if line.startswith(CALL))
    return [line for line in words if not line.startswith("-")]


def from_sentences() -> list[str]:
    """What the page on plain sentences shows to type: behind `pmpath log`, and "you write"."""
    text = SENTENCES.read_text("utf-8")
    inline = [one.removeprefix(CALL) for one in re.findall(r"`([^`]+)`", text) if CALL in one]
    cells = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    written = [one for cell in cells for one in re.findall(r"`([^`]+)`", cell)]
    lines = [one for one in (*inline, *written) if not one.startswith("-") and "WORDS" not in one]
    return [line for line in lines if FOR_A_SHELL.isdisjoint(line)]


def from_all_help() -> list[str]:
    """Every command that the help of a command or an option names, to the end of its sentence."""
    app = typer.main.get_command(app_of(*ORDER))
    texts: list[str] = []
    for command in getattr(app, "commands", {}).values():
        texts += [command.help or "", *(getattr(one, "help", "") or "" for one in command.params)]
    named = re.findall(r"pmpath [a-z]+[^.;()\n]*", "\n".join(texts))
    return [one.strip() for one in named]


def commands_shown() -> list[str]:
    """Every command in help, and on a line of its own in README and pages, quotes and all.

    Where a page tells a shell to do something with the output, the shell has to read the line.
    """
    pages = (README, *sorted((ROOT / "docs").glob("*.md")))
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines()]
    shown = [line.strip().removeprefix("$ ") for line in lines if line.startswith("    ")]
    calls = [re.split(r"  +| #", line)[0] for line in shown if line.startswith("pmpath ")]
    calls = [line for line in calls if "2>/dev/null" not in line and " | " not in line]
    calls += from_all_help()
    return list(dict.fromkeys(line for line in calls if "..." not in line))


def taught() -> list[str]:
    """Each taught line once."""
    return list(dict.fromkeys([*from_help(), *from_readme(), *from_sentences()]))
