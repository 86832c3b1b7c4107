"""Bytes of any kind at each door, searched by hypothesis; with PMPATH_LONG many more."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.effort import LONG
from tests.faults import targets
from tests.faults.corpus import LINES, LOG, ROADMAP

FEW = settings(
    max_examples=20_000 if LONG else 60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FEWER = settings(FEW, max_examples=2_000 if LONG else 12)

PIECES = [b"\n", b"\r\n", b'"', b"\0", b"[", b"="]
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(-(10**40), 10**40)
    | st.floats() | st.text(max_size=8)
    | st.sampled_from(["2027-01-11", "9999-12-31", "0001-01-01", "2027-01-11T20:00:00+00:00",
                       "0001-01-01T00:00:00+14:00", "2027-01-11T20:00:00.000-23:59", "me", "metric",
                       "action", "amend", "retract", "plan", "log", "\ud800", "\u202e"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner,
                                                               max_size=3),
    max_leaves=5,
)  # fmt: skip
RECORDS = [json.loads(line) for line in LOG.splitlines() if line.rstrip().endswith(b"}")]
IDS = [one["id"] for one in RECORDS if "id" in one]


@st.composite
def records(draw: st.DrawFn) -> bytes:
    """A real record of which one or two values were replaced or taken away."""
    found: dict[str, Any] = dict(draw(st.sampled_from(RECORDS)))
    for _ in range(draw(st.integers(0, 2))):
        key = draw(st.sampled_from([*found, "set", "of", "until", "next"]))
        if draw(st.booleans()):
            found[key] = draw(ODD | st.sampled_from(IDS))
        else:
            found.pop(key, None)
    return json.dumps(found).encode()


@st.composite
def damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """A real file with some bytes changed, some gone, some put in or doubled."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        length = draw(st.sampled_from([0, 1, 1, 2, 7, 60, 400]))
        put = draw(st.binary(max_size=4) | st.sampled_from(PIECES))
        content[at : at + length] = put * draw(st.sampled_from([1, 1, 1, 3, 200]))
    return bytes(content)


LOGS = (
    st.lists(records() | st.binary(max_size=20), max_size=8).map(b"\n".join)
    | damaged(LOG)
    | st.binary(max_size=200)
)


@FEW
@given(LOGS)
def test_any_bytes_are_a_log(content: bytes) -> None:
    """Reading, taking apart and repairing agree, and none of them raises."""
    targets.log(content)


@FEW
@given(LOGS)
def test_an_entry_can_follow_any_bytes(content: bytes) -> None:
    """It stands behind them on a line of its own, and none of them changes."""
    targets.append_to(content)


@FEWER
@given(LOGS)
def test_every_screen_shows_any_log(content: bytes) -> None:
    """Without a traceback, without a character that acts on a terminal; the file stays."""
    targets.screens(content)


@FEW
@given(damaged(ROADMAP) | st.binary(max_size=100))
def test_any_text_is_a_roadmap_or_refused(content: bytes) -> None:
    """In words; what is accepted can be changed in one value alone."""
    targets.roadmap(content)


@FEW
@example("\u070f a Syriac sign of format".encode())
@given(st.binary(max_size=60) | st.sampled_from(LINES).map(str.encode).flatmap(damaged))
def test_any_line_is_kept_exactly_or_refused(content: bytes) -> None:
    """The log holds it as it was typed, reads it back, and can tell it."""
    targets.phrase(content)
