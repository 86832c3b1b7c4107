"""Who is named and was not there, and what is named and did not happen."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import Entry
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

TODAY = date(2027, 1, 11)


def entry(line: str) -> Entry:
    return compose(read(line, TODAY, content().vocabulary()), Options(), TODAY, None).entry


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("met Lena but Tom did not come", "Lena"),
        ("met Lena, Tom couldn't make it", "Lena"),
        ("call with Lena, could not reach Ben", "Lena"),
        ("lunch with Lena and Ben, Ana didn't show up", "Lena, Ben"),
        ("talked to Lena, no answer from Ben", "Lena"),
        ("Tom did not come, so I had coffee with Lena", "Lena"),
        ("coffee with Lena instead of Tom", "Lena"),
        ("coffee with Lena, Tom was sick", "Lena"),
        # Everybody was there.
        ("lunch with Lena and Ben, Ben didn't like the idea", "Lena, Ben"),
        ("coffee with Lena and Tom, but Tom left early", "Lena, Tom"),
        ("coffee with Lena, who could not answer my question", "Lena"),
    ],
)
def test_only_those_are_met_who_were_there(line: str, people: str) -> None:
    found = entry(line)
    assert found.event == "met"
    assert ", ".join(found.people) == people


@pytest.mark.parametrize(
    "line",
    [
        "meeting with Lena got cancelled",
        "coffee with Lena did not happen",
        "Ben from marketing cancelled our coffee",
        "the customer call was cancelled",
        "coffee with Lena fell through",
        "1:1 with my manager didn't happen",
        "my call with Tomas was moved to friday",
        "coffee with Tomas, who cancelled",
    ],
)
def test_what_was_called_off_takes_no_minutes(line: str) -> None:
    """It had fifteen, and was progress on its track."""
    found = entry(line)
    assert (found.minutes, found.event) == (0, "")


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("call with Tomas from sales about the customer who cancelled", "met"),
        ("coffee with a customer who didn't renew", "met"),
        ("coffee with Lena, did not talk about the role", "met"),
        ("told Ines about the launch that was postponed", "told"),
        ("interviewed a user who never finished the setup", "met"),
    ],
)
def test_a_denial_about_something_else_leaves_what_was_done(line: str, event: str) -> None:
    """The meeting was lost, or a talk was given that was not."""
    found = entry(line)
    assert (found.minutes, found.event) == (15, event)


@pytest.mark.parametrize(
    "line",
    ["worked on the deck, coffee with Lena was cancelled", "wrote the brief and did not send it"],
)
def test_what_was_done_beside_it_keeps_its_minutes(line: str) -> None:
    assert entry(line).minutes == 15
