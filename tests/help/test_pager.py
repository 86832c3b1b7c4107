from __future__ import annotations

import fcntl
import os
import shlex
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.doors.process import START, environment, set_up
from tests.programs import needs

SMALL, LARGE = (20, 40), (200, 100)
KEPT = "kept.txt"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after `init`; reading commands leave it as it is."""
    return set_up(tmp_path_factory.mktemp("pager") / "home")


def on_terminal(home: Path, *words: str, size: tuple[int, int] = SMALL, **more: str) -> str:
    """What arrives at a terminal of that size, rows and columns, when nobody types there."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
    settings = {**environment(home), "TERM": "xterm", **more}
    del settings["COLUMNS"]
    process = subprocess.Popen(
        [*START, *words], env=settings, stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    found = b""
    try:
        while part := os.read(ours, 65536):
            found += part
            if b":" in part[-4:] or b"(END)" in part:
                os.write(ours, b"q")
    except OSError:
        # Linux says so in place of an end.
        pass
    process.wait()
    os.close(ours)
    return found.decode().replace("\r\n", "\n")


def keeper(folder: Path) -> tuple[str, Path]:
    """A pager that keeps what it is given, with LESS as it is set for it."""
    kept = folder / KEPT
    script = f'cat > {shlex.quote(str(kept))}; printf "LESS=%s" "$LESS" >> {shlex.quote(str(kept))}'
    return shlex.join(["sh", "-c", script]), kept


@pytest.mark.parametrize("words", [("report",), ("roadmap",), ("help",), ("log", "--help")])
def test_what_is_longer_than_the_terminal_goes_to_the_pager(
    words: tuple[str, ...], home: Path, tmp_path: Path
) -> None:
    """All of it, and nothing past it; LESS is set for the pager where it is not set."""
    pager, kept = keeper(tmp_path)
    shown = on_terminal(home, *words, PAGER=pager)
    text, _, less = kept.read_text(encoding="utf-8").rpartition("LESS=")
    assert (shown, less) == ("", "FRX")
    assert text == on_terminal(home, *words, NO_PAGER="1", PAGER=pager)


@pytest.mark.parametrize("words", [("report",), ("help",)])
def test_what_fits_on_the_terminal_is_printed(
    words: tuple[str, ...], home: Path, tmp_path: Path
) -> None:
    """A pager would be one key too many."""
    pager, kept = keeper(tmp_path)
    assert len(on_terminal(home, *words, size=LARGE, PAGER=pager)) > 100
    assert not kept.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"NO_PAGER": "1"}, {"TERM": "dumb"}, {"PAGER": ""}, {"PAGER": "cat"},
        {"PAGER": "no-such-pager-here"}, {"PAGER": "'unclosed"},
    ],
)  # fmt: skip
def test_without_a_pager_all_of_it_is_printed(
    more: dict[str, str], home: Path, tmp_path: Path
) -> None:
    """Not wanted, not possible, not there: nothing is lost."""
    pager, kept = keeper(tmp_path)
    shown = on_terminal(home, "help", size=SMALL, **{"PAGER": pager, **more})
    assert shown.startswith("Set the date")
    assert "doctor" in shown
    assert not kept.exists()


def test_the_settings_of_less_are_the_persons(home: Path, tmp_path: Path) -> None:
    """LESS that is set stays as it is."""
    pager, kept = keeper(tmp_path)
    on_terminal(home, "help", PAGER=pager, LESS="-S")
    assert kept.read_text(encoding="utf-8").endswith("LESS=-S")


def test_on_a_small_terminal_the_step_is_seen_first(home: Path) -> None:
    """At 40 columns, less begins with the first lines of the screen, and waits there."""
    needs("less")
    shown = on_terminal(home, "today", size=(8, 40))
    assert "Product manager" in shown
    assert "Today" in shown
    whole = on_terminal(home, "today", size=(8, 40), NO_PAGER="1")
    assert "Next, " in whole
    assert "Next, " not in shown


def test_a_program_that_reads_gets_everything(home: Path, tmp_path: Path) -> None:
    """In a pipe there is no pager, whatever the settings."""
    pager, kept = keeper(tmp_path)
    settings = environment(home, PAGER=pager, TERM="xterm", LINES="5")
    done = subprocess.run(
        [sys.executable, "-m", "pmpath", "report"], env=settings, capture_output=True, check=True
    )
    assert done.stdout
    assert not kept.exists()
