"""A deed counts when it was done, by me, in the plan: whatever verb tells it."""

from __future__ import annotations

import pytest

from pmpath.coach.meaning.credit import fulfils
from tests import build
from tests.meaning.lines import entry_of

READ = "read ten support tickets and counted the problems"
NOT_DONE = [
    f"none: wish I had {READ}",
    f"none: I dreamt that I {READ}",
    f"none: never {READ}",
    f"none: almost {READ}",
    f"none: {READ} - cancelled",
    f"none: {READ}, but it did not happen",
    f"none: {READ}, years ago",
    "met: moved the half shift with support to December",
    f"none Lena (PM): Lena asked me to {READ}",
]
OF_OTHERS = [
    f"none Lena (PM): Lena {READ}",
    f"none: a colleague {READ}",
    f"none: the support team {READ}",
    f"none: the client {READ}",
    f"none Lena (PM): heard that Lena {READ}",
    "met Mara (customer): Mara watched our demo for an hour",
    "met Ben (sales); Mara (customer): Ben sat in on a call with a customer and told me about it",
    "told Vera (CMO); Lena (PM): Lena told Vera about my plan to become a product manager",
]
NAMED_ONLY = [
    "none: five charities share the building | track=volunteer, assumed=1",
    "none: a case study for the course | assumed=1",
]


def counted(line: str) -> tuple[str, ...]:
    """The actions that a line fulfils in an empty log."""
    return fulfils(entry_of(line), build.CATALOG, build.roadmap())


def test_the_deed_itself_counts() -> None:
    """Without a verb that denies it and somebody else in front of it."""
    assert counted(f"none: {READ}") == ("customers.tickets",)


@pytest.mark.parametrize("line", NOT_DONE)
def test_what_was_not_done_counts_for_nothing(line: str) -> None:
    """A wish, a dream, what was called off, and what belongs to another time of one's life."""
    assert counted(line) == ()


@pytest.mark.parametrize("line", OF_OTHERS)
def test_what_others_did_counts_for_nothing(line: str) -> None:
    """Whoever begins the sentence did it, unless it reached me."""
    assert counted(line) == ()


@pytest.mark.parametrize("line", NAMED_ONLY)
def test_what_is_only_named_counts_for_nothing(line: str) -> None:
    """Neither an event nor a verb, a number or time spent tells that anything was done."""
    assert counted(line) == ()


def test_a_question_with_its_answer_is_a_deed() -> None:
    """It was asked to be answered; without an answer it is asked of oneself."""
    asked = "none: what do customers ask?"
    assert counted(f"{asked} Wrote down eight of them | assumed=1") == ("writing.questions",)
    assert counted(f"{asked} No idea | assumed=1") == ()


def test_words_of_the_job_in_another_clause_rule_nothing_out() -> None:
    """What is left for the old team to do does not undo what was told."""
    told = "told Tom (manager): told Tom where I am heading"
    assert counted(f"{told}, the scheduler is in good hands") == ("sponsors.own-manager",)


def test_a_verb_at_the_front_is_a_deed_of_ones_own() -> None:
    """Any in -ed, although customers and a word that may be a verb stand behind it."""
    line = "none: skimmed the customer visits and read ten support tickets and counted the problems"
    assert counted(line) == ("customers.tickets",)


def test_a_date_of_ones_own_that_is_moved_puts_nothing_off() -> None:
    """The plan is looked at again; a visit with a new day is yet to come."""
    assert counted("none: moved my date to June, reason: baby") == ("roadmap.checkpoint",)
    assert counted("none: moved my visit with the customer to June") == ()


def test_a_cause_a_time_and_a_day_are_an_hour_of_volunteering() -> None:
    """`sat` behind a time is a day, and no deed of the shelter; with a deed of theirs it is one."""
    assert counted("none: shelter 90m sat | track=volunteer") == ("volunteer.hour",)
    assert counted("none: shelter sat 90m with us | track=volunteer") == ()
