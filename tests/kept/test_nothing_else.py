"""What is kept saves time and does nothing else: it keeps nobody waiting and ends no command."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pmpath.cli import keeping
from pmpath.cli.session import Session
from pmpath.domain.errors import NotStored
from pmpath.storage.disk.paths import KEPT_NAMES
from pmpath.storage.kept.sealed import NONE_COVERED, write_sealed
from pmpath.storage.roadmap.file import read_text
from pmpath.storage.roadmap.kept_table import keep_table
from tests.kept.lived import Lived

FIRST_WRITE = ("rest", "tomorrow", "away")


@pytest.fixture
def lived(two_days: Lived) -> Lived:
    """The two days, of which every file is kept."""
    assert two_days.kept_names == [*KEPT_NAMES]
    return two_days


@pytest.mark.parametrize(
    "stops", [KeyboardInterrupt(), SystemExit(130), OSError(28, "full"), MemoryError(),
              NotStored("refused")], ids=repr,
)  # fmt: skip
@pytest.mark.parametrize("words", [("log", "lunch"), FIRST_WRITE, ("amend", "50m")], ids=" ".join)
def test_whatever_ends_the_keeping_the_act_is_done_and_said(
    lived: Lived, words: tuple[str, ...], stops: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C, a full disk, no memory: exit code 0, the confirmation, and not a word more."""
    begun = []

    def stop(*_: object, **__: object) -> None:
        begun.append(True)
        raise stops

    monkeypatch.setattr(keeping, "write_kept", stop)
    monkeypatch.setattr(keeping, "keep_parsed", stop)
    before = lived.log.read_bytes()
    assert lived.type(*words) == 0
    assert begun == [True]
    assert len(lived.log.read_bytes()) > len(before)
    assert "pmpath:" not in lived.told
    assert lived.told.count("\n") <= 4


def test_a_refused_command_is_refused_with_the_same_words(lived: Lived) -> None:
    """Nothing is kept where nothing was written."""
    before = {name: (lived.home / name).read_bytes() for name in KEPT_NAMES}
    lived.today = lived.today.replace(day=20)
    assert lived.type("milestones", "done", "nothing.such") != 0
    assert {name: (lived.home / name).read_bytes() for name in KEPT_NAMES} == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["pipe", "device", "link", "loop"])
def test_no_command_waits_for_what_is_no_file(lived: Lived, kind: str, tmp_path: Path) -> None:
    """A pipe that nobody writes to, a device without an end, links: all is read as without."""
    right = lived.screens()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    for name in KEPT_NAMES:
        path = lived.home / name
        path.unlink()
        if kind == "pipe":
            os.mkfifo(path)
        else:
            target = {"device": "/dev/zero", "link": str(elsewhere), "loop": str(path)}[kind]
            path.symlink_to(target)
    assert lived.screens() == right
    assert lived.type("log", "lunch") == 0
    assert lived.type(*FIRST_WRITE) == 0
    assert elsewhere.read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_nothing_is_written_through_a_link_in_its_way(lived: Lived, tmp_path: Path) -> None:
    """Somebody put a link under the name of a temporary file: what it leads to stays."""
    mine = tmp_path / "mine"
    mine.write_text("mine")
    for name in KEPT_NAMES:
        (lived.home / f"{name}.tmp").symlink_to(mine)
    assert lived.type(*FIRST_WRITE) == 0
    assert mine.read_text() == "mine"


def test_what_could_not_be_written_leaves_no_temporary_file(tmp_path: Path) -> None:
    """A folder stands in the place: the error is the caller's, the half of it is gone."""
    (tmp_path / ".fold").mkdir()
    with pytest.raises(OSError, match="director"):
        write_sealed(str(tmp_path / ".fold"), NONE_COVERED, b"values")
    assert [one.name for one in tmp_path.iterdir()] == [".fold"]


def test_a_roadmap_that_changed_while_a_command_asked_is_not_taken_for_the_old_one(
    lived: Lived,
) -> None:
    """Another window saved the roadmap between the question and the answer."""
    session = Session(lived.environment)
    before = session.roadmap
    path = lived.home / "roadmap.toml"
    path.write_text(path.read_text("utf-8").replace("mon = ", "mon = 1", 1), "utf-8")
    keeping.keep_folds(session)
    assert session.roadmap != before
    assert lived.is_taken()
    assert lived.screens() == lived.without_kept()


def test_a_roadmap_that_a_newer_pmpath_kept_parsed_is_refused_as_without(lived: Lived) -> None:
    """Its schema is looked at, whoever parsed it."""
    path = lived.home / "roadmap.toml"
    path.write_text(path.read_text("utf-8").replace("schema = 1", "schema = 2", 1), "utf-8")
    folder = Session(lived.environment).folder
    keep_table(folder, read_text(folder), {"schema": 2})
    shown = lived.screens()
    assert any(code for code, _ in shown.values())
    assert shown == lived.without_kept()
