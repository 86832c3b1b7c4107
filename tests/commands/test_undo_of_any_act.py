"""Whatever was done, as many undos bring back what was before, and as many putting back again."""

from __future__ import annotations

import json
import random

import pytest

from tests.commands.conftest import Terminal

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

ACTS = [
    "log coffee with @lena:pm 45m", "log lunch with @tomas:sales next fri tomas: deck",
    "log refactored the importer 2h", "log donations: 4200 to 7900 USD/month", "done", "done 20m",
    "rest tomorrow", "rest 2027-01-13..2027-01-20 family", "rest --cancel 2027-01-15",
    "rest --cancel 2027-01-13..2027-01-16", "rest --cancel tomorrow", "today --other",
    "today --minutes 20", "today --not-in-plan", "roadmap move 2028-03-06 --because release",
    "roadmap move 2028-01-31 --because birth", "replan --restart", "replan --hours 3 --scope core",
    "replan --date 2028-02-07 --hours 5", "milestones done search.odds-known",
    "milestones reopen search.odds-known", "milestones drop search.loops --because enough",
    "milestones restore search.loops", "milestones add Course --track reading --due 2027-06-01",
    "roadmap move 2027-02-01 --milestone search.odds-known", "roadmap close --because paused",
    "accept NO_CUSTOMER --because fair --until 2027-03-01", "answer junior yes", "answer junior no",
    "answer side outside", "answer side both", "answer minutes 6", "answer date 2028-03-06",
    "answer customer today", "answer profile senior", "amend 50m", "amend @ida:ceo",
    "amend worry: churn", "amend +sponsors", "amend --drop +sponsors", "amend --drop @ida",
    "amend also about pricing", "amend --text tea", "amend --drop minutes",
]  # fmt: skip


def figures(terminal: Terminal) -> tuple[object, ...]:
    """The bytes of the roadmap, and what reports make of it and the log."""
    shown = [
        json.loads(terminal.type(*words.split(), "--json"))
        for words in ("report all", "milestones", "today", "history -n 0")
    ]
    return ((terminal.home / "roadmap.toml").read_bytes(), *shown)


def act(terminal: Terminal, words: str) -> bool:
    """Type the command, whatever it answers; whether it wrote something."""
    from pmpath.cli.door import enter

    before = terminal.log
    enter(words.split(), {"PMPATH_HOME": str(terminal.home), "PMPATH_TODAY": terminal.today})
    terminal.captured.readouterr()
    return terminal.log != before


def lived(terminal: Terminal, acts: list[str]) -> list[tuple[object, ...]]:
    """The figures before the first act and after each that wrote something."""
    found = [figures(terminal)]
    found += [figures(terminal) for words in acts if act(terminal, words)]
    return found


def undone_and_back(terminal: Terminal, acts: list[str]) -> None:
    """Every state comes again on the way back, and once more on the way forward."""
    states = lived(terminal, acts)
    for before in reversed(states[:-1]):
        terminal.type("undo")
        assert figures(terminal) == before, terminal.out
    for after in states[1:]:
        terminal.type("undo", "--back")
        assert figures(terminal) == after, terminal.out
    for _ in states[1:]:
        terminal.type("undo")
    assert figures(terminal) == states[0]


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(one, marks=pytest.mark.slow) for one in (1, 2))]
)
def test_as_many_undos_give_back_what_was(terminal: Terminal, seed: int) -> None:
    """Ten acts of any kind in any order."""
    undone_and_back(terminal, random.Random(seed).choices(ACTS, k=10))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 102))
def test_as_many_undos_give_back_what_was_in_long_rows(terminal: Terminal, seed: int) -> None:
    """The same with thirty acts."""
    undone_and_back(terminal, random.Random(seed).choices(ACTS, k=30))


@pytest.mark.parametrize("words", [
    "roadmap move 2028-03-06 --because x", "replan --hours 3", "replan --restart",
    "roadmap move 2027-02-01 --milestone search.odds-known", "answer junior yes",
    "answer side outside", "milestones add Course --track reading --due 2027-06-01",
    "roadmap close --because paused", "today --minutes 20",
])  # fmt: skip
def test_undo_takes_back_the_last_act_and_nothing_else(terminal: Terminal, words: str) -> None:
    """An entry that was logged before stays, and the roadmap has the bytes that it had."""
    terminal.type("log", "coffee", "with", "@lena:pm", "45m")
    before = figures(terminal)
    terminal.type(*words.split())
    terminal.type("undo")
    assert figures(terminal) == before
