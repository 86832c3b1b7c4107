from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmpath.storage.disk.paths import Folder
from pmpath.storage.log import instants
from pmpath.storage.log.append import line_of
from pmpath.storage.log.instants import after, instant_of, latest_at_end, latest_of
from tests.effort import examples
from tests.storage.appending import append_one

NOW = datetime(2027, 1, 12, 12, 0, 0, 123456, tzinfo=UTC)
ZONES = [timezone(timedelta(hours=hours)) for hours in (-12, -8, 0, 1, 5.75, 14)]
searched = settings(max_examples=examples(200))  # fmt: skip
moments = st.datetimes(
    datetime(2026, 12, 25), datetime(2027, 1, 20), timezones=st.sampled_from(ZONES)
)
forms = st.sampled_from(["milliseconds", "seconds", "microseconds"])
texts = st.one_of(
    st.builds(lambda moment, form: moment.isoformat(timespec=form), moments, forms),
    st.builds(lambda moment: moment.strftime("%Y%m%dT%H%M%S%z"), moments),
    st.builds(lambda moment: moment.strftime("%G-W%V-%uT%H:%M%z"), moments),
    st.sampled_from(["noon", "2027-01-11", "9999-12-31T23:59:59+00:00", "2027-13-40T99:00+00:00"]),
)  # fmt: skip


@given(found=st.lists(texts, max_size=30), block=st.sampled_from([80, 300, 1 << 20]))
@example(found=["9999-12-31T23:59:59+00:00", "2027-01-01T00:00:00+00:00"], block=80)
@searched
def test_the_greatest_instant_of_a_log_is_found_whatever_its_order_and_forms(
    tmp_path: Path, found: list[str], block: int
) -> None:
    """It is that of a reading of every single line."""
    path = tmp_path / "log.jsonl"
    lines = [f'{{"id":"{number}","at":"{at}","text":"tea"}}\n' for number, at in enumerate(found)]
    path.write_text("".join(lines))
    descriptor = os.open(path, os.O_RDONLY)
    known = [instant for instant in map(instant_of, found) if instant is not None]
    try:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(instants, "BLOCK", block)
            assert latest_of(descriptor, path.stat().st_size) == max(known, default=None)
    finally:
        os.close(descriptor)


@given(latest=st.none() | moments, now=moments)
@example(latest=NOW, now=NOW)
@example(latest=datetime(9000, 12, 30, tzinfo=UTC), now=NOW)
@searched
def test_what_is_written_now_lies_after_the_latest_and_never_before_the_clock(
    latest: datetime | None, now: datetime
) -> None:
    """In whole milliseconds and in the zone of the clock; only at the end of time it is equal."""
    found = after(latest, now)
    assert found.utcoffset() == now.utcoffset()
    assert found.microsecond % 1000 == 0
    assert now - found < timedelta(milliseconds=1)
    assert latest is None or found > latest or latest == instants.LAST
    if latest is None or latest < now - timedelta(milliseconds=1):
        assert found <= now


@pytest.mark.parametrize("words", ['"at":"2031-01-01T00:00:00+00:00"', "at"])
def test_words_of_an_entry_are_no_instant(tmp_path: Path, words: str) -> None:
    """What looks like a field inside a text moves no clock."""
    (tmp_path / "roadmap.toml").touch()
    folder = Folder(str(tmp_path))
    for kind, fields in (("action", {"text": words, "minutes": 5}), ("rest", {"reason": words})):
        append_one(folder, kind, date(2027, 1, 12), NOW, fields)
    assert "2031" not in Path(folder.log).read_text().replace(words.replace('"', '\\"'), "")


@pytest.mark.parametrize("length", [10, 900, 3_000, 60_000])
def test_an_entry_finds_the_instant_of_a_long_line_above_it(tmp_path: Path, length: int) -> None:
    """More of the log is looked at only where the last line is longer than that."""
    path = tmp_path / "log.jsonl"
    ahead = "2027-03-01T12:00:00.000+00:00"
    path.write_bytes(
        b'{"kind":"log","schema":1}\n'
        + line_of({"id": "1", "at": ahead, "day": "2027-03-01", "kind": "action",
                   "text": "x" * length, "minutes": 5})
    )  # fmt: skip
    descriptor = os.open(path, os.O_RDONLY)
    try:
        assert latest_at_end(descriptor, path.stat().st_size) == instant_of(ahead)
    finally:
        os.close(descriptor)
