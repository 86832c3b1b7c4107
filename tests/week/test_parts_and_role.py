"""A part of a step keeps its number; a role that nobody has is not told of."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Terminal, empty

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
PARTS = ("savings cover...: part 1 of 2", "savings cover...: part 2 of 2")

__all__ = ["empty"]


def flat(terminal: Terminal, *words: str) -> str:
    return " ".join(terminal.type(*words).split())


def two_parts(terminal: Terminal) -> None:
    """The lowest pay, in half an hour on each of two days."""
    terminal.type(*INIT, today="2026-11-02")
    terminal.type("done")
    terminal.type("today", today="2026-11-03")
    terminal.type("done")


def test_a_long_part_keeps_its_number(empty: Terminal) -> None:
    """`pmpath done` twice: `part 1 of 2` and `part 2 of 2`, not `part...` twice."""
    two_parts(empty)
    report = flat(empty, "report", "--all")
    assert all(one in report.partition(" Done ")[2] for one in PARTS)
    assert "part..." not in report
    assert PARTS[1] in flat(empty, "milestones", "roadmap.checked")


def test_a_decision_is_no_role(empty: Terminal) -> None:
    """Half an hour on `Decide: take a stepping-stone role, skip it, or leave the one you have`."""
    two_parts(empty)
    empty.type("today", today="2026-11-04")
    assert "Decided: take a stepping-stone role" in flat(empty, "done")
    assert "Your role" not in flat(empty, "report") + flat(empty, "report", "--all")


@pytest.mark.parametrize(
    ("hours", "more", "said"),
    [("4", ("--target", "2028-01-10"), "you have 4 h (all of it needs 174 h of your 217 h)"),
     ("2", ("--target", "2027-06-10"), "you have 2 h (its core needs 66 h 30 of your 47 h 08)"),
     ("4", ("--target", "2027-06-10", "--scope", "standard"), "(in all it needs 98 h of your")],
)  # fmt: skip
def test_a_plan_that_does_not_fit_says_once_how_much_of_it(
    empty: Terminal, hours: str, more: tuple[str, ...], said: str
) -> None:
    """`init --hours 4 --target 2028-01-10`."""
    assert said in " ".join(
        empty.type("init", "--yes", "--hours", hours, *more, today="2026-11-02").split()
    )
