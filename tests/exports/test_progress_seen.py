"""How far a long command has come, as a terminal shows it, and as a pipe does not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from pmpath.cli.door import enter
from tests.doors.process import environment
from tests.programs import needs

# Runs the program as if everything took long: whoever waits is told at once, after every item.
PATIENT = """
import sys, threading
from pmpath.cli.terminal import progress

class Now:
    def __init__(self, seconds, call):
        self.start, self.cancel, self.daemon = call, (lambda: None), True

threading.Timer = Now
progress.PATIENCE = progress.PAUSE = -1
progress.STRIDE = 1
from pmpath.__main__ import main
sys.exit(main())
"""
COMMANDS = {
    "export": (("export", "csv", "--out", "{folder}/out.csv"), "Exporting: 5"),
    "import": (("import", "{folder}/todo.txt"), "Reading: 2"),
    "sync": (("sync",), "Committing ..."),
    "doctor": (("doctor",), "Looking ..."),
}


@pytest.fixture
def home(begun: Path, tmp_path: Path) -> Path:
    """A home with a log of some lines, and a file to import."""
    shutil.copytree(begun, tmp_path / "data")
    for number in range(5):
        enter(("log", f"coffee with Lena about plan {number}"), environment(tmp_path))
    (tmp_path / "todo.txt").write_text("x 2026-11-02 one thing\nx 2026-11-03 another thing\n")
    return tmp_path


def call(name: str, home: Path) -> list[str]:
    words, _ = COMMANDS[name]
    if name == "sync":
        needs("git")
    return [sys.executable, "-c", PATIENT, *(one.format(folder=home) for one in words)]


def doing(name: str) -> str:
    """The word by which a line of progress is known: `Exporting`."""
    return COMMANDS[name][1].split()[0].rstrip(":")


def left_on(text: str) -> list[str]:
    """The lines that stand on a terminal in the end: behind a return, letters are written over."""
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        shown = ""
        for part in line.split("\r"):
            shown = part + shown[len(part) :]
        lines.append(shown.rstrip())
    return lines


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20)])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_terminal_is_told_and_nothing_of_it_stays(
    name: str, columns: int, rows: int, home: Path
) -> None:
    """Each count fits into one line, none is left in the end, and no code acts on a terminal."""
    settings = environment(home, TERM="xterm", NO_PAGER="1", COLUMNS=str(columns))
    command, *words = call(name, home)
    shown = pexpect.spawn(command, words, env=settings, dimensions=(rows, columns),
                          encoding="utf-8", timeout=60)  # fmt: skip
    shown.expect(pexpect.EOF)
    shown.close()
    text = str(shown.before)
    counted = COMMANDS[name][1]
    assert f"\r{counted}" in text
    assert len(counted) < columns
    assert not any(doing(name) in line for line in left_on(text))
    assert "\x1b[K" not in text


@pytest.mark.parametrize("name", COMMANDS)
def test_a_pipe_is_told_nothing(name: str, home: Path) -> None:
    """Neither stdout nor stderr has a word of it."""
    done = subprocess.run(call(name, home), env=environment(home), capture_output=True, text=True,
                          encoding="utf-8", check=False)  # fmt: skip
    assert doing(name) not in done.stdout
    assert done.stderr == ""
