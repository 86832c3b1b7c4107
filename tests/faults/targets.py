"""What holds for any bytes at all: one function for each door through which they come in.

Each takes bytes, and fails with an AssertionError or with an error that is none of ours. They are
called by hypothesis (test_fuzz.py) and by a coverage-guided fuzzer (fuzz.py).
"""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from pmpath.cli.door import enter
from pmpath.domain.compose import Options, compose
from pmpath.domain.errors import PmpathError, UsageError
from pmpath.domain.kinds import Record
from pmpath.domain.log.journal import fold
from pmpath.domain.words import reading
from pmpath.domain.words.telling import tell
from pmpath.storage.disk.paths import Folder
from pmpath.storage.doctor.repair import planned_repair
from pmpath.storage.log.append import line_of
from pmpath.storage.log.encode import to_fields
from pmpath.storage.log.lines import lines_of
from pmpath.storage.log.read import LogReader
from pmpath.storage.roadmap.edit import Source, with_values
from pmpath.storage.roadmap.file import roadmap_of
from tests.hostile.texts import active_in
from tests.language.known import KNOWN, TODAY
from tests.storage.appending import append_one

Value = str | int | float | bool | date | list[str]
Keys = tuple[str | int, ...]
NOW = datetime(2027, 1, 12, 12, tzinfo=UTC)
ROADMAP = "roadmap.toml"
SCREENS = (("report",), ("report", "all"), (), ("history",), ("status", "--json"))
EDITS: dict[Keys, Value | None] = {("target", "date"): date(2029, 3, 5), ("day_ends",): "05:00"}


def read(content: bytes) -> tuple[list[Record], list[int]] | None:
    """The records of a log and the numbers of its bad lines; None for that of a newer pmpath."""
    reader = LogReader(Folder("/nowhere"), content)
    try:
        records = list(reader.records())
    except PmpathError:
        return None
    return records, [one.number for one in reader.bad]


def log(content: bytes) -> None:
    """Any bytes are a log: read twice alike, taken apart alike, repaired without a change."""
    found = read(content)
    assert found == read(content)
    lines = lines_of(content)
    assert b"".join(one.raw for one in lines) == content
    plan = planned_repair(content)
    if found is None:
        return
    records, bad = found
    fold(records)
    named = {one.number for one in lines if one.state in ("bad", "clash")}
    # Beyond these, reports name an entry whose amendment does not fit; the entry counts.
    assert named <= set(bad) <= named | {one.number for one in lines if one.counts}
    repaired = read(plan.after)
    assert repaired is not None
    assert repaired[0] == records
    assert planned_repair(plan.after).after == plan.after


def append_to(content: bytes) -> None:
    """Whatever a log holds, the next entry stands behind it on a line of its own."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(place)
        Path(folder.log).write_bytes(content)
        try:
            key = append_one(folder, "action", TODAY, NOW, {"text": "mine", "minutes": 15})
        except PmpathError:
            assert Path(folder.log).read_bytes() == content
            return
        after = Path(folder.log).read_bytes()
        assert after.startswith(content)
        found = read(after)
        assert found is None or found[0][-1].id == key


def screens(content: bytes) -> None:
    """Every screen shows any log, without a traceback, without a character that acts."""
    with tempfile.TemporaryDirectory() as place:
        _typed(Path(place), SETUP)
        Path(place, "log.jsonl").write_bytes(content)
        for words in SCREENS:
            _typed(Path(place), words)
        assert Path(place, "log.jsonl").read_bytes() == content


SETUP = ("init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4")


def _typed(home: Path, words: tuple[str, ...]) -> None:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        enter(words, {"PMPATH_HOME": str(home), "PMPATH_TODAY": "2027-01-12"})
    assert active_in(out.getvalue() + err.getvalue()) == [], words


def roadmap(content: bytes) -> None:
    """Any text is a roadmap or is refused in words; an edit changes its value and no other."""
    text = content.decode("utf-8", "replace")
    try:
        before = roadmap_of(text, ROADMAP)
        after = roadmap_of(with_values(Source(ROADMAP, text), EDITS), ROADMAP)
    except PmpathError:
        return
    assert after.target.date == date(2029, 3, 5)
    assert (after.milestones, after.minutes) == (before.milestones, before.minutes)


def phrase(content: bytes) -> None:
    """Any line is refused in words, or becomes an entry that the log holds and reads back."""
    text = content.decode("utf-8", "surrogateescape")
    try:
        draft = reading.read(text, TODAY, KNOWN)
        entry = compose(draft, Options(), TODAY, None).entry
        line = line_of({"id": "1", "at": NOW.isoformat(), "day": entry.day.isoformat(),
                        "kind": "action", **to_fields(entry)})  # fmt: skip
    except UsageError:
        return
    assert active_in(line.decode()) == []
    found = read(line)
    assert found is not None
    assert [one.text for one in found[0]] == [text]  # type: ignore[union-attr]
    assert tell(text, KNOWN) or not text.strip()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "log": log, "append": append_to, "screens": screens, "roadmap": roadmap, "phrase": phrase,
}  # fmt: skip
