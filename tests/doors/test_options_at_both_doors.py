"""`log` with options does through the short door what it does through Typer, and says the same."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer
from typer.core import TyperOption

from pmpath.cli import door
from pmpath.cli.app import app_of, run
from pmpath.cli.options.said import SEVERAL, Said, typed
from pmpath.cli.terminal.failures import guarded
from pmpath.domain.record import fields_of
from tests.doors.process import Fields, entries, environment

KEPT = [
    "coffee --with 'Lena (PM)'",
    "coffee --with=lena --with '@ben:sales' 45m",
    "--minutes 1h30 wrote the brief",
    "wrote the brief --minutes=0:45 --on mon",
    "read --track craft --energy 3",
    "read --energy=5 --tag book --tag 'Two Words'",
    "made a page --link https://example.org/a --audience 'sales: 9' --audience 'team: 3'",
    "cut churn --metric 'donations: 4200 to 7900 USD/month' --note 'worry: churn'",
    "coffee --did allies.coffee",
    "--did allies.coffee",
    "--did allies.coffee --with Lena",
    "talk --opening 'Nordfrakt: product manager' --stage applied --side inside",
    "talk --opening 'Nordfrakt: product manager' --stage interview",
    "lunch --next 'fri tomas: deck'",
    "mail --theirs 'fri lena: her answer'",
    "'coffee 30m\ntea with Ben 20m' --tag two",
    "coffee --minutes 5 --with '12'",
    "coffee --with Lena --dry-run",
    "coffee --with Lena --json --dry-run",
    "coffee --with Lena --json",
    "coffee --json",
]
REFUSED = [
    "coffee --minutes soon", "coffee --on 'next fri'", "coffee --track nowhere",
    "coffee --did allies.coffe", "coffee --note churn", "coffee --audience sales",
    "coffee --stage nearly", "coffee --side mine", "coffee --metric words",
    "lunch --next 'fri tomas: deck' --theirs 'fri lena: her answer'", "coffee --next deck",
    "coffee --milestone nothing-like-it --minutes 5", "'' --minutes 20",
]  # fmt: skip
# What says what is wrong, asks, or can be read in two ways.
LEFT = [
    "coffee --minutes", "coffee --minutes ''", "coffee --minutes -5", "coffee --minutes=",
    "coffee --energy 9", "coffee --energy high", "coffee --people Lena", "coffee --minute 5",
    "coffee -m 5", "coffee -- --minutes", "coffee --help", "--help", "-h", "-", "--with Lena",
    "coffee --minutes 5 --minutes 6", "a '->' b --minutes 5", "coffee --tag '  '", "--json",
    "coffee --json=yes", "coffee --with --json",
]  # fmt: skip


def done(words: list[str], folder: Path, *, short: bool) -> tuple[int, list[Fields]]:
    """What a door records, and its exit code."""
    call = door.call if short else run
    return guarded(lambda: call(words, environment(folder))), entries(folder)


@pytest.mark.parametrize("line", [*KEPT, *REFUSED])
def test_options_do_the_same_at_both_doors(
    line: str, made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The record, the exit code and every character that is said."""
    words, found = shlex.split(line), []
    assert typed(words) is not None
    for short in (True, False):
        folder = Path(shutil.copytree(made, tmp_path / str(short)))
        result = done(["log", *words], folder, short=short)
        told = capsys.readouterr()
        # Handles and ids are others for each entry.
        said = re.sub(r"--entry \w+|\b[0-9A-HJKMNP-TV-Z]{26}\b", "HANDLE", told.out)
        found.append((result, said, told.err))
    assert found[0] == found[1]
    assert (found[0][0][0] == 0) is (line in KEPT)
    assert bool(found[0][2]) is (line in REFUSED)


@pytest.mark.parametrize("line", LEFT)
def test_what_is_odd_is_left_to_typer(line: str) -> None:
    """Typer says what is wrong."""
    assert typed(shlex.split(line)) is None


def test_the_short_door_knows_the_options_that_typer_shows() -> None:
    """Each with its field, and whether it may be given more than once."""
    command = typer.main.get_command(app_of("log"))
    options = [
        one
        for one in command.commands["log"].params  # type: ignore[attr-defined]
        if isinstance(one, TyperOption) and not one.is_flag
    ]
    assert {one.name for one in options} == set(fields_of(Said()))
    assert {one.name for one in options if one.multiple} == set(SEVERAL)
    for one in options:
        call = typed(["coffee", one.opts[0], "3"])
        assert call is not None
        assert getattr(call.said, str(one.name)) in ("3", ["3"], 3)
