from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.errors import NotStored
from pmpath.domain.files.copies import KeyChange
from pmpath.storage.backups import NEWEST_KEPT, back_up_log, outdated_logs
from pmpath.storage.disk.paths import Folder
from pmpath.storage.doctor.restore import backup_named, put_back
from pmpath.storage.roadmap.keys import key_changes
from tests.doctor.conftest import Owner
from tests.storage.running import HEADER, line

START = datetime(2027, 1, 11, 12, tzinfo=UTC)


@pytest.fixture
def keeper(owner: Owner) -> Owner:
    """An owner with one copy of the log, of three records, and one of the roadmap before a move."""
    owner.add(b"garbage")
    owner.type("doctor", "--repair", "--yes", today="2027-01-12")
    owner.type("roadmap", "move", "2028-02-07", "--because", "a release", today="2027-01-13")
    return owner


def test_the_backups_are_listed_newest_first(keeper: Owner) -> None:
    """Number, file, day and time, records or keys; the same as JSON."""
    said = keeper.type("doctor", "--restore")
    first, second, _, hint = said.splitlines()
    assert first.startswith("  1  roadmap  Wed 13 Jan 12:00  ")
    assert first.endswith(" keys")
    assert second == "  2  log      Tue 12 Jan 12:00  3 records"
    assert hint == "To bring one back: pmpath doctor --restore NUMBER"
    data = json.loads(keeper.type("doctor", "--restore", "--json"))
    assert data["kind"] == "backups"
    assert set(data["data"]) == {"folder", "backups"}
    assert set(data["data"]["backups"][0]) == {
        "number", "name", "kind", "day", "time", "size", "is_damaged",
    }  # fmt: skip


def test_without_a_backup_that_is_said(owner: Owner) -> None:
    """An empty list is not an error; a number then names nothing."""
    assert "There are no backups yet" in owner.type("doctor", "--restore")
    owner.type("doctor", "--restore", "1", code=3)


def test_a_log_comes_back_after_a_look_at_what_that_changes(keeper: Owner) -> None:
    """Records that would be missing are named; the present log is kept as a copy first."""
    keeper.type("log", "lunch with @ida:ceo", today="2027-01-14")
    present = keeper.log.read_bytes()
    before = keeper.bytes_of_all()
    keeper.type("doctor", "--restore", "2", code=2)
    assert keeper.bytes_of_all() == before
    said = keeper.type("doctor", "--restore", "2", "--yes", today="2027-01-14")
    # The move of the date, and the lunch.
    assert "Would be removed: 2 records\n" in said
    assert "action lunch with @ida:ceo" in said
    assert "Would come back: 0 records\n" in said
    copy = next(one for one in (keeper.home / "backups").iterdir() if "20270114" in one.name)
    assert copy.read_bytes() == present
    keeper.type("doctor", "--restore", copy.name, "--yes", today="2027-01-15")
    assert keeper.log.read_bytes() == present


def test_a_roadmap_comes_back_with_its_keys_shown(keeper: Owner) -> None:
    """The key that changes with both values; the record of the plan follows."""
    moved = keeper.roadmap.read_bytes()
    said = keeper.type("doctor", "--restore", "1", "--yes", today="2027-01-14")
    assert "Would change: 1 key\n  target.date: 2028-02-07 now, 2028-01-10 then\n" in said
    assert b"date = 2028-01-10" in keeper.roadmap.read_bytes()
    assert moved in [one.read_bytes() for one in (keeper.home / "backups").iterdir()]
    assert '"reason":"edited by hand"' in keeper.log.read_text().splitlines()[-1]
    assert "the file is the same as this backup" in keeper.type("doctor", "--restore", "2", "--yes")


def test_a_lost_file_comes_back(keeper: Owner) -> None:
    """Without a present file there is nothing to keep, and the backup takes its place."""
    keeper.log.unlink()
    keeper.roadmap.unlink()
    assert keeper.codes(code=4) == ["log.missing", "roadmap.missing"]
    for number in ("1", "2"):
        keeper.type("doctor", "--restore", number, "--yes", today="2027-01-14")
    # The copy was made before the repair.
    assert keeper.codes(code=4, today="2027-01-14") == ["log.unreadable"]
    assert keeper.log.stat().st_mode & 0o777 == 0o600


def test_a_broken_roadmap_is_replaced_and_kept(keeper: Owner) -> None:
    """That it is not TOML is said; its bytes are in backups."""
    keeper.roadmap.write_bytes(b"schema = [\n")
    said = keeper.type("doctor", "--restore", "1", "--yes", today="2027-01-14")
    assert "The current roadmap is not valid TOML; all of it would be replaced." in said
    assert keeper.codes(today="2027-01-14") == []
    assert b"schema = [\n" in [one.read_bytes() for one in (keeper.home / "backups").iterdir()]


def test_a_backup_that_could_not_be_used_is_refused(keeper: Owner) -> None:
    """A roadmap with a fault, and a log of a newer pmpath: exit 4, every byte as it was."""
    for one in (keeper.home / "backups").iterdir():
        one.write_bytes(b'{"kind":"log","schema":2}\n' if "log" in one.name else b"schema = 1\n")
    before = keeper.bytes_of_all()
    for number in ("1", "2"):
        keeper.type("doctor", "--restore", number, "--yes", code=4)
    assert keeper.bytes_of_all() == before
    assert "damaged" in keeper.type("doctor", "--restore")


def test_what_was_written_between_look_and_restore_is_not_lost(keeper: Owner) -> None:
    """The state that was shown is the one that is replaced."""
    folder = Folder(str(keeper.home))
    backup = backup_named(folder, "2")
    seen = keeper.log.read_bytes()
    keeper.add(line(1))
    with pytest.raises(NotStored, match="changed in the meantime"):
        put_back(folder, backup, backup.read(), seen, START)
    assert keeper.log.read_bytes() == seen + line(1) + b"\n"


def test_words_that_do_not_go_together_are_refused(keeper: Owner) -> None:
    """Exit 2 and nothing done."""
    before = keeper.bytes_of_all()
    for words in (("1",), ("--repair", "--restore"), ("--merge", "x", "--repair")):
        keeper.type("doctor", *words, code=2)
    keeper.type("doctor", "--restore", "99", code=3)
    assert keeper.bytes_of_all() == before


def test_keys_are_named_by_the_id_of_their_block() -> None:
    """A value in a block, one that is gone, one that is new."""
    now = '[target]\na = 1\n[[milestone]]\nid = "x"\nhours = 2\n'
    then = '[target]\nb = 1\n[[milestone]]\nid = "x"\nhours = 3\n'
    assert key_changes(now, then) == [
        KeyChange("target.a", "1", ""),
        KeyChange("milestone x.hours", "2", "3"),
        KeyChange("target.b", "", "1"),
    ]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=70))
def test_a_backup_never_gives_way_to_ones_with_fewer_records(sizes: list[int]) -> None:
    """Whatever the log shrank to, its greatest copy stays, and no month is left without one."""
    names = [
        f"log-{START + timedelta(at):%Y%m%dT%H%M%S}-0123abcd.jsonl" for at in range(len(sizes))
    ]
    records = dict(zip(names, sizes, strict=True))
    gone = outdated_logs(names, records.__getitem__)
    kept = [name for name in names if name not in gone]
    assert set(names[-NEWEST_KEPT:]) <= set(kept)
    for name in gone:
        assert any(records[one] >= records[name] for one in kept if one > name)


def test_copies_of_the_log_are_kept_and_rotated(tmp_path: Path) -> None:
    """A log that was lost after forty days leaves its last whole copy, however often it is kept."""
    folder = Folder(str(tmp_path))
    whole = HEADER + b"".join(line(key) + b"\n" for key in range(9))
    back_up_log(folder, whole, START)
    for day in range(1, 41):
        back_up_log(folder, HEADER + line(day) + b"\n", START + timedelta(day))
    found = [one.read_bytes() for one in (tmp_path / "backups").iterdir()]
    assert whole in found
    # Thirty, and the one that holds more than all since.
    assert len(found) == NEWEST_KEPT + 1


def test_a_damaged_copy_does_not_stand_for_a_new_one(tmp_path: Path) -> None:
    """The same bytes are written again when what bears their name is not they."""
    folder = Folder(str(tmp_path))
    name = back_up_log(folder, HEADER, START)
    assert back_up_log(folder, HEADER, START + timedelta(1)) == name
    (tmp_path / "backups" / name).write_bytes(b"damaged")
    with pytest.raises(NotStored, match="The copy made in this same second is damaged"):
        back_up_log(folder, HEADER, START)
    assert back_up_log(folder, HEADER, START + timedelta(2)) != name
