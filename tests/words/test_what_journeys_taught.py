"""Readings that half a year of plain sentences got wrong once."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.entry import ME, THEM
from pmpath.domain.log.contact import is_meeting
from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from tests import build

KNOWN = changed(
    build.VOCABULARY,
    people={"nadine": "Nadine (PM)", "kasia": "Kasia (sales)", "lena": "Lena (PM)"},
)
# A Wednesday.
TODAY = date(2027, 3, 10)


def said(text: str) -> Draft:
    return read(text, TODAY, KNOWN)


@pytest.mark.parametrize("text", [
    "another hour on the donor mails",
    "one more hour of mails for the food bank",
    "put in an hour for the food bank, sent the mailing",
])  # fmt: skip
def test_one_more_hour_is_an_hour(text: str) -> None:
    """It is time that was spent, as any other."""
    assert said(text).minutes == 60


@pytest.mark.parametrize("text", [
    "first half hour with Nadine as my mentor, next one 28 June",
    "Nadine said yes, we meet on Thursday",
    "both said yes to the trial, decision day is 1 July",
])  # fmt: skip
def test_a_day_that_was_agreed_on_is_not_the_day_of_the_line(text: str) -> None:
    """The line is about today."""
    assert said(text).day is None


def test_a_talk_that_was_agreed_on_is_mine_to_hold() -> None:
    """With whoever said yes, on the day that was said."""
    move = said("Nadine said yes, we meet on Thursday").next
    assert move is not None
    assert (move.who, move.person, move.day) == (ME, "Nadine", date(2027, 3, 11))


@pytest.mark.parametrize("text", [
    "asked Lena (PM) for half an hour, with two times to choose from",
    "asked Lena for half an hour next week",
    "asked Lena for half an hour",
])  # fmt: skip
def test_whoever_was_asked_for_time_owes_an_answer(text: str) -> None:
    """Neither the time nor what was offered for it; and no time was spent."""
    found = said(text)
    assert found.minutes is None
    assert found.next is not None
    assert (found.next.who, found.next.what) == (THEM, "an answer")


def test_a_thing_that_was_asked_for_is_still_owed() -> None:
    """Up to the comma."""
    move = said("asked Lena for the deck, 10 min").next
    assert move is not None
    assert move.what == "deck"


@pytest.mark.parametrize("text", [
    "named three leaders who could help: Helene, Gregor and Ines",
    "wrote up the worries: no-shows from Nadine, reminders from Kasia",
    "reviewed Farid's page, 30 min",
])  # fmt: skip
def test_whoever_only_stands_in_the_words_was_not_met(text: str) -> None:
    """A list of names, and the owner of a page, are no meeting."""
    found = said(text)
    entry = build.entry(
        TODAY, people=found.people or ("Farid",), event=found.event, guessed=("people",)
    )
    assert not is_meeting(entry)


def test_a_known_name_needs_no_capital() -> None:
    """Unless it is an everyday word as well."""
    assert said("kasia used my sheet twice").people == ("Kasia",)
    assert said("made kasia a one-page overview").people == ("Kasia",)


def test_a_no_show_is_a_thing_beside_another_word() -> None:
    """It denies nothing."""
    assert not said("made a sheet on no-show fees, 1 h").undone


@pytest.mark.parametrize(("text", "before", "after"), [
    ("donations 14 to 22 a month", 14, 22),
    ("the number before I touch anything: donations: 2100 EUR a month", 2100, None),
])  # fmt: skip
def test_numbers_as_people_write_them(text: str, before: int, after: int | None) -> None:
    """A change over a period, and a baseline without its word."""
    (metric,) = said(text).metrics
    assert (metric.before, metric.after) == (before, after)


@pytest.mark.parametrize("text", [
    "practice interview with Nadine, 45 min, I still start with the database",
    "listened to a call with a practice, 35 min, they keep a paper list as backup",
    "followed one release from code complete to the customer, 1 h",
])  # fmt: skip
def test_an_engineering_word_beside_the_path_is_no_engineering(text: str) -> None:
    """What was done is on the path, whatever was said in it."""
    assert said(text).tags == ()


@pytest.mark.parametrize("text", [
    "Looked back on the last seven days: the ads moved, I ducked Vera, next is Lena, 20m",
    "friday look-back 15m. moved: two chats with sales. avoided: the CV. next: ring Tom",
    "sunday look-back, coffees moved, the post got dodged, then ring Ana",
])  # fmt: skip
def test_a_look_back_that_names_other_steps_is_a_review(text: str) -> None:
    """Whoever is named in it was not met in it."""
    assert said(text).event == "review"


@pytest.mark.parametrize("text", [
    "looked back on the last three days of the outage",
    "Lena should look back on the last seven days",
    "look-back mirror on the bike fixed",
    "lookback window of the query set to seven days",
])  # fmt: skip
def test_a_look_back_at_something_else_is_no_review(text: str) -> None:
    """Nor is one that somebody still has to take."""
    assert said(text).event != "review"


def test_an_engineer_who_sells_is_of_sales() -> None:
    """As a sales engineer and a solutions engineer are."""
    assert said("quizzed our applications engineer Nadia over lunch").people == ("Nadia (sales)",)
