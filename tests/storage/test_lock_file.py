"""On a disk without locks a file with its owner's name stands in: whose it is, when it is taken."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pmpath.domain.errors import NotStored
from pmpath.domain.record import changed, fields_of
from pmpath.storage.disk import lock_file
from pmpath.storage.disk.lock import Locked, is_held
from pmpath.storage.disk.lock_file import Owner, owner_of, this_process
from pmpath.storage.disk.paths import Folder
from pmpath.storage.doctor.folder_checks import folder_remarks
from tests.storage.running import environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows locks another way")

NO_PROCESS = "99999999"
SHORT = 0.1
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk says that it has no locks."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A data folder with nothing but the file that a lock is asked of."""
    made = Folder(str(tmp_path))
    Path(made.lock).touch(mode=0o600)
    return made


def held_by(folder: Folder, owner: Owner) -> Path:
    """The file of this owner."""
    text = "".join(f"{name} {getattr(owner, name)}\n" for name in fields_of(owner))
    return held_with(folder, text.encode())


def held_with(folder: Folder, content: bytes) -> Path:
    """A file of these bytes, in the lock's place."""
    place = Path(folder.lock_owner)
    place.write_bytes(content)
    return place


def test_the_file_says_whose_it_is_while_it_is_held_and_then_goes(folder: Folder) -> None:
    """Machine, boot and process."""
    with Locked(folder):
        assert owner_of(folder) == this_process()
        assert this_process().process == str(os.getpid())
        assert is_held(folder)
    assert not Path(folder.lock_owner).exists()
    assert not is_held(folder)


def test_a_second_writer_waits_and_is_told_of_the_first(folder: Folder) -> None:
    """This process is alive, so nobody takes its lock, however long it lasts."""
    with Locked(folder):
        with pytest.raises(NotStored) as caught, Locked(folder, SHORT):
            pytest.fail("two writers at once")
        assert f"process {os.getpid()} on {os.uname().nodename}" in caught.value.sentence
        assert caught.value.sentence.endswith("nothing was saved.")
        assert caught.value.place == folder.lock_owner
        assert "delete this file" in caught.value.hint
        assert owner_of(folder) == this_process()


def no_such_process(owner: Owner) -> Owner:
    """One that was killed."""
    return changed(owner, process=NO_PROCESS)


def one_before(owner: Owner) -> Owner:
    """One that had the number of a process that runs now."""
    return changed(owner, process=str(os.getppid()), started="1")


@pytest.mark.parametrize("ended", [no_such_process, one_before])
def test_the_file_of_a_process_that_has_ended_is_taken_at_once(
    folder: Folder, ended: Callable[[Owner], Owner]
) -> None:
    """A kill leaves nothing that somebody would have to clear up."""
    if ended is one_before and not Path("/proc/self/stat").exists():
        pytest.skip("the system does not tell when a process was started")
    held_by(folder, ended(this_process()))
    assert not is_held(folder)
    with Locked(folder, 0):
        assert owner_of(folder) == this_process()


@pytest.mark.parametrize("content", [b"", b"name here\nmachine", b"\xff\x00"])
def test_a_file_that_was_cut_off_is_taken_once_nothing_moved_for_the_whole_wait(
    folder: Folder, content: bytes
) -> None:
    """The one who made it may be about to write its name: at first that is waited for."""
    held_with(folder, content)
    file = lock_file.LockFile(folder)
    assert not file.take()
    assert is_held(folder)
    assert file.take(is_last=True)
    file.release()
    held_with(folder, content)
    file = lock_file.LockFile(folder)
    assert not file.take()
    held_with(folder, b"name there\n")
    assert not file.take(is_last=True)


def test_a_file_of_an_earlier_boot_is_taken_after_the_wait(folder: Folder) -> None:
    """A power cut ended its owner, unless two machines share a name and a number."""
    held_by(folder, changed(this_process(), boot="another"))
    file = lock_file.LockFile(folder)
    assert not file.take()
    assert file.take(is_last=True)


@pytest.mark.parametrize("field", ["name", "machine", "processes"])
def test_the_file_of_another_machine_is_never_taken(folder: Folder, field: str) -> None:
    """Nobody here can see whether its process runs; the sentence says whose file to remove."""
    other = changed(this_process(), process=NO_PROCESS)
    place = held_by(folder, changed(other, **{field: "elsewhere"}))
    before = place.read_bytes()
    with pytest.raises(NotStored, match=f"process {NO_PROCESS} on "), Locked(folder, SHORT):
        pytest.fail("it was taken")
    assert place.read_bytes() == before


def test_a_file_that_nobody_may_read_here_is_not_taken(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be that of another account; the fault is said as what it is."""
    place, whole = held_with(folder, b""), open

    def refuse(path: Any, *rest: Any, **named: Any) -> Any:
        if path == folder.lock_owner:
            raise PermissionError(errno.EACCES, "refused")
        return whole(path, *rest, **named)

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(NotStored, match="You may not open it"), Locked(folder, SHORT):
        pytest.fail("it was taken")
    assert is_held(folder)
    assert place.exists()


def test_a_lock_that_another_took_meanwhile_is_not_taken_away(folder: Folder) -> None:
    """Somebody removed our file by hand, and a third one made theirs."""
    other = changed(this_process(), name="elsewhere")
    with Locked(folder):
        place = held_by(folder, other)
    assert place.exists()


def test_two_who_clear_up_do_not_take_away_the_lock_of_a_third(folder: Folder) -> None:
    """One at a time, and only the very file that was looked at; a kill amid that is not an end."""
    stale = no_such_process(this_process())
    held_by(folder, stale)
    turn = Path(folder.lock_owner + ".tmp")
    turn.touch()
    file = lock_file.LockFile(folder)
    assert not file.take()
    assert owner_of(folder) == stale
    assert file.take(is_last=True)
    assert not turn.exists()


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="states of processes are of Linux")
def test_of_many_who_are_killed_while_they_hold_it_two_never_meet(tmp_path: Path) -> None:
    """Six at once, every third time killed inside; each lock that a kill left is taken over."""
    several = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.storage.contenders", str(tmp_path), str(first), "15"],
            cwd=ROOT, env=environment(tmp_path),
        )
        for first in range(6)
    ]  # fmt: skip
    assert [one.wait(timeout=600) for one in several] == [0] * 6


def test_doctor_names_a_file_that_a_kill_left_and_one_that_is_held(folder: Folder) -> None:
    """Neither is a fault."""
    held_by(folder, no_such_process(this_process()))
    (left,) = folder_remarks(folder)
    assert (left.code, left.place, left.is_fault) == ("folder.leftover", ".lock.held", False)
    held_by(folder, changed(this_process(), name="elsewhere"))
    (held,) = folder_remarks(folder)
    assert (held.code, held.place, held.is_fault) == ("folder.lock", ".lock.held", False)
    assert f"process {os.getpid()} on elsewhere" in held.advice
