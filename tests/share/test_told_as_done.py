"""A shared report tells what was done as done, and what was asked for as asked."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import Terminal, empty

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
ASKED = "PM and sales allies: Asked a PM or salesperson for half an hour"

__all__ = ["empty"]


def shared(terminal: Terminal, *words: str) -> str:
    return " ".join(terminal.type("report", "--share", *words).split())


@pytest.mark.parametrize("line", ["", "asked Lena for a coffee"])
def test_an_ask_is_told_as_an_ask_without_a_name(empty: Terminal, line: str) -> None:
    """`pmpath done` asked Lena, or `log asked Lena for a coffee`: nobody was met."""
    empty.type(*INIT, "--contact", "Lena (PM)", today="2026-11-02")
    empty.type("log", line) if line else empty.type("done")
    for words in ((), ("--all",)):
        assert ASKED in shared(empty, *words)
        assert "Spend half" not in shared(empty, *words)
    data = json.loads(empty.type("report", "--share", "--json"))["data"]
    assert data["happened"][0]["what"].startswith(ASKED)
    assert data["done"][0]["told"].startswith(ASKED)
    assert "Lena" not in empty.out


def test_what_was_held_is_told_in_the_past(empty: Terminal) -> None:
    """The coffee two days after the ask; the ask stays one."""
    empty.type(*INIT, "--contact", "Lena (PM)", today="2026-11-02")
    empty.type("log", "asked Lena for a coffee")
    empty.type("log", "coffee with Lena 20m", today="2026-11-04")
    found = shared(empty, "--all")
    assert "Spent half an hour with one PM or salesperson" in found
    assert ASKED in found


def test_entries_without_an_action_are_told_together(empty: Terminal) -> None:
    """Twice `looked at job ads 20 min`: how many, and how long."""
    empty.type(*INIT, today="2026-11-02")
    empty.type("log", "looked at job ads 20 min")
    assert "Job search: 1 entry, 20 min" in shared(empty)
    empty.type("log", "looked at job ads 20 min")
    assert "Job search: 2 entries, 40 min" in shared(empty)
    assert "Mon 2 20 min Job search Mon 2 20 min Job search" in shared(empty, "--all")


def test_a_part_is_told_as_a_part(empty: Terminal) -> None:
    """`done` of part 1 of 2 of the statement."""
    empty.type(*INIT, today="2026-11-02")
    empty.type("today", "--list")
    empty.type("done", "3")
    assert "statement (a part of it)" in shared(empty)
