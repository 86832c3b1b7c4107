from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.doors.process import entries, environment

# Says so when the process ends without Python taking apart what it holds.
AT_ONCE = """
import os
def leave(code, real=os._exit):
    os.write(2, b"left at once")
    real(code)
os._exit = leave
from pmpath.__main__ import run
"""
FULL = Path("/dev/full")
ASKED_TO_BE_CALLED = "import atexit\natexit.register(print, 'called at the end')\n"
A_THREAD = """
import threading, time
threading.Thread(target=lambda: (time.sleep(0.2), print("the thread ended"))).start()
"""


def leave(code: str, home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"{AT_ONCE}{code}run()", *words], env=environment(home),
        text=True, capture_output=True, timeout=30, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["log", "coffee with @lena:pm"], 0),
        (["status"], 0),
        (["log", "--on", "2026-13-13", "coffee"], 2),
    ],
)
def test_a_call_ends_with_its_code_and_all_output_before_python_takes_it_apart(
    words: list[str], code: int, home: Path
) -> None:
    done = leave("", home, *words)
    assert done.returncode == code
    assert done.stdout or done.stderr.startswith("pmpath: ")
    assert done.stderr.endswith("left at once")


@pytest.mark.parametrize(
    ("asked", "heard"),
    [(ASKED_TO_BE_CALLED, "called at the end"), (A_THREAD, "the thread ended")],
    ids=["a function at the end", "a thread"],
)
def test_who_asked_to_be_called_at_the_end_or_still_works_is_waited_for(
    asked: str, heard: str, home: Path
) -> None:
    done = leave(asked, home, "log", "coffee with @lena:pm")
    assert done.returncode == 0
    assert heard in done.stdout
    assert "left at once" not in done.stderr


def test_a_profile_of_a_call_is_printed_behind_it(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cProfile", "-m", "pmpath", "status"], env=environment(home),
        text=True, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert "function calls" in done.stdout


def test_a_screen_that_does_not_arrive_is_no_success_and_an_entry_stays(home: Path) -> None:
    """Everything printed is flushed before the process ends, so a full disk is noticed."""
    if not FULL.exists():
        pytest.skip("this system has no /dev/full")
    with FULL.open("w") as full:
        shown, logged = (
            subprocess.run(
                [sys.executable, "-m", "pmpath", *words], env=environment(home), text=True,
                stdout=full, stderr=subprocess.PIPE, timeout=30, check=False,
            )
            for words in (["status"], ["log", "coffee with @lena:pm"])
        )  # fmt: skip
    assert (shown.returncode, logged.returncode) == (5, 0)
    assert "could not be written" in shown.stderr
    assert [one["text"] for one in entries(home)] == ["coffee with @lena:pm"]
