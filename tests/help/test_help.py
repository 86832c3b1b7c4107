from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import typer

from pmpath.cli.app import app_of
from pmpath.cli.commands import COMMANDS, EXAMPLES, ORDER
from pmpath.cli.door import enter
from tests.doors.process import pmpath, set_up
from tests.programs import needs

NOWHERE = {"PMPATH_HOME": "/nonexistent/folder"}
FIRST_DAY = ["init", "today", "done", "log", "prepare", "rest", "report"]
# What has to be there before the example can be typed.
LENA = ["log coffee with Lena from sales, 45 min"]
TWO = ["log coffee with Tomas from sales", "log lunch with Thomas from sales"]
BEFORE = {
    "openings": ["log applied to Nordfrakt as product manager"],
    "people": LENA,
    "people show": LENA,
    "people merge": TWO,
    "people split": TWO,
    "amend": LENA,
    "undo": LENA,
    "statement drop": ["statement proof 'cut refunds by a third'"],
    "prepare": LENA,
    "snooze": LENA,
    "milestones reopen": ["milestones done allies.five-met"],
    "milestones restore": ['milestones drop positioning.value-talk --because "given before"'],
}  # fmt: skip


def names() -> list[str]:
    """Every command and every command of a group, by its words."""
    found = []
    for name, one in typer.main.get_command(app_of(*ORDER)).commands.items():  # type: ignore[attr-defined]
        found.append(name)
        found += [f"{name} {inner}" for inner in getattr(one, "commands", {})]
    return found


def said(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert enter(words, NOWHERE) == 0
    return capsys.readouterr().out


def test_help_begins_with_the_seven_of_the_first_day(capsys: pytest.CaptureFixture[str]) -> None:
    """They stand in one panel, before every other, each in one paragraph."""
    shown = said(["--help"], capsys)
    first, _, others = shown.partition("\nEvery day\n")
    rows = [line.split()[0] for line in first.splitlines() if line[:3].strip() and line[:2] == "  "]
    assert rows == FIRST_DAY
    assert all(f"\n  {name} " in f"\n{others}" for name in ORDER if name not in FIRST_DAY)


def test_every_panel_is_named_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that is added to the table stands in its panel."""
    shown = said(["--help"], capsys).splitlines()
    assert all(shown.count(panel) == 1 for panel in {panel for panel, *_ in COMMANDS})


@pytest.mark.parametrize("words", [["help"], ["-h"], ["--help"]])
def test_help_is_asked_for_in_any_of_three_ways(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """All say the same."""
    assert said(words, capsys) == said(["--help"], capsys)


@pytest.mark.parametrize("name", ["log", "report", "roadmap", "roadmap move", "milestones done"])
def test_help_with_a_name_is_the_help_of_that_command(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`pmpath help log` is `pmpath log --help`, and groups have theirs."""
    words = name.split()
    assert said(["help", *words], capsys) == said([*words, "--help"], capsys)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("reprot", "report"), ("todya", "today"), ("milestone", "milestones"), ("prepar", "prepare")],
)
@pytest.mark.parametrize("before", [[], ["help"]])
def test_a_typo_is_answered_with_the_command_that_was_meant(
    typed: str, meant: str, before: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and the nearest name."""
    assert enter([*before, typed], NOWHERE) == 2
    assert f"Did you mean {meant}?" in capsys.readouterr().err


def test_every_command_has_one_example() -> None:
    """No command without one, and no example without its command."""
    assert sorted(EXAMPLES) == sorted(names())
    assert all(shlex.split(words)[: len(name.split())] == name.split()
               for name, words in EXAMPLES.items())  # fmt: skip


@pytest.mark.parametrize("name", names())
def test_the_help_of_a_command_begins_with_its_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Behind what the command does, before all that it takes; it can be typed as it stands."""
    shown = " ".join(said([*name.split(), "--help"], capsys).split())
    before, example, _ = shown.partition(f"Example: pmpath {EXAMPLES[name]}")
    assert example
    assert not {"Usage:", "Options"} & set(before.split())


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", names())
def test_the_help_of_a_command_is_laid_out_as_every_screen(
    name: str, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No frame; no line is wider than the terminal but the example, which is never broken."""
    monkeypatch.setenv("COLUMNS", str(width))
    lines = said([*name.split(), "--help"], capsys).splitlines()
    assert not set("".join(lines)) & set("│╭╰─")
    assert any(line.endswith(f"pmpath {EXAMPLES[name]}") for line in lines)
    wide = [line for line in lines if len(line) > width]
    assert all(line.startswith("pmpath ") for line in wide)


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name not in ("demo", "init")])
def test_the_example_works_as_it_is_typed(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After `init`, and after what it speaks of, it exits with 0."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jrnl.json").write_text('{"tags": {}, "entries": []}')
    if name == "sync":
        needs("git")
    environment = {"PMPATH_HOME": str(tmp_path / "data"), "PMPATH_TODAY": "2027-01-13"}
    before = [EXAMPLES["init"] + ' --yes --role "product manager" --hours 4']
    for line in [*before, *BEFORE.get(name, []), EXAMPLES[name]]:
        code = enter(shlex.split(line), environment)
        expected = 2 if line == EXAMPLES["roadmap edit"] else 0
        assert code == expected, (line, capsys.readouterr())


def test_help_in_a_pipe_is_whole_whatever_the_pager(tmp_path: Path) -> None:
    """Nobody turns pages there."""
    found = pmpath(set_up(tmp_path / "home"), "help", PAGER="false", LINES="5")
    assert found.returncode == 0
    assert "doctor" in found.stdout
