"""Another file beside ours that holds a log or a roadmap is a copy, whatever its name is."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from pmpath.storage.disk.paths import Folder
from pmpath.storage.doctor.conflict_copies import copies_beside, kind_of
from tests.doctor.conftest import Owner

RECORD = (
    b'{"id":"01M0ELSEWHERE0000000000001","at":"2027-01-12T12:00:00.000+00:00","day":"2027-01-12",'
    b'"kind":"action","text":"call with @noor:customer","minutes":30}\n'
)
LOGS = [
    "log-LAPTOP-7.jsonl", "log-Janas MacBook.jsonl", "log - Kopie.jsonl", "log - Kopie (2).jsonl",
    "log (Widersprüchliche Kopie von Jana 2027-01-12).jsonl",
    "log (copie en conflit de Léa 2027-01-12).jsonl", "log(1).jsonl", "log (1).jsonl",
    "log 2.jsonl", "log copy.jsonl", "Kopie von log.jsonl", "log.jsonl.orig", "log.jsonl~",
    "log.jsonl.bak", "log.sync-conflict-20270112-080000-ABCDEFG.jsonl", "log_conflict-1.jsonl",
    "log (冲突副本).jsonl", "journal.txt", "~log.jsonl", "log.jsonl.1", "x", "LOG.JSONL",
    ".syncthing.log.jsonl.tmp", "~log.jsonl.TMP", "log.tmp",
]  # fmt: skip
ROADMAPS = [
    "roadmap-LAPTOP-7.toml", "roadmap - Kopie.toml", "roadmap(1).toml", "roadmap.toml.orig",
    "roadmap.toml~", "#roadmap.toml#", "roadmap.theirs-2027-01-12.toml", "plan.txt",
    "roadmap (copie en conflit de Léa 2027-01-12).toml", "roadmap.toml_1", "Roadmap alt.toml",
    "roadmap.tmp",
]  # fmt: skip


def conflicts(owner: Owner, code: int) -> dict[str, str]:
    """The copies that doctor names, each with what it says."""
    found = owner.remarks(code)
    return {one["place"]: one["told"] for one in found if one["code"] == "copies.conflict"}


def in_report(owner: Owner) -> list[str]:
    found: list[str] = json.loads(owner.type("report", "--json"))["data"]["copies"]
    return found


@pytest.mark.parametrize("name", LOGS)
def test_a_copy_of_the_log_is_named_whatever_its_name(owner: Owner, name: str) -> None:
    """In doctor with what the log lacks, in the report as not counted; --merge takes it over."""
    copy = owner.home / name
    copy.write_bytes(owner.log.read_bytes() + RECORD)
    copy.chmod(0o600)
    told = conflicts(owner, 4)
    assert told == {name: "this copy of the log has 1 record that the log lacks."}
    assert in_report(owner) == [name]
    assert "There is another copy of your files in the folder:" in owner.type("report")
    before = copy.read_bytes()
    owner.type("doctor", "--merge", name)
    assert RECORD in owner.log.read_bytes()
    assert copy.read_bytes() == before
    assert conflicts(owner, 0) == {name: "this copy of the log has nothing that the log lacks."}


@pytest.mark.parametrize("name", ROADMAPS)
def test_a_copy_of_the_roadmap_is_named_whatever_its_name(owner: Owner, name: str) -> None:
    """Its places that differ are counted, and --merge shows them without writing."""
    text = owner.roadmap.read_text("utf-8")
    copy = owner.home / name
    copy.write_text(text.replace("2028-01-10", "2028-03-06"), "utf-8")
    copy.chmod(0o600)
    told = conflicts(owner, 4)
    assert told == {name: "this copy differs from the roadmap in 1 place."}
    # What sync kept of the other side is named by sync and doctor alone.
    assert in_report(owner) == ([] if name.startswith("roadmap.theirs-") else [name])
    before = owner.bytes_of_all()
    assert "2028-03-06" in owner.type("doctor", "--merge", name)
    assert owner.bytes_of_all() == before


def test_a_copy_is_closed_to_others_as_the_log_is(owner: Owner) -> None:
    """It holds the same words."""
    copy = owner.home / "log-LAPTOP.jsonl"
    copy.write_bytes(owner.log.read_bytes())
    copy.chmod(0o644)
    assert "folder.mode" in owner.codes(code=4)
    owner.type("doctor", "--repair", "--yes")
    assert copy.stat().st_mode & 0o777 == 0o600


def test_files_of_our_own_and_of_the_person_are_no_copies(owner: Owner) -> None:
    """Backups, set-aside lines, drafts, temporary files, reports, answers, notes, other data."""
    owner.add(b"garbage")
    owner.type("doctor", "--repair", "--yes")
    text, log = owner.roadmap.read_bytes(), owner.log.read_bytes()
    for name in ("roadmap.draft.toml", "init.draft.toml", "roadmap.toml.tmp"):
        (owner.home / name).write_bytes(text)
    for name in ("log.jsonl.tmp", "log.quarantine-2027-01-11.txt"):
        (owner.home / name).write_bytes(log)
    for form in ("json", "markdown", "html"):
        (owner.home / f"week.{form}").write_text(owner.type("report", "--format", form), "utf-8")
    others = {
        "answers.toml": b'[target]\nrole = "pm"\ndate = 2028-01-10\n\n[minutes]\nmon = 30\n',
        "pyproject.toml": b'[project]\nname = "x"\n',
        "log.txt": b"2027-01-11 started\n", "log-of-runs.jsonl": b'{"id":"1","kind":"run"}\n',
        "roadmap.md": b"# Roadmap\n[target]\n", "events.json": b'{"kind":"log"}\n',
        "my notes (1).md": b"x", "photo conflict copy.jpg": os.urandom(40_000),
    }  # fmt: skip
    for name, content in others.items():
        (owner.home / name).write_bytes(content)
    (owner.home / "log (1).jsonl").mkdir()
    assert copies_beside(Folder(str(owner.home))) == ()
    assert in_report(owner) == []


def test_second_names_of_our_own_files_are_no_copies(owner: Owner) -> None:
    """A link to the log, soft or hard, is the log; a link to nothing is nothing."""
    (owner.home / "my log.jsonl").symlink_to(owner.log)
    (owner.home / "same.jsonl").hardlink_to(owner.log)
    (owner.home / "log (1).jsonl").symlink_to("nowhere")
    assert in_report(owner) == []
    owner.remarks(code=0)


def test_what_is_no_file_is_never_waited_for(owner: Owner) -> None:
    """A pipe without a writer under a copy's name: doctor, report and --merge end at once."""
    pipe = owner.home / "log (1).jsonl"
    os.mkfifo(pipe)
    (owner.home / "log 2.jsonl").symlink_to("/dev/zero")
    ended = threading.Event()

    def free_it() -> None:
        # Only on a build that waits for a writer: then the test fails below and does not hang.
        if not ended.wait(10):
            os.close(os.open(pipe, os.O_WRONLY))

    helper = threading.Thread(target=free_it)
    helper.start()
    try:
        assert in_report(owner) == []
        owner.remarks(code=0)
        owner.type("doctor", "--merge", pipe.name, code=5)
        owner.type("doctor", "--merge", "log 2.jsonl", code=5)
        assert helper.is_alive()
    finally:
        ended.set()
        helper.join()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read it")
def test_a_copy_that_may_not_be_read_is_named(owner: Owner) -> None:
    """Under a name made of ours; anything else that is closed is none of our business."""
    for name in ("log-LAPTOP.jsonl", "private.txt"):
        (owner.home / name).write_bytes(owner.log.read_bytes())
        (owner.home / name).chmod(0)
    told = conflicts(owner, 4)
    assert list(told) == ["log-LAPTOP.jsonl"]
    assert in_report(owner) == ["log-LAPTOP.jsonl"]


def test_names_alone_tell_what_cannot_be_opened_or_is_damaged() -> None:
    """None stands for a file that cannot be opened; damage from the first line on is bytes."""
    assert kind_of(None, "log-LAPTOP.jsonl") == "log"
    assert kind_of(None, "roadmap - Kopie.toml") == "roadmap"
    assert kind_of(None, "catalog.jsonl") == ""
    assert kind_of(b"\0" * 100, "log (1).jsonl") == "log"
    assert kind_of(b"\0" * 100, "log-of-runs.jsonl") == ""
    assert kind_of(b"", "roadmap.sync-conflict-20270112-080000-ABCDEFG.toml") == "roadmap"


def test_damaged_lines_of_a_copy_are_said_before_it_is_removed(owner: Owner) -> None:
    """The log holds its records, yet the copy holds more: nobody is told to remove it."""
    copy = owner.home / "log - Kopie.jsonl"
    copy.write_bytes(owner.log.read_bytes() + b"half a li")
    copy.chmod(0o600)
    told = conflicts(owner, 0)
    assert told == {"log - Kopie.jsonl": "this copy of the log has 1 line that cannot be read."}


def test_a_copy_that_begins_with_a_long_entry_is_known(owner: Owner) -> None:
    """A first record longer than what is looked at, behind a mark of byte order."""
    long = RECORD.replace(b"call with", b"call " * 20_000 + b"with")
    (owner.home / "elsewhere.jsonl").write_bytes(b"\xef\xbb\xbf" + long)
    assert in_report(owner) == ["elsewhere.jsonl"]


def test_only_heads_are_read(owner: Owner, tmp_path: Path) -> None:
    """Files without end beside ours: not one byte beyond the head is touched by a report."""
    for number in range(20):
        with (owner.home / f"film {number}.mkv").open("wb") as file:
            file.truncate(1 << 40)
    with (owner.home / "log-HUGE.jsonl").open("wb") as file:
        file.write(RECORD)
        file.truncate(1 << 40)
    (owner.home / "log-HUGE.jsonl").chmod(0o600)
    assert in_report(owner) == ["log-HUGE.jsonl"]
    told = conflicts(owner, 4)
    assert told == {"log-HUGE.jsonl": "this copy of the log is too large to compare."}


def test_among_a_thousand_files_the_likely_ones_are_looked_at_first(owner: Owner) -> None:
    """A folder full of notes hides no copy under a name made of ours."""
    for number in range(1000):
        (owner.home / f"a note {number}.md").touch()
    (owner.home / "zzz log.jsonl.orig").write_bytes(RECORD)
    assert in_report(owner) == ["zzz log.jsonl.orig"]


def test_a_shared_report_names_no_files(owner: Owner) -> None:
    """The name of a machine or of a person may be in them."""
    (owner.home / "log-JANA.jsonl").write_bytes(RECORD)
    assert "JANA" not in owner.type("report", "--share")
