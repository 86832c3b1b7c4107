"""For every action a line that fulfils it, and one that only comes near."""

from __future__ import annotations

import pytest

from pmpath.coach.meaning.credit import Ledger, Wanted
from pmpath.coach.meaning.sight import Eye
from tests import build
from tests.meaning.every_action import EVERY
from tests.meaning.lines import entry_of
from tests.meaning.own_clues import CLUES

EYE = Eye(CLUES)


def credited(line: str) -> set[str]:
    """The actions that a line alone fulfils, or asks for."""
    entry = entry_of(line)
    labels = {one.partition(" (")[0].casefold(): one for one in entry.people}
    ledger = Ledger(build.CATALOG, labels, Wanted(build.roadmap(), build.CATALOG))
    return {one.action for one in ledger.book(EYE.see(entry))}


def test_every_action_has_its_lines() -> None:
    """None is left out."""
    assert set(EVERY) == set(build.CATALOG.actions)


@pytest.mark.parametrize("action", EVERY)
def test_a_line_fulfils_it(action: str) -> None:
    """What was plainly done counts, and nothing else with it."""
    assert credited(EVERY[action][0]) == {action}


@pytest.mark.parametrize("action", EVERY)
def test_a_near_miss_does_not_fulfil_it(action: str) -> None:
    """Words in common are not the deed."""
    assert action not in credited(EVERY[action][1])
