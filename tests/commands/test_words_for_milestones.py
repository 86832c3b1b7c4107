"""A milestone is meant by its id or by words of its title; where several are, a short list."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal


def records(terminal: Terminal) -> list[tuple[str, ...]]:
    """Of each record about a milestone: which, and what is said of it."""
    found = [json.loads(line) for line in terminal.log.splitlines()]
    return [
        (one["kind"], one["of"], one.get("what", ""))
        for one in found
        if one["kind"] in ("milestone", "move")
    ]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("five met", "allies.five-met"), ("Five PMs or salespeople met", "allies.five-met"),
        ("customer conversations heard", "customers.five-heard"),
        ("textbook", "reading.breadth-map"), ("allies.five-met", "allies.five-met"),
    ],
)  # fmt: skip
def test_words_of_the_title_show_it(words: str, key: str, terminal: Terminal) -> None:
    """As its id does."""
    by_id = terminal.type("milestones", key)
    assert terminal.type("milestones", *words.split()) == by_id
    assert terminal.type("milestones", "show", *words.split()) == by_id


def test_words_mean_what_the_command_may_change(terminal: Terminal) -> None:
    """`five` is one of two milestones; once one is reached, each command has one that it means."""
    terminal.type("milestones", "done", "five", code=2)
    assert "allies.five-met: Five PMs or salespeople met" in terminal.err
    assert "customers.five-heard: Five customer conversations heard" in terminal.err
    terminal.type("milestones", "done", "five", "met")
    terminal.type("milestones", "reopen", "five")
    terminal.type("milestones", "drop", "value talk", "--because", "given")
    terminal.type("milestones", "restore", "value")
    assert records(terminal) == [
        ("milestone", "allies.five-met", ""), ("milestone", "allies.five-met", ""),
        ("move", "positioning.value-talk", "drop"), ("move", "positioning.value-talk", "restore"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        ("milestones done", "roadmap.checked: Reality check answered"),
        ("milestones drop --because x", "roadmap.checked: Reality check answered"),
        ("milestones show", "pmpath milestones lists all of them."),
        ("milestones reopen", "There is none that this could be about."),
        ("milestones restore", "There is none that this could be about."),
    ],
)
def test_without_words_the_next_ones_are_listed(
    command: str, hint: str, terminal: Terminal
) -> None:
    """Those that the command may change, five at most."""
    before = terminal.log
    terminal.type(*command.split(), code=2)
    assert hint in terminal.err
    assert len(terminal.err.splitlines()) <= 7
    assert terminal.log == before


def test_words_that_fit_nothing_change_nothing(terminal: Terminal) -> None:
    """Not even the nearest one."""
    before = terminal.log
    terminal.type("milestones", "done", "nonsense", "here", code=3)
    assert "There is no milestone nonsense here." in terminal.err
    assert terminal.log == before
