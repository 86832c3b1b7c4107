"""`sync` on disks that lack calls: pmpath and the git that it runs see the same disk."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.faults import NAMES_BELOW, compiled
from tests.storage.running import SETUP, run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="calls are replaced on Linux alone"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not here"),
]


class Machine:
    """A data folder on such a disk."""

    def __init__(self, home: Path, library: Path, calls: tuple[str, ...], number: int) -> None:
        names = ",".join(name for call in calls for name in NAMES_BELOW.get(call, (call,)))
        self.home = home
        self.changes = {
            "LD_PRELOAD": str(library),
            "FAULTS_LACK": f"{number}:{home}:,{names},",
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }

    def call(self, *words: str) -> tuple[int, str]:
        """Exit code, and what was said on stderr."""
        done = run(self.home, *words, changes=self.changes)
        return done.returncode, done.stderr.decode()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library in front of the system's calls."""
    made = compiled(tmp_path_factory.mktemp("library"))
    if made is None:
        pytest.skip("no C compiler")
    return made


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """A bare repository on a good disk."""
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "remote.git"], check=True)
    return tmp_path / "remote.git"


def test_two_machines_meet_on_disks_without_links_locks_and_a_flush_of_folders(
    tmp_path: Path, library: Path, remote: Path
) -> None:
    """Each log holds both entries, and no lock is left in either folder."""
    calls = ("link", "flock", "fsync-folder")
    one, other = (Machine(tmp_path / name, library, calls, errno.ENOSYS) for name in ("a", "b"))
    for machine, words in (
        (one, SETUP), (one, ("log", "coffee")), (one, ("sync", "--remote", str(remote))),
        (other, ("sync", "--remote", str(remote))), (other, ("log", "tea")), (other, ("sync",)),
        (one, ("sync",)),
    ):  # fmt: skip
        code, err = machine.call(*words)
        assert code == 0, (words, err)
    logs = [(machine.home / "log.jsonl").read_bytes() for machine in (one, other)]
    assert logs[0] == logs[1]
    assert b"coffee" in logs[0]
    assert b"tea" in logs[0]
    assert not [*one.home.rglob(".lock.held*"), *other.home.rglob(".lock.held*")]


@pytest.mark.parametrize(
    ("call", "number"), [("chmod", errno.EPERM), ("chmod", errno.ENOTSUP), ("fsync", errno.EINVAL)]
)
def test_what_git_cannot_do_without_is_named_each_time(
    call: str, number: int, tmp_path: Path, library: Path, remote: Path
) -> None:
    """One sentence with the call; the entries stay, and the second sync says the same."""
    machine = Machine(tmp_path / "a", library, (call,), number)
    assert machine.call(*SETUP)[0] == 0
    assert machine.call("log", "coffee")[0] == 0
    before = (machine.home / "log.jsonl").read_bytes()
    for words in (("sync", "--remote", str(remote)), ("sync",)):
        code, err = machine.call(*words)
        assert code == 5
        assert err.startswith(f"pmpath: This disk does not support {call}, which git needs.\n")
        assert "Your files are intact." in err
    assert (machine.home / "log.jsonl").read_bytes() == before
