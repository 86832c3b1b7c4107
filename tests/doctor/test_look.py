from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.paths import Folder
from tests.doctor.conftest import Owner
from tests.doctor.garbage import GARBAGE
from tests.storage.running import line

LATER = "2027-02-14"


def test_a_healthy_folder_has_nothing_to_mend(owner: Owner) -> None:
    """Exit 0, no remark, and not a byte of the folder changes."""
    before = owner.bytes_of_all()
    assert owner.remarks() == []
    assert (
        owner.type("doctor")
        == (
            f"Your data: {owner.home}\nEverything is fine.\n\n"
            "  Log         3 records can be read\n"
            "  Roadmap     valid\n"
            "  Backups     none of the roadmap yet; none of the log yet\n"
        )
        or len(str(owner.home)) > 60
    )
    assert owner.bytes_of_all() == before


def test_before_init_there_is_nothing_to_look_at(owner: Owner, tmp_path: Path) -> None:
    """Exit 3 and how to begin, for every form of the command."""
    owner.home = tmp_path / "nothing"
    for words in ((), ("--repair", "--yes"), ("--merge", "x"), ("--restore",), ("--restore", "1")):
        assert owner.type("doctor", *words, code=3) == ""
        assert "There is no roadmap yet." in owner.err
    assert not owner.home.exists()


@pytest.mark.parametrize("bad", GARBAGE.values(), ids=GARBAGE.keys())
def test_each_damaged_line_is_named_with_its_number(owner: Owner, bad: bytes) -> None:
    """One remark with the line and at most 80 characters of it; reports know the same line."""
    owner.add(bad, line(8))
    (found,) = owner.remarks(code=4)
    assert found["place"] == "log.jsonl:5"
    assert found["code"] in ("log.unreadable", "log.conflict-mark")
    assert found["advice"] == "To set it aside: pmpath doctor --repair"
    assert 0 < len(found["quote"]) <= 80
    assert json.loads(owner.type("report", "--json"))["data"]["bad_lines"] == 1


def test_hundreds_of_damaged_lines_make_no_endless_screen(owner: Owner) -> None:
    """Twenty are shown and the others counted; JSON has all."""
    owner.add(*[b"garbage"] * 300)
    assert len(owner.remarks(code=4)) == 300
    shown = owner.type("doctor", code=4)
    assert "and 280 more" in shown
    assert len(shown.splitlines()) < 60


def spread_at(text: str) -> bytes:
    """An entry with another instant of writing."""
    return line(801, at=text)


def correction(of: str, at: str = "2027-01-11T21:00:00+00:00", kind: str = "retract") -> bytes:
    """A retract of a record."""
    return json.dumps({"id": "802", "at": at, "day": "2027-01-11", "kind": kind, "of": of}).encode()


# Every remark about lines of the log: the lines that raise it, and the nearest that do not.
LINES: dict[str, tuple[bool, list[bytes], list[bytes]]] = {
    "log.same-id": (True, [line(1), line(1, text="tea")], [line(1), line(2, text="tea")]),
    "log.doubled": (False, [line(1), line(2), line(1)], [line(1), line(2), line(3)]),
    "log.newer-schema": (
        True, [b'{"kind":"log","schema":2}'], [b'{"kind":"log","schema":1}']),
    "log.newer-kind": (
        False, [b'{"id":"7","kind":"dream"}'],
        [b'{"id":"7","at":"2027-01-11T20:00:00+00:00","day":"2027-01-11","kind":"statement"}']),
    "log.dangling": (False, [line(1), correction(f"{2:026d}")], [line(1), correction(f"{1:026d}")]),
    "log.order": (
        False, [line(1), correction(f"{1:026d}", "2027-01-11T19:00:00+00:00")],
        [line(1), correction(f"{1:026d}", "2027-01-11T20:00:00+00:00")]),
    "log.amendment": (
        True,
        [line(1), b'{"id":"8","at":"2027-01-11T21:00:00+00:00","kind":"amend","of":"'
         + f"{1:026d}".encode() + b'","set":{"minutes":-5}}'],
        [line(1), b'{"id":"8","at":"2027-01-11T21:00:00+00:00","kind":"amend","of":"'
         + f"{1:026d}".encode() + b'","set":{"minutes":5}}']),
    "log.future": (
        False, [spread_at("2031-01-01T08:00:00+00:00")], [spread_at("2027-01-12T08:00:00+00:00")]),
    "log.clock": (
        False, [spread_at("2026-12-01T08:00:00+00:00")], [spread_at("2026-12-20T08:00:00+00:00")]),
}  # fmt: skip


@pytest.mark.parametrize("code", LINES)
def test_what_is_odd_about_lines_is_said_and_its_neighbor_is_not(owner: Owner, code: str) -> None:
    """Each remark comes from its lines alone, and only faults change the exit code."""
    is_fault, odd, sound = LINES[code]
    before = owner.log.read_bytes()
    owner.add(*odd)
    assert owner.codes(code=4 if is_fault else 0) == [code]
    owner.log.write_bytes(before)
    owner.add(*sound)
    assert owner.codes() == []


def test_an_id_with_two_contents_names_both_lines(owner: Owner) -> None:
    """The line that counts and the one that does not."""
    owner.add(line(1), line(1, text="tea"))
    (found,) = owner.remarks(code=4)
    assert found["place"] == "log.jsonl:6"
    assert "line 5 has the same id with other content; line 5 counts." in found["told"]


def test_a_torn_last_line_is_told_from_a_whole_one(owner: Owner) -> None:
    """A whole record that lacks its line break is not a fault."""
    before = owner.log.read_bytes()
    owner.log.write_bytes(before + line(1)[:40])
    assert owner.codes(code=4) == ["log.torn"]
    owner.log.write_bytes(before + line(1))
    assert owner.codes() == []


def wide(owner: Owner) -> None:
    owner.roadmap.chmod(0o640)


def wide_folder(owner: Owner) -> None:
    owner.home.chmod(0o755)


def no_log(owner: Owner) -> None:
    owner.log.unlink()


def no_roadmap(owner: Owner) -> None:
    owner.roadmap.unlink()


def folder_for_log(owner: Owner) -> None:
    owner.log.unlink()
    owner.log.mkdir()


def fault_in_roadmap(owner: Owner) -> None:
    owner.roadmap.write_text(owner.roadmap.read_text().replace('"ic"', '"cook"'))


def no_toml(owner: Owner) -> None:
    owner.roadmap.write_text("schema = [\n")


def marks_in_roadmap(owner: Owner) -> None:
    owner.roadmap.write_text("<<<<<<< HEAD\n" + owner.roadmap.read_text())


def leftover(owner: Owner) -> None:
    (owner.home / "log.jsonl.tmp").touch(0o600)


def edit_left(owner: Owner) -> None:
    (owner.home / "roadmap.draft.toml").touch(0o600)


def init_left(owner: Owner) -> None:
    (owner.home / "init.draft.toml").touch(0o600)


def file_for_backups(owner: Owner) -> None:
    (owner.home / "backups").touch(0o600)


def damaged_backup(owner: Owner) -> None:
    (owner.home / "backups").mkdir(0o700)
    place = owner.home / "backups" / "log-20270101T120000-01234567.jsonl"
    place.touch(0o600)


def log_copy(owner: Owner) -> None:
    place = owner.home / "log.sync-conflict-20270112-080000-ABCDEFG.jsonl"
    place.write_bytes(owner.log.read_bytes() + line(77) + b"\n")
    place.chmod(0o600)


def known_copy(owner: Owner) -> None:
    place = owner.home / "log (Jo's conflicted copy 2027-01-12).jsonl"
    place.write_bytes(owner.log.read_bytes()[:-1])
    place.chmod(0o600)


def roadmap_copy(owner: Owner) -> None:
    place = owner.home / "roadmap_conflict-20270112.toml"
    place.write_text(owner.roadmap.read_text() + "# more\n")
    place.chmod(0o600)


def emptied_log(owner: Owner) -> None:
    owner.log.write_bytes(b"")


def new_log(owner: Owner) -> None:
    owner.log.unlink()
    owner.type("log", "coffee")


def late_log(owner: Owner) -> None:
    text = owner.roadmap.read_text()
    owner.roadmap.write_text(text.replace("start = 2027-01-11", "start = 2027-01-04"))


def no_union(owner: Owner) -> None:
    (owner.home / ".git").mkdir()
    (owner.home / ".gitattributes").unlink()


def outer_repository(owner: Owner) -> None:
    (owner.home.parent / ".git").mkdir()


def syncthing(owner: Owner) -> None:
    (owner.home.parent / ".stfolder").mkdir()


FOLDERS: dict[str, tuple[int, Callable[[Owner], None], list[str]]] = {
    "file open to others": (4, wide, ["folder.mode"]),
    "folder open to others": (4, wide_folder, ["folder.mode"]),
    "no log": (4, no_log, ["log.missing"]),
    "an emptied log": (4, emptied_log, ["log.no-plan"]),
    "a log that began anew": (4, new_log, ["log.no-plan"]),
    "a log younger than its plan": (0, late_log, ["log.late"]),
    "no roadmap": (4, no_roadmap, ["roadmap.missing"]),
    "a folder for the log": (4, folder_for_log, ["log.closed", "folder.no-file"]),
    "a fault in the roadmap": (4, fault_in_roadmap, ["roadmap.fault"]),
    "a roadmap that is not TOML": (4, no_toml, ["roadmap.fault"]),
    "marks in the roadmap": (4, marks_in_roadmap, ["roadmap.conflict-mark"]),
    "a temporary file": (0, leftover, ["folder.leftover"]),
    "an edit that you did not finish": (0, edit_left, ["folder.draft"]),
    "an init that was left": (0, init_left, ["folder.draft"]),
    "a file for the backups": (4, file_for_backups, ["folder.no-file"]),
    "a damaged backup": (4, damaged_backup, ["copies.damaged"]),
    "a copy with more records": (4, log_copy, ["copies.conflict"]),
    "a copy with nothing new": (0, known_copy, ["copies.conflict"]),
    "a copy of the roadmap": (4, roadmap_copy, ["copies.conflict"]),
    "no rule for merging": (4, no_union, ["folder.merge"]),
    "somebody's repository": (0, outer_repository, ["copies.repository"]),
    "a synced folder": (0, syncthing, ["copies.synced"]),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_what_is_odd_about_the_folder_is_said(owner: Owner, name: str) -> None:
    """Without it the folder has no remark; with it the one that belongs to it."""
    code, make, expected = FOLDERS[name]
    assert owner.codes() == []
    make(owner)
    before = owner.bytes_of_all()
    assert owner.codes(code=code) == expected
    assert owner.bytes_of_all() == before


def test_every_fault_of_the_roadmap_has_its_line(owner: Owner) -> None:
    """They are those that `roadmap check` names."""
    text = owner.roadmap.read_text().replace('"ic"', '"cook"').replace('"standard"', '"huge"')
    owner.roadmap.write_text(text)
    found = owner.remarks(code=4)
    owner.type("roadmap", "check", code=4)
    assert len(found) > 2
    for one in found:
        assert f"{one['place']}: {one['told'][:-1]}" in owner.err


def test_the_own_repository_is_nobody_elses(owner: Owner) -> None:
    """A folder that is a repository itself may lie in another."""
    outer_repository(owner)
    (owner.home / ".git").mkdir()
    assert owner.codes() == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("OneDrive - Nordfrakt", "your company's OneDrive copies it (OneDrive - Nordfrakt)."),
        ("OneDrive", "OneDrive copies it (OneDrive)."),
        ("Dropbox (Nordfrakt)", "your company's Dropbox copies it (Dropbox (Nordfrakt))."),
        ("Dropbox", "Dropbox copies it (Dropbox)."),
        ("com~apple~CloudDocs", "iCloud copies it (com~apple~CloudDocs)."),
        ("Google Drive", "Google Drive copies it (Google Drive)."),
        ("Nextcloud", "Nextcloud copies it (Nextcloud)."),
        ("Drop box", ""),
        ("OneDriver", ""),
    ],
)
def test_a_sync_clients_folder_is_known_by_its_name(owner: Owner, name: str, said: str) -> None:
    """What was recognized is said; a name that is merely near is none."""
    place = owner.home.parent / name / "deep"
    place.mkdir(parents=True)
    owner.home = owner.home.rename(place / "data")
    found = owner.remarks()
    assert [one["code"] for one in found] == (["copies.synced"] if said else [])
    assert all(said in one["told"] for one in found)


def test_a_link_into_a_synced_folder_is_followed(owner: Owner) -> None:
    """Where the folder really lies counts as well as how it is named."""
    place = owner.home.parent / "Dropbox"
    place.mkdir()
    os.rename(owner.home, place / "data")  # noqa: PTH104 - the old name becomes a link
    owner.home.symlink_to(place / "data")
    assert owner.codes() == ["copies.synced"]


def test_no_copy_elsewhere_is_said_after_a_month(owner: Owner) -> None:
    """A fact, no fault; a remote that was heard of, or a synced folder, ends it."""
    assert owner.codes(today="2027-02-09") == []
    assert owner.codes(today=LATER) == ["copies.elsewhere"]
    refs = owner.home / ".git" / "refs" / "remotes" / "origin"
    refs.mkdir(parents=True)
    (owner.home / ".git" / "config").write_text('[remote "origin"]\n\turl = /elsewhere\n')
    assert owner.codes(today=LATER) == ["copies.elsewhere"]
    (refs / "main").touch()
    os.utime(refs / "main", (1_802_000_000, 1_802_000_000))  # 7 Feb 2027
    assert owner.codes(today=LATER) == []
    os.utime(refs / "main", (1_799_000_000, 1_799_000_000))  # 3 Jan 2027
    (found,) = owner.remarks(today=LATER)
    assert found["told"] == "last synced with its remote on 2027-01-03."
    assert "last synced with its remote on Sun 3 Jan." in " ".join(
        owner.type("doctor", today=LATER).split()
    )


def test_a_roadmap_changed_by_hand_after_its_newest_copy_is_said(owner: Owner) -> None:
    """A change by a command keeps its copy; one by hand a day later has none."""
    owner.type("roadmap", "move", "2028-02-07", "--because", "a release")
    (copy,) = (owner.home / "backups").iterdir()
    made = 1_799_665_200  # noon of 11 Jan 2027
    os.utime(owner.roadmap, (made, made))
    assert owner.codes() == []
    os.utime(owner.roadmap, (made + 200_000, made + 200_000))
    assert owner.codes() == ["copies.older"]
    copy.unlink()
    assert owner.codes() == ["copies.missing"]


def test_a_roadmap_changed_by_hand_has_no_copy_to_miss(owner: Owner) -> None:
    """An edit that was recorded, and a line that starts anew, made none."""
    owner.roadmap.write_text(owner.roadmap.read_text().replace("2028-01-10", "2028-02-07"))
    owner.type("rest", "2027-01-20")
    owner.type("replan", "--restart")
    assert owner.log.read_text().count('"kind":"plan"') == 3
    assert owner.codes() == []


def test_a_held_lock_is_said_and_not_waited_for(owner: Owner) -> None:
    """Whoever writes at this moment, or sleeps, is named; his temporary file is not a rest."""
    leftover(owner)
    with Locked(Folder(str(owner.home))):
        assert owner.codes() == ["folder.lock"]
    assert owner.codes() == ["folder.leftover"]


def test_a_file_of_the_persons_own_is_nobodys_business(owner: Owner) -> None:
    """Neither its mode nor its name is remarked on, and a repair leaves it."""
    mine = owner.home / "thoughts.md"
    mine.write_text("mine")
    mine.chmod(0o644)
    assert owner.codes() == []
    owner.type("doctor", "--repair", "--yes")
    assert mine.stat().st_mode & 0o777 == 0o644
