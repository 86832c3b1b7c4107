"""What others give or promise me is no work of mine, and a meeting of ours is no customer call."""

from __future__ import annotations

import pytest

from pmpath.domain.words.reading import read
from tests.meaning.test_understood import KNOWN, TODAY, counts_for


@pytest.mark.parametrize(
    "line",
    [
        "coffee with Ana (sales), she promised to send me the deck by friday",
        "met Ben from marketing, he gave me a one-pager",
        "lunch with Lena (PM), she showed me her roadmap slides",
        "coffee with Ana (sales), she will send me a price comparison",
        "met Lena (PM) and she handed me a checklist for customer calls",
        "call with Ana (sales), she is sending me a summary of the deal",
        "coffee with Ben (marketing), who shared a template with me",
        "coffee with Lena (PM), she made me a cheat sheet",
        "coffee with Lena (PM), she'll send me three slides",
        "coffee with Lena (PM), Ben gave me a one-pager for the calls",
        "met Ben (sales), he offered me an intro",
    ],
)
def test_what_somebody_gives_me_leaves_a_coffee(line: str) -> None:
    """Whatever it is, given, promised or on its way."""
    assert counts_for(line) == {"allies.coffee"}


@pytest.mark.parametrize(
    "line", ["coffee with Tomas, he promised to send me the deck", "got a one-pager from Lena (PM)"]
)
def test_without_an_ally_it_counts_for_nothing(line: str) -> None:
    """Nobody knows what Tomas does."""
    assert counts_for(line) == set()


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("made Ben (marketing) a one-pager for his pricing, he has it", "allies.make-helper"),
        ("sent Ana (sales) the comparison table she asked for", "allies.make-helper"),
        ("coffee with Lena (PM), and I sent her a one-pager on churn", "allies.make-helper"),
        ("phoned the recruiter and she gave me one reason for the no", "search.after-no"),
        ("asked Ben (sales) to bring me to his next customer meeting", "customers.ask-seat"),
    ],
)
def test_what_i_give_counts_and_so_does_what_i_asked_for(line: str, action: str) -> None:
    """The reason for a no is what one called for."""
    assert action in counts_for(line)


@pytest.mark.parametrize(
    "line",
    [
        "asked my boss Karin whether I can join the roadmap meeting",
        "asked Tom (manager) if I may sit in on the planning meeting",
        "asked Lena (PM) whether I could join the sprint review",
        "asked Lena (PM) for a seat in the steering meeting",
        "asked Karin if I can listen in on the leadership meeting",
        "asked Lena (PM) to take me along to the roadmap meeting",
        "asked Ana (sales) if I can sit in on the pricing meeting",
        "asked Lena (PM) for a seat in the go-to-market meeting",
    ],
)
def test_a_seat_among_ourselves_is_none_on_a_customer_call(line: str) -> None:
    """No customer is there."""
    assert counts_for(line) == set()


@pytest.mark.parametrize(
    "line",
    [
        "asked Priya for a seat in the next customer call",
        "asked Ben (sales) whether I can join his customer demo",
        "asked Lena (PM) if I may listen in on a client call",
        "asked Ana (sales) to take me along to her next visit",
        "asked Ben (sales) whether I can join his next call",
        "asked Ben (sales) if I could sit in on a renewal meeting",
        "asked Ana (sales) whether I can join her next meeting with Hartmann",
        "asked Ben (sales) if I can join a meeting with a customer",
        "asked Ben (sales) if I could sit in",
    ],
)
def test_a_seat_where_a_customer_is_counts(line: str) -> None:
    """By the customer, or by whose meeting it is."""
    assert counts_for(line) == {"customers.ask-seat"}


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("coffee with Ana (sales), she offered me a seat on her next customer call", "met"),
        ("met Ben (sales), he offered me an intro", "met"),
        ("call with the recruiter, she offered me the position", "offer"),
        ("Volta Systems offered me 85k", "offer"),
    ],
)
def test_a_favor_is_no_offer_of_a_job(line: str, event: str) -> None:
    """It takes a job or a salary, or a firm."""
    assert read(line, TODAY, KNOWN).event == event
