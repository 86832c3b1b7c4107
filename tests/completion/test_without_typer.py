"""TAB is answered without Typer, and as Typer answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from pmpath.cli import door
from pmpath.cli.commands import ORDER
from pmpath.cli.options import offered
from pmpath.cli.options.command_table import (
    COMMAND,
    OFTEN,
    ONCE,
    SWITCH,
    WORD,
    WORDS,
    Command,
    command_named,
)
from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty
from tests.commands.conftest import terminal as terminal
from tests.completion.table import TABLE, table

ASKS = {"_PMPATH_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
# Typer folds a long help at the width of the terminal, in the middle of what a shell is offered.
WIDE = "1000"
# It also has these two in another order at each call.
HELP = "--help\tShow this message and exit.\n-h\tShow this message and exit."
HELP_AS_TYPER_MAY_SAY = "\n".join(reversed(HELP.split("\n")))
# What is typed behind each command, up to the cursor.
TYPED = ("", "-", "--", "--j", "l", "x y ", "--json ", "--json --", "x --json l", "--unknown ",
         "-3 ", "-- la", "=", "--unknown=", '"la', "x\tla")  # fmt: skip
# And behind one whose words are completed.
BEGUN = ("@le", "+posit", "search.of", "READ", "a6", "x la", "jö", "cal", "le")
# And behind an option that takes a value: one that is begun, one that is there, in both spellings.
VALUES = (" ", "=", " m", "=t", " all", " -", " x ", "=x ", " x --", "=x --")
OTHERS = ("", "-", "--", "--i", "mile", "unknown ", "unknown l", "--json ", "--version lo", "x --",
          "doctor --restore ", "doctor --restore road", "doctor --yes --restore --", "doctor -y ",
          "people lena ", "people --json le", "history -n ", "history -n5 ", "milestones x --on ",
          "log --on --did a", "openings --not-private --", "statement value x", "answer junior ",
          "undo x ", "undo x --entry ", "log --did allies.c", "log --did= ")  # fmt: skip


@pytest.fixture
def lived(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A folder with people, a firm, a milestone that is dropped and one that is reached."""
    for words in (
        "log coffee with @lena:pm", "log tea with @jörg_müller:sales", "log applied to Caledon",
        "milestones done allies.five-met", "milestones drop positioning.value-talk --because no",
    ):  # fmt: skip
        terminal.type(*words.split(), today="2027-02-25")
    assert terminal.out.count("positioning.value-talk")
    for key, value in {
        **ASKS,
        "PMPATH_HOME": str(terminal.home),
        "PMPATH_TODAY": "2027-02-26",
        "COLUMNS": WIDE,
    }.items():
        monkeypatch.setenv(key, value)
    return terminal


def answered(line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The exit code, and what a shell is given for a line."""
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"pmpath {line}")
    capsys.readouterr()
    code, (out, err) = door.enter([]), capsys.readouterr()
    return code, out.replace(HELP_AS_TYPER_MAY_SAY, HELP), err


def commands(name: str) -> Iterator[Command]:
    """A command, and those behind it."""
    command = command_named(name)
    yield command
    for one in command.of(COMMAND):
        yield command_named(f"{name} {one.name}")


def lines_of(command: Command) -> Iterator[str]:
    """What is typed of a command, up to a TAB."""
    words = [one for one in command.rows if one.kind in (WORD, WORDS) and one.offers]
    for typed in (*TYPED, *(BEGUN if words or command.is_group else ())):
        yield f"{command.name} {typed}"
    for option in command.of(SWITCH, ONCE, OFTEN):
        for spelling in option.name.split():
            for typed in VALUES if option.takes_value else (" --",):
                yield f"{command.name} {spelling}{typed}"


@pytest.mark.parametrize("name", [*ORDER, "others"])
def test_every_line_is_answered_as_typer_does(
    name: str,
    lived: Terminal,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Names, options and values of every command, words that are quoted, and what is refused."""
    lines = [line for one in commands(name) for line in lines_of(one)] if name in ORDER else OTHERS
    short = [answered(one, capsys, monkeypatch) for one in lines]
    monkeypatch.setattr(offered, "values_offered", lambda *_: None)
    monkeypatch.setattr("pmpath.cli.app.command_completed", lambda *_: "")
    for line, answer in zip(lines, short, strict=True):
        assert answer == answered(line, capsys, monkeypatch), line


def test_whoever_was_there_is_offered_behind_with(
    lived: Terminal, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is offered there is read back as the same person."""
    _, out, _ = answered("log tea --with jör", capsys, monkeypatch)
    assert out == "jörg_müller\n"
    monkeypatch.delenv("_PMPATH_COMPLETE")
    lived.type("log", "tea", "--with", out.strip())
    assert "with Jörg Müller" in lived.out


def test_the_table_of_commands_is_that_of_typer() -> None:
    """`python3 dev.py fix` writes it anew."""
    assert TABLE.read_bytes() == table().encode()


@pytest.mark.parametrize(
    "line", ["", "re", "log --", "log --did a", "milestones ", "people le", "report --format=m"]
)
def test_what_is_typed_every_day_is_left_to_nobody(line: str) -> None:
    """Else it would be answered as well, and ten times as slow."""
    asked = {**ASKS, "_TYPER_COMPLETE_ARGS": f"pmpath {line}"}
    assert offered.values_offered(ASKS["_PMPATH_COMPLETE"], asked) is not None


def test_a_long_help_stays_in_its_line() -> None:
    """A part of it would be offered as a value."""
    asked = {**ASKS, "_TYPER_COMPLETE_ARGS": "pmpath import --"}
    found = offered.values_offered(ASKS["_PMPATH_COMPLETE"], asked) or ""
    assert [one for one in found.splitlines() if not one.startswith("--")] == []
