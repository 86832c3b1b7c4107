"""Nobody is reminded of a person who is snoozed."""

from __future__ import annotations

import pytest

from pmpath.coach.today.returning import may_return
from pmpath.domain.side_kinds import Snooze
from tests.build import CATALOG, START, day, roadmap, situation
from tests.commands.conftest import Terminal

TOM = "Tom (manager)"

INIT = ("init", "--yes", "--target", "2027-11-01", "--role", "PM", "--hours", "4")
DAY_ONE = "2026-11-02"


@pytest.mark.parametrize(
    ("contacts", "asked"),
    [(("Lena (PM)",), ""), (("Lena",), ""), (("Lena (PM)", "Tomas (sales)"), "Ask Tomas"),
     (("Lena", "Tomas"), "Ask Tomas")],
)  # fmt: skip
def test_a_snoozed_contact_of_init_is_not_the_step_of_day_one(
    empty: Terminal, contacts: tuple[str, ...], asked: str
) -> None:
    """`snooze lena until 1 dec`: another contact is asked, or nobody by name."""
    named = [word for one in contacts for word in ("--contact", one)]
    empty.type(*INIT, *named, today=DAY_ONE)
    empty.type("snooze", "lena", "until", "1", "dec")
    for shown in (
        empty.type("today"),
        empty.type("today", "--list"),
        empty.type("today", "--week"),
    ):
        assert "Lena" not in shown
    assert asked in empty.type("today")


def test_a_snoozed_person_stands_in_no_line_of_who_is_awaited(empty: Terminal) -> None:
    """`log asked Lena for a coffee`: the answer is late, and only `people lena` says so."""
    empty.type(*INIT, today=DAY_ONE)
    empty.type("log", "asked", "Lena", "for", "a", "coffee")
    assert "Waiting on" in empty.type("today", today="2026-11-06")
    empty.type("snooze", "lena", "until", "1", "dec")
    assert "Lena" not in empty.type("today", today="2026-11-12")
    assert "Waiting on" not in empty.type("report")
    assert "Waiting for" in empty.type("people", "lena")
    assert "Waiting on" in empty.type("today", "--list", today="2026-12-01") + empty.type("report")


def test_a_snoozed_manager_is_not_your_manager_without_a_name() -> None:
    """There is one manager, `Tom (manager)` of `init`: nobody else can be asked instead."""
    talk, on = CATALOG.actions["sponsors.own-manager"], roadmap(answers={"contacts": [TOM]})
    quiet = Snooze("s" * 26, f"{START}T08:00:00+00:00", START, TOM, day(20))
    assert may_return(situation([], day(1), on=on), talk)
    assert not may_return(situation([quiet], day(1), on=on), talk)
    assert may_return(situation([quiet], day(20), on=on), talk)
