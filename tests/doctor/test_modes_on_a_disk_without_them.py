"""A disk that keeps no modes is worth knowing, and no fault: nobody could ever mend it there."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from pmpath.storage.doctor import location as surroundings
from pmpath.storage.doctor.location import disk_of
from tests.storage.running import SETUP

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")

REAL_CHMOD = os.chmod


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder with a roadmap that others may open."""
    place = tmp_path / "data"
    assert enter(SETUP, {"PMPATH_HOME": str(place), "PMPATH_TODAY": "2027-01-11"}) == 0
    (place / "roadmap.toml").chmod(0o644)
    return place


def doctor(home: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit code and words of one call."""
    capsys.readouterr()
    environment = {"PMPATH_HOME": str(home), "PMPATH_TODAY": "2027-01-12"}
    try:
        code = enter(("doctor", *words), environment)
    except SystemExit as stop:
        code = int(str(stop.code))
    return code, " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.ENOSYS, 0])
def test_modes_that_a_repair_was_refused_are_no_fault_any_more(
    number: int, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether the disk says so or only leaves them; on a good disk the next repair narrows them."""

    def refuse(*_: object) -> None:
        if number:
            raise OSError(number, os.strerror(number))

    assert doctor(home, capsys)[0] == 4
    with monkeypatch.context() as patch:
        patch.setattr(os, "chmod", refuse)
        code, out = doctor(home, capsys, "--repair", "--yes")
        assert code == 0
        assert "1 path unchanged: the owner or the disk does not allow it." in out
        code, out = doctor(home, capsys)
    assert code == 0
    assert "- the folder: open to other accounts" in out
    assert doctor(home, capsys, "--repair", "--yes")[0] == 0
    assert stat.S_IMODE((home / "roadmap.toml").stat().st_mode) == 0o600
    assert not (home / ".modes-refused").exists()
    (home / "log.jsonl").chmod(0o640)
    assert doctor(home, capsys)[0] == 4


def test_init_sees_that_the_folder_it_made_is_not_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a stick whose kind no list knows, the first look already says what it is."""
    home, whole = tmp_path / "stick", os.makedirs

    def open_to_all(path: str, mode: int = 0o777, *, exist_ok: bool = False) -> None:
        whole(path, exist_ok=exist_ok)
        REAL_CHMOD(path, 0o777)

    monkeypatch.setattr(os, "makedirs", open_to_all)
    assert enter(SETUP, {"PMPATH_HOME": str(home), "PMPATH_TODAY": "2027-01-11"}) == 0
    code, out = doctor(home, capsys)
    assert code == 0
    assert "- the folder: open to other accounts: this disk refused to make it private." in out


def all_open(home: Path) -> None:
    """As such a disk shows them."""
    for one in (home, *home.rglob("*")):
        one.chmod(0o755)


@pytest.mark.parametrize(("kind", "code"), [("vfat", 0), ("exfat", 0), ("cifs", 0), ("ext4", 4)])
def test_a_stick_is_known_by_its_kind(
    kind: str,
    code: int,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Before any repair was tried; looking changes nothing."""
    mounts = home.parent / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 {home.resolve().parent} {kind} rw 0 0\n")
    monkeypatch.setattr(surroundings, "MOUNTS", str(mounts))
    all_open(home)
    before = sorted(home.iterdir())
    found, out = doctor(home, capsys)
    assert found == code
    assert (f"it is on a disk ({kind}) that does not keep files private" in out) == (code == 0)
    assert sorted(home.iterdir()) == before


def test_a_disk_with_one_private_path_keeps_modes(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some shares of these kinds do."""
    mounts = home.parent / "mounts"
    mounts.write_text(f"//nas/me {home.resolve().parent} cifs rw 0 0\n")
    monkeypatch.setattr(surroundings, "MOUNTS", str(mounts))
    assert doctor(home, capsys)[0] == 4


def test_the_disk_of_a_path_is_the_innermost_and_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blanks in its name are written as numbers; no other system has this list."""
    mounts, place = tmp_path / "mounts", str(tmp_path.resolve())
    mounts.write_text(
        f"a / ext4 rw 0 0\nb {place}/my\\040stick vfat rw 0 0\n"
        f"c {place}/my\\040stick exfat rw 0 0\nd {place}/my ntfs3 rw 0 0\n"
    )
    monkeypatch.setattr(surroundings, "MOUNTS", str(mounts))
    assert disk_of(f"{place}/my stick/pmpath") == "exfat"
    assert disk_of(f"{place}/my") == "ntfs3"
    assert disk_of(f"{place}/mystery") == "ext4"
    monkeypatch.setattr(surroundings, "MOUNTS", str(tmp_path / "none"))
    assert disk_of(place) == ""
