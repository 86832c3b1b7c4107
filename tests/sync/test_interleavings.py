from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from pmpath.storage.roadmap.file import roadmap_of
from tests.sync.acts import ACTS
from tests.sync.conftest import Machine, World, bare

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("PMPATH_SYNC_EXAMPLES", "4"))
# What each machine does between two syncs, and whether the roadmaps then conflict.
STORIES = {
    "an entry each": ("log", "promise", False),
    "an entry here, its undo there": ("undo", "log", False),
    "the same entry undone on both": ("undo", "undo", False),
    "amended on both": ("amend", "amend", False),
    "amended here, undone there": ("amend", "undo", False),
    "undone twice here, amended there": ("undo, undo", "amend, log", False),
    "the date moved here, an entry there": ("move", "log, done", False),
    "the date moved on both to one day": ("move", "move", False),
    "the date moved on both apart": ("move", "move further", True),
    "the date moved here, another place by hand there": ("move", "minutes by hand", False),
    "a milestone reached on both": ("reach", "reach", False),
    "a milestone reached here, moved there": ("reach", "move milestone", False),
    "a milestone reached and reopened, rest there": ("reach, reopen", "rest, log", False),
    "a milestone dropped here, added there": ("drop", "add", False),
    "another milestone added on each": ("add", "add another", False),
    "the line restarted here, rest there": ("replan", "rest", False),
    "other hours here, the date there": ("hours", "move further", False),
    "two lines side by side edited by hand": ("role by hand", "company by hand", False),
    "one line edited by hand on both": ("role by hand", "other role by hand", True),
    "a comment beside a value that the other changed": ("note by hand, role by hand",
                                                        "company by hand, add", False),
    "comments of both in one place": ("note by hand", "other note by hand", True),
    "a week here, one evening there": (
        "log, night, done, night, rest, night, number, amend", "promise, other, undo", False),
    "everything at once": (
        "log, move, reach, undo, minutes by hand", "role by hand, promise, amend, drop", False),
}  # fmt: skip


# One of each outcome; the others take minutes and wait for those who ask for slow tests.
QUICK = ("an entry each", "amended here, undone there", "the date moved on both apart")


def chosen(stories: Iterable[str]) -> list[ParameterSet]:
    """The stories, those that are not quick marked as slow."""
    slow = (pytest.mark.slow,)
    return [pytest.param(one, marks=() if one in QUICK else slow, id=one) for one in stories]


def do(machine: Machine, acts: str) -> None:
    """One act after the other."""
    for act in acts.split(", "):
        ACTS[act](machine)


@pytest.mark.parametrize("turned", [False, True], ids=["a first", "b first"])
@pytest.mark.parametrize("story", chosen(STORIES))
def test_two_machines_end_with_the_same(world: World, story: str, turned: bool) -> None:
    """Equal reports, milestones, histories and bytes, in both orders; nobody's record is lost."""
    here, there, conflicts = STORIES[story]
    do(world.a, here)
    do(world.b, there)
    plans = {machine.roadmap.read_bytes() for machine in world.both}
    written = {*world.a.ids(), *world.b.ids()}
    world.settle(tuple(reversed(world.both)) if turned else world.both)
    # A plan that was edited by hand gets its record with the sync.
    assert written <= {*world.a.ids()}
    theirs = [one for machine in world.both for one in machine.theirs()]
    assert len(theirs) == conflicts
    if conflicts:
        assert {world.a.roadmap.read_bytes(), theirs[0].read_bytes()} == plans
        assert theirs[0].stat().st_mode & 0o777 == 0o600


# What the search has found.
FOUND: list[list[tuple[int, str]]] = [
    [
        (0, "drop"), (1, "level by hand"), (0, "level by hand"), (0, "night"),
        (0, "minutes by hand"), (0, "sync"), (2, "other role by hand"), (0, "number"),
        (0, "note by hand"), (1, "move milestone"), (0, "replan"), (0, "promise"),
        (2, "move further"), (0, "reopen"),
    ],
]  # fmt: skip


@pytest.mark.slow
@example(steps=FOUND[0])
@settings(max_examples=EXAMPLES, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(
    steps=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["sync", "sync", *ACTS])),
                   max_size=14),
)  # fmt: skip
def test_any_interleaving_of_three_machines_ends_with_the_same(
    alone: Machine, tmp_path: Path, steps: list[tuple[int, str]]
) -> None:
    """Acts and syncs in any order on any machine: all records everywhere, each once."""
    place = tmp_path / "random"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    remote = bare(place / "remote.git")
    machines = [Machine(place / name, alone.user, alone.captured) for name in "abc"]
    shutil.copytree(alone.home, machines[0].home)
    for machine in machines:
        machine.sync("--remote", str(remote))
    written: set[str] = set()
    for number, act in steps:
        machine = machines[number]
        if act == "sync":
            machine.sync()
        else:
            ACTS[act](machine)
        written |= {*machine.ids()}
        roadmap_of(machine.roadmap.read_text(), "roadmap")
    for machine in (*machines, *machines):
        machine.sync()
    told = [machine.told() for machine in machines]
    assert told[0] == told[1] == told[2]
    for machine in machines:
        assert written <= {*machine.ids()}
        assert len(machine.ids()) == len({*machine.ids()})
        assert machine.status() == []
        assert "nothing new" in machine.sync()
