"""What I said I will do for somebody, what I asked of them, and time that they only offer."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import ME, THEM
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.render.phrases.confirmation import confirmation_text
from pmpath.storage.content import content

WEDNESDAY = date(2027, 3, 17)
THURSDAY, FRIDAY, A_WEEK_ON = date(2027, 3, 18), date(2027, 3, 19), date(2027, 3, 24)


def draft(line: str) -> Draft:
    """The line as it is read, typed on a Wednesday."""
    return read(line, WEDNESDAY, content().vocabulary())


def said(line: str) -> str:
    """The confirmation, on one line."""
    made = compose(draft(line), Options(), WEDNESDAY, None)
    return " ".join(confirmation_text(made, WEDNESDAY, 100, handle="abc").split())


@pytest.mark.parametrize(
    ("line", "person", "what"),
    [
        ("will send Lena the deck", "Lena", "send the deck"),
        ("I'll send Lena the deck", "Lena", "send the deck"),
        ("will definitely send Lena the deck", "Lena", "send the deck"),
        ("going to send Ben the numbers", "Ben", "send the numbers"),
        ("need to answer Wanjiru's mail", "Wanjiru", "answer Wanjiru's mail"),
        ("must get back to Priya about the demo", "Priya", "get back about the demo"),
        ("shall forward the recording to Aino", "Aino", "forward the recording"),
        ("I have to call Suresh back", "Suresh", "call back"),
        ("coffee with Lena 30m, will send her the deck", "Lena", "send the deck"),
        ("standup, then coffee w/ Priya 25m, gonna send her the sheet", "Priya", "send the sheet"),
        ("rebuilt the cache. must get Femi the trace", "Femi", "get the trace"),
    ],
)
def test_what_i_will_do_for_somebody_is_owed_without_a_day(
    line: str, person: str, what: str
) -> None:
    """It is due a week on, and the confirmation says that nobody said so."""
    move = draft(line).next
    assert move is not None
    assert (move.who, move.person, move.what, move.day) == (ME, person, what, A_WEEK_ON)
    assert f"you owe: {person}, by Wed 24 Mar (assumed): {what}" in said(line)


@pytest.mark.parametrize(
    "line",
    [
        "will refactor the importer",
        "need to fix the build",
        "we will send the client the invoice",
        "will upgrade Postgres for Kim",
        "Going to Berlin with Marek",
        "if Lena agrees, I'll send her the deck",
        "wrote down what I will tell Tom",
        "will not send Lena the deck",
        "should see more customers",
    ],
)
def test_a_plan_for_nobody_is_no_promise(line: str) -> None:
    """Nor is what is only supposed, denied, or written down for oneself."""
    assert draft(line).next is None


@pytest.mark.parametrize(
    "line",
    [
        "will send Lena the deck",
        "will call Ana on friday",
        "need to send Mara the slides by friday",
        "meeting with Tariq next tuesday",
        "first interview is on 12 Feb",
        "We see Mara on Tuesday",
    ],
)
def test_a_promise_alone_takes_no_minutes(line: str) -> None:
    """Nothing was done yet, whether its day is said or assumed."""
    assert "no minutes, as nothing was done" in said(line)


@pytest.mark.parametrize(
    "line", ["agreed with Ben to meet on friday", "tea with Ngaire next tuesday, wrote my notes"]
)
def test_what_was_done_beside_a_plan_takes_its_minutes(line: str) -> None:
    """The plan has none, the rest has fifteen."""
    assert "15 min (assumed)" in said(line)


@pytest.mark.parametrize(
    ("line", "person", "what", "day"),
    [
        ("told Ana I would send it", "Ana", "send it", A_WEEK_ON),
        ("told Ana I'd send the notes", "Ana", "send the notes", A_WEEK_ON),
        ("told Ana I would send her the numbers by Friday", "Ana", "send the numbers", FRIDAY),
        ("told Tom that I will draft the page for him", "Tom", "draft the page", A_WEEK_ON),
        ("said to Mara I'd share the sheet", "Mara", "share the sheet", A_WEEK_ON),
        ("said I'd send Mara the link", "Mara", "send the link", A_WEEK_ON),
        ("let Mara know I'd bring the printouts", "Mara", "bring the printouts", A_WEEK_ON),
        ("gave Ines my word that I'd send the draft by Friday", "Ines", "send the draft", FRIDAY),
        ("messaged Ruth that I'd share the clip tomorrow", "Ruth", "share the clip", THURSDAY),
        ("told Ilse I'd have the summary ready by friday", "Ilse", "have the summary ready",
         FRIDAY),
        ("promised Jörg the intro tomorrow", "Jörg", "intro", THURSDAY),
        ("promised Mara the slides", "Mara", "slides", A_WEEK_ON),
        ("promised oksana (pm) the slides", "Oksana (PM)", "slides", A_WEEK_ON),
    ],
)  # fmt: skip
def test_what_i_told_somebody_i_would_do_is_promised(
    line: str, person: str, what: str, day: date
) -> None:
    """With its day, or a week on."""
    found = draft(line)
    assert found.event == "promised"
    assert found.next is not None
    assert (found.next.who, found.next.person, found.next.what) == (ME, person, what)
    assert (found.next.day, found.due_assumed) == (day, day == A_WEEK_ON)


@pytest.mark.parametrize(
    "line",
    [
        "told Ana I would like to move into product",
        "told my boss I'd apply for a PM role",
        "told Lena I'd think about it",
        "Told the team I will be late",
        "Ana told me I would get the deck",
    ],
)
def test_a_wish_told_is_no_promise(line: str) -> None:
    """Nothing of it is done for whoever hears it."""
    found = draft(line)
    assert (found.event == "promised", found.next) == (False, None)


@pytest.mark.parametrize(
    ("line", "event", "what"),
    [
        ("coffee with Lena 30m, told her I'd send the deck", "met", "send the deck"),
        ("coffee with Lena 30m, said I'd send the deck by Friday", "met", "send the deck"),
        ("met Lena, promised her the sheet tomorrow", "met", "sheet"),
        ("told Lena (head of sales) I'd send her my plan", "told", "send my plan"),
    ],
)
def test_a_promise_beside_a_deed_takes_nothing_from_it(line: str, event: str, what: str) -> None:
    """Whoever was met was met, and a leader who hears of the plan was told."""
    found = draft(line)
    assert found.next is not None
    assert (found.event, found.next.who, found.next.what) == (event, ME, what)
    assert [one.partition(" ")[0] for one in found.people] == ["Lena"]


@pytest.mark.parametrize(
    ("line", "person", "what"),
    [
        ("asked Ben for the demo video tomorrow", "Ben", "demo video"),
        ("asked Ben to send the demo video tomorrow", "Ben", "send the demo video"),
        ("asked Noor to share her slides tomorrow morning", "Noor", "share her slides"),
        ("pinged Ben for the log files tomorrow", "Ben", "log files"),
        ("chased Max for the contract tomorrow", "Max", "contract"),
    ],
)
def test_what_i_asked_for_tomorrow_is_theirs(line: str, person: str, what: str) -> None:
    """The asking was done; the day is when the thing comes."""
    found = draft(line)
    assert found.next is not None
    assert (found.event, found.people) == ("asked", (person,))
    assert (found.next.who, found.next.what, found.next.day) == (THEM, what, THURSDAY)


@pytest.mark.parametrize(
    ("line", "person", "day"),
    [
        ("Lena has time for 20 minutes on Friday", "Lena", FRIDAY),
        ("Ben has half an hour on Friday", "Ben", FRIDAY),
        ("Priya could give me 20 minutes on Friday", "Priya", FRIDAY),
        ("Ines offered me 30 minutes on Friday", "Ines", FRIDAY),
        ("Dave says he has 30 minutes on Friday", "Dave", FRIDAY),
        ("Lena has 20 minutes for me tomorrow", "Lena", THURSDAY),
        ("asked Lena for a coffee, she has 20 minutes on Friday", "Lena", FRIDAY),
    ],
)
def test_time_that_somebody_has_is_when_i_will_meet_them(line: str, person: str, day: date) -> None:
    """It is no meeting that was, and takes none of the minutes that they offer."""
    found = draft(line)
    assert found.next is not None
    assert (found.event == "met", found.minutes, found.day) == (False, None, None)
    assert (found.next.who, found.next.person, found.next.day) == (ME, person, day)


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Lena has time for 20 minutes", "Lena"),
        ("Tom can spare 15 minutes next week", "Tom"),
        ("Ines is free for 20 minutes", "Ines"),
        ("Dave said he's got 30 mins for me", "Dave"),
        ("Sanna offered to meet for 20 minutes", "Sanna"),
        ("Joao offers me an hour of his time", "Joao"),
    ],
)
def test_of_time_without_a_day_the_day_is_still_to_find(line: str, person: str) -> None:
    """Which is mine to do, and the day by when is assumed."""
    found = draft(line)
    assert found.next is not None
    assert (found.event, found.minutes) == ("answered", None)
    assert (found.next.who, found.next.person, found.next.what) == (ME, person, "a day to meet")
    assert found.due_assumed


@pytest.mark.parametrize(
    "line",
    [
        "Ana had time for 20 minutes",
        "Chidi finally gave me time, 40 min",
        "Lena made time for me, 20 min",
    ],
)
def test_time_that_was_given_is_a_meeting(line: str) -> None:
    """In the past tense."""
    found = draft(line)
    assert (found.event, found.next) == ("met", None)
    assert found.minutes


def test_what_has_a_length_is_no_offer() -> None:
    """`Jonas has read it, 2h`: the time is that of the line."""
    found = draft("New resume with outcomes on top, Wanda has read it, 2h")
    assert (found.minutes, found.next) == (120, None)


def test_whose_it_is_stays_in_what_i_owe_and_not_in_an_answer() -> None:
    """A reply that is awaited has come with whatever they say, and needs no name of theirs."""
    owed = draft("need to answer Wanjiru's mail").next
    awaited = draft("waiting for Dana's reply").next
    assert owed is not None
    assert awaited is not None
    assert (owed.what, awaited.what) == ("answer Wanjiru's mail", "reply")
