from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.doors.process import START, entries, environment, log_of, pmpath
from tests.programs import needs

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

LOG = ("log", "coffee", "with", "@lena:pm", "45m")
FULL = Path("/dev/full")


def redirected(home: Path, redirection: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `pmpath WORDS` with the descriptors that a shell's redirection leaves."""
    return subprocess.run(
        [needs("sh"), "-c", f'exec "$@" {redirection}', "sh", *START, *words],
        env=environment(home), capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "redirection", ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"]
)
def test_closed_descriptors_never_receive_the_log(redirection: str, home: Path) -> None:
    """With any of the three streams closed an entry is kept, and no output lands in a file."""
    found = redirected(home, redirection, *LOG)
    assert (found.returncode, found.stderr) == (0, "")
    assert [entry["text"] for entry in entries(home)] == ["coffee with @lena:pm 45m"]
    assert "Logged" not in log_of(home).read_text("utf-8")


@pytest.mark.parametrize("redirection", [">&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(
    "words",
    ["report", "today", "report --json", "history --all", "milestones --json", "--help",
     "log --help", "milestones done -h", "--version", "log --dry-run coffee"],
)  # fmt: skip
def test_a_closed_stdout_is_a_lost_output_of_whatever_is_read(
    words: str, redirection: str, home: Path
) -> None:
    """Screens, data and help end alike: with 5, and with a sentence where one can be said."""
    found = redirected(home, redirection, *words.split())
    assert found.returncode == 5
    said = "pmpath: The output could not be written: stdout is closed.\n"
    assert found.stderr == ("" if "2>&-" in redirection else said)


@pytest.mark.parametrize("redirection", [">&-", ">&- 2>&-"])
@pytest.mark.parametrize("words", ["log --track allies coffee", "rest 2026-12-01", "undo"])
def test_what_is_written_is_done_with_a_closed_stream(
    words: str, redirection: str, home: Path
) -> None:
    """A confirmation that nobody can read changes nothing, through either door."""
    pmpath(home, *LOG)
    before = log_of(home).read_text("utf-8")
    found = redirected(home, redirection, *words.split())
    assert (found.returncode, found.stderr) == (0, "")
    assert len(log_of(home).read_text("utf-8")) > len(before)


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is not there")
def test_a_lost_help_without_a_stderr_is_no_bug_either(home: Path) -> None:
    """The exit code alone says it."""
    assert redirected(home, "> /dev/full 2>&-", "--help").returncode == 5


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is not there")
def test_a_lost_confirmation_leaves_the_entry_done(home: Path) -> None:
    """On a full stdout the entry is on the disk, so the command has done what it was for."""
    found = redirected(home, "> /dev/full", *LOG)
    assert (found.returncode, found.stderr) == (0, "")
    assert len(entries(home)) == 1


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is not there")
@pytest.mark.parametrize(
    "words",
    ["report", "today", "history", "milestones", "report --json", "--help", "sync --help",
     "--version"],
)  # fmt: skip
def test_a_lost_report_is_not_done(words: str, home: Path) -> None:
    """A reading command whose output is lost says so and exits with 5."""
    found = redirected(home, "> /dev/full", *words.split())
    assert found.returncode == 5
    assert found.stderr == "pmpath: The output could not be written: No space left on device.\n"


@pytest.mark.parametrize(
    "words", ["report", "today", "--help", "log --help", "history", "--version"]
)
def test_a_reader_that_has_seen_enough_causes_no_traceback(words: str, home: Path) -> None:
    """`| head -1` and a pipe that is closed before the first byte end quietly."""
    command = [needs("sh"), "-c", '"$@" | head -1', "sh", *START, *words.split()]
    piped = subprocess.run(
        command, env=environment(home), capture_output=True, text=True, timeout=30, check=False
    )
    assert (piped.returncode, piped.stderr) == (0, "")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as gone:
        closed = subprocess.run(
            [*START, *words.split()], env=environment(home), stdout=gone, timeout=30,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert closed.stderr == ""
    assert closed.returncode == 5


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is not there")
def test_a_lost_report_is_not_done_without_buffers(home: Path) -> None:
    """The same where PYTHONUNBUFFERED is set, as in most containers."""
    command = [needs("sh"), "-c", 'exec "$@" > /dev/full', "sh", *START, "report"]
    found = subprocess.run(
        command, env=environment(home, PYTHONUNBUFFERED="1"), capture_output=True, text=True,
        timeout=30, check=False,
    )  # fmt: skip
    assert found.returncode == 5


def test_an_ascii_terminal_can_show_everything(home: Path) -> None:
    """Where the encoding lacks a sign, the entry is kept exactly and shown as an escape."""
    words = ("log", "coffee", "with", "@jörg:pm", "☕")
    found = subprocess.run(
        [*START, *words], env=environment(home, PYTHONIOENCODING="ascii"), capture_output=True,
        text=True, timeout=30, check=False,
    )  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    assert "met J\\xf6rg (PM)" in found.stdout
    assert entries(home)[0]["text"] == "coffee with @jörg:pm ☕"


@pytest.mark.parametrize("words", ["nonsense", "log --track", "report --format pdf"])
def test_a_refusal_that_nobody_hears_keeps_its_exit_code(words: str, home: Path) -> None:
    """With stderr a pipe that is closed, 2 stays 2, with and without buffers."""
    for more in ({}, {"PYTHONUNBUFFERED": "1"}):
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w") as gone:
            found = subprocess.run(
                [*START, *words.split()], env=environment(home, **more), stderr=gone, timeout=30,
                stdout=subprocess.PIPE, text=True, check=False,
            )  # fmt: skip
        assert (found.returncode, found.stdout) == (2, "")
