"""What others did, and people who belong to somebody, are not taken for one's own."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

TODAY = date(2027, 1, 12)


def draft(line: str) -> Draft:
    """The line as it is read."""
    return read(line, TODAY, content().vocabulary())


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("met Tomas's boss", []),
        ("met Tomas\N{RIGHT SINGLE QUOTATION MARK}s boss for a chat", []),
        ("coffee with Lena's colleague Max (PM)", ["Max (PM)"]),
        ("reviewed the roadmap with Lena's team", []),
        ("lunch with Lena's sales team, 1h", []),
        ("met Lena's wife", []),
        ("asked Tomas's team for a seat", []),
        ("joined Lena's demo, 30m", ["Lena"]),
        ("told Lena's manager Ingrid (VP Product) about my plan", ["Ingrid (VP Product)"]),
        ("met her boss Ingrid (VP Sales)", ["Ingrid (VP Sales)"]),
        ("told my manager Ingrid about my plan", ["Ingrid (manager)"]),
        ("met my boss Petra, 20m", ["Petra (manager)"]),
    ],
)
def test_whoever_belongs_to_somebody_is_somebody_else(line: str, people: list[str]) -> None:
    """`Lena's boss` is neither Lena nor one's own boss; at Lena's demo she was there."""
    assert list(draft(line).people) == people
    if "my" not in line:
        assert not any(one.value == "manager" for one in draft(line).others)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("12 engineers applied, 2 became PM", ""),
        ("counted odds: 12 engineers applied, 2 became PM in two years at our firm", ""),
        ("two colleagues applied for the PM job", ""),
        ("my colleague Jan applied at Helio", ""),
        ("of 20 candidates who applied 3 got in", ""),
        ("applied at Helio as PM", "applied"),
        ("yesterday applied to Helio", "applied"),
        ("sent my positioning statement to my sister, she didn't get it", "sent"),
        ("they didn't get it", ""),
        ("didn't get it, they took somebody else", "rejected"),
    ],
)
def test_what_others_did_is_no_step_of_the_search(line: str, event: str) -> None:
    """An application of a colleague and a sentence nobody understood move no opening."""
    assert draft(line).event == event


def test_a_piece_for_a_firm_that_is_known_is_about_no_opening() -> None:
    """An FAQ for readers at a firm is writing, whatever one applied for there."""
    known = changed(content().vocabulary(), firms={"nordfrakt": "Nordfrakt: PM"})
    for line in ("wrote an FAQ for Nordfrakt, 1h", "case study about Nordfrakt drafted"):
        assert read(line, TODAY, known).opening == ""
    assert read("Nordfrakt onsite, 4h", TODAY, known).opening == "Nordfrakt: PM"
