"""The files that are kept to save time: whatever is wrong with them, every screen is right."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from copy import copy, deepcopy
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from pmpath.cli.session import Session
from pmpath.storage.disk.paths import KEPT_NAMES
from pmpath.storage.kept import kept_seal
from tests.kept.facts import facts_folded_on, facts_of_all
from tests.kept.lived import DAY, SCREENS, Lived


class Nobody:
    """Listens to what is typed before the first test."""

    def readouterr(self) -> tuple[str, str]:
        return "", ""


@pytest.fixture(scope="module", params=[kept_seal.LONG_LOG, 200], ids=["log", "long log"])
def made(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Lived]:
    """Some weeks of entries, and all that is kept of them; to be copied."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_seal, "BEHIND_BYTES", 200)
        patch.setattr(kept_seal, "LONG_LOG", request.param)
        found = Lived(tmp_path_factory.mktemp("lived") / "data", 6, Nobody())
        for _ in range(8):
            found.live()
        found.type("rest", "tomorrow", "away")
        found.today = found.today.replace(month=6)
        for name in ("Lena", "Tomas"):
            found.type("log", "coffee", "with", name, "30m")
        found.type("rest", "tomorrow", "away")
        assert found.is_taken()
        assert found.kept_names == [*KEPT_NAMES][: 6 if request.param == 200 else 5]
        yield found


@pytest.fixture
def lived(
    made: Lived,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Lived:
    """A copy of it, to live on in; what is kept is taken there as well."""
    monkeypatch.setattr(kept_seal, "BEHIND_BYTES", 200)
    found = copy(made)
    found.home = Path(shutil.copytree(made.home, tmp_path / "data"))
    found.chance, found.capsys = deepcopy(made.chance), capsys
    assert found.is_taken()
    return found


def bytes_of_all(home: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in home.iterdir() if one.is_file()}


def test_they_are_private_and_readers_neither_make_nor_change_them(lived: Lived) -> None:
    """Mode 0600; a screen leaves every byte of the folder, with them and without."""
    modes = {name: (lived.home / name).stat().st_mode & 0o777 for name in lived.kept_names}
    assert set(modes.values()) == {0o600}
    before = bytes_of_all(lived.home)
    shown = lived.screens()
    assert bytes_of_all(lived.home) == before
    for name in lived.kept_names:
        (lived.home / name).unlink()
    assert lived.screens() == shown
    assert set(bytes_of_all(lived.home)) == set(before) - set(KEPT_NAMES)


@pytest.mark.parametrize("harm", ["cut", "empty", "flipped", "another", "older", "folder"])
def test_a_harmed_file_only_costs_time(lived: Lived, harm: str) -> None:
    """Half written, damaged, no such file at all, or of an earlier state of the log."""
    right = lived.screens()
    for name in lived.kept_names:
        path = lived.home / name
        content = path.read_bytes()
        harmed = {
            "cut": content[: len(content) // 2], "empty": b"", "another": b"pmpath kept 3 9 0 0\nx",
            "flipped": content[:-9] + bytes([content[-9] ^ 4]) + content[-8:],
            "older": content.replace(b"pmpath kept 3 ", b"pmpath kept 2 ", 1),
        }  # fmt: skip
        path.unlink()
        if harm == "folder":
            path.mkdir()
        else:
            path.write_bytes(harmed[harm])
    assert lived.screens() == right


def test_they_never_disagree_with_a_log_that_was_edited_by_hand(lived: Lived) -> None:
    """The same length, the same time: another byte is another log."""
    state = lived.log.stat()
    content = lived.log.read_bytes()
    lived.log.write_bytes(content.replace(b'"minutes":30', b'"minutes":10', 1))
    os.utime(lived.log, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert lived.log.stat().st_size == len(content)
    assert lived.screens() == lived.without_kept()


def test_they_never_disagree_with_a_roadmap_that_was_edited_by_hand(lived: Lived) -> None:
    """Another plan, another reading of what was done for it."""
    path = lived.home / "roadmap.toml"
    path.write_text(path.read_text("utf-8").replace("mon = ", "mon = 1", 1), "utf-8")
    assert lived.screens() == lived.without_kept()


def test_doctor_names_a_damaged_one(lived: Lived) -> None:
    """As something worth knowing, and no fault."""
    (lived.home / ".fold").write_bytes(b"half")
    assert lived.type("doctor", "--json") == 0
    remarks = json.loads(lived.told)["data"]["remarks"]
    assert [(one["place"], one["is_fault"]) for one in remarks if one["code"] == "folder.kept"] == [
        (".fold", False)
    ]


def test_a_log_that_cannot_be_folded_on_is_not_folded_in_vain(lived: Lived) -> None:
    """A correction of an old entry: the command that made it keeps a new fold at once."""
    lived.type("amend", "50m")
    assert lived.is_taken()
    assert lived.screens() == lived.without_kept()


def test_completion_offers_the_same_names(
    lived: Lived, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what is kept and without."""
    from pmpath.cli.options.completion import people

    for name, value in lived.environment.items():
        monkeypatch.setenv(name, value)
    offered = people("")
    assert "tomas" in offered
    for name in lived.kept_names:
        (lived.home / name).unlink()
    assert people("") == offered
    assert enter(["status"], lived.environment) == 0
    capsys.readouterr()


def test_of_twins_one_counts_whichever_is_kept(lived: Lived) -> None:
    """The same thing came in on two machines, and the second log is joined later."""
    lived.add_twin("todotxt:same", 1)
    lived.today += DAY * 3
    lived.type("rest", "tomorrow", "away")
    assert lived.is_taken()
    lived.today += DAY
    lived.add_twin("todotxt:same", 2)
    assert lived.screens() == lived.without_kept()


def test_thanks_for_an_interview_are_remembered(lived: Lived) -> None:
    """Words to somebody who is of one firm are words to the firm, however long ago."""
    lived.type("log", "applied", "to", "Karavel", "as", "product", "manager")
    lived.type("log", "interview", "at", "Karavel", "with", "Rosa,", "45m")
    lived.type("log", "thanked", "Rosa", "for", "the", "interview")
    lived.today += DAY * 3
    lived.type("rest", "tomorrow", "away")
    lived.type("log", "index", "tuning,", "2h")
    session = Session(lived.environment)
    folded = facts_folded_on(session)
    assert folded is not None
    assert folded == facts_of_all(session)
    assert any(stage.wrote for one in folded["openings"] for stage in one.stages)


def test_a_day_of_many_lines_keeps_nothing_of_itself_until_it_is_over(lived: Lived) -> None:
    """Each further `log` of that day would fold all that is kept, and keep the same again."""

    def made_anew_by_four() -> set[str]:
        for name in lived.kept_names:
            os.utime(lived.home / name, (1, 1))
        for _ in range(4):
            lived.type("log", "coffee", "with", "Vera", "30m")
        anew = {name for name in lived.kept_names if (lived.home / name).stat().st_mtime != 1}
        # The state of a long log is noted at each `log`, and what is new today is little by little.
        return anew - {".checked", ".today"}

    lived.today += DAY
    lived.type("log", "coffee", "with", "Vera", "30m")
    assert made_anew_by_four() == set()
    lived.today += DAY
    assert made_anew_by_four() == {".fold", ".prompt", ".latest"}
    assert lived.screens(SCREENS[:2]) == lived.without_kept(SCREENS[:2])
