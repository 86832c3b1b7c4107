"""Three machines whose clocks lie days apart: what was done counts, whenever each says it was."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from pmpath.coach.numbers.pace import is_recorded
from pmpath.domain.log.journal import fold
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.read import LogReader
from pmpath.storage.roadmap.file import roadmap_of
from tests.sync.acts import ACTS, typed
from tests.sync.conftest import Machine, World, bare

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

EXAMPLES = int(os.environ.get("PMPATH_SYNC_EXAMPLES", "3"))
NOON = datetime(2027, 1, 14, 12, tzinfo=UTC)
THREE_DAYS = 3 * 24 * 60
OWN = "positioning.speak-at-the-meetup"
KINDS = {
    **{key: ACTS[key] for key in (
        "log", "promise", "done", "undo", "amend", "other", "rest", "move", "move further",
        "move milestone", "reach", "reopen", "replan", "hours", "minutes by hand", "role by hand",
    )},
    "add": typed("milestones", "add", "Speak at the meetup", "--track", "positioning",
                 "--due", "2027-06-01"),
    "drop": typed("milestones", "drop", OWN, "--because", "no"),
    "restore": typed("milestones", "restore", OWN),
    "close": typed("roadmap", "close", "--because", "paused"),
    "answer": typed("answer", "why", "people", "I", "met"),
}  # fmt: skip
# A machine, what is done there, and how many minutes its clock is off.
Step = tuple[int, str, int]


def is_written_down(machine: Machine) -> bool:
    """Whether the newest plan in the log is the one that the roadmap states."""
    roadmap = roadmap_of(machine.roadmap.read_text(), "roadmap")
    return is_recorded(roadmap, fold(LogReader(Folder(str(machine.home))).records()))


def act(machine: Machine, what: str, off: int) -> None:
    """One act with the clock of the machine so many minutes off."""
    machine.today = (NOON + timedelta(minutes=off)).isoformat()
    if what == "sync":
        machine.sync()
        assert is_written_down(machine)
    else:
        KINDS[what](machine)


@pytest.mark.slow
@settings(max_examples=EXAMPLES,
          phases=[Phase.explicit, Phase.reuse, Phase.generate])  # fmt: skip
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["sync", "sync", *KINDS]),
                  st.integers(-THREE_DAYS, THREE_DAYS)),
        min_size=4, max_size=18,
    ),
)  # fmt: skip
@example(steps=[
    (0, "hours", 615), (1, "sync", 0), (2, "role by hand", -THREE_DAYS), (2, "sync", THREE_DAYS),
    (1, "replan", -600), (1, "move", -THREE_DAYS),
])  # fmt: skip
def test_after_two_rounds_all_say_the_same_on_any_clocks(
    alone: Machine, tmp_path: Path, steps: list[Step]
) -> None:
    """Clocks up to six days apart: no act is lost, and one more sync writes nothing."""
    place = tmp_path / "random"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    remote = bare(place / "remote.git")
    machines = [Machine(place / name, alone.user, alone.captured) for name in "abc"]
    shutil.copytree(alone.home, machines[0].home)
    for machine in machines:
        machine.sync("--remote", str(remote))
    written: set[str] = set()
    for number, what, off in steps:
        act(machines[number], what, off)
        written |= {*machines[number].ids()}
    for machine in (*machines, *machines):
        machine.sync()
        assert is_written_down(machine)
    told = [machine.told() for machine in machines]
    assert told[0] == told[1] == told[2]
    for off, machine in zip((-THREE_DAYS, 0, THREE_DAYS), machines, strict=True):
        assert written <= {*machine.ids()}
        assert len(machine.ids()) == len({*machine.ids()})
        before = machine.log.read_bytes(), machine.roadmap.read_bytes(), machine.git("log")
        machine.today = (NOON + timedelta(minutes=off)).isoformat()
        assert "nothing new" in machine.sync()
        assert before == (
            machine.log.read_bytes(), machine.roadmap.read_bytes(), machine.git("log")
        )  # fmt: skip


def test_a_laptop_in_the_evening_and_a_server_in_utc_write_no_plan_at_each_exchange(
    world: World,
) -> None:
    """At 22:15 in New York it is the next day in UTC; the date was moved on both."""
    world.a.today, world.b.today = "2027-01-12T22:15:00-05:00", "2027-01-13T03:16:00+00:00"
    ACTS["hours"](world.a)
    world.a.sync()
    world.b.sync()
    ACTS["move"](world.b)
    world.b.sync()
    world.a.sync()
    ACTS["move further"](world.a)
    before = world.a.log.read_bytes().count(b'"kind":"plan"')
    for _ in range(3):
        for machine in world.both:
            machine.sync()
    assert world.a.log.read_bytes().count(b'"kind":"plan"') == before
    world.settle()


def test_what_is_written_after_a_sync_counts_as_later_than_all_that_came(world: World) -> None:
    """Also an entry, which looks at the last lines alone: `undo` finds it, not theirs."""
    world.b.today = "2027-01-20T12:00:00+00:00"
    world.b.type("rest", "2027-02-01", "theirs")
    world.a.today = "2027-01-12T12:00:00+00:00"
    for number in range(12):
        world.a.type("log", f"entry {number} of a long evening with many words 30m")
    world.a.sync()
    # Here theirs come behind mine, and the rest from eight days ahead stands far above the end.
    world.b.sync()
    world.b.today = "2027-01-13T12:00:00+00:00"
    world.b.type("log", "tea with @tom:sales 30m")
    assert "tea with Tom" in world.b.type("undo")
    world.settle()


def test_order_of_lines_outlives_the_first_sync(alone: Machine, tmp_path: Path) -> None:
    """Acts on a clock set back, written by an earlier version, count in their order everywhere."""
    key = "search.odds-known"
    with alone.log.open("a") as log:
        for number, (minute, more) in enumerate([("50", ""), ("40", ',"reopened":true')]):
            log.write(f'{{"id":"{number:026d}","at":"2027-01-11T11:{minute}:00.000+00:00",'
                      f'"day":"2027-01-11","kind":"milestone","of":"{key}"{more}}}\n')  # fmt: skip
    remote = bare(tmp_path / "remote.git")
    alone.sync("--remote", str(remote))
    other = Machine(tmp_path / "b", alone.user, alone.captured)
    other.sync("--remote", str(remote))
    for machine in (alone, other):
        machine.type("milestones", "reopen", key, code=2)
        assert f"{key} is already open" in machine.err
        assert "nothing new" in machine.sync()
