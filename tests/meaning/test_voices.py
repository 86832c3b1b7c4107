"""Sentences of several people: what is plainly fulfilled counts, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmpath.coach.meaning.credit import Ledger, Wanted, counted
from pmpath.coach.meaning.sight import Eye
from tests import build
from tests.meaning.lines import entry_of
from tests.meaning.own_clues import CLUES

FILES = [Path(__file__).with_name(name) for name in ("voices.txt", "other_words.txt")]
HEARD = [
    line.partition("  =>")[::2]
    for file in FILES
    for line in file.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
EYE = Eye(CLUES)


@pytest.mark.parametrize(("line", "meant"), HEARD, ids=[line for line, _ in HEARD])
def test_a_sentence_counts_as_a_careful_human_would_count_it(line: str, meant: str) -> None:
    """One of the actions that it may be, and none outside them."""
    entry = entry_of(line)
    labels = {one.partition(" (")[0].casefold(): one for one in entry.people}
    ledger = Ledger(build.CATALOG, labels, Wanted(build.roadmap(), build.CATALOG))
    found = set(counted(ledger.book(EYE.see(entry)), build.CATALOG))
    assert bool(found) == bool(meant.split())
    assert found <= set(meant.split())
