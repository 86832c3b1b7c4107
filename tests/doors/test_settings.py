"""Odd settings of the machine: never a traceback, never "this is a bug"."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from tests.commands.conftest import Terminal, empty, terminal
from tests.doors.process import START, environment, pmpath
from tests.programs import needs

__all__ = ["empty", "terminal"]

COMMANDS = ("today", "report", "roadmap", "milestones", "roadmap check", "why pace", "history")


@pytest.mark.parametrize(
    "day",
    ["0001-01-01", "9999-12-31", "1899-12-31", "3000-01-01", "0001-01-01T00:00Z",
     "9999-12-31T23:59-12:00"],
)  # fmt: skip
def test_a_day_far_off_is_refused_as_today(day: str, terminal: Terminal) -> None:
    """No plan and no sum of days reaches there; nothing is written."""
    before = terminal.log
    for words in (("today",), ("log", "tea"), ("report",), ("undo",)):
        terminal.type(*words, today=day, code=2)
        assert terminal.err == (
            f'pmpath: PMPATH_TODAY is "{day}"; years from 1900 to 2999 are allowed.\n'
            "  Write 2027-03-05.\n"
        )
    assert terminal.log == before


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
def test_the_first_and_the_last_day_allowed_work(day: str, terminal: Terminal) -> None:
    """However far the plan is from them."""
    for words in COMMANDS:
        terminal.type(*words.split(), today=day)


@pytest.mark.slow
@pytest.mark.parametrize("words", [*COMMANDS, "log --help", "--help", "log tea"])
@pytest.mark.parametrize("columns", ["0", "1", "7", "12", "²", "٣", "x", "9" * 20, "9" * 5000])
def test_any_width_of_the_terminal_shows_something(
    columns: str, words: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not a number of columns is taken for none said."""
    for name in ("COLUMNS", "LINES"):
        monkeypatch.setenv(name, columns)
    assert terminal.type(*words.split()).strip()


def test_a_width_meant_for_the_help_alone_may_be_odd_too(home: Path) -> None:
    """TERMINAL_WIDTH is read by a library, before anything of ours."""
    for width in ("x", "-1", "0", "80"):
        found = pmpath(home, "--help", TERMINAL_WIDTH=width)
        assert (found.returncode, found.stderr) == (0, "")
        assert "Usage: pmpath" in found.stdout


@pytest.mark.parametrize("value", ["x", "source_", "source_tcsh", "_", "complete bash"])
def test_an_odd_wish_for_completion_is_no_interruption(value: str, home: Path) -> None:
    """The exit code is that of a wrong word, not that of Ctrl-C."""
    found = pmpath(home, "today", _PMPATH_COMPLETE=value)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr.startswith(f'pmpath: _PMPATH_COMPLETE is "{value}", which')


@pytest.mark.parametrize(
    ("words", "code"),
    [("log", 2), ("log -", 2), ("roadmap edit", 2), ("answer", 0), ("replan", 2), ("init", 2),
     ("roadmap close --because paused", 0), ("today", 0)],
)  # fmt: skip
def test_a_closed_stdin_is_nobody_at_the_keyboard(words: str, code: int, home: Path) -> None:
    """The same as stdin without a terminal, in every command that would ask."""
    found = subprocess.run(
        [needs("sh"), "-c", 'exec "$@" <&-', "sh", *START, *words.split()],
        env=environment(home), capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert "Traceback" not in found.stderr
    assert found.returncode == code, found.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted there")
def test_a_folder_that_was_deleted_is_named(home: Path, tmp_path: Path) -> None:
    """Whole paths work on from there; one that hangs on the folder is refused with the reason."""
    gone = tmp_path / "gone"
    script = f'mkdir "{gone}"; cd "{gone}"; {needs("rmdir")} "{gone}"; exec "$@"'

    def typed(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [needs("sh"), "-c", script, "sh", *START, *words], env=environment(home, **more),
            capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip

    for whole in ("report", "log tea", "doctor"):
        assert typed(*whole.split()).returncode == 0
    for words, more in (
        (("report", "--out", "week.md"), {}),
        (("doctor", "--merge", "copy.jsonl"), {}),
        (("report",), {"PMPATH_HOME": "data"}),
        (("init", "--yes", "--answers", "a.toml"), {"PMPATH_HOME": str(tmp_path / "other")}),
    ):
        found = typed(*words, **more)
        assert found.returncode == 5, (words, found.stderr)
        assert "The folder you are in does not exist anymore." in found.stderr


@pytest.mark.parametrize("words", ["sync", "log tea", "report", "doctor", "init --yes --hours 4"])
def test_a_file_in_the_place_of_the_data_folder_is_named(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By every command alike, sync included."""
    place = tmp_path / "file"
    place.write_text("mine\n")
    typed = [*words.split(), *(["--target", "2028-01-10"] if "init" in words else [])]
    assert enter(typed, {"PMPATH_HOME": str(place), "PMPATH_TODAY": "2027-01-11"}) == 5
    assert "There is a file where a folder belongs." in capsys.readouterr().err
    assert place.read_text() == "mine\n"


def test_a_browser_that_cannot_be_named_is_said(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """BROWSER with an open quote: the page is written, and its place is said."""
    monkeypatch.setenv("BROWSER", "x ' %s")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("webbrowser.open", _refuses)
    terminal.type("report", "--open", code=3)
    assert "No browser was found." in terminal.err
    monkeypatch.setattr("tempfile.tempdir", os.fspath(tmp_path / "none"))
    terminal.type("report", "--open", code=5)
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("tempfile._candidate_tempdir_list", lambda: [str(tmp_path / "none")])
    terminal.type("report", "--open", code=5)
    assert "No usable temporary directory" in terminal.err


def _refuses(url: str) -> bool:
    raise ValueError("No closing quotation")


@pytest.mark.parametrize(
    "words",
    ["rest 9999-12-31", "rest 9999-12-30..9999-12-31", "rest 0001-01-01", "report 0001-01-01",
     "report 9999-12-01..9999-12-30", "report 0001-W01", "report 9999-11"],
)  # fmt: skip
def test_a_day_that_no_plan_reaches_is_refused(words: str, terminal: Terminal) -> None:
    """Nothing is written, and no later sum of days breaks."""
    before = terminal.log
    terminal.type(*words.split(), code=2)
    assert " is too far off.\n  Use a year from 1900 to 2999.\n" in terminal.err
    assert terminal.log == before
    terminal.type("report")
