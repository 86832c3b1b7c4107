"""Real processes, killed, stopped, refused by the system, or all at once."""

from __future__ import annotations

import ctypes
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.paths import KEPT_NAMES, Folder
from tests.moments import Moment
from tests.programs import needs
from tests.storage.running import COMMAND, HEADER, SETUP, environment, line, log_of, read, run

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

WRITERS, RECORDS, KILLS, INITS = 8, 25, 40, 12
# For whoever waits for the lock while others write: a slow disk may take long for each of them.
PATIENCE = 120.0
SIX_FILES = {
    "roadmap.toml", "roadmap.schema.json", "log.jsonl", ".gitattributes", ".gitignore", ".lock",
}  # fmt: skip
APPEND = """
import sys
from datetime import UTC, date, datetime
from pmpath.storage.log.append import append_act
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.paths import Folder
Locked.__init__.__defaults__ = (float(sys.argv[4]),)
for number in range(int(sys.argv[2])):
    fields = {"text": f"{sys.argv[3]} {number} " + "x" * 3000, "minutes": 15}
    record = "action", date(2027, 1, 11), fields
    print(append_act(Folder(sys.argv[1]), datetime.now(UTC), [record])[0])
"""
# Of linux/prctl.h and linux/capability.h.
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2
needs_root = pytest.mark.skipif(os.getuid() != 0, reason="only root can mount or change its user")


def names_in(home: Path) -> set[str]:
    """The files of a folder, but for what is kept to save time."""
    return {one.name for one in home.iterdir()} - set(KEPT_NAMES)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder after `init`."""
    assert run(tmp_path / "data", *SETUP).returncode == 0
    return tmp_path / "data"


def entries(home: Path) -> list[str]:
    """The texts of all action lines; a line that cannot be read fails the test."""
    lines = (home / "log.jsonl").read_bytes().splitlines()
    found = [json.loads(one) for one in lines]
    return [one["text"] for one in found if one["kind"] == "action"]


def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """200 acknowledged ids are there once each, no line is torn, the header stands once."""
    home = tmp_path / "data"
    log_of(home, b"")
    writers = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                APPEND,
                str(home),
                str(RECORDS),
                f"writer {number}",
                str(PATIENCE),
            ],
            env=environment(home),
            stdout=subprocess.PIPE,
        )
        for number in range(WRITERS)
    ]
    said = [writer.communicate(timeout=2 * PATIENCE)[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    content = (home / "log.jsonl").read_bytes()
    keys = [json.loads(one).get("id") for one in content.splitlines()]
    assert keys[0] is None
    assert content.count(HEADER) == 1
    assert sorted(keys[1:]) == sorted(key.decode() for one in said for key in one)
    assert len(set(keys)) == WRITERS * RECORDS + 1


@pytest.mark.slow
def test_what_was_acknowledged_survives_a_kill_at_any_moment(home: Path) -> None:
    """Of 40 killed logs each is there once if it said so, at most once if not; no rest is left."""
    started = time.monotonic()
    assert run(home, "log", "entry", "whole").returncode == 0
    moment = Moment(time.monotonic() - started, random.Random(11))
    acknowledged = ["entry whole"]
    for number in moment.kills(KILLS):
        with subprocess.Popen(
            [*COMMAND, "log", "entry", f"n{number}"],
            env=environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as child:
            time.sleep(moment.near())
            child.kill()
            out = child.communicate()[0]
        if b"Logged: " in out:
            acknowledged.append(f"entry n{number}")
        moment.seen(came_too_late=f"entry n{number}" in entries(home))
    kept = entries(home)
    assert len(kept) == len(set(kept))
    tried = {"entry whole", *(f"entry n{each}" for each in range(number + 1))}
    assert set(acknowledged) <= set(kept) <= tried
    assert moment.both_seen, "every kill came too late or too soon; nothing is shown"
    assert run(home, "log", "entry", "after").returncode == 0
    assert entries(home)[-1] == "entry after"
    assert names_in(home) == SIX_FILES


@pytest.mark.slow
def test_a_kill_during_init_leaves_a_whole_roadmap_or_none(tmp_path: Path) -> None:
    """Whatever moment it was, the next `init` or `log` works, and what stands there is whole."""
    started = time.monotonic()
    assert run(tmp_path / "whole", *SETUP).returncode == 0
    moment = Moment(time.monotonic() - started, random.Random(7))
    roadmap = (tmp_path / "whole" / "roadmap.toml").read_bytes()
    for number in moment.kills(INITS):
        home = tmp_path / f"data{number}"
        with subprocess.Popen(
            [*COMMAND, *SETUP], env=environment(home), stdout=subprocess.DEVNULL
        ) as child:
            time.sleep(moment.near())
            child.kill()
        made = (home / "roadmap.toml").exists()
        moment.seen(came_too_late=made)
        if not made:
            assert run(home, *SETUP).returncode == 0
        assert run(home, "log", "coffee").returncode == 0
        assert (home / "roadmap.toml").read_bytes() == roadmap
        assert (home / ".gitattributes").read_text() == "log.jsonl merge=union -text\n"
        # Between its two names a kill may leave the first; git is told to pass it over.
        assert names_in(home) - {"roadmap.toml.tmp"} == SIX_FILES
    assert moment.both_seen, "every kill came too late or too soon; nothing is shown"


@pytest.mark.slow
def test_of_four_inits_at_once_one_wins(tmp_path: Path) -> None:
    """The others are refused, and the roadmap is the winner's, whole."""
    home = tmp_path / "data"
    children = [
        subprocess.Popen(
            [*COMMAND, *SETUP, "--company", f"company {number}"],
            env=environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(4)
    ]
    said = [child.communicate(timeout=PATIENCE)[1] for child in children]
    codes = [child.returncode for child in children]
    assert sorted(codes) == [0, 2, 2, 2]
    winner = codes.index(0)
    assert f'company = "company {winner}"' in (home / "roadmap.toml").read_text()
    for number in set(range(4)) - {winner}:
        assert b"There already is a roadmap, and init never overwrites one." in said[number]
    assert names_in(home) == SIX_FILES
    assert (home / "log.jsonl").read_bytes().count(b'"kind":"plan"') == 1


@pytest.mark.slow
def test_a_stopped_writer_is_named_after_ten_seconds_at_most(tmp_path: Path) -> None:
    """A suspended process keeps the lock; the next one gives up, and goes on when it wakes."""
    folder = log_of(tmp_path / "data", b"")
    code = (
        "import os, signal, sys\n"
        "from pmpath.storage.disk.lock import Locked\n"
        "from pmpath.storage.disk.paths import Folder\n"
        "with Locked(Folder(sys.argv[1])):\n"
        "    os.kill(os.getpid(), signal.SIGSTOP)\n"
    )
    environ = environment(tmp_path / "data")
    with subprocess.Popen([sys.executable, "-c", code, folder.path], env=environ) as child:
        os.waitpid(child.pid, os.WUNTRACED)
        with (
            pytest.raises(Exception, match="Another pmpath is writing to your files"),
            Locked(folder, 0.2),
        ):
            pytest.fail("the stopped process lost its lock")
        os.kill(child.pid, signal.SIGCONT)
        with Locked(folder, PATIENCE):
            assert Path(folder.lock).exists()


def refused(home: Path, before: Callable[[], None] | None = None, place: str = "log.jsonl") -> str:
    """Log once where it cannot work: exit 5, nothing said to be kept, the log as it was.

    Returns what stderr says behind the place.
    """
    content = (home / "log.jsonl").read_bytes()
    found = run(home, "log", "coffee", before=before)
    assert (found.returncode, found.stdout) == (5, b"")
    assert (home / "log.jsonl").read_bytes() == content
    head = f"pmpath: {home / place}: ".encode()
    assert found.stderr.startswith(head), found.stderr
    return found.stderr.removeprefix(head).decode()


def test_a_limit_on_the_size_of_files_is_said(home: Path) -> None:
    """Whether no byte fits or half a record does, nothing of it stays, and later it works."""
    size = (home / "log.jsonl").stat().st_size
    said = []
    for allowed in (size, size + 50):

        def limit(most: int = allowed) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        said.append(refused(home, limit))
    assert said == [
        "The file may not grow any further; nothing was saved.\n  Raise its limit.\n",
        "The disk is full, or the file may not grow; nothing was saved.\n"
        "  Free some space, then try again.\n",
    ]
    assert run(home, "log", "coffee").returncode == 0
    assert entries(home) == ["coffee"]


@contextmanager
def mounted(at: Path, *words: str) -> Iterator[None]:
    """Something mounted at a folder for as long as the block runs; skips where that is refused."""
    done = subprocess.run([needs("mount"), *words, str(at)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"mount is not allowed here: {done.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run([needs("umount"), str(at)], check=True)


@needs_root
@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is of Linux")
def test_a_full_disk_is_said_and_costs_no_earlier_byte(tmp_path: Path) -> None:
    """The log stays loadable, and works again once there is space."""
    with mounted(tmp_path, "-t", "tmpfs", "-o", "size=256k", "tmpfs"):
        home = tmp_path / "data"
        assert run(home, *SETUP).returncode == 0
        log = home / "log.jsonl"
        # Fill the log's last block, then the disk.
        with log.open("ab") as file:
            file.write(line(1, text="x" * (4096 - log.stat().st_size % 4096 - 141)) + b"\n")
        with (tmp_path / "ballast").open("wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        said = refused(home)
        assert said in (
            "The disk is full; nothing was saved.\n  Free some space, then try again.\n",
            "The disk is full, or the file may not grow; nothing was saved.\n"
            "  Free some space, then try again.\n",
        )
        assert run(home, "report").returncode == 0
        (tmp_path / "ballast").unlink()
        assert run(home, "log", "coffee").returncode == 0
        assert entries(home)[1:] == ["coffee"]


@needs_root
@pytest.mark.skipif(sys.platform != "linux", reason="bind mounts are of Linux")
def test_a_read_only_disk_refuses_the_log_and_still_reports(home: Path) -> None:
    """Exit 5 with the path; reading needs no writing."""
    with mounted(home, "--bind", "-o", "ro", str(home)):
        said = refused(home, place=".lock")
        assert said == "The disk is read-only; nothing was saved.\n  Mount it writable.\n"
        assert run(home, "report").returncode == 0
        assert run(home).returncode == 0


def as_anybody() -> None:
    """In the child: give up root's power over the bits that say who may read and write."""
    if os.getuid() == 0:
        library = ctypes.CDLL(None)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            library.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are of Linux")
@pytest.mark.parametrize("lock", [True, False], ids=["with a lock file", "without one"])
@pytest.mark.parametrize(
    "words",
    ["log coffee", "undo", "roadmap move 2028-02-07 --because x", "replan --scope core", "sync"],
)
def test_a_folder_without_the_right_to_write_is_refused_in_words(
    home: Path, words: str, lock: bool
) -> None:
    """Exit 5 with the data folder, no name that pmpath makes in it, and what to do."""
    assert run(home, "log", "coffee").returncode == 0
    if not lock:
        (home / ".lock").unlink()
    for one in home.iterdir():
        one.chmod(0o400)
    home.chmod(0o500)
    said = run(home, *words.split(), before=as_anybody)
    assert said.returncode == 5
    told = said.stderr.decode()
    assert str(home) in told
    assert not [one for one in (".lock:", "backups", ".git,", ".names") if f"{home}/{one}" in told]
    if words != "sync":
        assert told == (
            f"pmpath: {home}: You may not write to this folder.\n"
            f"  To allow it: chmod u+rwx {home}\n"
        )
    assert run(home, "report", before=as_anybody).returncode == 0
    home.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are of Linux")
def test_a_file_without_rights_in_an_open_folder_is_named_itself(home: Path) -> None:
    """The folder is not to blame: changing its rights would not help."""
    (home / "log.jsonl").chmod(0)
    said = refused(home, as_anybody, place="log.jsonl")
    assert said == "You may not open it.\n  Give yourself the right to read and write it.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities are of Linux")
def test_a_folder_that_may_not_be_opened_says_so(home: Path) -> None:
    """Reading and writing alike, and the command that opens it."""
    home.chmod(0)
    for words in ("log coffee", "report"):
        said = run(home, *words.split(), before=as_anybody)
        assert (said.returncode, said.stderr.decode()) == (
            5,
            f"pmpath: {home}: You may not open this folder.\n  To allow it: chmod u+rwx {home}\n",
        )
    home.chmod(0o700)


def test_a_folder_in_the_place_of_the_log_is_named_by_every_command(home: Path) -> None:
    """Exit 5, and the same sentence for writing and reading."""
    (home / "log.jsonl").unlink()
    (home / "log.jsonl").mkdir()
    for words in (("log", "coffee"), ("report",), (), ("undo",)):
        found = run(home, *words)
        assert (found.returncode, found.stdout) == (5, b"")
        assert found.stderr.decode() == (
            f"pmpath: {home}/log.jsonl: There is a folder where a file belongs.\n  Move it away.\n"
        )


@pytest.mark.parametrize(
    ("roadmap", "said"),
    [
        ("schema = 2\n", "The roadmap has schema 2; this pmpath knows 1.\n"
         "  Upgrade pmpath; nothing was written.\n"),
        ("schema = [\n", "What starts here has no closing ].\n  Add ].\n"),
        ("schema = 1\nrole = 2\n", ""),
    ],
    ids=["newer", "no TOML", "faults"],
)  # fmt: skip
def test_while_the_roadmap_is_broken_log_still_keeps(home: Path, roadmap: str, said: str) -> None:
    """What was done is worth keeping before the plan is mended; reports refuse with exit 4."""
    (home / "roadmap.toml").write_text(roadmap)
    assert run(home, "log", "coffee").returncode == 0
    assert entries(home) == ["coffee"]
    content = (home / "log.jsonl").read_bytes()
    for words in (("report",), (), ("milestones",), ("done",), ("milestones", "done", "x")):
        found = run(home, *words)
        assert (found.returncode, found.stdout) == (4, b""), words
        assert found.stderr.decode().endswith(said)
    assert (home / "roadmap.toml").read_text() == roadmap
    assert (home / "log.jsonl").read_bytes() == content


def test_a_newer_log_is_refused_by_every_command(home: Path) -> None:
    """Exit 4, nothing written, not even by undo or done."""
    newer = b'{"kind":"log","schema":2}\n' + line(1) + b"\n"
    (home / "log.jsonl").write_bytes(newer)
    for words in (("log", "x"), ("undo",), ("amend", "y"), ("done",), ("rest",), ("report",), ()):
        found = run(home, *words)
        assert (found.returncode, found.stdout) == (4, b""), words
        assert found.stderr.decode() == (
            f"pmpath: {home}/log.jsonl: The log has schema 2; this pmpath knows 1.\n"
            "  Upgrade pmpath; nothing was written.\n"
        )
    assert (home / "log.jsonl").read_bytes() == newer


def test_reading_while_another_writes_never_waits(home: Path) -> None:
    """Reports do not take the lock, and make no file."""
    (home / ".lock").unlink()
    assert run(home, "report").returncode == 0
    assert not (home / ".lock").exists()
    with Locked(Folder(str(home))):
        assert run(home, "report").returncode == 0


def test_reading_leaves_every_byte_of_the_folder(home: Path) -> None:
    """No reading command writes, even with bad lines in the log."""
    with (home / "log.jsonl").open("ab") as file:
        file.write(b"garbage\n" + line(1))

    def content() -> dict[str, bytes]:
        return {one.name: one.read_bytes() for one in home.iterdir()}

    before = content()
    for words in ((), ("report",), ("report", "all"), ("history",), ("status",), ("milestones",)):
        assert run(home, *words).returncode == 0
    assert content() == before
    assert read(Folder(str(home)))[1] == [(3, "it is not JSON")]
