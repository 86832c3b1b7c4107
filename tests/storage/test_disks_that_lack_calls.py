"""Sticks, shares and folders of a cloud: each call they lack has a stand-in, or is named."""

from __future__ import annotations

import errno
import fcntl
import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.domain.errors import NotStored
from pmpath.storage.backups import back_up, backups_of
from pmpath.storage.disk import flush as flush_module
from pmpath.storage.disk.atomic import atomic_create, atomic_replace, is_empty_claim
from pmpath.storage.disk.flush import flush, sync_folder
from pmpath.storage.disk.paths import Folder
from pmpath.storage.roadmap.draft import roadmap_draft
from tests.storage.appending import append_one
from tests.storage.running import HEADER, SETUP, log_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these calls are of POSIX")

TODAY = "2027-01-12"
DAY, NOW = date(2027, 1, 12), datetime(2027, 1, 12, 20, tzinfo=UTC)
WRITING = (
    SETUP, ("log", "coffee"), ("roadmap", "move", "2028-03-06", "--because", "a fair"), ("undo",),
)  # fmt: skip
# A roadmap that others may read stays so when it is replaced: that asks for a mode.
REAL_CHMOD = os.chmod
Patch = pytest.MonkeyPatch


def refusing(name: str, number: int, where: object = os) -> tuple[object, str, Callable[..., Any]]:
    """A call of a module that says the disk has no such call, to be set in its place."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return where, name, refuse


def no_folder_sync(number: int) -> tuple[object, str, Callable[..., Any]]:
    """An fsync that works for files alone."""
    whole = os.fsync

    def files_alone(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112 - a descriptor
            raise OSError(number, os.strerror(number))
        whole(descriptor)

    return os, "fsync", files_alone


LACKING = {
    **{f"link {errno.errorcode[one]}": refusing("link", one)
       for one in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK)},
    **{f"flock {errno.errorcode[one]}": refusing("flock", one, fcntl)
       for one in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EPERM)},
    **{f"chmod {errno.errorcode[one]}": refusing("chmod", one)
       for one in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS)},
    **{f"fsync {errno.errorcode[one]}": refusing("fsync", one)
       for one in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)},
    **{f"folder fsync {errno.errorcode[one]}": no_folder_sync(one)
       for one in (errno.EINVAL, errno.EBADF, errno.EACCES)},
}  # fmt: skip


def place(home: Path) -> dict[str, str]:
    """The environment of a call."""
    return {"PMPATH_HOME": str(home), "PMPATH_TODAY": TODAY}


@pytest.mark.parametrize("name", LACKING)
def test_nothing_is_refused_for_a_call_that_can_be_done_without(
    name: str, tmp_path: Path, monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`init`, an entry, a changed roadmap with its backup, a correction; no rest is left."""
    home = tmp_path / "data"
    monkeypatch.setattr(*LACKING[name])
    for words in WRITING:
        assert enter(words, place(home)) == 0, capsys.readouterr().err
        REAL_CHMOD(home / "roadmap.toml", 0o644)
        if "move" in words:
            assert b"2028-03-06" in (home / "roadmap.toml").read_bytes()
    assert b"2028-03-06" not in (home / "roadmap.toml").read_bytes()
    assert len(list((home / "backups").iterdir())) == 2
    left = [one.name for one in home.rglob("*") if one.name.endswith((".tmp", ".held"))]
    assert left == []


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.ENODEV])
@pytest.mark.parametrize("name", ["link", "fsync"])
def test_a_broken_or_full_disk_lacks_no_call(
    name: str, number: int, tmp_path: Path, monkeypatch: Patch
) -> None:
    """Only what means "no such call" is done in another way."""
    monkeypatch.setattr(*refusing(name, number))
    with pytest.raises(NotStored):
        atomic_create(str(tmp_path / "file"), b"new")
    assert list(tmp_path.iterdir()) == []


def test_without_links_a_name_that_somebody_took_stays_theirs(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """A file that comes in the last moment is not replaced, as a rename would."""
    target = tmp_path / "file"

    def late(*_: object) -> None:
        target.write_bytes(b"theirs")
        raise OSError(errno.EPERM, "refused")

    monkeypatch.setattr(os, "link", late)
    assert atomic_create(str(target), b"mine") is False
    assert target.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [target]


def test_an_init_that_was_killed_on_a_disk_without_links_can_be_done_again(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """What it left is an empty name with the whole file beside it; that is not a roadmap."""
    home = tmp_path / "data"
    home.mkdir()
    (home / "roadmap.toml").touch()
    (home / "roadmap.toml.tmp").write_bytes(b"schema = 1")
    monkeypatch.setattr(*refusing("link", errno.EPERM))
    assert enter(SETUP, place(home)) == 0
    assert not (home / "roadmap.toml.tmp").exists()
    assert enter(("roadmap", "check"), place(home)) == 0


def test_an_empty_file_of_the_user_is_no_such_rest(tmp_path: Path) -> None:
    """Without the file beside it, or with a byte in it, it is somebody's."""
    target = tmp_path / "roadmap.toml"
    target.touch()
    assert not is_empty_claim(str(target))
    (tmp_path / "roadmap.toml.tmp").touch()
    assert is_empty_claim(str(target))
    target.write_bytes(b"#")
    assert not is_empty_claim(str(target))


def test_a_backup_that_was_cut_off_counts_for_none_and_goes_with_the_next(tmp_path: Path) -> None:
    """Its empty name would pass for a damaged backup."""
    folder = Folder(str(tmp_path))
    (tmp_path / "backups").mkdir()
    cut = tmp_path / "backups" / "roadmap-20270111T120000-01234567.toml"
    cut.touch()
    cut.with_name(cut.name + ".tmp").write_bytes(b"whole")
    assert backups_of(folder, "roadmap") == []
    back_up(folder, b"now", NOW)
    assert [one.name for one in backups_of(folder, "roadmap")] == [
        one.name for one in (tmp_path / "backups").iterdir()
    ]


def test_where_a_mac_cannot_empty_the_cache_of_a_drive_fsync_has_to_do(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """ENOTSUP of F_FULLFSYNC on a stick or a share; a disk error stays one."""
    calls: list[str] = []
    monkeypatch.setattr(flush_module, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(os, "fsync", lambda _: calls.append("fsync"))
    with (tmp_path / "file").open("wb") as file:
        for number in (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY):
            monkeypatch.setattr(*refusing("fcntl", number, fcntl))
            flush(file.fileno())
        monkeypatch.setattr(*refusing("fcntl", errno.EIO, fcntl))
        with pytest.raises(OSError, match="Input/output error"):
            flush(file.fileno())
    assert calls == ["fsync"] * 3


def test_a_file_that_cannot_be_flushed_is_flushed_with_all_others(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """The last resort before a promise would be broken: all disks of the system."""
    calls: list[str] = []
    monkeypatch.setattr(*refusing("fsync", errno.EINVAL))
    monkeypatch.setattr(os, "sync", lambda: calls.append("sync"))
    append_one(log_of(tmp_path, HEADER), "action", DAY, NOW, {"text": "coffee", "minutes": 15})
    assert calls == ["sync"]


def test_a_folder_that_cannot_even_be_opened_is_passed_over(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """Some shares let no program open a folder; a broken disk is still said."""
    monkeypatch.setattr(*refusing("open", errno.EACCES))
    sync_folder(str(tmp_path))
    monkeypatch.setattr(*refusing("open", errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        sync_folder(str(tmp_path))


def test_a_disk_that_numbers_a_file_anew_at_each_look_gets_the_entry_once(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """The number of a file does not tell there whether another program has replaced it."""
    folder = log_of(tmp_path, HEADER)
    monkeypatch.setattr(os.path, "samestat", lambda *_: False)
    key = append_one(folder, "action", DAY, NOW, {"text": "coffee", "minutes": 15})
    assert Path(folder.log).read_bytes().count(key.encode()) == 1


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOTSUP, errno.EINVAL])
def test_a_call_that_nothing_stands_in_for_is_named(
    number: int, tmp_path: Path, monkeypatch: Patch
) -> None:
    """One sentence with the call, and what to do; the old content stays."""
    target = tmp_path / "file"
    target.write_bytes(b"old")
    monkeypatch.setattr(*refusing("replace", number))
    with pytest.raises(NotStored) as caught:
        atomic_replace(str(target), b"new")
    assert caught.value.sentence == (
        "This disk does not support rename, which pmpath needs; nothing was saved."
    )
    assert "set PMPATH_HOME" in caught.value.hint
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_of_a_cloud_that_cannot_append_is_named(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    """Some give a file only whole."""
    folder, whole = log_of(tmp_path, HEADER), os.open

    def without_append(path: str, flags: int, *rest: int) -> int:
        if flags & os.O_APPEND:
            raise OSError(errno.EOPNOTSUPP, "refused")
        return whole(path, flags, *rest)

    monkeypatch.setattr(os, "open", without_append)
    with pytest.raises(NotStored, match="does not support appending to a file, which pmpath"):
        append_one(folder, "action", DAY, NOW, {"text": "coffee", "minutes": 15})
    assert Path(folder.log).read_bytes() == HEADER


def test_a_draft_is_kept_on_such_a_disk(tmp_path: Path, monkeypatch: Patch) -> None:
    """What was typed in an editor, or answered to a stopped `init`."""
    for one in ("link EPERM", "flock ENOLCK", "chmod EPERM", "folder fsync EINVAL"):
        monkeypatch.setattr(*LACKING[one])
    draft = roadmap_draft(Folder(str(tmp_path / "data")))
    draft.write("schema = 1\n")
    assert draft.read() == "schema = 1\n"
    assert sorted(one.name for one in (tmp_path / "data").iterdir()) == [".lock", draft.name]


def test_a_report_is_written_on_a_disk_without_links_and_replaces_nothing(
    tmp_path: Path, monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --out; a file that comes in the last moment is not overwritten either."""
    home, out = tmp_path / "data", tmp_path / "week.html"
    assert enter(SETUP, place(home)) == 0
    words = ("report", "--format", "html", "--out", str(out))
    monkeypatch.setattr(*refusing("link", errno.ENOTSUP))
    assert enter(words, place(home)) == 0, capsys.readouterr().err
    assert out.read_bytes().startswith(b"<!")
    out.unlink()

    def late(*_: object) -> None:
        out.write_bytes(b"theirs")
        raise OSError(errno.EPERM, "refused")

    monkeypatch.setattr(os, "link", late)
    assert enter(words, place(home)) == 2
    assert out.read_bytes() == b"theirs"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data", "week.html"]
