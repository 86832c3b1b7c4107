"""Which day of a line is the day of doing, and which was only agreed or told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.words.days.day import days_in
from pmpath.domain.words.found import AGREED, DONE

TODAY = date(2026, 11, 18)  # a Wednesday
composed = settings(derandomize=True, deadline=None, max_examples=400)


def done(line: str, start: date | None = None) -> str:
    """The day of doing, or a dash."""
    found = days_in(tuple(line.split()), TODAY, start)
    return next((str(one.value) for one in found if one.role == DONE), "-")


def agreed(line: str) -> list[str]:
    found = days_in(tuple(line.split()), TODAY)
    return [str(one.value) for one in found if one.role == AGREED]


def doubts(line: str, start: date | None = None) -> list[str]:
    return [one.doubt for one in days_in(tuple(line.split()), TODAY, start) if one.doubt]


DONE_ON = """
2026-10-13 coffee with @lena:pm = 2026-10-13
2026-10-13 18:30 coffee with @lena:pm = 2026-10-13
2026-10-13T18:30 coffee = 2026-10-13
last night read 30m = 2026-11-17
two days ago coffee with tom = 2026-11-16
coffee with tom two days ago = 2026-11-16
friday coffee = 2026-11-13
13/10/2026 coffee = 2026-10-13
coffee 13/10/2026 30m = 2026-10-13
30m yesterday worry: churn = 2026-11-17
met sun yesterday = 2026-11-17
coffee with lena mon 30m = 2026-11-16
coffee with lena on mon = 2026-11-16
coffee with lena on sat = 2026-11-14
coffee with lena last sat = 2026-11-14
reading 45m sun = 2026-11-15
3/15 coffee = 2026-03-15
coffee 3/15 = 2026-03-15
30/12 coffee = 2025-12-30
call with lena on friday = 2026-11-13
agreed yesterday with lena to talk = 2026-11-17
sprint planning monday = 2026-11-16
monday agreed the price with tom = 2026-11-16
lunch with will monday = 2026-11-16
coffee with lena, monday = 2026-11-16
I met Tom on Monday about pricing = 2026-11-16
may 20 coffee = 2026-05-20
20 may coffee with lena = 2026-05-20
vor 2 Tagen Kaffee mit Lena = 2026-11-16
gestern Kaffee mit Lena = 2026-11-17
Kaffee am Montag mit Lena = 2026-11-16
coffee with lena this morning = 2026-11-18
this monday coffee = 2026-11-16
Wed: told Ruud = 2026-11-18
(yesterday) coffee = 2026-11-17
coffee (mon) with lena = 2026-11-16
11/16 coffee = 2026-11-16
16/11: coffee = 2026-11-16
on 16.11. coffee with Tom = 2026-11-16
coffee Fri 13 Nov = 2026-11-13
coffee on Friday the 13th = 2026-11-13
13th nov coffee with lena 30m = 2026-11-13
two weeks ago presented to sales = 2026-11-04
a couple of days ago coffee = 2026-11-16
started on monday with the book = 2026-11-16
Q3 roadmap 20 nov = 2025-11-20
8 may = 2026-05-08
today = 2026-11-18
coffee today 30m = 2026-11-18
sent lena the deck wed = 2026-11-18
interview on the 12th = 2026-11-12
meeting on 12 november with the pm = 2026-11-12
Nov 2 - lunch with Priya = 2026-11-02
11.11 - lunch = 2026-11-11
on tuesday evening meetup = 2026-11-17
meetup tuesday evening = 2026-11-17
at the meetup on tuesday evening I met Priya = 2026-11-17
saturday workshop = 2026-11-14
sunday afternoon 2h reading = 2026-11-15
posted on friday the one-pager = 2026-11-13
i was sick on monday = 2026-11-16
-1d coffee = 2026-11-17
coffee -1d = 2026-11-17
"""
# The line, the day of doing, and a day to come.
AGREED_FOR = """
agreed with @lena to meet monday = - 2026-11-23
deadline is 5 july = - 2027-07-05
scheduled the talk on 3 dec = - 2026-12-03
call is on friday = - 2026-11-20
booked a call with lena for friday = - 2026-11-20
yesterday booked a call with lena for friday = 2026-11-17 2026-11-20
product owner from 1 july = - 2027-07-01
told lena by friday = - 2026-11-20
tomorrow coffee with lena = - 2026-11-19
2027-05-01 coffee = - 2027-05-01
lena calls back 24/12 = - 2026-12-24
this friday we demo = - 2026-11-20
next fri lena: deck = - 2026-11-20
theirs fri lena: answer = - 2026-11-20
coffee with lena next 20.12. lena: deck = - 2026-12-20
coffee yesterday. agreed to send the deck by fri = 2026-11-17 2026-11-20
promised tom the sheet by wednesday = - 2026-11-25
will meet lena on friday = - 2026-11-20
planned lunch for thursday = - 2026-11-19
interview is next tuesday = - 2026-11-24
she starts on monday = - 2026-11-23
waiting for lena's answer until friday = - 2026-11-20
+3d = - 2026-11-21
"""
NO_DAY = """
coffee with mon 30m
coffee with mon
where we sat
where we sat 30m
sat 2h with support
sat 14:00
the sun
coffee with lena sat
3/4 coffee with lena
coffee with lena 3/4
read chapter 3/15
tickets done 5/20
on call 24/7
upgraded to Ubuntu 22.04
release 4.2
fixed tests for 3.12
moved the meeting to monday
the monday standup
feedback on friday demo
worked on friday demo
every monday reading
since monday on call
met Jan 20 min
coffee with Jan 20 min
April 3 tickets
march release notes
read about may day
1.2.3 released
version 2.10. is out
fixed bug 12-3
ch 12-3 read
said that yesterday the deploy failed
the other day coffee
read 9-9.45
scored 8/10
9/10 would recommend
1/2 of the book
31/02 coffee
sprint 12/11
2 weeks notice given
week 47 review
no reply from tom since friday
yesterday's standup notes
"""


@pytest.mark.parametrize("case", DONE_ON.strip().splitlines())
def test_the_day_of_doing(case: str) -> None:
    """At the front, at the end, before a mark and, where it is plain, within the sentence."""
    line, _, day = case.rpartition(" = ")
    assert done(line) == day


@pytest.mark.parametrize("case", AGREED_FOR.strip().splitlines())
def test_a_day_that_was_agreed_is_not_the_day_of_doing(case: str) -> None:
    """Behind agreed, booked, by, until or will it lies ahead."""
    line, _, days = case.rpartition(" = ")
    assert [done(line), *agreed(line)] == days.split()


@pytest.mark.parametrize("line", NO_DAY.strip().splitlines())
def test_words_that_say_no_day_of_doing(line: str) -> None:
    """Names, verbs, versions, parts of a whole and days that are only told."""
    assert done(line) == "-"


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("3/4 coffee with lena", "2026-04-03 or 2026-03-04"),
        ("12/11 coffee with lena", "2026-11-12 or 2025-12-11"),
        ("coffee with lena 3/4", "2026-04-03 or 2026-03-04"),
        ("3/4/2026 coffee", "2026-04-03 or 2026-03-04"),
        ("2026-13-01 coffee", "2026-13-01 is not in the calendar"),
        ("2027-05-01 coffee", "2027-05-01 is in the future"),
        ("tue 20 nov coffee", "20 nov is not a Tuesday."),
    ],
)
def test_what_looks_like_a_day_and_is_not_read_is_doubted(line: str, doubt: str) -> None:
    """The entry stays on today, with what else the words can mean."""
    assert done(line) == "-"
    assert doubts(line) == [doubt]


@pytest.mark.parametrize(
    "line",
    ["read chapter 3/4", "tickets done 3/4", "scored 8/10", "on call 24/7", "release 4.2", "PR 3/4",
     "told lena about 3/4 of it", "coffee with lena at 14:00", "sprint 12/11"],
)  # fmt: skip
def test_parts_versions_and_scores_raise_no_doubt(line: str) -> None:
    """They are words like any other."""
    assert doubts(line) == []


def test_a_day_before_the_plan_is_doubted() -> None:
    """`20 nov` is that of last year, and the line says so when the plan began after it."""
    assert done("20 nov coffee with lena", date(2026, 1, 12)) == "2025-11-20"
    assert doubts("20 nov coffee with lena", date(2026, 1, 12)) == [
        "2025-11-20 is before the plan; or 2026-11-20"
    ]
    assert doubts("20 oct coffee with lena", date(2026, 1, 12)) == []


def test_two_days_of_doing_contradict_each_other() -> None:
    """One at either end of the line is refused; nobody can tell which was meant."""
    with pytest.raises(UsageError, match="two days: monday and yesterday"):
        done("monday coffee with lena yesterday")


FORMS = st.sampled_from(
    ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%B %d, %Y",
     "%a %d %b %Y", "%A, %d %B %Y", "%Y-%m-%dT18:30", "%d-%b-%Y", "on %d.%m.%Y"]
)  # fmt: skip
SHORT_FORMS = st.sampled_from(
    ["%d %b", "%b %d", "%d. %B", "%B %d", "%d-%b", "%dth of %B", "%a %d %b", "%d.%m."]
)
FRAMES = st.sampled_from(
    ["{} coffee with lena", "coffee with lena {}", "coffee with lena {} 30m", "{}: coffee",
     "coffee with lena, {}", "coffee, {}, with lena", "coffee with lena {} +allies",
     "coffee with lena ({})", "30m {} coffee", "coffee with lena {} @tom", "{} 30m coffee"]
)  # fmt: skip


@composed
@given(st.dates(date(2020, 1, 1), TODAY), FORMS, FRAMES)
def test_a_full_date_that_is_composed_is_read_back(day: date, form: str, frame: str) -> None:
    """In every spelling and at every place of a sentence."""
    assert done(frame.format(day.strftime(form))) == str(day)


@composed
@given(st.integers(0, 364), SHORT_FORMS, FRAMES)
def test_a_day_and_its_month_are_the_last_such(back: int, form: str, frame: str) -> None:
    """Within twelve months."""
    day = TODAY - timedelta(back)
    assert done(frame.format(day.strftime(form))) == str(day)


@composed
@given(st.integers(1, 400), st.sampled_from(["{} days ago", "-{}d"]), st.sampled_from(
    ["{} coffee with lena", "coffee with lena {}", "{}: coffee"]))  # fmt: skip
def test_days_ago_are_counted_back(days: int, form: str, frame: str) -> None:
    """From the day of typing."""
    assert done(frame.format(form.format(days))) == str(TODAY - timedelta(days))


WORDS = st.sampled_from(
    ["coffee", "with", "lena", "about", "pricing", "tests", "deploy", "v4.2.1", "ABC-123", "p95",
     "99.9%", "#42", "Q3", "port", "8080", "sat", "sun", "10.0.0.1", "2.7.1", "chapter",
     "5-7", "tickets", "SLA", "sprint", "47", "march", "may", "mar", "https://x.y/2026-01-01",
     "16:9", "1.5x", "24/7", "500k", "will", "1-1", "second"]
)  # fmt: skip


@composed
@given(st.lists(WORDS, min_size=1, max_size=9))
def test_an_engineers_words_are_no_day(words: list[str]) -> None:
    """Versions, tickets, ports, times and quarters stay words, and raise no doubt."""
    assert [one for one in days_in(tuple(words), TODAY) if one.value or one.doubt] == []
