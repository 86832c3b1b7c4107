from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pmpath.domain.errors import NotFound, NotStored, NotValid, UsageError
from pmpath.storage.disk.lock import Locked
from pmpath.storage.disk.paths import KEPT_NAMES, Folder
from pmpath.storage.log.append import line_of
from pmpath.storage.log.ids import DIGITS, new_id
from pmpath.storage.log.read import LogReader
from tests.hostile.texts import active_in
from tests.storage.appending import append_one
from tests.storage.running import HEADER, SETUP, line, log_of, read, run, texts

DAY = date(2027, 1, 11)
NOW = datetime(2027, 1, 11, 20, tzinfo=UTC)
WHOLE = line(1)


def keep(folder: Folder, text: str = "coffee") -> str:
    """Append one entry and return its id."""
    return append_one(folder, "action", DAY, NOW, {"text": text, "minutes": 15})


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A data folder with a roadmap and no log yet."""
    (tmp_path / "roadmap.toml").touch()
    return Folder(str(tmp_path))


def test_the_header_stands_once_and_each_record_on_a_line_of_its_own(folder: Folder) -> None:
    """Three entries are four lines, the first of which names the schema."""
    keys = [keep(folder, text) for text in ("one", "two\nlines", "three")]
    lines = Path(folder.log).read_bytes().split(b"\n")
    assert lines[0] + b"\n" == HEADER
    assert [json.loads(one)["id"] for one in lines[1:4]] == keys
    assert lines[4:] == [b""]


@pytest.fixture(params=[0o000, 0o022], ids=["umask 000", "umask 022"])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each umask in turn."""
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_whatever_the_umask_only_the_owner_can_read(tmp_path: Path) -> None:
    """The folder is 0700 and every file in it 0600, after init and log of real processes."""
    home = tmp_path / "data"
    assert run(home, *SETUP).returncode == 0
    assert run(home, "log", "coffee").returncode == 0
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in home.iterdir()} == {0o600}
    assert len([one for one in home.iterdir() if one.name not in KEPT_NAMES]) == 6


@pytest.mark.parametrize(
    ("tail", "found", "bad"),
    [
        (b'{"id":"00000000000000000000000002","at":"2027', ["coffee 1", "new"], [3]),
        (line(2), ["coffee 1", "coffee 2", "new"], []),
        (b'{"id":"2","text":"caf\xc3', ["coffee 1", "new"], [3]),
        (b"\0" * 4096, ["coffee 1", "new"], [3]),
        (line(2) + b"\r", ["coffee 1", "coffee 2", "new"], []),
        (b"{", ["coffee 1", "new"], [3]),
    ],
    ids=["half a record", "no newline", "half a character", "NUL", "CR", "brace"],
)
def test_a_torn_tail_stays_and_the_next_entry_starts_a_line(
    tmp_path: Path, tail: bytes, found: list[str], bad: list[int]
) -> None:
    """No earlier byte changes, what can be read counts, and the torn line is named once."""
    before = HEADER + WHOLE + b"\n" + tail
    folder = log_of(tmp_path / "data", before)
    keep(folder, "new")
    content = Path(folder.log).read_bytes()
    assert content.startswith(before + b"\n{")
    assert content.endswith(b"}\n")
    assert texts(folder) == found
    assert [number for number, _ in read(folder)[1]] == bad


def test_an_empty_log_gets_its_header_first(folder: Folder) -> None:
    """A kill between creating and writing leaves an empty file, which is as good as none."""
    Path(folder.log).touch()
    keep(folder)
    assert Path(folder.log).read_bytes().startswith(HEADER)


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize(
    ("number", "said"),
    [(28, "The disk is full; nothing was saved."),
     (5, "The disk reports an error; nothing was saved.")],
    ids=["ENOSPC", "EIO"],
)  # fmt: skip
def test_what_the_system_refuses_leaves_the_log_as_it_was(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    """Neither a failed write nor a failed fsync changes a byte, and the next entry is kept."""
    keep(folder, "before")
    before = Path(folder.log).read_bytes()

    def refuse(*_: object) -> int:
        raise OSError(number, "refused")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(NotStored) as caught:
            keep(folder, "lost")
    assert (caught.value.sentence, caught.value.place) == (said, folder.log)
    assert Path(folder.log).read_bytes() == before
    keep(folder, "after")
    assert texts(folder) == ["before", "after"]


def test_half_a_write_is_taken_back(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that ends early, as on a full disk, leaves no half record."""
    keep(folder, "before")
    before = Path(folder.log).read_bytes()
    whole = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda to, what: whole(to, what[: len(what) // 2]))
        with pytest.raises(NotStored, match="The disk is full, or the file may not grow"):
            keep(folder, "lost")
    assert Path(folder.log).read_bytes() == before
    keep(folder, "after")
    assert texts(folder) == ["before", "after"]


def test_an_entry_follows_a_log_that_was_swapped_meanwhile(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sync client may put another file in its place while pmpath writes: both have it once."""
    keep(folder, "before")
    whole = os.write
    swapped: list[int] = []

    def write_then_swap(descriptor: int, what: bytes) -> int:
        written = whole(descriptor, what)
        if not swapped:
            swapped.append(1)
            other = Path(folder.path, "other")
            other.write_bytes(HEADER + line(7) + b"\n")
            other.replace(folder.log)
        return written

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write_then_swap)
        key = keep(folder, "mine")
    assert texts(folder) == ["coffee 7", "mine"]
    assert read(folder)[0][-1].id == key


def test_a_log_that_is_replaced_again_and_again_is_no_place_to_write(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After three files the entry is refused instead of claimed."""
    whole = os.write

    def write_then_remove(descriptor: int, what: bytes) -> int:
        written = whole(descriptor, what)
        Path(folder.log).unlink()
        return written

    monkeypatch.setattr(os, "write", write_then_remove)
    with pytest.raises(NotStored, match="Another program keeps replacing the log"):
        keep(folder)


def test_whoever_finds_the_lock_taken_gives_up_in_words(folder: Folder) -> None:
    """Nothing is written, and the sentence says what to do."""
    with Locked(folder), pytest.raises(NotStored) as caught, Locked(folder, patience=0.1):
        pytest.fail("two hold one lock")
    assert caught.value.sentence == "Another pmpath is writing to your files; nothing was saved."
    assert caught.value.hint == "Close it or wake it, then try again."
    assert caught.value.place == folder.path
    keep(folder)


@pytest.mark.parametrize(
    "header",
    [
        b'{"kind":"log","schema":2}',
        b'{ "schema": 12, "kind": "log" }\r',
        b'\xef\xbb\xbf{"kind": "log", "schema": 2, "more": [1]}',
    ],
)
def test_a_log_of_a_newer_pmpath_is_left_alone(tmp_path: Path, header: bytes) -> None:
    """However its first line is spelled: neither written nor read, and every byte stays."""
    folder = log_of(tmp_path / "data", header + b"\n" + WHOLE + b"\n")
    before = Path(folder.log).read_bytes()
    with pytest.raises(NotValid, match=r"The log has schema \d+; this pmpath knows 1\."):
        keep(folder)
    with pytest.raises(NotValid, match=r"The log has schema \d+; this pmpath knows 1\."):
        read(folder)
    assert Path(folder.log).read_bytes() == before


@pytest.mark.parametrize(
    "first", [b'{"kind":"log","schema":true}', b'{"kind":"log"}', b"[" * 900, b'"log"', b"{"]
)
def test_a_first_line_that_is_no_header_does_not_stop_the_next_entry(
    tmp_path: Path, first: bytes
) -> None:
    """Damage is passed over by `log` as it is by reports."""
    folder = log_of(tmp_path / "data", first + b"\n")
    keep(folder)
    assert texts(folder) == ["coffee"]


def test_a_folder_in_the_place_of_the_log_is_named(folder: Folder) -> None:
    """Writing and reading say which place it is."""
    Path(folder.log).mkdir()
    with pytest.raises(NotStored) as writing:
        keep(folder)
    with pytest.raises(NotStored) as reading:
        list(LogReader(folder).records())
    for caught in (writing, reading):
        assert caught.value.sentence == "There is a folder where a file belongs."
        assert caught.value.place == folder.log


def test_without_a_set_up_nothing_is_kept_and_nothing_is_made(tmp_path: Path) -> None:
    """Exit 3 from a real process too, and no folder appears."""
    folder = Folder(str(tmp_path / "data"))
    with pytest.raises(NotFound, match="There is no roadmap yet"):
        keep(folder)
    found = run(tmp_path / "data", "log", "coffee")
    assert (found.returncode, found.stdout) == (3, b"")
    assert found.stderr == (
        b"pmpath: There is no roadmap yet.\n  pmpath init makes one; pmpath demo shows a sample.\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [("a \udcff", "The words are not valid UTF-8, so they cannot be kept exactly."),
     ("a" * 1_000_000, "One entry can hold at most 1 MB.")],
    ids=["lone surrogate", "too long"],
)  # fmt: skip
def test_what_no_log_can_hold_is_refused_before_anything_is_made(
    folder: Folder, text: str, said: str
) -> None:
    """Not even the lock appears."""
    with pytest.raises(UsageError) as caught:
        keep(folder, text)
    assert caught.value.sentence == said
    assert os.listdir(folder.path) == ["roadmap.toml"]  # noqa: PTH208 - a Folder is a text


def test_no_character_of_a_log_can_act_on_a_terminal() -> None:
    """Each control, format and separator character stands there as its escape.

    Save the signs of some scripts that Unicode counts among them and that have a shape.
    """
    shaped = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
              *range(0x13430, 0x13460)}  # fmt: skip
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))
    for start in range(0, len(every), 100_000):
        text = every[start : start + 100_000]
        made = line_of({"id": "1", "at": NOW.isoformat(), "day": "2027-01-11", "kind": "action",
                        "text": text, "minutes": 15})  # fmt: skip
        assert json.loads(made)["text"] == text
        assert {int(one, 16) for one in active_in(made.decode())} <= shaped


def test_a_line_of_a_megabyte_is_the_longest() -> None:
    """To the byte, the line break included."""
    fields = {"id": "1", "at": NOW.isoformat(), "day": "2027-01-11", "kind": "action",
              "minutes": 15}  # fmt: skip
    room = 1_000_000 - len(line_of({**fields, "text": ""}))
    assert len(line_of({**fields, "text": "x" * room})) == 1_000_000
    with pytest.raises(UsageError, match="One entry can hold at most 1 MB"):
        line_of({**fields, "text": "x" * (room + 1)})


def test_ids_rise_are_alike_long_and_never_meet() -> None:
    """10,000 of one process: unique, sorted by time, 26 characters of the alphabet for ULIDs."""
    keys = [new_id() for _ in range(10_000)]
    assert len(set(keys)) == len(keys)
    assert keys == sorted(keys)
    assert {len(key) for key in keys} == {26}
    assert set("".join(keys)) <= set(DIGITS)
