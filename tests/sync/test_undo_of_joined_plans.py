"""Plans that came together from two machines: what undoing one does, and what is said of them."""

from __future__ import annotations

import json

import pytest

from tests.sync.conftest import Machine, World

# Drives whole programs; `.ci/run` does it each time.
pytestmark = pytest.mark.slow

BEFORE, MARCH, MAY = "date = 2028-01-10", "date = 2028-03-06", "date = 2028-05-01"


def reasons(machine: Machine) -> list[str]:
    """Why each plan in the log was recorded."""
    lines = [json.loads(line) for line in machine.log.read_text("utf-8").splitlines()]
    return [one["reason"] for one in lines if one["kind"] == "plan"]


def moved(machine: Machine, day: str) -> None:
    """Move the target date."""
    machine.type("roadmap", "move", day, "--because", f"to {day}")


def writes_nothing_by_hand(world: World) -> None:
    """The next commands that write find every plan recorded."""
    for machine in world.both:
        machine.type("rest", "2027-01-20")
        assert "edited by hand" not in reasons(machine)
        assert " by hand" not in machine.type("history", "--all")


def test_of_one_move_made_twice_the_other_stays(world: World) -> None:
    """The roadmap goes on stating it, says so, and a second undo takes it back."""
    for machine in world.both:
        moved(machine, "2028-03-06")
    for machine in (world.a, world.b, world.a):
        machine.sync()
    said = " ".join(world.a.type("undo").split())
    assert "Undone: the change of the target date, 10 Jan 2028 to 6 Mar 2028, Mon 11 Jan." in said
    assert (
        "The roadmap did not change, because another machine made the same change. To undo that:"
        in said
    )
    assert MARCH in world.a.roadmap.read_text()
    writes_nothing_by_hand(world)
    world.a.type(*said.partition("To undo that: pmpath ")[2].split()[:2])
    assert BEFORE in world.a.roadmap.read_text()
    world.a.sync()
    world.b.sync()
    assert BEFORE in world.b.roadmap.read_text()
    writes_nothing_by_hand(world)


def test_of_two_different_moves_the_undo_leads_to_the_other(world: World) -> None:
    """Whichever counts last is taken back; what the roadmap then states is recorded already."""
    moved(world.a, "2028-03-06")
    moved(world.b, "2028-05-01")
    for machine in (world.a, world.b, world.a):
        machine.sync()
    assert MAY in world.b.roadmap.read_text()
    said = " ".join(world.b.type("undo").split())
    assert "roadmap: target.date is 6 Mar 2028." in said
    assert MARCH in world.b.roadmap.read_text()
    world.b.type("undo", "--back")
    assert MAY in world.b.roadmap.read_text()
    writes_nothing_by_hand(world)


def test_a_move_and_other_hours_keep_each_other(world: World) -> None:
    """Both hold after the exchange; an undo takes one of them back and records nothing else."""
    moved(world.a, "2028-03-06")
    world.b.type("replan", "--hours", "6", "--because", "more time")
    for machine in (world.a, world.b, world.a):
        machine.sync()
    world.a.type("undo")
    writes_nothing_by_hand(world)


def test_a_plan_that_sync_made_of_two_is_told_so(world: World) -> None:
    """Nobody edited it."""
    moved(world.a, "2028-03-06")
    world.b.type("replan", "--hours", "6", "--because", "more time")
    for machine in (world.a, world.b, world.a):
        machine.sync()
    assert "joined by sync" in reasons(world.a)
    assert "joined by sync" in " ".join(world.a.type("history", "--all").split())


def test_a_log_that_is_merged_without_its_roadmap_was_edited_by_nobody(
    world: World,
) -> None:
    """The roadmap here holds, and that is recorded and said at once."""
    other = world.b
    moved(other, "2028-05-01")
    copy = other.home.parent / "log-of-b.jsonl"
    copy.write_bytes(other.log.read_bytes())
    said = " ".join(world.a.type("doctor", "--merge", str(copy)).split())
    assert "unchanged, with the date 10 Jan 2028; the copy has another plan." in said
    assert BEFORE in world.a.roadmap.read_text()
    assert reasons(world.a)[-1] == "joined by merge"
    world.a.type("rest", "2027-01-20")
    assert "edited by hand" not in reasons(world.a)
    assert "joined by a merge" in " ".join(world.a.type("history", "--all").split())


def test_an_edit_before_a_merge_is_still_one_by_hand(world: World) -> None:
    """It is recorded before the copy comes, and so counts as later than what that brings."""
    moved(world.b, "2028-05-01")
    copy = world.b.home.parent / "log-of-b.jsonl"
    copy.write_bytes(world.b.log.read_bytes())
    world.a.edit(BEFORE, MARCH)
    world.a.type("doctor", "--merge", str(copy))
    assert reasons(world.a) == ["init", "edited by hand", "to 2028-05-01"]
    world.a.type("rest", "2027-01-20")
    assert reasons(world.a).count("edited by hand") == 1
    assert MARCH in world.a.roadmap.read_text()


def test_a_merge_that_brings_no_plan_records_none(world: World) -> None:
    """The plan here is the newest all the same."""
    world.b.type("log", "coffee with @ana:pm")
    copy = world.b.home.parent / "log-of-b.jsonl"
    copy.write_bytes(world.b.log.read_bytes())
    assert "Roadmap:" not in world.a.type("doctor", "--merge", str(copy))
    assert reasons(world.a) == ["init"]
