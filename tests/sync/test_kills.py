from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.installed import installed
from tests.programs import needs
from tests.storage.running import COMMAND
from tests.sync.conftest import World
from tests.sync.killed import Journeys, git

ROOT = Path(__file__).resolve().parents[2]
# Every so many lines a kill; 1 tries them all, in half an hour.
STEP = os.environ.get("PMPATH_SYNC_KILL_STEP", "300")
KILLS = int(os.environ.get("PMPATH_SYNC_KILLS", "2"))
# Who waits for the lock while seven others write is not given up on a slow disk either.
PATIENT = "from pmpath.storage.disk.lock import Locked\nLocked.__init__.__defaults__ = (300.0,)\n"
PATIENCE = 60.0
STORIES = ["first", "clean", "conflict"]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork and no such kill"),
]


def wait_for_the_rest_of(group: int) -> None:
    """Wait until a git that was not killed has ended; it may write for as long as it likes.

    The next sync of a person comes later, and the folder of the next kill may not be written into.
    """
    end = time.monotonic() + PATIENCE
    while any(_lives_in(group, stat) for stat in Path("/proc").glob("[0-9]*/stat")):
        assert time.monotonic() < end, "git does not end"
        time.sleep(0.02)


def _lives_in(group: int, stat: Path) -> bool:
    try:
        state, _, its_group, *_ = stat.read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return int(its_group) == group and state not in ("Z", "X")


@pytest.mark.parametrize("story", STORIES)
def test_a_kill_at_any_line_loses_nothing(story: str, tmp_path: Path) -> None:
    """Files are whole, old or new; the next sync goes on; both sides end with everything."""
    needs("git")
    done = subprocess.run(
        [sys.executable, "-m", "tests.sync.killed", story, str(tmp_path / "place"), STEP],
        cwd=ROOT, env={"PYTHONPATH": installed(), "PATH": os.environ["PATH"], "HOME": "/"},
        capture_output=True, text=True, check=False, timeout=7200,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 600 // int(STEP)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("whole", [False, True], ids=["pmpath", "pmpath and its git"])
def test_a_kill_at_any_instant_loses_nothing(story: str, whole: bool, tmp_path: Path) -> None:
    """The same by time; where git is killed too, it may leave a lock, which sync names."""
    needs("git")
    journeys = Journeys(tmp_path / "place", story)
    chance = random.Random(story)
    began = time.monotonic()
    assert begun(journeys).wait() == 0
    whole_time = time.monotonic() - began
    for _ in range(KILLS):
        after, came_in_time = whole_time * chance.uniform(0.3, 1.0), False
        # One that came too late shows nothing; it comes again in half the time.
        while not came_in_time:
            came_in_time = killed_after(after, journeys, whole=whole)
            after /= 2


def begun(journeys: Journeys) -> subprocess.Popen[bytes]:
    """The sync of a story from its beginning, in a group of processes of its own."""
    journeys.restore()
    return subprocess.Popen(
        [*COMMAND, *journeys.words()],
        env={**journeys.environment("a"), "PYTHONPATH": installed()},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def killed_after(seconds: float, journeys: Journeys, *, whole: bool) -> bool:
    """Kill the sync, and look at what is left; whether the kill came in time."""
    started = begun(journeys)
    time.sleep(seconds)
    kill = os.killpg if whole else os.kill
    kill(started.pid, signal.SIGKILL)
    code = started.wait()
    journeys.look()
    wait_for_the_rest_of(started.pid)
    if whole:
        for repository in (journeys.place / "a" / ".git", journeys.remote):
            for lock in repository.rglob("*.lock"):
                lock.unlink()
    journeys.end()
    return code == -signal.SIGKILL


def test_a_lock_that_a_killed_git_left_is_named(world: World) -> None:
    """Of a branch, too; once it is removed, sync goes on."""
    lock = world.a.home / ".git" / "refs" / "heads" / "main.lock"
    lock.touch()
    world.a.type("log", "tea")
    world.a.sync(code=5)
    assert "one was interrupted there" in world.a.err
    assert "main.lock" in world.a.err
    lock.unlink()
    world.settle()


def test_entries_logged_during_syncs_are_all_there_once(world: World) -> None:
    """Two machines log and sync at once, in several processes each."""
    started = []
    for machine in world.both:
        env = {**os.environ, **machine.environment, "PYTHONPATH": installed()}
        for number in range(2):
            loop = (
                f"{PATIENT}import sys; from pmpath.cli.door import enter\n"
                f"for n in range(8): assert enter(('log', f'tea {number} {{n}} of"
                f" {machine.home.name}')) == 0\n"
            )
            started.append(subprocess.Popen([sys.executable, "-c", loop], env=env,
                                            stdout=subprocess.DEVNULL))  # fmt: skip
        syncs = (
            f"{PATIENT}from pmpath.cli.door import enter\n"
            "for _ in range(4): assert enter(('sync',)) == 0"
        )
        started += [
            subprocess.Popen([sys.executable, "-c", syncs], env=env, stdout=subprocess.DEVNULL)
            for _ in range(2)
        ]
    assert [one.wait(timeout=600) for one in started] == [0] * 8
    world.settle()
    assert len(world.a.ids()) == 2 + 32
    git(world.a.home, "fsck", "--strict")


def test_what_a_killed_write_left_beside_a_finished_file_is_taken_away(world: World) -> None:
    """The second name of the other side's roadmap, where the kill came between two calls."""
    for machine, day in ((world.a, "2028-02-07"), (world.b, "2028-03-06")):
        machine.type("roadmap", "move", day, "--because", "x")
    world.a.sync()
    copy = world.b.home / "roadmap.theirs-2027-01-11.toml"
    copy.write_bytes(world.a.roadmap.read_bytes())
    copy.with_name(copy.name + ".tmp").hardlink_to(copy)
    world.b.sync()
    assert world.b.theirs() == [copy]
    assert copy.read_bytes() == world.a.roadmap.read_bytes()
