"""PMPATH_HOME on a disk or in a vault that is not open: a sentence, and no journal beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.cli.door import enter
from pmpath.domain.errors import NotFound, NotOpen
from pmpath.storage import chosen_place
from pmpath.storage.chosen_place import nothing_set_up, refuse_closed
from pmpath.storage.paths import Folder

COMMANDS = (
    (), ("log", "coffee"), ("report",), ("done",), ("undo",), ("rest",), ("why", "pace"),
    ("init", "--yes", "--target", "2028-01-10", "--hours", "4"), ("doctor",),
    ("sync", "--remote", "x"), ("roadmap", "check"), ("milestones",), ("history",),
)  # fmt: skip


def run(home: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of one call."""
    code = enter(words, {"PMPATH_HOME": str(home), "PMPATH_TODAY": "2027-01-11"})
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_folder_whose_disk_is_away_is_named_and_nothing_is_made(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 5 for every command, and the place above stays missing."""
    home = tmp_path / "vault" / "pmpath"
    code, _, err = run(home, capsys, *words)
    assert (code, "is not open" in err) == (5, True)
    assert f"mkdir -p {home}" in err
    assert list(tmp_path.iterdir()) == []


def test_a_prompt_stays_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`status` stands in every prompt."""
    assert run(tmp_path / "vault" / "pmpath", capsys, "status") == (0, "", "")


def test_a_place_for_disks_without_one_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`/media/usb` may be there as an empty folder; once a disk is mounted on it, it is open."""
    monkeypatch.setattr(chosen_place, "MOUNTED_BELOW", (str(tmp_path),))
    (tmp_path / "usb").mkdir()
    folder = Folder(str(tmp_path / "usb" / "pmpath"), "PMPATH_HOME")
    with pytest.raises(NotOpen):
        refuse_closed(folder)
    mounted = [str(tmp_path / "usb")]
    monkeypatch.setattr("os.path.ismount", lambda path: path in mounted)
    refuse_closed(folder)


def test_a_folder_that_is_there_is_open_wherever_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever made the folder wants it there."""
    monkeypatch.setattr(chosen_place, "MOUNTED_BELOW", (str(tmp_path),))
    (tmp_path / "pmpath").mkdir()
    refuse_closed(Folder(str(tmp_path / "pmpath"), "PMPATH_HOME"))


def test_the_usual_place_is_made_with_all_that_is_above(tmp_path: Path) -> None:
    """`~/.local/share` may be missing on a new machine."""
    refuse_closed(Folder(str(tmp_path / "share" / "pmpath")))


def test_an_empty_folder_may_be_a_closed_vault(tmp_path: Path) -> None:
    """It is said beside the ways in."""
    error = nothing_set_up(Folder(str(tmp_path), "PMPATH_HOME"))
    assert isinstance(error, NotFound)
    assert f"{tmp_path} is empty; if it is a closed vault, open it first." in error.hint
    assert "vault" not in nothing_set_up(Folder(str(tmp_path))).hint
