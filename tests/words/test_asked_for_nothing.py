"""Whoever asks for nothing waits for nothing, and a word that points at somebody is no name."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

TODAY = date(2027, 1, 12)


def draft(line: str) -> Draft:
    """The line as it is read."""
    return read(line, TODAY, content().vocabulary())


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("sent Basia (sales) something useful, and ask for nothing", "sent"),
        ("Sent Tomas (sales) an article on churn and asked for nothing", "sent"),
        ("gave Lena (PM) my notes, asked nothing in return", "sent"),
        ("passed a link on to Ben, asked him for nothing", ""),
        ("asked Ben (sales) nothing", ""),
        ("asked Noor (PM) for nothing in particular", ""),
        ("coffee with Ben (sales), asked for nothing", "met"),
    ],
)
def test_to_ask_for_nothing_is_no_ask(line: str, event: str) -> None:
    """No answer is awaited, and no follow-up will be."""
    found = draft(line)
    assert (found.event, found.next) == (event, None)


@pytest.mark.parametrize(
    "line",
    [
        "asked Ben (sales) for the nothing-left report",
        "asked Ben (sales) for a seat, nothing else",
        "asked Ben (sales) why nothing ships in march",
    ],
)
def test_nothing_may_be_a_part_of_what_is_asked_for(line: str) -> None:
    """Ben was asked."""
    assert draft(line).event == "asked"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("followed one release to the customer, nine jobs, each with its owner", []),
        ("every task with its seller and its date", []),
        ("coffee with whose manager, 20m", []),
        ("call with such a PM, 20m", []),
        ("met Ina, its PM, 20m", ["Ina (PM)"]),
        ("lunch with its CTO, Vera", ["Vera (CTO)"]),
        ("met another PM, 20m", []),
        ("coffee with several sellers, 1h", []),
    ],
)
def test_its_and_whose_are_nobody(line: str, people: list[str]) -> None:
    """`Its (owner)` was somebody to meet."""
    assert list(draft(line).people) == people
