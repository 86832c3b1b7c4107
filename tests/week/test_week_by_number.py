"""A week by its number is one of the calendar, and the report says so."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Terminal, empty

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
PLAN = "Calendar week 3 of 2026. Week 3 of your plan is Mon 16 - Sun 22 Nov 2026."

__all__ = ["empty"]


@pytest.mark.parametrize(
    ("words", "said"),
    [("week 3", PLAN), ("w3", PLAN), ("week 47", "Calendar week 47 of 2026. Week 47 of your plan"),
     ("week 46", "Calendar week 46 of 2026."), ("2026-W03", ""), ("week", ""), ("last week", "")],
)  # fmt: skip
def test_a_number_is_that_of_the_calendar(empty: Terminal, words: str, said: str) -> None:
    """`report week 3` in week 3 of the plan, which is week 47 of 2026."""
    empty.type(*INIT, today="2026-11-02")
    shown = " ".join(empty.type("report", *words.split(), today="2026-11-18").split())
    assert said in shown
    assert ("Calendar week" in shown) is bool(said)


def test_the_same_number_is_said_once(empty: Terminal) -> None:
    """A plan from Monday of the first calendar week: both are week 3."""
    empty.type(*INIT, today="2026-12-28")
    shown = " ".join(empty.type("report", "week", "53", today="2027-01-05").split())
    assert "Calendar week 53 of 2026." in shown
    assert "Calendar week 1 of 2027. Week 1 of your plan is Mon 28 Dec" in " ".join(
        empty.type("report", "week", "1").split()
    )
