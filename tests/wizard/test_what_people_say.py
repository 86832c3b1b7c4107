"""What people say at the questions of `init`, whatever its form."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.content.questions import answer_text
from pmpath.domain.content.understood import has_no_answer, understand
from pmpath.domain.errors import UsageError
from pmpath.domain.roadmap.hours import read_week, week_text
from pmpath.domain.when.calendar import FUTURE, PAST
from pmpath.domain.when.rough_days import day_meant
from pmpath.storage.content import content

TODAY = date(2026, 11, 29)
QUESTIONS = {one.id: one for one in content().questions()}
KNOWN = content().vocabulary()


@pytest.mark.parametrize(
    ("said", "week"),
    [
        ("4", "mon-fri 30, sat 90, sun off"), ("4 hours a week", "mon-fri 30, sat 90, sun off"),
        ("about 4", "mon-fri 30, sat 90, sun off"), ("4ish", "mon-fri 30, sat 90, sun off"),
        ("3-5 hours", "mon-fri 30, sat 90, sun off"), ("3 to 5", "mon-fri 30, sat 90, sun off"),
        ("between 3 and 5 hours", "mon-fri 30, sat 90, sun off"),
        ("i can do 4 hours", "mon-fri 30, sat 90, sun off"),
        ("240m", "mon-fri 30, sat 90, sun off"),
        ("max 5 hours", "mon-fri 35, sat 125, sun off"), ("16 hours a month",
         "mon-fri 25, sat 97, sun off"),
        ("30 min a day", "mon-sun 30"), ("30m/day", "mon-sun 30"), ("daily 30", "mon-sun 30"),
        ("half an hour every evening", "mon-sun 30"), ("an hour a day", "mon-sun 60"),
        ("30 mins a day except sunday", "mon-sat 30, sun off"),
        ("1 hour every weekday", "mon-fri 60, sat-sun off"),
        ("30 30 30 30 30 0 0", "mon-fri 30, sat-sun off"),
        ("30,30,30,30,30,0,0", "mon-fri 30, sat-sun off"),
        ("30 30 30 30 30", "mon-fri 30, sat-sun off"),
        ("30 min 5 days a week", "mon-fri 30, sat-sun off"),
        ("twice a week 1 hour", "mon off, tue 60, wed off, thu 60, fri-sun off"),
        ("mon-fri 30, sat 90", "mon-fri 30, sat 90, sun off"),
        ("mon-fri=30 sat=90", "mon-fri 30, sat 90, sun off"),
        ("mon: 30, sat: 90", "mon 30, tue-fri off, sat 90, sun off"),
        ("monday to friday 30 min, saturday 2 hours", "mon-fri 30, sat 120, sun off"),
        ("2 hours on saturday and 30 min on weekdays", "mon-fri 30, sat 120, sun off"),
        ("weekdays 30 weekends 60", "mon-fri 30, sat-sun 60"), ("sat 2h sun 1h",
         "mon-fri off, sat 120, sun 60"),
        ("mon/wed/fri 45", "mon 45, tue off, wed 45, thu off, fri 45, sat-sun off"),
        ("an hour a day on weekdays", "mon-fri 60, sat-sun off"),
        ("one hour per day except weekends", "mon-fri 60, sat-sun off"),
        ("tue+thu 45", "mon off, tue 45, wed off, thu 45, fri-sun off"),
        ("30/30/30/30/30/0/0", "mon-fri 30, sat-sun off"),
        ("30 min weekdays + 2h weekend", "mon-fri 30, sat-sun 120"),
        ("mo-fr 30", "mon-fri 30, sat-sun off"),
        ("2 evenings, 1 hour each", "mon off, tue 60, wed off, thu 60, fri-sun off"),
        ("weekday evenings 45 min", "mon-fri 45, sat-sun off"),
        ("mon-fri 30, sat 90, sun off", "mon-fri 30, sat 90, sun off"),
    ],
)  # fmt: skip
def test_hours_are_taken_as_people_say_them(said: str, week: str) -> None:
    """A week's hours are spread; days that are named have what was said of them."""
    assert week_text(read_week(said)) == week


@pytest.mark.parametrize(
    "said", ["", "many", "lots", "4 days", "moon 30", "fri-mon 30", "-3", "every other day 30",
             "61", "0", "mon", "depends", "mon 25h", "20 mins x 5"]
)  # fmt: skip
def test_what_is_no_time_of_a_week_is_refused(said: str) -> None:
    """With both ways to write it."""
    with pytest.raises(UsageError) as caught:
        read_week(said)
    assert "mon-fri 30, sat 90" in caught.value.hint


@pytest.mark.parametrize(
    ("said", "day", "is_offered"),
    [
        ("1 sep 2028", "2028-09-01", False), ("2028-09-01", "2028-09-01", False),
        ("september 1st, 2028", "2028-09-01", False), ("01.09.2028", "2028-09-01", False),
        ("13/1/2028", "2028-01-13", False),
        ("june 2028", "2028-06-01", True), ("by june 2028", "2028-06-01", True),
        ("maybe june 2028?", "2028-06-01", True), ("06/2028", "2028-06-01", True),
        ("2028-06", "2028-06-01", True), ("2028", "2028-01-01", True),
        ("sometime in 2028", "2028-01-01", True), ("q2 2028", "2028-04-01", True),
        ("end of 2027", "2027-12-31", True), ("by the end of next year", "2027-12-31", True),
        ("mid-2028", "2028-07-01", True), ("early 2028", "2028-01-01", True),
        ("in a year", "2027-11-29", True), ("a year from now", "2027-11-29", True),
        ("12 months", "2027-11-29", True), ("in a year and a half", "2028-05-29", True),
        ("in about 18 months", "2028-05-29", True), ("in 2 years' time", "2028-11-29", True),
        ("in 2 yrs", "2028-11-29", True), ("next summer", "2027-06-01", True),
        ("summer 2028", "2028-06-01", True), ("next june", "2027-06-01", True),
        ("june next year", "2027-06-01", True), ("this time next year", "2027-11-29", True),
        ("i want to be there by june 2028", "2028-06-01", True), ("9/1/28", "2028-09-01", True),
        ("before christmas 2027", "2027-12-25", True),
        ("june '28", "2028-06-01", True), ("christmas", "2026-12-25", True),
        # The year that is all but here means its end.
        ("2027", "2027-12-31", True), ("next year", "2027-12-31", True),
        ("09/01/2028", "2028-09-01", True),
    ],
)  # fmt: skip
def test_a_date_is_offered_back_as_a_day(said: str, day: str, is_offered: bool) -> None:
    """Unless a day was said; what may be two days is offered with the other."""
    found = understand(QUESTIONS["date"], said, TODAY, KNOWN)
    assert found.answer == {"target.date": date.fromisoformat(day)}
    assert bool(found.offer) is is_offered
    if is_offered:
        assert "nter to accept" in found.offer


def test_a_date_of_two_readings_names_both() -> None:
    """Month first, as it is offered; the other is said as it would be typed."""
    offer = understand(QUESTIONS["date"], "09/01/2028", TODAY, KNOWN).offer
    assert "is read as Fri 1 Sep 2028." in offer
    assert "for Sun 9 Jan 2028 write 9 jan 2028" in offer


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("last year", "Wed 1 Jan 2025"), ("last year, 3", "Wed 1 Jan 2025, liked 3 of 5"),
        ("a few months ago", "Sat 29 Aug 2026"), ("months ago", "Sat 29 Aug 2026"),
        ("since 2019", "Tue 1 Jan 2019"), ("in 2019, 3", "Tue 1 Jan 2019, liked 3 of 5"),
        ("3 weeks ago", "Sun 8 Nov 2026"), ("two years ago 5", "Fri 29 Nov 2024, liked 5 of 5"),
        ("a year or so ago", "Sat 29 Nov 2025"),
        ("back in 2021 - 4", "Fri 1 Jan 2021, liked 4 of 5"),
        ("i talked to one last week", "Mon 16 Nov 2026"), ("never really", "never"),
        ("today, loved it (5)", "Sun 29 Nov 2026, liked 5 of 5"),
        ("half a year ago", "Fri 29 May 2026"), ("last summer", "Mon 1 Jun 2026"),
        ("last december", "Mon 1 Dec 2025"), ("more than a year ago", "Sat 29 Nov 2025"),
        ("recently, 4", "Sun 15 Nov 2026, liked 4 of 5"), ("4/5 last week",
         "Mon 16 Nov 2026, liked 4 of 5"),
        ("march 2026, liked it 4", "Sun 1 Mar 2026, liked 4 of 5"), ("haven't", "never"),
        ("never", "never"), ("no", "never"), ("4", "liked 4 of 5"),
    ],
)  # fmt: skip
def test_the_past_is_taken_as_people_say_it(said: str, answer: str) -> None:
    """A month, a season or a year stands for its first day."""
    question = QUESTIONS["customer"]
    assert answer_text(question, understand(question, said, TODAY, KNOWN).answer) == answer


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("Anna (PM), Ben (sales)", "Anna (PM), Ben (sales)"),
        ("anna (pm) and ben from sales", "Anna (PM), Ben (sales)"),
        ("Anna - PM, Ben - sales", "Anna (PM), Ben (sales)"),
        ("Anna PM, Ben sales", "Anna (PM), Ben (sales)"),
        ("Anna: PM; Ben: sales", "Anna (PM), Ben (sales)"), ("my PM Anna", "Anna (PM)"),
        ("our PM Anna and Tomas from sales", "Anna (PM), Tomas (sales)"),
        ("Anna & Ben (both pm)", "Anna (PM), Ben (PM)"), ("Priya, PM", "Priya (PM)"),
        ("brunhild from sales", "Brunhild (sales)"), ("@anna:pm", "Anna (PM)"),
        ("Lena (PM) and Jörg Müller (head of sales, DACH)",
         "Lena (PM), Jörg Müller (head of sales, DACH)"),
        ("anna (PM) ben (sales)", "Anna (PM), Ben (sales)"),
        ("Lena and Tomas, both PMs", "Lena (PM), Tomas (PM)"),
        ("I know Anna (PM)", "Anna (PM)"), ("Anna, our head of product", "Anna (head of product)"),
        ("Anna/PM, only Ben (sales)", "Anna (PM), Ben (sales)"),
        ("head of sales Ida", "Ida (head of sales)"), ("nobody", "nobody"), ("none", "nobody"),
    ],
)  # fmt: skip
def test_people_are_read_back_with_what_they_do(said: str, people: str) -> None:
    """In whatever form they were named."""
    question = QUESTIONS["contacts"]
    found = understand(question, said, TODAY, KNOWN)
    assert (answer_text(question, found.answer), found.offer) == (people, "")


def test_people_without_a_function_are_asked_for_it() -> None:
    """One, or several; and somebody without a name is nobody yet."""
    question = QUESTIONS["contacts"]
    assert understand(question, "Anna", TODAY, KNOWN).offer == (
        "Anna: PM or sales? Enter leaves it open."
    )
    assert understand(question, "anna and ben", TODAY, KNOWN).offer == (
        "What do Anna and Ben do? Write pm, sales; Enter leaves it open."
    )
    for said in ("two PMs", "a few", "my manager"):
        with pytest.raises(UsageError, match="has no name in it"):
            understand(question, said, TODAY, KNOWN)


@pytest.mark.parametrize("said", ["idk", "not sure", "later", "not yet", "no idea", "pass", "IDK."])
def test_whoever_has_no_answer_skips(said: str) -> None:
    """Unless a choice says the same: then it is that one."""
    for key, question in QUESTIONS.items():
        same = {"unknown", "unsure"} & set(question.choices)
        is_choice = bool(same) and said.lower().strip(".") in ("idk", "not sure", "no idea")
        assert has_no_answer(question, said) is not is_choice, key
        if is_choice:
            found = understand(question, said.strip("."), TODAY, KNOWN)
            assert list(found.answer.values()) == list(same)


@pytest.mark.parametrize(
    ("key", "said", "answer"),
    [
        ("profile", "sr swe", "senior engineer or lead"), ("profile", "backend dev", "engineer"),
        ("profile", "sales engineer since last year",
         "stepping-stone role, sales engineer, since Wed 1 Jan 2025"),
        ("manager", "yes, she knows", "yes"), ("manager", "nope", "no"),
        ("manager", "not now", "no"),
        ("junior", "maybe", "unsure"), ("why", "I am tired of coding", "tired"),
        ("why", "customers and influence", "customers, influence"), ("duty", "nothing", "none"),
        ("role", "a pm in a startup", "pm, a startup"),
    ],
)  # fmt: skip
def test_other_answers_are_taken_in_a_sentence(key: str, said: str, answer: str) -> None:
    """The word that counts may stand among others."""
    question = QUESTIONS[key]
    assert answer_text(question, understand(question, said, TODAY, KNOWN).answer) == answer


@pytest.mark.parametrize("said", ["soon", "a while", "in 5 minutes", "someday", "long ago"])
def test_what_is_no_day_is_none(said: str) -> None:
    """In the past as in the future."""
    assert [day_meant(said, TODAY, facing) for facing in (PAST, FUTURE)] == [None, None]


def test_a_day_that_no_calendar_has_is_said() -> None:
    """31 February."""
    with pytest.raises(UsageError, match="not in the calendar"):
        day_meant("31 feb 2028", TODAY, FUTURE)
