from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from pmpath.cli import door
from pmpath.cli.app import run
from pmpath.cli.options import plain_words
from tests.doors.process import Fields, entries, environment
from tests.doors.taught import from_help, from_readme, taught

# Not taught, but said by SCREENS, hints and habit: both doors have to agree on them, too.
MORE = [
    "donations: 4200 '->' 7900",
    "temperature: -3 to -5",
    "-3 points for style",
    "coffee with '@lena(head of sales)' '#allies' 1.5h",
    "cut it from 45m to 30m",
    "'one word with  two blanks' 10m",
    "'it is 5° < 6°; \\ | & * ? [x] {y} ~ `z` $HOME !x' 10m",
    "status",
    "done 5m",
    "next fri: deck",
]


def ready(folder: Path) -> dict[str, str]:
    """An environment whose data folder has an empty log: `log` asks for no roadmap."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "log.jsonl").write_text('{"kind":"log","schema":1}\n', encoding="utf-8")
    return environment(folder)


def recorded(line: str, folder: Path) -> list[tuple[list[Fields], str | int]]:
    """What each door records for a line, and its exit code."""
    words = ["log", *shlex.split(line)]
    short, typer = ready(folder / "short"), ready(folder / "typer")
    codes = (door.call(words, short), run(words, typer))
    return [
        (entries(folder / name), code) for name, code in zip(("short", "typer"), codes, strict=True)
    ]


def test_the_examples_are_found() -> None:
    """Help and README teach something, and the collection does not silently miss it."""
    assert len(from_help()) >= 7
    assert len(from_readme()) >= 5
    assert "coffee with @lena:pm 45m" in from_help()


@pytest.mark.parametrize("line", [*taught(), *MORE])
def test_both_doors_record_the_same(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line of plain words means the same through the short door and through Typer."""
    short, typer = recorded(line, tmp_path)
    assert short == typer
    assert short[1] == 0
    assert len(short[0]) == 1
    # The command that takes a credit back names the handle, which is another for each entry.
    told = re.sub(r"--entry \w+", "--entry HANDLE", capsys.readouterr().out)
    first, second = told.split("Logged: ")[1:]
    assert first == second


@pytest.mark.parametrize("line", taught())
def test_a_taught_line_keeps_its_words(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is recorded for an example is exactly what was typed, on a day that has come."""
    (found, _), _ = recorded(line, tmp_path)
    assert found[0]["text"] == " ".join(shlex.split(line))
    assert found[0]["day"] <= "2026-11-18"
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (["coffee"], True),
        (["a", "->", "b"], True),
        (["a", "-3", "b"], True),
        (["a", "->b"], True),
        ([], False),
        (["-"], False),
        (["a", "-"], False),
        (["coffee", "--minutes", "5"], False),
        (["-h"], False),
    ],
)
def test_which_words_pass_the_short_door(words: list[str], plain: bool) -> None:
    """Options, stdin and no words at all are for Typer; arrows and numbers are words."""
    assert plain_words.is_plain(words) is plain
