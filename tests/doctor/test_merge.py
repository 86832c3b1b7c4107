from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.domain.log.journal import fold
from pmpath.storage.disk.paths import Folder
from pmpath.storage.doctor.conflict_copies import missing_from
from pmpath.storage.doctor.merge import with_lines
from pmpath.storage.log.read import LogReader
from pmpath.storage.roadmap.differences import differences
from tests.doctor.conftest import Owner
from tests.effort import examples
from tests.storage.running import line
from tests.storage.test_reading import histories, totals

quick = settings(max_examples=examples(200))
COPY = "log.sync-conflict-20270112-080000-ABCDEFG.jsonl"


def journal(content: bytes) -> dict[str, Any]:
    """Everything that reports know of a log."""
    return totals(fold(LogReader(Folder("/nowhere"), content).records()))


def merged(first: bytes, second: bytes) -> bytes:
    """The first log with what only the second has."""
    return with_lines(first, missing_from(first, second).lines)


@given(lines=histories(), data=st.data())
@quick
def test_two_logs_merged_in_either_order_tell_the_same(
    lines: list[bytes], data: st.DataObject
) -> None:
    """Whatever of a history each machine has, in whatever order; a second merge adds nothing."""
    some = st.lists(st.sampled_from(lines), unique=True)
    first = b"\n".join(data.draw(some))
    second = b"\n".join(data.draw(some)) + b"\n"
    one, other = merged(first, second), merged(second, first)
    assert journal(one) == journal(other)
    assert one.startswith(first)
    assert missing_from(one, second).lines == missing_from(one, first).lines == ()


def test_two_machines_report_the_same_after_both_merged(owner: Owner, tmp_path: Path) -> None:
    """Entries, an amendment and an undo made apart: equal reports and histories."""
    shutil.copytree(owner.home, tmp_path / "other")
    here, there = owner.home, tmp_path / "other"
    owner.type("log", "lunch with @ida:ceo")
    owner.type("amend", "45m")
    owner.home = there
    owner.type("undo")
    owner.type("rest", "2027-01-13")
    shutil.copy(here / "log.jsonl", there / COPY)
    shutil.copy(there / "log.jsonl", here / COPY)
    told = []
    for owner.home in (here, there):
        before = (owner.home / COPY).read_bytes()
        assert "copies.conflict" in owner.codes(code=4, today="2027-01-12")
        assert "Merged: 2 records from log.sync-conflict" in owner.type("doctor", "--merge", COPY)
        assert (owner.home / COPY).read_bytes() == before
        assert owner.codes(today="2027-01-12") == ["copies.conflict"]
        told.append(owner.type("report", "--json", today="2027-01-12"))
        backups = list((owner.home / "backups").iterdir())
        assert len(backups) == 1
        again = owner.bytes_of_all()
        assert "already has every record" in owner.type("doctor", "--merge", COPY)
        assert owner.bytes_of_all() == again
    assert told[0] == told[1]


def test_an_id_with_other_content_is_named_and_left_in_the_copy(owner: Owner) -> None:
    """Both lines are told; damaged lines of the copy are counted and stay there."""
    owner.add(line(1))
    (owner.home / COPY).write_bytes(line(1, text="tea") + b"\ngarbage\n" + line(2) + b"\n")
    said = owner.type("doctor", "--merge", COPY)
    assert "Merged: 1 record from " in said
    words = " ".join(said.split())
    assert "line 5 of the log counts; line 1 of the copy says something else." in words
    assert "Not readable: 1 line of the copy; they stay in it." in said
    records = [one for one in owner.log.read_bytes().splitlines() if b'"kind":"log"' not in one]
    assert records[-2:] == [line(1), line(2)]


def test_lines_are_taken_over_byte_for_byte_behind_a_torn_end(owner: Owner) -> None:
    """A log without a last line break gets one, and an odd spelling stays as it is."""
    owner.log.write_bytes(owner.log.read_bytes() + b'{"torn')
    odd = b'{ "id": "z" ,"at":"2027-01-11T20:00:00+00:00","day":"2027-01-11","kind":"rest"}'
    (owner.home / COPY).write_bytes(b"\xef\xbb\xbf" + odd + b"\r\n")
    owner.type("doctor", "--merge", COPY)
    assert owner.log.read_bytes().endswith(b'{"torn\n' + odd + b"\n")


def test_a_lost_log_is_made_from_the_copy(owner: Owner) -> None:
    """Without a log the copy's records are the log."""
    owner.log.rename(owner.home / COPY)
    owner.type("doctor", "--merge", COPY)
    assert owner.log.read_bytes() == (owner.home / COPY).read_bytes()


@pytest.mark.parametrize("side", ["log.jsonl", COPY])
def test_a_newer_schema_on_either_side_writes_nothing(owner: Owner, side: str) -> None:
    """Exit 4, and every byte as it was."""
    (owner.home / COPY).write_bytes(line(1) + b"\n")
    with (owner.home / side).open("ab") as file:
        file.write(b'{"kind":"log","schema":2}\n')
    before = owner.bytes_of_all()
    owner.type("doctor", "--merge", COPY, code=4)
    assert owner.bytes_of_all() == before


def test_a_roadmap_copy_is_shown_and_nothing_is_touched(owner: Owner) -> None:
    """Each place with its line here and there."""
    text = owner.roadmap.read_text()
    at = text.split("\n").index('profile = "ic"') + 1
    copy = owner.home / "roadmap (1).toml"
    copy.write_text("# mine\n" + text.replace('profile = "ic"', 'profile = "senior"'))
    before = owner.bytes_of_all()
    said = owner.type("doctor", "--merge", copy.name)
    assert "Roadmap: roadmap (1).toml differs in 2 places; nothing was changed." in said
    assert f'roadmap:{at}: profile = "ic"\ncopy:{at + 1}: profile = "senior"\n' in said
    assert owner.bytes_of_all() == before
    copy.write_text(text)
    assert (
        owner.type("doctor", "--merge", copy.name)
        == "Roadmap: roadmap (1).toml says the same as yours.\n"
    )


def test_what_is_no_copy_is_refused(owner: Owner) -> None:
    """A missing file, and the log itself."""
    owner.type("doctor", "--merge", "nothing.jsonl", code=3)
    assert owner.err.startswith("pmpath: ")
    assert ": There is no such file.\n" in owner.err
    owner.type("doctor", "--merge", "log.jsonl", code=2)
    owner.type("doctor", "--merge", str(owner.roadmap), code=2)


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_the_places_where_texts_differ_are_exact(first: list[str], second: list[str]) -> None:
    """Each side's lines stand where the numbers say, and the rest is equal."""
    for one in differences("\n".join(first), "\n".join(second)):
        for number, texts, whole in (
            (one.number, one.lines, "\n".join(first).split("\n")),
            (one.other_number, one.other_lines, "\n".join(second).split("\n")),
        ):
            if texts:
                assert tuple(whole[number - 1 : number - 1 + len(texts)]) == texts


def test_texts_without_end_are_compared_as_a_whole() -> None:
    """Beyond what a roadmap can be, one place is enough, and it is found at once."""
    found = differences("x\n" * 9_000, "x\n" + "y\n" * 9_000)
    assert [(one.number, one.other_number) for one in found] == [(2, 2)]
    assert differences("x\n" * 9_000, "x\n" * 9_000) == []
