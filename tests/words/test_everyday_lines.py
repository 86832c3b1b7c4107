"""Kinds of everyday lines that were read wrong without a word, in the voices of several people."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.entry import ME, THEM
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

WEDNESDAY, FRIDAY, A_WEEK_ON = date(2027, 3, 17), date(2027, 3, 19), date(2027, 3, 24)


def draft(line: str) -> Draft:
    """The line as it is read, typed on a Wednesday."""
    return read(line, WEDNESDAY, content().vocabulary())


@pytest.mark.parametrize(
    ("line", "person", "what"),
    [
        ("need to get Imke the estimate", "Imke", "get the estimate"),
        ("need to bring Zorana the printouts", "Zorana", "bring the printouts"),
        ("must find Quim a slot", "Quim", "find a slot"),
        ("promised to lend Ilkay the book", "Ilkay", "lend the book"),
        ("I'll hand Tui my notes", "Tui", "hand my notes"),
        ("must remember to thank Ilkay", "Ilkay", "thank"),
    ],
)
def test_whom_a_thing_is_handed_to_is_somebody(line: str, person: str, what: str) -> None:
    """Whether a list of names has them or not."""
    move = draft(line).next
    assert move is not None
    assert (move.who, move.person, move.what, move.day) == (ME, person, what, A_WEEK_ON)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Kilian promised to send me the deck", "Kilian"),
        ("intro to the PM promised by Kilian", "Kilian"),
        ("helped Paavo with his query, he'll show me the CRM", "Paavo"),
    ],
)
def test_what_a_stranger_promised_is_theirs(line: str, person: str) -> None:
    """By the promise itself, or by what is said of him."""
    move = draft(line).next
    assert move is not None
    assert (move.who, move.person) == (THEM, person)


@pytest.mark.parametrize(
    "line",
    ["Yusra has half an hour for me on Friday", "Marten can spare 15 min on Friday"],
)
def test_a_stranger_with_time_is_somebody(line: str) -> None:
    """As only people have it for somebody."""
    move = draft(line).next
    assert move is not None
    assert (move.who, move.day) == (ME, FRIDAY)
    assert move.person in line.split()


@pytest.mark.parametrize(
    "line",
    [
        "need to give Redis a restart",
        "need to get Kubernetes the patch",
        "helped Grafana with its query",
        "Acme promised us a fix",
        "Jenkins has 30 minutes left",
    ],
)
def test_tools_and_firms_are_handed_nothing(line: str) -> None:
    """Nor have they time for anybody."""
    found = draft(line)
    assert (found.people, found.next) == ((), None)


def test_what_is_promised_for_tonight_is_due_today() -> None:
    """The day of the line is the same, which is no reason to wait a week."""
    for line in ("told Halvard I will send the RFC tonight", "promised Ilkay the summary tonight"):
        move = draft(line).next
        assert move is not None
        assert move.day == WEDNESDAY
    assert draft("met Lena tonight, 30m").next is None


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("did not manage the coffee with Arne, moved to Friday", "coffee"),
        ("no lunch with Arne, postponed to Friday", "lunch"),
        ("lunch with Arne fell through, moved to Friday", "lunch"),
    ],
)
def test_a_meeting_that_fell_through_has_its_new_day(line: str, what: str) -> None:
    """Said in the next part of the sentence."""
    found = draft(line)
    assert found.next is not None
    assert (found.event, found.next.person, found.next.day) == ("", "Arne", FRIDAY)
    assert found.next.what == what


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("refactoring, 3h; then tea with Odile (design) 20 min", 20),
        ("wrote tests, 2h, coffee with Ana 20m", 20),
        ("fixed the login bug 3h, then coffee with Ana 20m", 20),
        ("read Inspired, 30 min; call with Ben, 20 min", 50),
    ],
)
def test_the_time_of_the_job_behind_a_comma_is_left_out_as_well(line: str, minutes: int) -> None:
    """A part that is nothing but a time goes with the one before."""
    assert draft(line).minutes == minutes


@pytest.mark.parametrize(
    ("line", "what", "day"),
    [
        ("met Lena (PM), she'll share her notes", "share her notes", A_WEEK_ON),
        ("agreed with Lena that she sends the list by Friday", "sends the list", FRIDAY),
        ("Lena offered to talk to HR for me", "offered to talk to HR for me", A_WEEK_ON),
    ],
)
def test_what_they_will_do_is_awaited(line: str, what: str, day: date) -> None:
    """Whatever the turn of the sentence, and without a word of me where they share it."""
    move = draft(line).next
    assert move is not None
    assert (move.who, move.person.partition(" ")[0]) == (THEM, "Lena")
    assert (move.what, move.day) == (what, day)


@pytest.mark.parametrize(
    "line",
    ["bought Inspired", "Ravi recommended Crossing the Chasm", 'Lena suggested "The Mom Test"',
     "ordered Influence"],
)  # fmt: skip
def test_a_book_that_was_bought_or_praised_is_not_read_yet(line: str) -> None:
    """`finished Inspired` is."""
    assert (draft(line).event, draft(line).book) == ("", "")
    assert draft("finished Inspired").event == "read"


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("Ben used my FAQ in a call today", ""),
        ("used my FAQ in a call with Ana", "met"),
        ("gave Ben notes on his presentation, 20m", "sent"),
        ("gave Casimir feedback on his pitch", "sent"),
        ("gave my talk on pricing, 30 people", "talk"),
        ("I'd coffee with Lena on Monday", "met"),
    ],
)
def test_what_is_theirs_did_not_happen_to_me(line: str, event: str) -> None:
    """A call of theirs, or a pitch that is his."""
    assert draft(line).event == event


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Ben cancelled, new date is 19 March", "Ben"),
        ("Lena can't make it, new time is Friday at 10", "Lena"),
        ("let Marisol know that I'd join her call on Friday", "Marisol"),
        ("told Lena I'd send it on Friday", "Lena"),
    ],
)
def test_a_day_to_come_is_no_day_of_doing(line: str, person: str) -> None:
    """Behind a new date, and behind what I would do."""
    found = draft(line)
    assert found.next is not None
    assert (found.day, found.next.person, found.next.day) == (None, person, FRIDAY)


@pytest.mark.parametrize(
    ("line", "person", "what"),
    [
        ("Matthias said I can join on Friday at 3", "Matthias", "join"),
        ("Klara asked me to summarize the tickets by Friday", "Klara", "summarize the tickets"),
        ("planned: call with Xenia on 19 March, 9am", "Xenia", "call"),
    ],
)
def test_what_they_let_me_or_ask_of_me_is_mine_by_its_day(
    line: str, person: str, what: str
) -> None:
    """And is not done yet."""
    found = draft(line)
    assert found.next is not None
    assert (found.next.who, found.next.person, found.next.day) == (ME, person, FRIDAY)
    assert (found.next.what, found.day, found.event == "met") == (what, None, False)


@pytest.mark.parametrize(
    ("line", "event", "person"),
    [
        ("Tuesday: mock interview with Severin, 1h", "met", "Severin"),
        ("got 20 minutes of Theodora's time, she runs partnerships", "met", "Theodora"),
        ("handed Uschi the macro, 10 min", "sent", "Uschi"),
        ("20 min with Valeska about her churn worries, then fixed the build", "", "Valeska"),
        ("Roswitha will look at my CV next week", "", "Roswitha"),
    ],
)
def test_strangers_are_told_by_what_happens_between_us(line: str, event: str, person: str) -> None:
    """Their time, a word of her, and what they do with mine."""
    found = draft(line)
    assert found.event == event
    assert person in [one.partition(" ")[0] for one in found.people]


def test_a_promise_to_myself_is_owed_to_nobody() -> None:
    """Nor was anything read."""
    found = draft("promised myself to read more")
    assert (found.event, found.next) == ("", None)


def test_what_was_handed_over_or_in_was_sent_as_before() -> None:
    """`handed` alone needs whom it went to."""
    assert draft("handed over the slides to Uschi").event == "sent"
    assert draft("handed a lot of paper around").event == ""
