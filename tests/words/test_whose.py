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


@pytest.mark.parametrize(
    ("line", "event", "people"),
    [
        ("Petra will talk to Ingrid about it", "", ["Petra", "Ingrid"]),
        ("coffee with Lena, she will talk to Ingrid", "met", ["Lena"]),
        ("coffee with Lena; Ben will send the deck by Friday", "met", ["Lena"]),
        ("met Lena and Ben, they will introduce me to Ingrid", "met", ["Lena", "Ben"]),
        ("met Will from sales", "met", ["Will (sales)"]),
        ("coffee with Will, 30m", "met", ["Will"]),
    ],
)
def test_what_others_have_yet_to_do_is_no_meeting(line: str, event: str, people: list[str]) -> None:
    """Whom somebody else will talk to was not met; Will is a name all the same."""
    found = draft(line)
    assert (found.event, list(found.people)) == (event, people)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("prospect at Kestrel asked 3 times about permissions", ""),
        ("a customer asked for the export", ""),
        ("two customers asked for SSO", ""),
        ("asked a customer for a call", "asked"),
        ("Ben wants a demo next week", ""),
        ("Sartorius wants a case presentation next week", ""),
        ("case presentation at Sartorius, 45 minutes in front of 4 people", "interview"),
    ],
)
def test_who_asked_and_who_wants_is_told_from_me(line: str, event: str) -> None:
    """What customers ask for and firms want is neither my asking nor a talk that was held."""
    assert draft(line).event == event


def test_who_referred_me_is_no_firm() -> None:
    """Behind `referral from` stands somebody, not the opening."""
    found = draft("referral from Max for Sartorius PM role, sent my CV")
    assert (list(found.people), found.stage) == (["Max"], "applied")
    assert "Max" not in found.opening


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        ("accepted Sartorius' offer", "Sartorius"),
        ("accepted the offer from Sartorius", "Sartorius"),
        ("signed the contract with Sartorius", "Sartorius"),
        ("I took the Sartorius job", "Sartorius"),
        ("took the job at Sartorius", "Sartorius"),
        ("finally accepted the offer", ""),
        ("Ben accepted Sartorius' offer", None),
        ("Lena (PM) took the job at Sartorius", None),
        ("she took the job at Sartorius", None),
        ("coffee with Max who took the job at Helio", None),
        ("took a contract for the shelter page", None),
        ("signed the contract with the printer", None),
        ("took the position of scribe", None),
        ("accepted a coffee with Lena", None),
    ],
)
def test_an_offer_is_accepted_in_many_words_and_only_by_oneself(
    line: str, opening: str | None
) -> None:
    """It ends the search, so that a job of somebody else must never count for it."""
    found = draft(line)
    assert (found.event == "offer") is (opening is not None)
    if opening is not None:
        assert found.opening.partition(":")[0] == opening


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("1h on the case study w/ Ines, she wants it by the 22nd", "the case study"),
        ("worked on the pricing page for Tomas, he needs it by Friday", "the pricing page"),
        ("pricing page draft, Tomas wants it by friday", "pricing page draft"),
        ("case study with Ines 1h, promised it for Friday", "case study"),
        ("worked with Ines, she wants it by Friday", "what was agreed"),
    ],
)
def test_what_is_owed_has_a_name(line: str, what: str) -> None:
    """`It, for Ines` would say nothing the week after."""
    owed = draft(line).next
    assert owed is not None
    assert owed.what == what


@pytest.mark.parametrize(
    "line",
    [
        "Ben: sure, Thursday 2pm",
        "Tomas said yes, call on Thursday 10:00",
        "Lena said yes, coffee on Friday",
        "Priya answered: yes, Tuesday at 9",
    ],
)
def test_the_day_that_suits_them_is_to_come(line: str) -> None:
    """Behind a yes a weekday is not a day on which anybody was met."""
    found = draft(line)
    assert (found.day, found.event) == (None, "answered")


def test_a_yes_of_last_thursday_was_on_thursday() -> None:
    """Without a turn of the sentence it is the day of the answer."""
    assert draft("Tomas said yes on Thursday").day == date(2027, 1, 7)
