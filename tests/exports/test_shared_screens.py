"""What was gathered, for somebody else: `--share` of people, openings, wins, books, statement."""

from __future__ import annotations

import json

import pytest

from tests.commands.conftest import SETUP, Terminal
from tests.commands.conftest import empty as empty

TODAY = "2027-05-03"
SENTENCES = (
    "coffee with Ruth Vale (PM), 30m, worry: churn at Caledon",
    "told Piet from sales about my plan, 20m",
    "coffee with Quentin (Zephyr lead), 20m",
    "promised Ruth the Caledon deck by friday, 5m",
    "asked Piet for a call, 5m",
    "applied to Caledon as product manager, 40m",
    "no from Caledon because the budget was cut, 5m",
    "applied to Lovell as product manager for Ruth, 40m",
    "calls for Caledon: 12 to 5 a week after my new form, 30m",
    "salary: 4000 to 5000 EUR a month, 5m",
    "Ruth Vale uses my Caledon sheet in two deals +used, 10m",
    "read Mapping for Ruth, 20m",
    "read chapter 3 of Inspired, 20m",
)
COMMANDS = (("people",), ("people", "ruth"), ("openings",), ("openings", "lovell"), ("wins",),
            ("wins", "--stories"), ("books",), ("statement",))  # fmt: skip
NEVER = ("Ruth", "Vale", "Piet", "Quentin", "Zephyr", "Caledon", "Lovell", "churn", "deck",
         "budget", "salary", "4000", "new form", "pmpath amend", "pmpath prepare")  # fmt: skip


@pytest.fixture
def lived(empty: Terminal) -> Terminal:
    """A month with names, firms, pay, reasons and words of others in every corner."""
    empty.type(*SETUP)
    for words in SENTENCES:
        empty.type("log", words, today="2027-04-05")
    empty.type(
        "statement", "For heads of support at Caledon whose agents drown in calls, I am a product "
        "manager who finds why people call. Unlike Ruth Vale, I know every step.",
        today="2027-04-05",
    )  # fmt: skip
    return empty


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["screen", "json"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_shared_screen_names_nobody(
    words: tuple[str, ...], form: tuple[str, ...], lived: Terminal
) -> None:
    """No name, company, pay, note, reason or typed word; without it they are there."""
    shown = lived.type(*words, "--share", *form, today=TODAY)
    assert [one for one in NEVER if one in shown] == []
    if not form:
        assert shown.splitlines()[-1] == "Shared: names as initials, notes left out."
    whole = lived.type(*words, *form, today=TODAY)
    assert [one for one in NEVER if one in whole]


def test_what_counts_stays(lived: Terminal) -> None:
    """Counts, days, functions that are kinds of work, roles and numbers."""
    shown = lived.type("people", "--share", today=TODAY)
    assert "R. (PM)" in shown
    assert "P. (sales)" in shown
    assert "Q.  " in shown
    openings = lived.type("openings", "--share", today=TODAY)
    assert "a company (product manager)" in openings
    assert "2 applied" in openings
    assert "Calls for a company: 12 to 5" in lived.type("wins", "--share", today=TODAY)
    assert "Inspired" in lived.type("books", "--share", today=TODAY)


def test_the_page_of_somebody_private_is_shared_with_nobody(lived: Terminal) -> None:
    """Nor does the list have them; the counts stay."""
    lived.type("people", "ruth", "--private", today=TODAY)
    lived.type("openings", "lovell", "--private", today=TODAY)
    lived.type("people", "ruth", "--share", today=TODAY, code=2)
    assert "Ruth Vale is private, so there is nothing to share." in lived.err
    lived.type("openings", "lovell", "--share", today=TODAY, code=2)
    assert "R. " not in lived.type("people", "--share", today=TODAY)
    data = json.loads(lived.type("openings", "--share", "--json", today=TODAY))["data"]
    assert len(data["openings"]) == 1
    assert data["funnel"]["applied"] == 2


@pytest.mark.parametrize("words", [("people", "--share", "ruth"), ("statement", "--share", "check",
                                                                   "Pages open")])  # fmt: skip
def test_share_before_the_name_is_refused(words: tuple[str, ...], lived: Terminal) -> None:
    """There it would have no effect, and the page would have every name."""
    lived.type(*words, today=TODAY, code=2)
    assert "--share goes after the name or command that it is about." in lived.err
    assert lived.out == ""
