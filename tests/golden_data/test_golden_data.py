"""Data that were written once: every later version reads them, and finds the same in them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.domain.kinds import READ_KINDS
from pmpath.domain.log.journal import fold
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.corrections import KINDS
from pmpath.storage.log.read import LogReader
from tests.golden_data.figures import SCHEMA_1, expected, figures

TODAY = "2027-01-28"
KINDS_THEN = (
    "action", "plan", "milestone", "move", "rest", "decline", "close", "accept", "check", "change",
)  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the folder of schema 1."""
    return Path(shutil.copytree(SCHEMA_1, tmp_path / "data"))


def test_data_of_schema_1_say_what_they_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A log and a roadmap of the first schema, with odd lines, amount to the figures noted then."""

    def ask(*words: str) -> dict[str, Any]:
        capsys.readouterr()
        assert enter((*words, "--json"), {"PMPATH_HOME": str(home), "PMPATH_TODAY": TODAY}) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)["data"]
        return found

    assert figures(ask) == expected(SCHEMA_1)
    for name in ("log.jsonl", "roadmap.toml"):
        assert (home / name).read_bytes() == (SCHEMA_1 / name).read_bytes()


def test_data_of_schema_1_can_be_written_on(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry is added behind the old lines, a move changes one value; no old byte goes."""
    place = {"PMPATH_HOME": str(home), "PMPATH_TODAY": TODAY}
    assert enter(("log", "coffee"), place) == 0
    assert enter(("roadmap", "move", "2028-03-06", "--because", "a release"), place) == 0
    assert (home / "log.jsonl").read_bytes().startswith((SCHEMA_1 / "log.jsonl").read_bytes())
    before = (SCHEMA_1 / "roadmap.toml").read_text("utf-8")
    after = before.replace("date = 2028-02-07", "date = 2028-03-06")
    assert (home / "roadmap.toml").read_text("utf-8") == after
    assert "Moved: 7 Feb 2028 to 6 Mar 2028." in capsys.readouterr().out


def test_the_old_log_has_every_kind_of_record() -> None:
    """Whatever was written then is read today, and a kind of a version that is not made yet is not.

    The data are as old as they are: a kind that comes later is not added to them.
    """
    lines = (SCHEMA_1 / "log.jsonl").read_bytes().split(b"\n")
    kinds = {json.loads(line).get("kind") for line in lines if line.rstrip().endswith(b"}")}
    assert kinds == {*KINDS_THEN, *KINDS, "log", "dream"}
    assert set(KINDS_THEN) <= READ_KINDS
    assert "dream" not in READ_KINDS


def test_names_that_were_said_to_be_one_are_one(tmp_path: Path) -> None:
    """Records `same`, a question passed over, and what was read anew: as on the day of writing."""
    content = (SCHEMA_1.parent / "names.jsonl").read_bytes()
    reader = LogReader(Folder(str(tmp_path)), content)
    journal = fold(reader.records())
    assert (reader.bad, journal.unread) == ([], {})
    met = {one.person: (one.first_met, one.last_met) for one in journal.contacts.values()}
    assert met == {
        "Tomas (sales)": (date(2027, 1, 11), date(2027, 1, 12)),
        "Lena Krause (PM)": (date(2027, 1, 13), date(2027, 1, 14)),
        "Sara": (date(2027, 1, 14), date(2027, 1, 15)),
        "Sarah": (date(2027, 1, 16), date(2027, 1, 16)),
    }
    assert journal.put_aside.unanswered == {"same thomas / tomas": {date(2027, 1, 17)}}
