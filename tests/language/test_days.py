from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.when.calendar import FUTURE, PAST
from pmpath.domain.when.day_option import day_in, read_day
from tests.language.known import TODAY, read

# The phrase, what it means behind an entry, and what it means for a promise.
PHRASES = [
    ("today", "2026-11-18", "2026-11-18"),
    ("yesterday", "2026-11-17", "2026-11-17"),
    ("tomorrow", "2026-11-19", "2026-11-19"),
    ("mon", "2026-11-16", "2026-11-23"),
    ("Monday", "2026-11-16", "2026-11-23"),
    ("tues", "2026-11-17", "2026-11-24"),
    ("wed", "2026-11-18", "2026-11-25"),
    ("thu", "2026-11-12", "2026-11-19"),
    ("thurs", "2026-11-12", "2026-11-19"),
    ("fri", "2026-11-13", "2026-11-20"),
    ("sat", "2026-11-14", "2026-11-21"),
    ("sunday", "2026-11-15", "2026-11-22"),
    ("last wed", "2026-11-11", "2026-11-11"),
    ("last sat", "2026-11-14", "2026-11-14"),
    ("next wed", "2026-11-25", "2026-11-25"),
    ("next thursday", "2026-11-19", "2026-11-19"),
    ("2026-11-20", "2026-11-20", "2026-11-20"),
    ("2024-02-29", "2024-02-29", "2024-02-29"),
    ("2026-W47-3", "2026-11-18", "2026-11-18"),
    ("2026-w53-7", "2027-01-03", "2027-01-03"),
    ("20 nov", "2025-11-20", "2026-11-20"),
    ("18 nov", "2026-11-18", "2026-11-18"),
    ("nov 2", "2026-11-02", "2027-11-02"),
    ("2 November", "2026-11-02", "2027-11-02"),
    ("nov. 2", "2026-11-02", "2027-11-02"),
    ("1st nov", "2026-11-01", "2027-11-01"),
    ("22nd oct", "2026-10-22", "2027-10-22"),
    ("oct 23rd", "2026-10-23", "2027-10-23"),
    ("5th oct", "2026-10-05", "2027-10-05"),
    ("31 dec", "2025-12-31", "2026-12-31"),
    ("1 jan", "2026-01-01", "2027-01-01"),
    ("may 20", "2026-05-20", "2027-05-20"),
    ("3 mar", "2026-03-03", "2027-03-03"),
    ("29 feb", "2024-02-29", "2028-02-29"),
    ("20 nov 2026", "2026-11-20", "2026-11-20"),
    ("nov 20, 2026", "2026-11-20", "2026-11-20"),
    ("29 feb 2028", "2028-02-29", "2028-02-29"),
    ("Fri 13 Nov", "2026-11-13", "2026-11-13"),
    ("Fri 20 Nov", "2026-11-20", "2026-11-20"),
    ("Fri 20 Nov 2026", "2026-11-20", "2026-11-20"),
    ("3 days ago", "2026-11-15", "2026-11-15"),
    ("1 week ago", "2026-11-11", "2026-11-11"),
    ("9 months ago", "2026-02-18", "2026-02-18"),
    ("2 years ago", "2024-11-18", "2024-11-18"),
    ("13/10/2026", "2026-10-13", "2026-10-13"),
    ("10/13/2026", "2026-10-13", "2026-10-13"),
    ("13.10.2026", "2026-10-13", "2026-10-13"),
    ("2026/10/13", "2026-10-13", "2026-10-13"),
    ("2026-10-13T18:30", "2026-10-13", "2026-10-13"),
    ("15.3.", "2026-03-15", "2027-03-15"),
    ("3/15", "2026-03-15", "2027-03-15"),
    ("sat 14/11", "2026-11-14", "2026-11-14"),
    ("friday the 20th", "2026-11-20", "2026-11-20"),
    ("the first of October", "2026-10-01", "2027-10-01"),
    ("on friday", "2026-11-13", "2026-11-20"),
    ("friday morning", "2026-11-13", "2026-11-20"),
    ("last night", "2026-11-17", "2026-11-17"),
    ("two days ago", "2026-11-16", "2026-11-16"),
    ("a week ago", "2026-11-11", "2026-11-11"),
    ("this friday", "2026-11-20", "2026-11-20"),
    ("end of the month", "2026-11-30", "2026-11-30"),
    ("in 3 weeks", "2026-12-09", "2026-12-09"),
    ("in 1 month", "2026-12-18", "2026-12-18"),
    ("-1d", "2026-11-17", "2026-11-17"),
    ("-2w", "2026-11-04", "2026-11-04"),
    ("+3d", "2026-11-21", "2026-11-21"),
    ("+1mo", "2026-12-18", "2026-12-18"),
    ("+1y", "2027-11-18", "2027-11-18"),
    ("eom", "2026-11-30", "2026-11-30"),
    ("eoy", "2026-12-31", "2026-12-31"),
]


@pytest.mark.parametrize(("phrase", "past", "future"), PHRASES)
def test_a_phrase_means_one_day_in_the_past_and_one_in_the_future(
    phrase: str, past: str, future: str
) -> None:
    """Behind an entry a phrase means the latest such day, for a promise the next one."""
    assert str(read_day(phrase, TODAY, facing=PAST)) == past
    assert str(read_day(phrase, TODAY, facing=FUTURE)) == future


NONSENSE = [
    ("2026-13-01", "2026-13-01 is not in the calendar."),
    ("2026-02-29", "2026-02-29 is not in the calendar."),
    ("0000-01-01", "0000-01-01 is not in the calendar."),
    ("2026-W54-1", "2026-w54-1 is not in the calendar."),
    ("30 feb", "30 feb is not in the calendar."),
    ("0 nov", "0 nov is not in the calendar."),
    ("31 nov 2026", "31 nov 2026 is not in the calendar."),
    ("20 nov 26", "20 nov 26 can be read in two ways."),
    ("3/4", "3/4 can be read in two ways."),
    ("31/04/2026", "31/04/2026 is not in the calendar."),
    ("tue 20 nov", "20 nov is not a Tuesday."),
    ("99999 days ago", "99999 is too far away."),
    ("-9999y", "-9999 years from 2026-11-18 is outside the calendar."),
    ("+1m", '"+1m" is not a day.'),
    ("may", '"may" is not a day.'),
    ("mar", '"mar" is not a day.'),
    ("5", '"5" is not a day.'),
    ("45m", '"45m" is not a day.'),
    ("14:00", '"14:00" is not a day.'),
    ("2026-11", '"2026-11" is not a day.'),
    ("1.2.3", '"1.2.3" is not a day.'),
    ("soon", '"soon" is not a day.'),
    ("", '"" is not a day.'),
]


@pytest.mark.parametrize(("phrase", "sentence"), NONSENSE)
def test_nonsense_is_refused_and_not_guessed(phrase: str, sentence: str) -> None:
    """What looks like a day and is none is refused with its own sentence."""
    with pytest.raises(UsageError) as caught:
        read_day(phrase, TODAY)
    assert caught.value.sentence == sentence


@pytest.mark.parametrize("word", ["sat", "sun", "mar", "may", "Sat", "May."])
def test_everyday_words_are_never_days_in_running_text(word: str) -> None:
    """At the end of a line Saturday, Sunday, March and May stay words, in full they do not."""
    assert read(f"where we {word}").day is None
    assert read(f"where we {word}").plain == f"where we {word}"


@pytest.mark.parametrize(
    ("today", "phrase", "day"),
    [
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2027-01-01", "yesterday", "2026-12-31"),
        ("2027-01-01", "31 dec", "2026-12-31"),
        ("2028-02-29", "1 year ago", "2027-02-28"),
        ("2028-03-31", "1 month ago", "2028-02-29"),
        ("2027-12-31", "eom", "2027-12-31"),
        ("2028-02-01", "eom", "2028-02-29"),
        ("2028-02-29", "29 feb", "2028-02-29"),
        ("1904-02-28", "29 feb", "1896-02-29"),
        ("2026-12-15", "in 2 months", "2027-02-15"),
    ],
)
def test_year_ends_and_leap_days(today: str, phrase: str, day: str) -> None:
    """Across a year's end, a short month and a skipped leap year the calendar holds."""
    assert str(read_day(phrase, date.fromisoformat(today))) == day


@pytest.mark.parametrize("phrase", ["tomorrow", "+1d", "eom", "in 1 month", "next mon"])
def test_beyond_the_last_day_of_the_calendar_there_is_a_sentence(phrase: str) -> None:
    """On the last day that Python knows, a later one is refused like any nonsense."""
    with pytest.raises(UsageError):
        read_day(phrase, date.max)


@given(st.dates())
def test_every_iso_date_means_itself(day: date) -> None:
    """A date in digits is the same day whatever today is."""
    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(day.isoformat(), TODAY, facing=FUTURE) == day


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)))
def test_every_iso_week_date_means_its_day(day: date) -> None:
    """2026-W47-3 is a way to write any day."""
    year, week, weekday = day.isocalendar()
    assert read_day(f"{year}-W{week:02d}-{weekday}", TODAY) == day


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.sampled_from(["mon", "tue", "fri", "sun"]))
def test_a_bare_weekday_is_within_a_week(today: date, word: str) -> None:
    """The latest such day lies 0 to 6 days back, the next one 1 to 7 days ahead."""
    back, ahead = day_in((word,), today), day_in((word,), today, facing=FUTURE)
    assert back is not None
    assert ahead is not None
    assert timedelta(0) <= today - back <= timedelta(6)
    assert timedelta(1) <= ahead - today <= timedelta(7)


@given(st.dates(), st.text(), st.sampled_from([PAST, FUTURE]))
def test_any_text_is_a_day_or_refused(today: date, text: str, facing: int) -> None:
    """No text makes the reading of a day fail in another way."""
    try:
        found = read_day(text, today, facing=facing)
    except UsageError:
        return
    assert type(found) is date


@pytest.mark.parametrize("words", [("1 mar",), ("on", "1 mar"), ("on 1 mar",), ("1", "mar")])
def test_a_day_that_was_quoted_is_the_same_day(words: tuple[str, ...]) -> None:
    """A shell hands `"1 mar"` on as one word."""
    assert day_in(words, date(2026, 11, 18)) == date(2026, 3, 1)
