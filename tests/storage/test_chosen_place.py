"""PMPATH_HOME on a disk or in a vault that is not open: a sentence, and no journal beside it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from pmpath.domain.errors import NotFound, NotOpen
from pmpath.storage.disk import data_folder as chosen_place
from pmpath.storage.disk.data_folder import nothing_set_up, refuse_closed
from pmpath.storage.disk.paths import Folder
from tests.programs import needs

INIT = ("init", "--yes", "--target", "2028-01-10", "--hours", "4")
COMMANDS = (
    (), ("log", "coffee"), ("report",), ("done",), ("undo",), ("rest",), ("why", "pace"),
    INIT, ("doctor",),
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


def linked(tmp_path: Path, way: str) -> dict[str, str]:
    """The environment of a data folder, or a folder around it, that is a link into a vault."""
    vault = tmp_path / "vault"
    if way == "PMPATH_HOME":
        (tmp_path / "link").symlink_to(vault / "pmpath")
        return {"PMPATH_HOME": str(tmp_path / "link")}
    if way == "above PMPATH_HOME":
        (tmp_path / "link").symlink_to(vault)
        return {"PMPATH_HOME": str(tmp_path / "link" / "pmpath")}
    if way == "a link to a link":
        (tmp_path / "first").symlink_to("second")
        (tmp_path / "second").symlink_to(vault)
        return {"PMPATH_HOME": str(tmp_path / "first")}
    if way == "XDG_DATA_HOME":
        (tmp_path / "share").symlink_to(vault)
        return {"XDG_DATA_HOME": str(tmp_path / "share")}
    share = tmp_path / ".local" / "share"
    share.parent.mkdir()
    share.symlink_to(vault)
    return {}


WAYS = ("PMPATH_HOME", "above PMPATH_HOME", "a link to a link", "XDG_DATA_HOME", "HOME")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have another usual place")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_link_into_a_closed_vault_is_not_open_whatever_names_it(
    words: tuple[str, ...],
    way: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit code 5 for every command, the link is named, and nothing is made."""
    monkeypatch.setenv("HOME", str(tmp_path))
    environment = linked(tmp_path, way)
    before = sorted(tmp_path.rglob("*"))
    code = enter(words, {**environment, "PMPATH_TODAY": "2027-01-11"})
    err = capsys.readouterr().err
    assert (code, "is not open" in err, "vault" in err) == (5, True, True), err
    assert "no roadmap" not in err
    assert sorted(tmp_path.rglob("*")) == before


TOUCHING = {
    "roadmap.toml": ((), ("report",), ("done",), ("roadmap",), ("roadmap", "check"),
                     ("milestones",), ("roadmap", "move", "2028-03-06", "--because", "x"),
                     ("replan", "--restart"), ("answer", "junior", "yes"), INIT, ("sync",)),
    "log.jsonl": ((), ("log", "coffee"), ("report",), ("done",), ("undo",), ("history",),
                  ("amend", "5m"), ("rest",), ("today", "--other"), ("replan", "--restart"),
                  ("doctor", "--repair", "--yes"), ("sync",)),
}  # fmt: skip
CASES = [(name, words) for name, several in TOUCHING.items() for words in several]


@pytest.mark.parametrize(("name", "words"), CASES, ids=lambda one: str(one))
def test_a_file_that_is_a_link_into_a_closed_vault_is_not_open(
    name: str, words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named; no empty file is made behind the link, and the other file stays as it is."""
    if words == ("sync",):
        needs("git")
    home, vault = tmp_path / "data", tmp_path / "vault"
    vault.mkdir()
    assert run(home, capsys, *INIT)[0] == 0
    (home / name).unlink()
    (home / name).symlink_to(vault / name)
    other = next(home / one for one in TOUCHING if one != name)
    before = other.read_bytes()
    code, _, err = run(home, capsys, *words)
    assert (code, "is not open" in err, str(vault / name) in err) == (5, True, True), err
    assert "no roadmap" not in err
    assert list(vault.iterdir()) == []
    assert other.read_bytes() == before


def test_nothing_is_made_where_every_file_is_a_link_into_a_closed_vault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not even the empty file that locks are asked of: what is there is only a place to mount."""
    home, vault = tmp_path / "data", tmp_path / "vault"
    home.mkdir()
    vault.mkdir()
    for name in ("roadmap.toml", "log.jsonl", ".lock"):
        (home / name).symlink_to(vault / name)
    for words in (("log", "coffee"), ("done",), INIT, ("doctor", "--repair", "--yes")):
        code, _, err = run(home, capsys, *words)
        assert (code, "is not open" in err) == (5, True), (words, err)
    assert list(vault.iterdir()) == []


def test_an_entry_is_kept_while_the_roadmap_is_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was done today is worth keeping before the vault is opened."""
    home = tmp_path / "data"
    assert run(home, capsys, *INIT)[0] == 0
    (home / "roadmap.toml").unlink()
    (home / "roadmap.toml").symlink_to(tmp_path / "vault" / "roadmap.toml")
    assert run(home, capsys, "log", "coffee")[0] == 0
    assert b"coffee" in (home / "log.jsonl").read_bytes()


def test_doctor_names_each_link_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And says to open the disk, not to move the link away."""
    home = tmp_path / "data"
    assert run(home, capsys, *INIT)[0] == 0
    for name in TOUCHING:
        (home / name).unlink()
        (home / name).symlink_to(tmp_path / "vault" / name)
    code, out, _ = run(home, capsys, "doctor")
    told = " ".join(out.split())
    assert code == 4
    assert "2 things to fix." in told
    assert told.count("Open the disk or vault, then try again.") == 2


def test_copies_on_a_disk_that_is_away_stop_a_change_of_the_roadmap(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`backups` may be a link to another disk; no change is made without its copy."""
    home = tmp_path / "data"
    assert run(home, capsys, *INIT)[0] == 0
    (home / "backups").symlink_to(tmp_path / "stick")
    before = (home / "roadmap.toml").read_bytes()
    code, _, err = run(home, capsys, "roadmap", "move", "2028-03-06", "--because", "x")
    assert (code, "is not open" in err) == (5, True)
    assert (home / "roadmap.toml").read_bytes() == before


def test_a_data_home_where_disks_come_and_go_is_closed_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """XDG_DATA_HOME on a stick, named or behind a link; elsewhere it is made when it is missing."""
    monkeypatch.setattr(chosen_place, "MOUNTED_BELOW", (str(tmp_path / "media"),))
    (tmp_path / "media" / "usb").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "media" / "usb")
    for base in (tmp_path / "media" / "usb", tmp_path / "link"):
        with pytest.raises(NotOpen, match="The disk or vault of XDG_DATA_HOME is not open"):
            refuse_closed(Folder(str(base / "pmpath"), "XDG_DATA_HOME"))
    refuse_closed(Folder(str(tmp_path / "share" / "pmpath"), "XDG_DATA_HOME"))
