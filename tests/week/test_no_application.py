"""No application yet: the step answers it, and the days left are those of the header."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Terminal, empty

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")

__all__ = ["empty"]


@pytest.mark.parametrize(
    ("today", "header", "said"),
    [("2027-06-01", "21 weeks left", "and 21 weeks left until your date"),
     ("2027-10-20", "1 week left", "and 1 week left until your date"),
     ("2027-10-31", "1 day left", "and 1 day left until your date"),
     ("2027-11-01", "the date is today", "and the date is today"),
     ("2027-11-02", "the date was 1 day ago", "; the date was 1 day ago")],
)  # fmt: skip
def test_one_application_is_the_step(empty: Terminal, today: str, header: str, said: str) -> None:
    """One coffee and nothing else: no resume and no statement holds the application back."""
    empty.type(*INIT, today="2026-11-02")
    empty.type("log", "coffee with Lea 10m")
    shown = " ".join(empty.type("report", today=today).split())
    assert header in shown
    assert f"No application yet{said if said[0] == ';' else ', ' + said}" in shown
    assert "Apply to one outside opening" in shown.partition("Step, ")[2].partition("Worth")[0]


def test_a_search_inside_alone_asks_for_an_opening_there(empty: Terminal) -> None:
    """`--side inside`: nothing outside is in the plan."""
    empty.type(*INIT, "--side", "inside", today="2026-11-02")
    empty.type("log", "coffee with Lea 10m")
    shown = " ".join(empty.type("report", today="2027-11-01").split())
    assert "internal opening" in shown.partition("Step, ")[2].partition("Worth")[0]
