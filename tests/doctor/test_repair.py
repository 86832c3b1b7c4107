from __future__ import annotations

import errno
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmpath.domain.errors import NotStored, NotValid
from pmpath.domain.record import fields_of
from pmpath.storage.disk.paths import Folder
from pmpath.storage.doctor.repair import planned_repair, repair
from pmpath.storage.log.lines import CLASH, RECORD, lines_of
from pmpath.storage.log.read import LogReader
from tests.doctor.conftest import Owner
from tests.doctor.garbage import GARBAGE
from tests.effort import examples
from tests.storage.running import HEADER, line, log_of, read
from tests.storage.test_reading import correction

NOW = datetime(2027, 1, 11, 12, tzinfo=UTC)
ENDS = (b"\n", b"\r\n", b"\n\n", b" \n")
quick = settings(max_examples=examples(200))


@st.composite
def damaged_logs(draw: st.DrawFn) -> bytes:
    """Records, corrections, doubled lines, ids used twice and garbage, in any order and ending."""
    number = st.integers(1, 5)
    one = st.one_of(
        st.just(HEADER[:-1]),
        number.map(line),
        number.map(lambda key: line(key, text="other")),
        st.builds(correction, st.integers(1, 8), number, st.integers(0, 3)),
        st.builds(lambda key, of: correction(key, of, text="tea"), st.integers(1, 8), number),
        st.builds(lambda key, of: correction(key, of, minutes=-1), st.integers(1, 8), number),
        st.sampled_from(list(GARBAGE.values())),
        st.binary(max_size=12).map(lambda found: found.replace(b"\n", b"")),
    )
    lines = draw(st.lists(one, max_size=12))
    content = b"".join(found + draw(st.sampled_from(ENDS)) for found in lines)
    torn = draw(st.sampled_from([b"", line(9), line(9)[:50], b"\xef\xbb\xbf"]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + content + torn


def records(content: bytes) -> list[object]:
    """What reports read from a log, each with its kind."""
    found = LogReader(Folder("/nowhere"), content).records()
    return [(type(one).__name__, *(getattr(one, name) for name in fields_of(one))) for one in found]


# A correction that bears the id of an entry takes effect all the same, so it stays.
@example(b"\n".join([line(3), line(1), correction(3, 1)]))
@given(damaged_logs())
@quick
def test_a_repair_changes_nothing_that_reports_read(content: bytes) -> None:
    """The same records in the same order before and after, and no damaged line is left."""
    plan = planned_repair(content)
    assert records(plan.after) == records(content)
    assert all(one.counts for one in lines_of(plan.after))


@given(damaged_logs())
@quick
def test_every_line_is_somewhere_byte_for_byte(content: bytes) -> None:
    """What counts stays in its place; the rest is set aside; of doubled lines one is enough."""
    plan = planned_repair(content)
    kept = [one.raw for one in lines_of(content) if one.counts]
    assert plan.after == b"".join(kept)
    aside = plan.set_aside.split(b"\n")
    left = {one.content for one in lines_of(plan.after)}
    for one in lines_of(content):
        if one.counts:
            continue
        whole = one.raw.removesuffix(b"\n")
        assert whole in aside or one.content in left, one


@given(damaged_logs())
@quick
def test_a_second_repair_finds_nothing(content: bytes) -> None:
    """Running it twice changes nothing the second time."""
    after = planned_repair(content).after
    again = planned_repair(after)
    assert (again.after, again.set_aside, again.doubled) == (after, b"", 0)


@given(damaged_logs())
@quick
def test_doctor_and_reports_pass_over_the_same_lines(content: bytes) -> None:
    """What the reader notes is what doctor finds, but for second contents of retracted records."""
    reader = LogReader(Folder("/nowhere"), content)
    for _ in reader.records():
        pass
    noted = {one.number for one in reader.bad if "a later change to it" not in one.reason}
    lines = lines_of(content)
    damaged = {one.number for one in lines if one.state not in (RECORD, CLASH) and one.reason}
    clashes = {one.number for one in lines if one.state == CLASH}
    assert damaged <= noted <= damaged | clashes


@pytest.mark.parametrize("bad", GARBAGE.values(), ids=GARBAGE.keys())
def test_each_kind_of_garbage_is_set_aside_to_the_byte(owner: Owner, bad: bytes) -> None:
    """The log is as it was before the damage, the bytes lie beside it, a copy of all in backups."""
    before = owner.log.read_bytes()
    owner.add(bad)
    owner.add(line(8))
    damaged = owner.log.read_bytes()
    owner.type("doctor", "--repair", "--yes")
    assert owner.log.read_bytes() == before + line(8) + b"\n"
    aside = owner.home / "log.quarantine-2027-01-11.txt"
    assert aside.read_bytes() == bad + b"\n"
    (copy,) = (owner.home / "backups").iterdir()
    assert copy.read_bytes() == damaged
    assert copy.name.startswith("log-20270111T120000-")
    for one in (aside, copy, owner.log):
        assert one.stat().st_mode & 0o777 == 0o600
    assert owner.codes() == []
    assert "Set aside   log.quarantine-2027-01-11.txt" in owner.type("doctor")


def test_a_repair_says_what_it_does_and_the_second_has_nothing_to_do(owner: Owner) -> None:
    """Once it works, then not a byte changes."""
    owner.add(b"garbage", line(1), line(1))
    owner.roadmap.chmod(0o644)
    owner.home.chmod(0o750)
    said = owner.type("doctor", "--repair", "--yes")
    assert [one.split(": ")[0] for one in said.splitlines()[4:]] == [
        "Copy", "Set aside", "Duplicates", "Permissions",
    ]  # fmt: skip
    assert owner.home.stat().st_mode & 0o777 == 0o700
    assert owner.roadmap.stat().st_mode & 0o777 == 0o600
    before = owner.bytes_of_all()
    assert owner.type("doctor", "--repair", "--yes") == "Repair: there is nothing to repair.\n"
    assert owner.bytes_of_all() == before


def test_lines_set_aside_on_one_day_are_added_and_never_overwritten(owner: Owner) -> None:
    """Two repairs of a day share a file; its torn end gets a line of its own."""
    owner.add(b"first")
    owner.type("doctor", "--repair", "--yes")
    aside = owner.home / "log.quarantine-2027-01-11.txt"
    aside.write_bytes(aside.read_bytes() + b"torn")
    owner.add(b"second")
    owner.type("doctor", "--repair", "--yes", today="2027-01-11T13:00:00+00:00")
    assert aside.read_bytes() == b"first\ntorn\nsecond\n"


def test_without_a_terminal_nothing_is_done_unasked(owner: Owner) -> None:
    """Exit 2 with the option to write; every byte as it was."""
    owner.add(b"garbage")
    before = owner.bytes_of_all()
    owner.type("doctor", "--repair", code=2)
    assert "To run it without the question: pmpath doctor --repair --yes" in owner.err
    assert owner.bytes_of_all() == before


def test_a_log_of_a_newer_pmpath_is_left_alone(owner: Owner) -> None:
    """Exit 4, nothing written, however damaged it is."""
    owner.add(b"garbage", b'{"kind":"log","schema":2}')
    before = owner.bytes_of_all()
    owner.type("doctor", "--repair", "--yes", code=4)
    assert "Upgrade pmpath; nothing was written." in owner.err
    assert owner.bytes_of_all() == before
    plan = planned_repair(owner.log.read_bytes())
    with pytest.raises(NotValid):
        repair(Folder(str(owner.home)), plan, date(2027, 1, 11), NOW)
    assert owner.bytes_of_all() == before


def test_an_entry_written_meanwhile_is_not_lost(tmp_path: Path) -> None:
    """A plan made for other bytes is refused, and the log stays."""
    folder = log_of(tmp_path / "data", line(1) + b"\ngarbage\n")
    plan = planned_repair(Path(folder.log).read_bytes())
    log_of(tmp_path / "data", line(1) + b"\ngarbage\n" + line(2) + b"\n")
    with pytest.raises(NotStored, match="changed in the meantime"):
        repair(folder, plan, date(2027, 1, 11), NOW)
    assert len(read(folder)[0]) == 2
    assert {one.name for one in (tmp_path / "data").iterdir()} == {"log.jsonl", ".lock"}


def test_a_link_stays_a_link(owner: Owner) -> None:
    """A log that lies elsewhere is repaired where it lies."""
    place = owner.home.parent / "elsewhere.jsonl"
    owner.log.rename(place)
    owner.log.symlink_to(place)
    owner.add(b"garbage")
    owner.type("doctor", "--repair", "--yes")
    assert owner.log.is_symlink()
    assert owner.codes() == []


def test_modes_alone_are_narrowed_without_a_copy_of_the_log(owner: Owner) -> None:
    """Nothing is written that need not be."""
    owner.roadmap.chmod(0o644)
    before = owner.bytes_of_all()
    assert "1 path made private" in owner.type("doctor", "--repair", "--yes")
    assert owner.bytes_of_all() == before
    assert owner.roadmap.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(("there", "gap"), [(b"torn", b"\n"), (b"whole\n", b"")])
def test_what_is_set_aside_later_stands_on_lines_of_its_own(
    owner: Owner, there: bytes, gap: bytes
) -> None:
    """Behind a torn end too, and without an empty line behind a whole one."""
    aside = owner.home / "log.quarantine-2027-01-11.txt"
    aside.write_bytes(there)
    aside.chmod(0o600)
    owner.add(b"garbage")
    owner.type("doctor", "--repair", "--yes")
    assert aside.read_bytes() == there + gap + b"garbage\n"


@pytest.mark.parametrize(("number", "code"), [(errno.EIO, 5), (errno.EPERM, 0)])
def test_a_disk_error_while_modes_are_narrowed_is_no_success(
    owner: Owner, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    """What its owner or the disk refuses is said and left."""
    owner.roadmap.chmod(0o644)

    def refuse(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "chmod", refuse)
    said = owner.type("doctor", "--repair", "--yes", code=code)
    assert ("1 path unchanged" in said) == (code == 0)
