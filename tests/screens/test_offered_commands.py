"""A command that a sentence offers can be pasted: no terminal is too narrow for it."""

from __future__ import annotations

import io
import re
import shlex

import pytest

from pmpath.cli.terminal.failures import complain
from pmpath.domain.errors import UsageError
from pmpath.render.page.text import offering
from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty
from tests.commands.conftest import terminal as terminal

WIDTHS = ["40", "60", "80"]
HANDLE = "[0-9a-z]{4,}"
AMEND = f"pmpath amend --entry {HANDLE}"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("3/4 coffee with Lena and a few more words", f"{AMEND} --on 2026-04-03"),
        ("on 30 feb coffee with Lena", f"{AMEND} --on DAY"),
        ("coffee 2026-99-99", f"{AMEND} --on DAY"), ("coffee 2026-02-30", f"{AMEND} --on DAY"),
        ("coffee with Lena 2026-13-01", f"{AMEND} --on DAY"),
        ("coffee 2026-11-31", f"{AMEND} --on DAY"), ("coffee 0000-01-01", f"{AMEND} --on DAY"),
        ("on 31 november a long talk about it with Lena", f"{AMEND} --on DAY"),
    ],
)  # fmt: skip
def test_a_doubt_offers_its_command_in_one_piece(
    words: str, command: str, width: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends the `?` line or stands on one of its own; what is offered can be typed as it is."""
    monkeypatch.setenv("COLUMNS", width)
    said = terminal.type("log", words, today="2027-01-12")
    offered = re.search(rf"{command}$", said.replace("2027-04-03", "2026-04-03"), re.MULTILINE)
    assert offered is not None, said
    typed = offered[0].replace("DAY", "2027-01-11").split()[1:]
    terminal.type(*typed)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_mends_or_takes_back_is_offered_in_one_piece(
    width: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After amend, undo, a cancelled rest and a dropped milestone."""
    monkeypatch.setenv("COLUMNS", width)
    terminal.type("log", "coffee with @bartholomew_featherstone:pm +engineering 30m")
    amended = terminal.type("amend", "--text", "a long walk", "--track", "allies")
    assert re.search(
        rf"pmpath amend --entry {HANDLE} --drop @bartholomew_featherstone$", amended, re.M
    )
    assert re.search(rf"pmpath amend --entry {HANDLE} --drop \+engineering$", amended, re.M)
    assert re.search(rf"pmpath undo --back {HANDLE}$", terminal.type("undo"), re.M)
    terminal.type("rest", "2027-01-20..2027-01-25", "a trip")
    cancelled = terminal.type("rest", "--cancel", "2027-01-22")
    assert re.search(rf"pmpath undo {HANDLE}$", cancelled, re.M)
    dropped = terminal.type("milestones", "drop", "search.loops", "--because", "no")
    assert re.search(r"pmpath milestones restore search.loops$", dropped, re.M)


class Screen(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.mark.parametrize("width", WIDTHS)
def test_an_error_offers_its_command_in_one_piece(
    width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal as well, where sentences are folded."""
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.setattr("sys.stderr", screen := Screen())
    command = "pmpath report last week --format html --share --out /home/ana/reports/report.html"
    complain(UsageError("That is a folder.", hint=f"Name a file in it: {command}\nOr leave it."))
    assert screen.getvalue().splitlines()[1:] == (
        ["  Name a file in it:", f"  {command}", "  Or leave it."]
    )


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (40, ["? To set the day:", "  pmpath amend --entry ap5b --on 2026-04-03"]),
        (60, ["? To set the day: pmpath amend --entry ap5b --on 2026-04-03"]),
        (59, ["? To set the day: pmpath amend --entry ap5b --on 2026-04-03"]),
        (58, ["? To set the day:", "  pmpath amend --entry ap5b --on 2026-04-03"]),
        (10, ["? To set", "  the day:", "  pmpath amend --entry ap5b --on 2026-04-03"]),
    ],
)
def test_a_command_moves_to_its_own_line_once_it_does_not_fit(width: int, lines: list[str]) -> None:
    """One column decides; below that it is longer than the terminal, and still whole."""
    command = "pmpath amend --entry ap5b --on 2026-04-03"
    assert offering("? ", "To set the day:", command, width) == lines


WAITING, OWED = "waiting on: Priya, by Fri 15 Jan", "you owe: Lena, by Fri 15 Jan"


@pytest.mark.parametrize(
    "words", [(), ("today", "--not-in-plan"), ("today", "--not-before", "fri")]
)
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("asked Priya for a seat in the next customer call", WAITING),
        ("asked Priya for her numbers by 4 jan", WAITING),
        ("told Priya about the idea theirs 4 jan priya: her answer", WAITING),
        ("promised Lena (PM) the deck by 4 jan", OWED),
        ("promised Lena (PM) Ben's deck (the long one) & notes by 4 jan", OWED),
        ('promised Lena (PM) the "new" deck for $5 by 4 jan', OWED),
    ],
)  # fmt: skip
def test_a_new_day_keeps_whose_move_it_is(
    words: tuple[str, ...], line: str, told: str, terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Pasted into a shell, what is waited for stays theirs, and what was promised stays mine."""
    monkeypatch.setenv("COLUMNS", "300")
    terminal.type("log", line, today="2027-01-01")
    shown = terminal.type(*words, today="2027-01-14", code=2 if words else 0) + terminal.err
    one_line = " ".join(shown.split())
    (command,) = re.findall(
        r"pmpath (amend --entry \w+ [\"']?(?:next|theirs) .*?)(?: Cancel it|$)", one_line
    )
    assert told in terminal.type(*shlex.split(command))
