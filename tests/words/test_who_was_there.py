"""Somebody without a name counts as met only when they were there, not when they were spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.words.reading import read
from pmpath.storage.content import content

THERE = [
    ("met Lena (PM) and a customer, 1h", ["1 customer"]),
    ("met Lena (PM), Tom and two customers, 1h", ["2 customer"]),
    ("met two customers with Lena (PM), 1h", ["2 customer"]),
    ("coffee with Lena (PM), then lunch with two salespeople", ["2 sales"]),
    ("coffee with a PM and two salespeople", ["1 PM", "2 sales"]),
    ("met two PMs, 30m, and a customer, 20m", ["2 PM", "1 customer"]),
    ("met a customer about imports", ["1 customer"]),
    ("call with two customers on Monday", ["2 customer"]),
    ("lunch with two salespeople from Kassel, 40m", ["2 sales"]),
    ("coffee with a salesperson", ["1 sales"]),
    ("met three sellers", ["3 sales"]),
    ("customer call with Anna and two PMs, 30m", ["1 customer", "2 PM"]),
    ("lunch with a designer and a marketer", ["1 design", "1 marketing"]),
]
SPOKEN_OF = [
    ("coffee with Lena (PM), 40m; she said to write for one customer first", []),
    ("coffee with Lena (PM), she told me to call a customer every week", []),
    ("coffee with Lena (PM), 40m. Her advice: talk to a customer first", []),
    ("coffee with Lena (PM), she meets two customers a week", []),
    ("coffee with Lena (PM) and she said to call a customer", []),
    ("coffee with Lena (PM) where she told me about a customer", []),
    ("coffee with Lena (PM) about a customer who left", []),
    ("lunch with Tom (sales): a customer complained about imports", []),
    ("met Ines (support) - a customer had called her", []),
    ("lunch with the CMO. Two customers are leaving", ["1 CMO"]),
    ("coffee with a PM; she has three customers", ["1 PM"]),
    ("met Lena (PM), who thinks most sellers avoid the import", []),
    ("coffee with sales", []),
    ("mostly meetings, but I got Ana (CS lead) to promise a list of churned users", []),
    ("met Ben (sales) - two of his customers want exports", []),
]


@pytest.mark.parametrize(("line", "contacts"), THERE + SPOKEN_OF)
def test_who_is_spoken_of_is_no_contact(line: str, contacts: list[str]) -> None:
    """Behind about, said or she, and in a sentence of their own, people were not there."""
    draft = read(line, date(2027, 1, 12), content().vocabulary())
    met = [f"{one.count} {one.value}" for one in draft.others if one.kind == "contact"]
    assert met == contacts
