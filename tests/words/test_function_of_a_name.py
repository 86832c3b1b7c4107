"""A function that is said of somebody named goes to the name, and is kept once."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.words.reading import read
from pmpath.storage.content import content

TODAY = date(2027, 1, 12)


def found(line: str) -> tuple[list[str], list[str]]:
    """Who was there by name, and as what without one."""
    draft = read(line, TODAY, content().vocabulary())
    contacts = [one.value for one in draft.others if one.kind == "contact"]
    return list(draft.people), contacts


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("customer call with Stadtwerke 45m", ["Stadtwerke (customer)"]),
        ("met Stadtwerke as a customer", ["Stadtwerke (customer)"]),
        ("met Stadtwerke today, they are a customer", ["Stadtwerke (customer)"]),
        ("met Stadtwerke, our customer", ["Stadtwerke (customer)"]),
        ("PM meetup with Kim", ["Kim"]),
        ("customer call with Lena (PM)", ["Lena (PM)"]),
    ],
)
def test_what_is_said_of_a_name_goes_to_it(line: str, people: list[str]) -> None:
    """One person, with what was said of them, and nobody beside."""
    named, contacts = found(line)
    assert named == people
    if people[0].endswith("(customer)"):
        assert contacts == []


@pytest.mark.parametrize(
    ("line", "people", "contacts"),
    [
        ("met Anna and a customer", ["Anna"], ["customer"]),
        ("met Anna, then a customer call", ["Anna"], ["customer"]),
        ("call with a customer and Lena", ["Lena"], ["customer"]),
        ("met Anna as the customer was ill", ["Anna"], []),
        ("met Anna and Ben as a customer called in", ["Anna", "Ben"], []),
        ("met Anna, two customers are new", ["Anna"], []),
        ("customer call with @stadtwerke", ["Stadtwerke"], ["customer"]),
    ],
)
def test_somebody_else_stays_somebody_else(
    line: str, people: list[str], contacts: list[str]
) -> None:
    """In doubt nobody is given a function: it would count for a milestone."""
    assert found(line) == (people, contacts)
