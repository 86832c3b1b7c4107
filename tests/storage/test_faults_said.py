"""What is said of a fault: which, where, what became of the call, and what to do."""

from __future__ import annotations

import builtins
import errno
import fcntl
import os
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.domain.errors import NOTHING_SAVED, NotStored
from pmpath.storage.disk.atomic import atomic_create, atomic_replace
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.os_errors import (
    ANOTHER_DISK,
    NAME_UNSURE,
    is_there,
    not_stored,
)
from pmpath.storage.disk.paths import Folder
from tests.storage.appending import append_one
from tests.storage.running import HEADER, SETUP, line, log_of

DAY = date(2027, 1, 11)
NOW = datetime(2027, 1, 11, 20, tzinfo=UTC)
RIGHT = "Give yourself the right to read and write it."


def keep(folder: Folder, text: str = "coffee") -> str:
    """Append one entry."""
    return append_one(folder, "action", DAY, NOW, {"text": text, "minutes": 15})


def failing(number: int) -> Callable[..., int]:
    """A call that the system refuses for this reason."""

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(
    ("number", "read", "written", "hint"),
    [
        (errno.ENOSPC, "The disk is full.", "The disk is full; nothing was saved.",
         "Free some space, then try again."),
        (errno.EDQUOT, "The disk quota is used up.",
         "The disk quota is used up; nothing was saved.", "Free some space first."),
        (errno.EFBIG, "The file may not grow any further.",
         "The file may not grow any further; nothing was saved.", "Raise its limit."),
        (errno.EROFS, "The disk is read-only.", "The disk is read-only; nothing was saved.",
         "Mount it writable."),
        (errno.EIO, "The disk reports an error.", "The disk reports an error; nothing was saved.",
         "Check the disk."),
        (errno.EACCES, "You may not open it.", "You may not open it.", RIGHT),
        (errno.EPERM, "You may not change it.", "You may not change it.", RIGHT),
        *((number, "Another program has it open.",
           "Another program has it open; nothing was saved.",
           "Close it there, then try again.") for number in (errno.EBUSY, errno.ETXTBSY)),
        (errno.EISDIR, "There is a folder where a file belongs.",
         "There is a folder where a file belongs.", "Move it away."),
        (errno.ENOTDIR, "There is a file where a folder belongs.",
         "There is a file where a folder belongs.", "Move it, or set PMPATH_HOME."),
        *((number, "This disk does not support a call that pmpath needs.",
           "This disk does not support a call that pmpath needs; nothing was saved.",
           ANOTHER_DISK) for number in (errno.ENOSYS, errno.ENOTSUP)),
        (errno.ENOLCK, "No locks available.", "No locks available; nothing was saved.", ""),
    ],
)  # fmt: skip
def test_each_fault_has_a_sentence_and_a_hint(
    number: int, read: str, written: str, hint: str
) -> None:
    """A reading says the fault alone, a writing also that nothing was saved."""
    error = OSError(number, os.strerror(number))
    for outcome, sentence in (("", read), (NOTHING_SAVED, written)):
        found = not_stored("place", error, outcome)
        assert (found.sentence, found.hint, found.place) == (sentence, hint, "place")


@pytest.mark.parametrize(
    "number", [errno.ENOTCONN, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ETIMEDOUT]
)
def test_a_vault_whose_program_has_ended_is_not_open(
    number: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As for a stick that was pulled out or a server that is away; the prompt stays quiet."""
    place = {"PMPATH_HOME": str(tmp_path / "data"), "PMPATH_TODAY": "2027-01-12"}
    assert enter(SETUP, place) == 0
    capsys.readouterr()

    def away(whole: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: Any, *rest: Any, **named: Any) -> Any:
            if str(path).startswith(str(tmp_path)):
                raise OSError(number, os.strerror(number))
            return whole(path, *rest, **named)

        return opened

    monkeypatch.setattr(builtins, "open", away(builtins.open))
    monkeypatch.setattr(os, "open", away(os.open))
    monkeypatch.setattr(os, "lstat", failing(number))
    for words in (("report",), ("log", "coffee"), ("rest",)):
        assert enter(words, place) == 5
        err = capsys.readouterr().err
        assert "no longer open" in err
        assert "Open the disk or vault" in err
    assert enter(("status",), place) == 0
    assert capsys.readouterr() == ("", "")


def test_a_fault_without_words_of_the_system_is_named_all_the_same() -> None:
    """Some errors carry a text of their own and no number."""
    assert not_stored("place", OSError("odd")).sentence == "odd."


def test_a_disk_error_at_the_lock_is_no_other_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said at once, as what it is, and not waited for."""
    folder = log_of(tmp_path, b"")
    monkeypatch.setattr(fcntl, "flock", failing(errno.EIO))
    monkeypatch.setattr(time, "sleep", lambda _: pytest.fail("it was waited for"))
    with pytest.raises(NotStored) as caught, Locked(folder):
        pytest.fail("there was no lock")
    assert caught.value.sentence == "The disk reports an error; nothing was saved."
    assert caught.value.place == folder.lock


def test_a_write_that_cannot_be_taken_back_is_not_said_to_be_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When fsync and then ftruncate are refused, the line may have stayed."""
    folder = log_of(tmp_path, HEADER)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(errno.EIO))
        patch.setattr(os, "ftruncate", failing(errno.EIO))
        with pytest.raises(NotStored) as caught:
            keep(folder)
    assert caught.value.sentence == (
        "The disk reports an error; the entry may be in the log anyway."
    )
    assert Path(folder.log).read_bytes() != HEADER


def test_a_log_that_nobody_can_look_at_again_is_not_written_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After fsync has answered, an error of stat changes nothing."""
    folder = log_of(tmp_path, HEADER)
    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", failing(errno.EIO))
        key = keep(folder)
    assert Path(folder.log).read_bytes().count(key.encode()) == 1


def test_a_name_that_is_not_on_the_disk_is_taken_back_or_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new file is gone again; a replaced one stays new, and that is said."""
    place, syncs = tmp_path / "file", []
    whole = os.fsync

    def refuse_folders(descriptor: int) -> None:
        syncs.append(descriptor)
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112 - a descriptor
            raise OSError(errno.EIO, "refused")
        whole(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_folders)
    with pytest.raises(NotStored) as caught:
        atomic_create(str(place), b"new")
    assert caught.value.sentence == "The disk reports an error; nothing was saved."
    assert list(tmp_path.iterdir()) == []
    place.write_bytes(b"old")
    with pytest.raises(NotStored) as caught:
        atomic_replace(str(place), b"new")
    assert caught.value.sentence == f"The disk reports an error; {NAME_UNSURE}."
    assert place.read_bytes() == b"new"
    assert len(syncs) == 4


def test_a_name_that_cannot_be_asked_for_is_not_taken_for_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`There is no roadmap yet` would send people to init."""
    assert not is_there(str(tmp_path / "nothing"))
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    assert is_there(str(tmp_path / "link"))
    monkeypatch.setattr(os, "lstat", failing(errno.EACCES))
    with pytest.raises(NotStored, match=r"You may not open it\."):
        keep(Folder(str(tmp_path)))


def test_after_a_record_that_was_kept_it_is_not_said_that_nothing_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan that was edited by hand is recorded; the rest behind it cannot be."""
    place = {"PMPATH_HOME": str(tmp_path / "data"), "PMPATH_TODAY": "2027-01-12"}
    assert enter(SETUP, place) == 0
    assert enter(("log", "coffee"), place) == 0
    roadmap = tmp_path / "data" / "roadmap.toml"
    roadmap.write_text(roadmap.read_text().replace("date = 2028-01-10", "date = 2028-02-07"))
    capsys.readouterr()
    whole, calls = os.write, []

    def second_refused(descriptor: int, content: bytes) -> int:
        calls.append(content)
        if len(calls) == 2:
            raise OSError(errno.ENOSPC, "refused")
        return whole(descriptor, content)

    monkeypatch.setattr(os, "write", second_refused)
    assert enter(("rest", "tomorrow"), place) == 5
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"pmpath: {tmp_path}/data/log.jsonl: The disk is full; nothing more was saved.\n"
        "  Free some space, then try again.\n"
    )
    assert b'"edited by hand"' in (tmp_path / "data" / "log.jsonl").read_bytes()


def test_an_init_whose_record_fails_says_that_the_roadmap_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second init would be refused, so the hint does not send there."""
    place = {"PMPATH_HOME": str(tmp_path / "data"), "PMPATH_TODAY": "2027-01-12"}
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(errno.ENOSPC))
        assert enter(SETUP, place) == 5
    assert (
        "The roadmap was written, but it could not be recorded in the log."
        in capsys.readouterr().err
    )
    assert (tmp_path / "data" / "roadmap.toml").exists()
    assert enter(("log", "coffee"), place) == 0
    assert enter(("done",), {**place, "PMPATH_TODAY": "2027-01-13"}) == 0
    assert b'"reason":"init"' in (tmp_path / "data" / "log.jsonl").read_bytes()


def test_several_records_are_kept_in_one_piece_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer is a record; all that it does to the plan is written with one more call."""
    place = {"PMPATH_HOME": str(tmp_path / "data"), "PMPATH_TODAY": "2027-01-12"}
    assert enter(SETUP, place) == 0
    whole, lengths = os.write, []

    def counted(descriptor: int, content: bytes) -> int:
        lengths.append(content.count(b"\n"))
        return whole(descriptor, content)

    monkeypatch.setattr(os, "write", counted)
    assert enter(("answer", "side", "outside"), place) == 0
    answer, *follows = lengths
    assert answer == 1
    assert len(follows) == 1
    assert capsys.readouterr().out.count("leaves") == 3


def test_a_merge_whose_words_are_lost_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 0 once the records are there, whether or not anybody can read so."""
    folder = log_of(tmp_path / "data", HEADER)
    os.unlink(folder.log)  # noqa: PTH108 - a Folder is a text
    Path(folder.roadmap).touch()
    (tmp_path / "copy.jsonl").write_bytes(HEADER + line(1) + b"\n")
    monkeypatch.setattr("pmpath.cli.terminal.output._write", failing(errno.ENOSPC))
    monkeypatch.setattr("pmpath.cli.terminal.output._silence_stdout", lambda: None)
    place = {"PMPATH_HOME": folder.path, "PMPATH_TODAY": "2027-01-12"}
    assert enter(("doctor", "--merge", str(tmp_path / "copy.jsonl")), place) == 0
    assert line(1) in Path(folder.log).read_bytes()


def test_a_file_that_its_owner_made_read_only_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rename would ask the folder alone."""
    place = tmp_path / "file"
    place.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, _: path != str(place))
    with pytest.raises(NotStored, match=r"You may not open it\."):
        atomic_replace(str(place), b"new")
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]
