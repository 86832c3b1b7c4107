"""TAB at a value is answered without Typer, and as Typer answers."""

from __future__ import annotations

from typing import Any

import pytest
from typer.main import get_command

from pmpath.cli import door
from pmpath.cli.app import app_of
from pmpath.cli.commands import ORDER
from pmpath.cli.options.offered import OF_EVERY_WORD, OF_FIRST_WORD
from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty
from tests.commands.conftest import terminal as terminal

ASKS = {"_PMPATH_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
# What is typed behind each command, up to the cursor.
TYPED = ("", "l", "@le", "+posit", "search.of", "READ", "a6", "=", "x y ", "x la", "x --json ",
         '"la', "jö")  # fmt: skip
# What Typer alone answers.
OTHERS = ("", "mile", "milestones ", "milestones se", "people ", "people le", "people lena ",
          "undo x ", "answer junior ", "export csv ", "log --did allies.c", "log --tr", "rest ",
          "doctor ", "import ", "unknown ", "log\tla", "log -- la", "roadmap move ")  # fmt: skip
LINES = [f"{name} {typed}" for name in (*OF_EVERY_WORD, *OF_FIRST_WORD) for typed in TYPED]


@pytest.fixture
def lived(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A folder with people, a firm, a milestone that is dropped and one that is reached."""
    for key, value in {
        **ASKS,
        "PMPATH_HOME": str(terminal.home),
        "PMPATH_TODAY": "2027-02-26",
    }.items():
        monkeypatch.setenv(key, value)
    for words in (
        "log coffee with @lena:pm", "log tea with @jörg_müller:sales", "log applied to Caledon",
        "milestones done allies.five-met", "milestones drop positioning.value-talk --because no",
    ):  # fmt: skip
        terminal.type(*words.split(), today="2027-02-25")
    return terminal


def answered(line: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The exit code, and what a shell is given for a line."""
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"pmpath {line}")
    capsys.readouterr()
    return door.enter([]), capsys.readouterr()


@pytest.mark.parametrize("name", [*OF_EVERY_WORD, *OF_FIRST_WORD, "others"])
def test_every_line_is_answered_as_typer_does(
    name: str,
    lived: Terminal,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Values of every command that has some, options, quoted words, and commands of commands."""
    lines = OTHERS if name == "others" else [one for one in LINES if one.startswith(f"{name} ")]
    short = [answered(one, capsys, monkeypatch) for one in lines]
    monkeypatch.setattr("pmpath.cli.options.offered.values_offered", lambda *_: None)
    monkeypatch.setattr("pmpath.cli.app.command_completed", lambda *_: "")
    assert short == [answered(one, capsys, monkeypatch) for one in lines]


def test_every_command_with_values_is_in_the_tables() -> None:
    """A command that comes to offer values is answered without Typer as well."""
    found: dict[str, set[str]] = {"every": set(), "first": set()}
    groups: list[tuple[str, Any]] = [("", get_command(app_of(*ORDER)))]
    while groups:
        name, command = groups.pop()
        groups += [
            (f"{name} {key}".strip(), one) for key, one in vars(command).get("commands", {}).items()
        ]
        first = next((one for one in command.params if one.param_type_name == "argument"), None)
        if first is not None and vars(first).get("_custom_shell_complete"):
            found["every" if first.nargs < 0 else "first"].add(name)
    assert found["every"] == set(OF_EVERY_WORD)
    # Which backups there are depends on an option.
    assert found["first"] - {"doctor"} == set(OF_FIRST_WORD)
