"""A change that the system, the log or the words stand in the way of."""

from __future__ import annotations

import random
import subprocess
import sys
import time
import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmpath.domain.errors import NotStored
from tests.commands.conftest import Terminal
from tests.editing.conftest import kept, roadmap
from tests.moments import Moment
from tests.storage.running import COMMAND, SETUP, environment, run
from tests.storage.test_processes import as_anybody

MOVE = ("roadmap", "move", "2028-03-06")
KILLS = 25


@pytest.mark.parametrize(
    "words",
    [(*MOVE, "--because"), ("replan", "--restart", "--because"),
     ("roadmap", "close", "--because", "paused", "--note"),
     ("milestones", "drop", "search.offer", "--because")],
)  # fmt: skip
def test_words_that_no_log_can_hold_change_nothing(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    """An argument of broken UTF-8 is refused before the roadmap is touched."""
    before = roadmap(terminal).read_bytes(), terminal.log
    terminal.type(*words, "r\udcff", code=2)
    assert terminal.err.startswith("pmpath: The words are not valid UTF-8")
    assert (roadmap(terminal).read_bytes(), terminal.log) == before


def test_a_title_that_no_file_can_hold_is_refused(terminal: Terminal) -> None:
    """Broken UTF-8 in a milestone of one's own: exit 2, the roadmap as it was."""
    before = roadmap(terminal).read_bytes()
    terminal.type(
        "milestones", "add", "r\udcff", "--track", "allies", "--due", "2027-06-01", code=2
    )
    assert terminal.err.startswith("pmpath: The words are not valid UTF-8")
    assert roadmap(terminal).read_bytes() == before


def test_a_record_that_cannot_be_written_is_said_as_that(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The roadmap holds the move already, so "nothing was saved" would be wrong."""

    def full(*_: object) -> None:
        raise NotStored("The disk is full; nothing was saved.", hint="Free some space.")

    with monkeypatch.context() as patched:
        patched.setattr("pmpath.storage.log.append.append_act", full)
        terminal.type(*MOVE, "--because", "x", code=5)
    assert terminal.err == (
        "pmpath: The roadmap was changed, but the change could not be recorded in the log.\n"
        "  Free some space.\n"
        "  The next command that writes records it, without the reason.\n"
    )
    assert b"date = 2028-03-06" in roadmap(terminal).read_bytes()
    terminal.type("rest", "tomorrow")
    assert kept(terminal, "plan")[-1]["target"] == "2028-03-06"


def test_a_move_that_was_cut_off_is_finished_by_typing_it_again(terminal: Terminal) -> None:
    """The file holds the date, the log does not: the second try records it with its reason."""
    text = roadmap(terminal).read_text("utf-8")
    roadmap(terminal).write_text(text.replace("date = 2028-01-10", "date = 2028-03-06"), "utf-8")
    said = terminal.type(*MOVE, "--because", "a release")
    assert "Moved: 10 Jan 2028 to 6 Mar 2028." in said
    assert [(one["target"], one["reason"]) for one in kept(terminal, "plan")] == [
        ("2028-01-10", "init"), ("2028-03-06", "a release"),
    ]  # fmt: skip
    terminal.type(*MOVE, code=2)


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are of Linux")
@pytest.mark.parametrize("closed", ["folder", "file"])
def test_a_read_only_folder_or_file_is_left_as_it_is(tmp_path: Path, closed: str) -> None:
    """Exit 5 with the path; a rename would pass a read-only file by, so it is asked first."""
    home = tmp_path / "data"
    assert run(home, *SETUP).returncode == 0
    before = (home / "roadmap.toml").read_bytes(), (home / "log.jsonl").read_bytes()
    if closed == "folder":
        home.chmod(0o500)
    else:
        (home / "roadmap.toml").chmod(0o400)
    found = run(home, *MOVE, "--because", "x", before=as_anybody)
    home.chmod(0o700)
    assert (found.returncode, found.stdout) == (5, b"")
    assert str(home) in found.stderr.decode()
    assert ((home / "roadmap.toml").read_bytes(), (home / "log.jsonl").read_bytes()) == before
    assert not list(home.glob("*.tmp"))


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_roadmap_or_the_new(tmp_path: Path) -> None:
    """Of 25 killed moves none leaves half a file, and the next command works and cleans up."""
    home = tmp_path / "data"
    assert run(home, *SETUP).returncode == 0
    started = time.monotonic()
    assert run(home, "roadmap", "move", "2028-01-17", "--because", "x").returncode == 0
    moment = Moment(time.monotonic() - started, random.Random(5))
    old = "2028-01-17"
    for number in moment.kills(KILLS):
        new = (date(2028, 2, 7) + timedelta(number)).isoformat()
        words = [*COMMAND, "roadmap", "move", new, "--because", "x"]
        with subprocess.Popen(words, env=environment(home), stdout=subprocess.DEVNULL) as killed:
            time.sleep(moment.near())
            killed.kill()
        found = str(tomllib.loads((home / "roadmap.toml").read_text("utf-8"))["target"]["date"])
        assert found in (old, new)
        moment.seen(came_too_late=found == new)
        old = found
    assert moment.both_seen, "every kill came too late or too soon; nothing is shown"
    assert run(home, "roadmap", "move", "2028-09-04", "--because", "x").returncode == 0
    assert run(home, "roadmap", "check").returncode == 0
    left = {path.name for path in home.iterdir()}
    assert not {name for name in left if name.endswith(".tmp")}
    assert (home / "roadmap.toml").stat().st_mode & 0o777 == 0o600
