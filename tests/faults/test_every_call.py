"""Every file-system call of every writing command, failed or killed there, once each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.effort import LONG
from tests.faults.campaign import CHANCES, KEEPING
from tests.faults.commands import COMMANDS, READING_COMMANDS, Command
from tests.faults.faults import compiled
from tests.programs import needs
from tests.storage.running import environment

ROOT = Path(__file__).resolve().parents[2]
MEMORY = Path("/dev/shm")
KILLED = ("log", "first-log", "init-reached", "move", "undo", "answer-drops", "repair", "merge",
          "restore-roadmap")  # fmt: skip
FILLING = ("log", "init", "move", "answer-drops", "milestone-add", "repair", "merge")
PATCHED = "log,init,move,repair"
LACKED = "log,init,move,repair"

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The library that stands in front of the system's calls; None without a compiler."""
    return compiled(tmp_path_factory.mktemp("library"))


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder to break things in; in memory where there is such a place, for the many fsync."""
    inside = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=inside, ignore_cleanup_errors=True) as folder:
        yield Path(folder).resolve()


@pytest.fixture(params=["", KEEPING], ids=["without", "kept"])
def kept(request: pytest.FixtureRequest) -> str:
    """How the name of a campaign ends: with files that are kept to save time, or without them."""
    ending: str = request.param
    return ending


def groups(commands: Iterable[Command], size: int) -> list[str]:
    """The names of the commands, several to a process: most of its time goes into starting."""
    names = [one.name for one in commands]
    return [",".join(names[at : at + size]) for at in range(0, len(names), size)]


def campaign(what: str, names: str, place: Path, library: Path | None) -> list[dict[str, int]]:
    """The figures of each command's campaign, which may have found nothing."""
    preloaded = {"LD_PRELOAD": str(library)} if library else {}
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.campaign", what, names, str(place)],
        cwd=ROOT, env={**environment(place), **preloaded}, capture_output=True, text=True,
        check=False, timeout=20_000 if LONG else 1200,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one.pop("name") for one in found] == names.split(",")
    assert {one.pop("by") for one in found} == {"native" if library else "patched"}
    if "PMPATH_FIGURES" in os.environ:
        with Path(os.environ["PMPATH_FIGURES"]).open("a") as file:
            file.writelines(
                f"{what} {name} {json.dumps(one)}\n"
                for name, one in zip(names.split(","), found, strict=True)
            )
    return found


@pytest.mark.slow
@pytest.mark.parametrize("names", groups(COMMANDS, 6))
def test_a_command_that_meets_a_fault_says_so_and_loses_nothing(
    names: str, place: Path, library: Path | None, kept: str
) -> None:
    """Exit 0 stands for the whole effect, and no ENOSPC or EIO of a writing call ends with it.

    Else there is a sentence that is true, the files are the old or the new ones, whole, the next
    command works, and `doctor` names whatever was left.
    """
    for figures in campaign(f"fail{kept}", names, place, library):
        assert figures["faults met"] > (3 if kept else 8)
        assert kept or figures["hard faults of writing"] > 1
        assert "hard faults answered with 0" not in figures


@pytest.mark.slow
@pytest.mark.parametrize("names", groups(COMMANDS, 15))
def test_a_disk_that_lacks_a_call_keeps_every_entry(
    names: str, place: Path, library: Path | None, kept: str
) -> None:
    """Without links, locks, modes or a flush of folders: exit 0 and the whole effect.

    Without a call that nothing can stand in for (rename, write, mkdir) the sentence says so.
    """
    campaign(f"lack{kept}", names, place, library)


def test_the_first_commands_work_on_a_disk_that_lacks_calls(
    place: Path, library: Path | None, kept: str
) -> None:
    """A quick look at the same in each run of the checks."""
    figures = campaign(f"lack{kept}", LACKED, place, library)
    assert all(one["calls lacked"] > 0 for one in figures)
    assert all(one["refused"] > 0 for one in figures)


def test_the_same_disk_is_made_without_a_compiler(place: Path, kept: str) -> None:
    """With functions of `os` replaced; `init` makes its files without links there."""
    assert all(one["calls lacked"] > 0 for one in campaign(f"lack{kept}", LACKED, place, None))


@pytest.mark.slow
@pytest.mark.parametrize("what", ["fail", "kill", "power", "lost", "chance", "full"])
def test_what_holds_on_a_good_disk_holds_on_one_that_lacks_calls(
    what: str, place: Path, library: Path | None, kept: str
) -> None:
    """Faults, kills, lost output and a full disk, where four calls are missing besides."""
    if library is None:
        pytest.skip("no C compiler, so the order of calls is not seen")
    if what == "full" and os.getuid() != 0:
        pytest.skip("only root can mount")
    names = [one.name for one in COMMANDS if LONG or one.name in LACKED.split(",")]
    campaign(f"{what}@lacking{kept}", ",".join(names), place, library)


def test_eight_writers_on_a_disk_without_locks_keep_each_entry_once(
    place: Path, library: Path | None, kept: str
) -> None:
    """A file with its owner's name stands in for the lock."""
    (figures,) = campaign(f"writers@lacking{kept}", "log", place, library)
    assert figures["refused"] == 0


@pytest.mark.slow
@pytest.mark.parametrize("names", groups(READING_COMMANDS, 8))
def test_a_reading_command_that_meets_a_fault_shows_no_traceback(
    names: str, place: Path, library: Path | None, kept: str
) -> None:
    """It refuses in a sentence or shows what it could read; the folder keeps every byte."""
    assert all(
        one["faults met"] > (1 if kept else 4)
        for one in campaign(f"read{kept}", names, place, library)
    )


@pytest.mark.slow
def test_the_same_holds_where_no_compiler_is(place: Path, kept: str) -> None:
    """With functions of `os` replaced instead of the calls below them."""
    assert all(
        one["faults met"] > (3 if kept else 8)
        for one in campaign(f"fail{kept}", PATCHED, place, None)
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "names", groups((one for one in COMMANDS if LONG or one.name in KILLED), 5)
)
def test_a_kill_before_or_after_any_call_loses_nothing(
    names: str, place: Path, library: Path | None, kept: str
) -> None:
    """What was acknowledged is there, nothing is half there, and the next command works."""
    assert all(
        one["kills"] > (2 if kept else 8) for one in campaign(f"kill{kept}", names, place, library)
    )


def test_a_power_cut_after_the_confirmation_loses_nothing(
    place: Path, library: Path | None, kept: str
) -> None:
    """Before the first word of a confirmation, each byte and name written was fsynced."""
    if library is None:
        pytest.skip("no C compiler, so the order of calls is not seen")
    names = ",".join(one.name for one in COMMANDS)
    assert all(one["calls"] > 3 for one in campaign(f"power{kept}", names, place, library))


@pytest.mark.slow
def test_a_kill_at_a_random_moment_loses_nothing(
    place: Path, library: Path | None, kept: str
) -> None:
    """The same for SIGKILL from outside, whatever the process is doing."""
    figures = campaign(f"chance{kept}", ",".join(KILLED), place, library)
    assert all(one["kills"] == CHANCES for one in figures)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is of Linux")
@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount")
def test_a_disk_that_fills_up_refuses_and_loses_nothing(
    place: Path, library: Path | None, kept: str
) -> None:
    """A real disk, with no block left, with one, with two and so on."""
    needs("mount")
    figures = campaign(f"full{kept}", ",".join(FILLING), place, library)
    if "no mount" in figures[0]:
        pytest.skip("mount is not allowed here")
    assert sum(one.get("refused", 0) for one in figures) > len(figures)


@pytest.mark.slow
def test_eight_writers_at_once_keep_each_entry_once(
    place: Path, library: Path | None, kept: str
) -> None:
    """Each acknowledged entry stands there once, every line is whole, all ids differ."""
    (figures,) = campaign(f"writers{kept}", "log", place, library)
    assert figures["refused"] == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is not there")
def test_a_lost_confirmation_leaves_the_work_done(
    place: Path, library: Path | None, kept: str
) -> None:
    """Exit 0 with the whole effect, for every writing command whose output has no room."""
    campaign(f"lost{kept}", ",".join(one.name for one in COMMANDS), place, library)


def test_whatever_a_power_cut_leaves_of_what_is_kept_every_screen_is_right(
    place: Path, library: Path | None
) -> None:
    """Old, new, missing, torn, zeros, mixed: after each writing command, and later."""
    names = ",".join(one.name for one in COMMANDS)
    figures = campaign(f"cut{KEEPING}", names, place, library)
    assert all(one["kept"] for one in figures)
