"""A promise is told by its thing: no word of the promising, and for whom it is."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.entry import ME, THEM
from pmpath.domain.promise import topic_of
from pmpath.domain.words.reading import read
from pmpath.storage.content import content

MONDAY, FRIDAY = date(2026, 11, 2), date(2026, 11, 6)


def move(line: str) -> tuple[str, str, str, date]:
    """The move of a line typed on a Monday."""
    found = read(line, MONDAY, content().vocabulary()).next
    assert found is not None, line
    return found.who, found.person, found.what, found.day


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Lena promised to send me the one-pager by friday", "send me the one-pager"),
        ("coffee with Lena, she promised to send me the deck by friday", "send me the deck"),
        ("Lena promised to introduce me to Karim by friday", "introduce me to Karim"),
        ("Lena agreed to review my brief by friday", "review my brief"),
        ("Lena offered to look over my resume by friday", "offered to look over my resume"),
        ("Lena promised that she will send me the deck by friday", "send me the deck"),
        ("Lena promised she'd send me the deck by friday", "send me the deck"),
        ("Lena promised me an intro by friday", "intro"),
    ],
)
def test_what_somebody_promised_is_what_they_will_do(line: str, what: str) -> None:
    """The screens say by themselves that it was promised; an offer is said to be one."""
    assert move(line) == (THEM, "Lena", what, FRIDAY)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("promised my manager a summary by friday", "summary for my manager"),
        ("owe my manager a summary by friday", "summary for my manager"),
        ("promised to my manager a summary by friday", "summary for my manager"),
        ("promised the support team a checklist by friday", "checklist for the support team"),
        ("promised our CMO three slides by friday", "three slides for our CMO"),
        ("promised a customer a fix by friday", "fix for a customer"),
        ("promised my mentor a call by friday", "call with my mentor"),
        ("promised my boss to send the summary by friday", "send the summary to my boss"),
        ("promised to give my manager a summary by friday", "give my manager a summary"),
    ],
)
def test_what_i_promised_to_somebody_without_a_name_is_for_them(line: str, what: str) -> None:
    """The thing comes first."""
    assert move(line) == (ME, "", what, FRIDAY)


@pytest.mark.parametrize(
    ("what", "topic"),
    [
        ("send me the one-pager", "one-pager"),
        ("promised to send me the one-pager", "one-pager"),
        ("share the churn numbers", "churn numbers"),
        ("look over my resume", "resume"),
        ("whether I can join the roadmap meeting", "roadmap meeting"),
        ("summary for my manager", "summary"),
        ("call me back", "call"),
        ("yes or no to the address trial", "address trial"),
        ("an answer", ""),
        ("", ""),
    ],
)
def test_what_an_answer_is_about_is_a_noun_of_the_thing(what: str, topic: str) -> None:
    """Also of what an older version kept."""
    assert topic_of(what) == topic
