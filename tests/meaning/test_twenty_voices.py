"""Plain sentences of thirty people, read and counted one by one: never wrongly."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pmpath.coach.meaning.credit import Ledger, Wanted, counted
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.compose import Options, compose
from pmpath.domain.people import key_of
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests import build
from tests.meaning.own_clues import CLUES

TODAY = date(2027, 3, 17)
NAMES = ("twenty_voices.txt", "ten_voices.txt", "more_voices.txt")
FILES = [Path(__file__).with_name(name) for name in NAMES]
HEARD = [
    # An arrow may stand in the line as well.
    line.rpartition("=>")[::2]
    for file in FILES
    for line in file.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
EYE, WANTED = Eye(CLUES), Wanted(build.roadmap(), build.CATALOG)
KNOWN = content().vocabulary()


def counts_for(line: str) -> set[str]:
    """The actions that a line fulfils in an empty log."""
    entry = compose(read(line.strip(), TODAY, KNOWN), Options(), TODAY, None).entry
    labels = {key_of(one): one for one in entry.people}
    ledger = Ledger(build.CATALOG, labels, WANTED)
    return set(counted(ledger.book(EYE.see(entry)), build.CATALOG))


def test_what_fulfills_nothing_counts_for_nothing() -> None:
    """A wrong credit is worse than a step shown once more."""
    nothing = [line for line, meant in HEARD if not meant.strip()]
    assert len(nothing) > 250
    assert [line for line in nothing if counts_for(line)] == []


def test_what_is_fulfilled_counts() -> None:
    """Nine of ten of those that name a deed."""
    plain = [(line, set(meant.split())) for line, meant in HEARD if meant.strip()]
    found = [(counts_for(line), meant) for line, meant in plain]
    right = [1 for got, meant in found if got and got <= meant]
    assert len(right) >= 0.9 * len(plain)
