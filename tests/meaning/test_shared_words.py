"""A wrong credit is worse than a step that is shown once more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pmpath.coach.meaning.credit import Ledger, Wanted, counted, fulfils
from pmpath.coach.meaning.sight import Eye
from pmpath.domain.compose import Options, compose
from pmpath.domain.people import key_of
from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests import build
from tests.meaning.lines import entry_of
from tests.meaning.own_clues import CLUES
from tests.meaning.shared_words import SHARED

PEOPLE = ("Lena (PM)", "Ana (sales)", "Tom (manager)", "Vera (CMO)", "Mara (customer)")
LINES = [(step, line) for step, lines in SHARED.items() for line in lines]


def test_there_are_a_hundred_lines() -> None:
    """As many different ones."""
    assert len({line for _, line in LINES}) >= 100


@pytest.mark.parametrize(("step", "line"), LINES, ids=[line for _, line in LINES])
def test_a_shared_word_fulfils_nothing(step: str, line: str) -> None:
    """The step of the day has the word or the person too, and is not what was done."""
    assert fulfils(entry_of(line, step=step), build.CATALOG, build.roadmap()) == ()


def harder() -> list[tuple[str, str]]:
    """Each plain line with the step that stood that day."""
    step, found = "", []
    file = Path(__file__).with_name("harder_words.txt")
    for line in file.read_text(encoding="utf-8").splitlines()[2:]:
        if line.startswith("# "):
            step = line[2:]
        else:
            found.append((step, line))
    return found


def test_a_plain_line_that_only_shares_a_word_fulfils_nothing() -> None:
    """Told about, planned, refused, supposed, long ago, or the deed of somebody else."""
    known, today, wrong = content().vocabulary(), date(2027, 3, 17), []
    eye, wanted = Eye(CLUES), Wanted(build.roadmap(), build.CATALOG)
    for step, line in harder():
        entry = compose(read(line, today, known), Options(), today, None).entry
        ledger = Ledger(build.CATALOG, {key_of(one): one for one in PEOPLE}, wanted)
        if counted(ledger.book(eye.see(changed(entry, step=step))), build.CATALOG):
            wrong.append(line)
    assert len(harder()) > 360
    assert wrong == []
