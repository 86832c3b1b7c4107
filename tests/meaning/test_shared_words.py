"""A wrong credit is worse than a step that is shown once more."""

from __future__ import annotations

import pytest

from pmpath.coach.meaning.credit import fulfils
from tests import build
from tests.meaning.lines import entry_of
from tests.meaning.shared_words import SHARED

LINES = [(step, line) for step, lines in SHARED.items() for line in lines]


def test_there_are_a_hundred_lines() -> None:
    """As many different ones."""
    assert len({line for _, line in LINES}) >= 100


@pytest.mark.parametrize(("step", "line"), LINES, ids=[line for _, line in LINES])
def test_a_shared_word_fulfils_nothing(step: str, line: str) -> None:
    """The step of the day has the word or the person too, and is not what was done."""
    assert fulfils(entry_of(line, step=step), build.CATALOG, build.roadmap()) == ()
