"""Several people in one line: each with their own function, and none of them part of a thing."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.words.draft import Draft
from pmpath.domain.words.people.one_breath import in_one_breath
from pmpath.domain.words.reading import read
from pmpath.storage.content import content
from tests.commands.conftest import Terminal, empty, terminal

__all__ = ["empty", "terminal"]
TODAY = date(2027, 1, 12)


def draft(line: str) -> Draft:
    """The line as it is read."""
    return read(line, TODAY, content().vocabulary())


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("coffee with Anna (PM), Ben (sales), 30m", ["Anna (PM)", "Ben (sales)"]),
        ("coffee with Anna (PM); Ben (sales), 30m", ["Anna (PM)", "Ben (sales)"]),
        ("lunch: Anna [PM], Ben [sales]", ["Anna (PM)", "Ben (sales)"]),
        ("met Ruth (CMO), Ida (sales) and Ben (PM)", ["Ruth (CMO)", "Ida (sales)", "Ben (PM)"]),
        (
            "told Ruth (CMO), Ida (head of sales) and Ben about my plan",
            ["Ruth (CMO)", "Ida (head of sales)", "Ben"],
        ),
        (
            "told Ruth (VP of marketing) & Ida (head of product and design) my plan",
            ["Ruth (VP of marketing)", "Ida (head of product and design)"],
        ),
        (
            "Ana (product manager), Cem (account executive), Dov (customer), 1h",
            ["Ana (PM)", "Cem (sales)", "Dov (customer)"],
        ),
        ("met Ana (head of marketing), Ben, 20m", ["Ana (head of marketing)", "Ben"]),
        ("coffee with the CMO, Vera", ["Vera (CMO)"]),
        ("met our PM, Lena, and Tom (sales)", ["Lena (PM)", "Tom (sales)"]),
        ("told our head of sales and marketing Ida my plan", ["Ida (head of sales and marketing)"]),
    ],
)
def test_a_function_in_brackets_is_of_the_name_before_it(line: str, people: list[str]) -> None:
    """`Anna (PM), Ben (sales)` made a PM of Ben."""
    assert list(draft(line).people) == people


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("asked Tom (sales) and Ida (PM) for a seat", "seat"),
        ("asked Tom, Ida and Ben for a reference", "reference"),
        ("asked both Tom and Ida for a seat on a call", "seat on a call"),
        ("asked Ben from sales and Tom from marketing for coffee", "coffee"),
        ("promised Tom and Ida the deck by friday", "deck"),
        ("will send Ben and Ana the notes by fri", "send the notes"),
        ("asked Tom to introduce me to Ida", "introduce me to Ida"),
        ("asked Ben for Ana's number", "Ana's number"),
        ("Tom owes me the deck by friday", "deck"),
        ("promised to call Ben by friday", "call"),
        ("promised to introduce Ben to Ana by friday", "introduce to Ana"),
        ("promised to send Lena the notes by friday", "send the notes"),
        ("Anna promised to recommend me", "recommend me"),
    ],
)
def test_whoever_is_asked_too_is_no_part_of_what_is_asked_for(line: str, what: str) -> None:
    """`Ida (PM) for a seat` was awaited."""
    found = draft(line).next
    assert found is not None
    assert found.what == what


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("promised Noor the slides by Friday, call with Lena", "promised Noor · also named Lena"),
        ("asked Tom for a seat, then lunch with Ida (sales)", "asked Tom · also named Ida (sales)"),
        ("asked Tom (sales) and Ida (PM) for a seat", "asked Tom (sales), Ida (PM)"),
        ("told @ruth:CMO my plan, coffee with @ida", "told Ruth (CMO) · also named Ida"),
        ("sent the page to Ana, Ben and Cem", "sent to Ana, Ben, Cem"),
    ],
)
def test_only_those_in_one_breath_were_asked(line: str, shown: str, terminal: Terminal) -> None:
    """Whoever stands in the line for another reason is named as such."""
    assert f" · {shown} · " in " ".join(terminal.type("log", line).split())


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("asked Tom and Ida for a seat", "Ida", True),
        ("asked Tom (sales), Ida (PM) for a seat", "Ida (PM)", True),
        ("asked Tom, coffee with Ida", "Ida", False),
        ("asked Tom whether Ida has time", "Ida", False),
        ("asked Tom for a seat", "Zoe", True),
    ],
)
def test_one_breath_is_names_functions_and_an_and(text: str, other: str, same: bool) -> None:
    """A name that is not found is taken to stand beside the first."""
    assert in_one_breath(text, ("Tom (sales)", other), "Tom (sales)", other) is same


@pytest.mark.parametrize(
    "line",
    [
        "the recruiter will call me by friday",
        "Marketing will send us the numbers by friday",
        "The bank will send us a letter by friday",
        "Priya (customer) will send me the deck by friday",
        "Xiu is going to send me the deck by friday",
    ],
)
def test_what_is_done_for_me_is_not_mine_to_do(line: str) -> None:
    """`call me` stood under what I owe."""
    found = draft(line).next
    assert found is not None
    assert found.who == "them"


@pytest.mark.parametrize(
    "line",
    [
        'listened in on a call, 40 min, wrote down "I want to see tomorrow at a glance"',
        'coffee with Ben, he said "I need to call you by friday"',
        "call with Ana, 20m: \N{LEFT DOUBLE QUOTATION MARK}we must ship by monday"
        "\N{RIGHT DOUBLE QUOTATION MARK}",
    ],
)
def test_what_somebody_said_is_no_plan_of_mine(line: str) -> None:
    """A customer's `I want to see tomorrow at a glance` was owed for half a year."""
    assert draft(line).next is None


def test_a_quote_that_is_closed_or_never_ends_hides_no_promise() -> None:
    """The thing may stand in quotes, and a sign of inches opens none."""
    for line in (
        'promised Ben the "lost deals" deck by friday',
        'promised Ben the 5" stickers by friday',
        'promised Ben the "lost deals deck by friday',
    ):
        found = draft(line).next
        assert found is not None, line
        assert found.day == date(2027, 1, 15), line
