"""What one machine was told of two names counts on the other, and the last word on both."""

from __future__ import annotations

from pmpath.cli.session import Session
from tests.sync.conftest import Machine, World


def say(machine: Machine, answer: str) -> None:
    """Keep an answer to the question about two names."""
    session = Session(machine.environment)
    session.append("same", session.today, {"one": "Tomas", "other": "Thomas", "answer": answer})


def people(machine: Machine) -> int:
    """How many people the log of this machine tells of."""
    return len(Session(machine.environment).journal().contacts)


def test_an_answer_is_merged_and_the_last_word_counts(world: World) -> None:
    """Yes on one side joins both names on the other; no, said later there, parts them on both."""
    world.a.type("log", "coffee with @tomas:pm")
    world.b.type("log", "coffee with @thomas")
    say(world.b, "yes")
    for machine in (world.b, world.a, world.b):
        machine.sync()
    assert (people(world.a), people(world.b)) == (2, 2)  # With Lena, whom both know.
    say(world.a, "no")
    for machine in (world.a, world.b):
        machine.sync()
    assert (people(world.a), people(world.b)) == (3, 3)


def test_two_answers_at_once_are_one_word(world: World) -> None:
    """Whatever both sides say without knowing of each other, both then count alike."""
    world.a.type("log", "coffee with @tomas:pm and @thomas")
    for machine in (world.a, world.b):
        machine.sync()
    say(world.a, "yes")
    say(world.b, "no")
    for machine in (world.a, world.b, world.a):
        machine.sync()
    assert people(world.a) == people(world.b)
