"""A leader who knew before the log began has one story on all screens."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Terminal, empty

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
IDA = ("--leader", "Ida (head of sales) since oct")

__all__ = ["empty"]


def flat(terminal: Terminal, *words: str, today: str = "") -> str:
    return " ".join(terminal.type(*words, today=today).split())


def test_an_update_that_was_sent_is_no_meeting(empty: Terminal) -> None:
    """`done` sent Ida five lines: the report meets nobody, as `people` does."""
    empty.type(*INIT, *IDA, today="2026-11-02")
    empty.type("today", today="2026-11-05")
    assert "Sent Ida" in flat(empty, "done")
    assert "met Ida" not in flat(empty, "report")
    assert "0 people met" in flat(empty, "people")
    assert "told Thu 1 Oct" in flat(empty, "people", "ida")


def test_whoever_knew_since_october_is_neither_new_nor_told_first(empty: Terminal) -> None:
    """`told Ida that I want to move into product`: told again."""
    empty.type(*INIT, *IDA, today="2026-11-02")
    empty.type("log", "told Ida that I want to move into product", today="2026-11-09")
    report = flat(empty, "report")
    assert "met Ida." in report
    assert "Told Ida that I want to move into product" in report
    assert "First leader told" not in report
    assert "told Thu 1 Oct" in flat(empty, "people", "ida")


@pytest.mark.parametrize(
    ("leader", "said"), [((), "First leader told: told Ida"), (IDA, "Told Max (CMO)")]
)
def test_the_first_leader_is_the_first_of_all(
    empty: Terminal, leader: tuple[str, ...], said: str
) -> None:
    """Without an answer the first in the log; with one nobody."""
    empty.type(*INIT, *leader, today="2026-11-02")
    who = "Max (CMO)" if leader else "Ida (head of sales)"
    empty.type("log", f"told {who} that I want to move into product", today="2026-11-09")
    report = flat(empty, "report")
    assert said in report
    assert ("First leader told" in report) is (not leader)
