"""Whatever was typed, the screens of what was gathered hold it, fit, and stay harmless."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal
from tests.hostile.texts import is_command, wide

LINES = (
    'coffee with @Müller,_Jörg;_"J":pm worry: a\x1b[31mred\x07 bell',
    f"coffee with @{'Anna' * 50}:sales",
    "applied to Łódź\u202eevil as product manager",
    f"applied to {'Verylongfirm' * 18} as PM",
    "\N{ROCKET}\N{ROCKET} sign-ups from 12 to 31 a month after [bold]the form[/bold]",
    "top ten: [link=x]Range[/link] (2019), 漢字の本 (2021)",
    'read "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", 40m',
    "=SUM(A1) from 1 to 2\nnext line",
)
COMMANDS = (
    ("people",), ("people", "anna"), ("openings",), ("wins",), ("wins", "--stories"), ("books",),
)  # fmt: skip


@pytest.mark.parametrize("columns", ["80", "40"])
def test_odd_words_fit_and_do_nothing(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """No line but a command is too wide, nothing acts on the terminal, marks are words."""
    for line in LINES:
        terminal.type("log", line, today="2027-01-12")
    monkeypatch.setenv("COLUMNS", columns)
    for words in COMMANDS:
        out = terminal.type(*words)
        for sign in "\x1b\x07\u202e":
            assert sign not in out
        found = [line for line in wide(out, int(columns)) if not is_command(line)]
        assert found == [], words
    for words in COMMANDS:
        json.loads(terminal.type(*words, "--json"))
