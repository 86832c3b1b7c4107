"""Of a long log not every call looks at every byte; whatever happens to it, screens are right."""

from __future__ import annotations

import mmap
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pmpath.cli.session import Session
from pmpath.storage.kept import checked, kept_seal, sealed
from pmpath.storage.kept.checked import GRAIN, note_state
from tests.kept.lived import SCREENS, Lived

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells when it was started"
)
FEW = SCREENS[:3]
OLD, NEW = b'"minutes":30', b'"minutes":90'


@pytest.fixture
def lived(two_days: Lived, monkeypatch: pytest.MonkeyPatch) -> Lived:
    """The two days, with the log looked at whole; from here on nothing is folded anew."""
    assert is_believed(two_days)
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 1 << 20)
    return two_days


def is_believed(lived: Lived) -> bool:
    """Whether a reading command does not look at the bytes of the log that it knows."""
    looked: list[object] = []
    real = sealed.checksum

    def checksum(*given: object) -> int:
        looked.append(given)
        return real(*given)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pmpath.storage.kept.kept_fold.checksum", checksum)
        assert lived.is_taken()
    return not looked


def edited(lived: Lived) -> bytes:
    """The log with the minutes of an old entry changed by hand; no byte more or less."""
    content = lived.log.read_bytes()
    assert OLD in content
    return content.replace(OLD, NEW, 1)


def in_place(lived: Lived) -> None:
    """An editor writes into the file."""
    lived.log.write_bytes(edited(lived))


def with_its_time(lived: Lived) -> None:
    """And something sets the time of the last write back."""
    state = lived.log.stat()
    in_place(lived)
    os.utime(lived.log, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert (state.st_mtime_ns, state.st_size) == (lived.log.stat().st_mtime_ns, state.st_size)


def by_another_file(lived: Lived) -> None:
    """An editor writes a new file and renames it."""
    beside = lived.home.parent / "edited"
    beside.write_bytes(edited(lived))
    shutil.copystat(lived.log, beside)
    beside.replace(lived.log)


def by_a_link(lived: Lived) -> None:
    """The log is another file now, at the end of a link."""
    beside = lived.home.parent / "edited"
    beside.write_bytes(edited(lived))
    lived.log.unlink()
    lived.log.symlink_to(beside)


def behind_the_end(lived: Lived) -> None:
    """Another machine's lines were put behind ours."""
    with lived.log.open("ab") as log:
        log.write(lived.log.read_bytes().splitlines(keepends=True)[-1])


def cut_off(lived: Lived) -> None:
    """The last line is not whole."""
    lived.log.write_bytes(lived.log.read_bytes()[:-9])


@pytest.mark.parametrize(
    "edit", [in_place, with_its_time, by_another_file, by_a_link, behind_the_end, cut_off],
    ids=lambda one: one.__name__,
)  # fmt: skip
@pytest.mark.parametrize("then", [(), ("log", "lunch"), ("rest", "tomorrow")], ids=" ".join)
def test_a_log_that_was_edited_is_looked_at_whole(
    lived: Lived, edit: Callable[[Lived], None], then: tuple[str, ...]
) -> None:
    """Every screen is as without what is kept, at once and after the next command that writes."""
    before = lived.screens(FEW)
    edit(lived)
    if then:
        assert lived.type(*then) == 0
    shown = lived.screens(FEW)
    assert shown == lived.without_kept(FEW)
    if edit in (in_place, with_its_time, by_another_file, by_a_link):
        assert shown != before


def test_what_pmpath_adds_itself_is_no_reason_to_look_again(
    lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten entries, none of which reads the log, nor does the screen after it."""
    monkeypatch.setattr(checked, "checksum", None)
    for _ in range(10):
        assert lived.type("log", "coffee", "with", "Vera", "30m") == 0
        assert is_believed(lived)
    assert lived.screens(FEW) == lived.without_kept(FEW)


@pytest.mark.parametrize("edit", [in_place, behind_the_end], ids=lambda one: one.__name__)
def test_what_somebody_else_writes_beside_an_entry_is_looked_at(
    lived: Lived, edit: Callable[[Lived], None]
) -> None:
    """An editor saves the log after the entry was written and before its state is noted."""
    session = Session(lived.environment)
    session.append("action", session.today, {"text": "lunch", "minutes": 15})
    edit(lived)
    note_state(session.folder, session.writes.grown)
    assert lived.screens(FEW) == lived.without_kept(FEW)
    if edit is behind_the_end:
        assert not is_believed(lived)
        lived.type("log", "lunch")
        assert is_believed(lived)


def test_a_copy_of_the_folder_is_looked_at_whole(lived: Lived) -> None:
    """All times of a copy or of a backup may be those of the first one: it is another file."""
    beside = lived.home.parent / "copied"
    shutil.copytree(lived.home, beside)
    in_place(lived)
    lived.home = beside
    assert not is_believed(lived)
    assert lived.screens(FEW) == lived.without_kept(FEW)


def test_after_the_machine_was_started_again_it_is_looked_at_whole(
    lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut may leave new bytes with an old time; the next entry notes the state again."""
    monkeypatch.setattr(checked, "this_boot", lambda: "another boot")
    assert not is_believed(lived)
    lived.type("log", "lunch")
    assert is_believed(lived)


@pytest.mark.parametrize("boot", ["", "this boot"])
def test_where_the_system_tells_too_little_every_byte_is_looked_at(
    lived: Lived, boot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No boot to know, or a disk with times of whole milliseconds alone."""
    monkeypatch.setattr(checked, "this_boot", lambda: boot)
    if boot:
        monkeypatch.setattr(checked, "FINE", 1)
    (lived.home / ".checked").unlink()
    lived.type("log", "lunch")
    assert not (lived.home / ".checked").exists()
    assert not is_believed(lived)
    assert [one.name for one in lived.home.glob("*.tmp")] == []


def test_a_disk_whose_times_can_be_set_back_is_not_believed(
    lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some disks give the time of the last write as that of the last change."""
    real = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        found = real(descriptor)
        both = {"st_mtime_ns": found.st_mtime_ns, "st_ctime_ns": found.st_mtime_ns}
        return os.stat_result(found, both)

    assert fstat(0).st_ctime_ns == real(0).st_mtime_ns
    monkeypatch.setattr(os, "fstat", fstat)
    (lived.home / ".checked").unlink()
    lived.type("log", "lunch")
    assert not (lived.home / ".checked").exists()


def test_a_state_is_noted_once_the_next_change_will_have_another_time(
    lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Right after a write it is waited for; a log from the future is never believed."""
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)
    (lived.home / ".checked").unlink()
    lived.type("log", "lunch")
    assert waited == [GRAIN / 1e9] * checked.LOOKS
    assert not (lived.home / ".checked").exists()
    monkeypatch.undo()


def test_a_program_that_holds_the_log_in_memory_is_noticed(lived: Lived, tmp_path: Path) -> None:
    """It changed bytes there before the state was noted, and changes more after that."""
    if not tells_what_changes_in_memory(tmp_path / "probe"):
        pytest.skip("a disk in memory does not tell what programs change there")
    with lived.log.open("r+b") as file, mmap.mmap(file.fileno(), 0) as held:
        (lived.home / ".checked").unlink()
        held[0:1] = held[0:1]
        lived.type("log", "lunch")
        assert is_believed(lived)
        place = held.find(OLD)
        held[place : place + len(OLD)] = NEW
        assert lived.screens(FEW) == lived.without_kept(FEW)


def tells_what_changes_in_memory(path: Path) -> bool:
    """Whether this disk gives a file another time each time it was flushed before."""
    path.write_bytes(b"one")
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as held:
        held[0:1] = b"o"
        os.fsync(file.fileno())
        before = path.stat().st_ctime_ns
        time.sleep(GRAIN / 1e9)
        held[0:1] = b"t"
        return path.stat().st_ctime_ns != before
