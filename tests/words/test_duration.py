"""Which durations of a line are time that was spent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.domain.errors import UsageError
from pmpath.domain.words.days.duration import durations_in, time_spent
from pmpath.domain.words.found import TOLD

composed = settings(derandomize=True, deadline=None, max_examples=400)


def spent(line: str) -> int | None:
    return time_spent(tuple(line.split())).minutes


SPENT = """
coffee with lena 45m = 45
asked Lena to join the call 15m = 15
practice interview of half an hour with Adam = 30
asked three customers about the export, 40 min = 40
45m coffee with lena = 45
30m coffee with lena 30m = 30
read 2 hours and 15 minutes = 135
45m + 15m = 60
45m+15m reading = 60
2 x 25m = 50
25m x2 reading = 50
30m and 15m reading = 45
half an hour = 30
half an hour and 5 minutes of reading = 35
asked Lena for half an hour, 5m = 5
asked Lena for half an hour 5 min = 5
hour and a half on pricing = 90
an hour and a half on pricing = 90
spent three quarters of an hour with fiona = 45
two and a half hours on the story = 150
a 20-min demo = 20
an hour-long call = 60
an hour's chat with Lena = 60
0:45 = 45
reading 1:30 = 90
9:00-9:45 = 45
call with tom 9-9.45 = 45
meeting 09:30 - 10:15 = 45
9.30am-10am with lena = 30
interview 3pm to 4pm = 60
coffee 1½ h = 90
1 1/2 hours reading = 90
interview, 3/4 h = 45
read 1,5h = 90
(0.75h) reading = 45
mentoring 30-40 min = 35
an hour or two with the backlog = 90
talk 15' = 15
1hr30 w/ priya = 90
1 h 30 with lena = 90
a walk 14 h 30 = 870
on call 24h = 1440
two coffees, 30 min each = 60
Two interviews at the bank, an hour each, the first with sales = 120
gave a 20-min demo, 45m = 45
wrote a 20 min talk 2h = 120
2h workshop incl. 30 min demo = 120
1h reading + 30m = 1h30 = 90
1h reading, 30m coffee, 1h30 in total = 90
rollout 5h, then 25 min coffee with Priya = 325
cut the build by 20 minutes, 1h = 60
read The 4-Hour Workweek 45m = 45
outage of 2 hours, wrote the postmortem 45m = 45
chapter 3 30m = 30
read 30m before work = 30
it took me 45 minutes = 45
worked on it for over an hour = 60
for more than an hour with lena = 60
about forty-five minutes with Lena = 45
ca. 2,5h: wrote one pager = 150
72h retention analysis, 30m = 30
15 min uptime talk to sales = 15
10m weekly review = 10
told her what I want 25m = 25
30 minuts with lena = 30
halbe Stunde Kaffee = 30
2 Stunden, Kaffee mit Mai = 120
media hora de lectura = 30
"""
TELLS = """
met @lena:pm at 10h
um 14h30 met Tom
met tom 14h30
coffee with lena 9:15
coffee with lena 1:30 pm
5M users
reached 5M users today
saved 4 hours a month for support
saved support 4 hours
read 24h support is a must
cut it from 45m to 30m
from 40 min to 6 min
mttr 48m -> 31m
mttr: 31m
the build takes 3 hours
deploy took 45 min
10 minutes early for the call
asked lena for 30 minutes of her time
asked Anja (head of sales) for fifteen minutes about a move
asked Adam (PM) for a practice interview of half an hour
asked Asif (customer) whether I may watch an hour of ordinary work
asked Mia to give me an hour of her time
asked the head of sales (Dachau office) for 20 minutes
booked 30 min with lena for friday
they spend 3 hours on it
2 hours a week with lena
shadowing lena 2h a week
30 min per customer
40 tickets an hour
twice an hour
a 2-hour outage
5m timeout fixed in the api
reduced MTTR to 30m
the site was down for 2 hours
waited 20 min for tom
onboarding is faster than 30 min
in 20 minutes explained the roadmap
moved the call from 14:00 to 15:00
the 30-minute rule
read The 4-Hour Workweek
wrote 'set up in 10 minutes' for the blog
5h/week of reading
read 1 chapter of 12
a minute ago
"""


@pytest.mark.parametrize("case", SPENT.strip().splitlines())
def test_time_that_was_spent(case: str) -> None:
    """The time of the entry, however it is written and wherever it stands."""
    line, _, minutes = case.rpartition(" = ")
    assert spent(line) == int(minutes)


@pytest.mark.parametrize("line", TELLS.strip().splitlines())
def test_a_figure_of_the_sentence_is_no_time_spent(line: str) -> None:
    """Times of day, rates, savings, limits, changes and millions take nobody's time."""
    assert spent(line) is None


@pytest.mark.parametrize("line", ["coffee 30m 45m", "30m coffee with lena 45m"])
def test_two_times_for_one_thing_are_refused(line: str) -> None:
    """Nobody can tell which of them counts."""
    with pytest.raises(UsageError, match="more than one duration: 30m and 45m"):
        spent(line)


@pytest.mark.parametrize(
    ("line", "doubt"),
    [("read 25h", "25h is more than a day"), ("0m coffee", "0m is not a length of time"),
     ("coffee 1h90", "1h90 is not a duration")],
)  # fmt: skip
def test_what_looks_like_a_duration_and_is_none_is_doubted(line: str, doubt: str) -> None:
    """The line is kept, with what is wrong about it."""
    (found,) = durations_in(tuple(line.split()))
    assert (found.value, found.doubt) == (None, doubt)


def test_a_range_says_that_it_is_one() -> None:
    """The middle counts, and the entry can say that it was a range."""
    found = time_spent(("mentoring", "30-40", "min"))
    assert (found.minutes, found.is_range) == (35, True)


def test_the_words_of_a_duration_are_known() -> None:
    """With the small words that lead to it, so that they can be left out of the sentence."""
    (found,) = durations_in(("read", "for", "about", "half", "an", "hour", "with", "lena"))
    assert (found.first, found.after, found.said) == (1, 6, "half an hour")


UNITS = st.sampled_from(["{}m", "{} min", "{} minutes", "{}min", "{} mins", "0:{:02d}", "{}'"])
SPANS = st.sampled_from(
    ["{:d}:{:02d}-{:d}:{:02d}", "{:02d}:{:02d} - {:02d}:{:02d}", "{:d}:{:02d} to {:d}:{:02d}"]
)
FRAMES = st.sampled_from(
    ["coffee with lena {}", "{} coffee with lena", "coffee with lena, {}", "coffee, {}, with lena",
     "coffee with lena ({})", "coffee with lena for {}", "{}: coffee with lena",
     "coffee with lena - {}", "spent {} with lena", "a coffee of {} with lena"]
)  # fmt: skip


@composed
@given(st.integers(1, 59), UNITS, FRAMES)
def test_minutes_that_are_composed_are_read_back(minutes: int, unit: str, frame: str) -> None:
    """In every spelling and at every place of a sentence."""
    if minutes == 1 and " " in unit:
        minutes = 2
    assert spent(frame.format(unit.format(minutes))) == minutes


@composed
@given(st.integers(1, 9), st.integers(0, 59), FRAMES, st.sampled_from(
    ["{}h{:02d}", "{} h {} min", "{}h{:02d}m", "{} hours and {} minutes", "{} hrs {} mins",
     "{} hours, {} minutes"]))  # fmt: skip
def test_hours_that_are_composed_are_read_back(
    hours: int, minutes: int, frame: str, form: str
) -> None:
    """Hours with their minutes are one time."""
    if minutes < 2:
        minutes = 2
    assert spent(frame.format(form.format(hours, minutes))) == hours * 60 + minutes


@composed
@given(st.integers(6, 20), st.integers(0, 59), st.integers(1, 180), FRAMES, SPANS)
def test_spans_that_are_composed_are_read_back(
    hour: int, minute: int, length: int, frame: str, form: str
) -> None:
    """From one time of day to another."""
    end = hour * 60 + minute + length
    assert spent(frame.format(form.format(hour, minute, end // 60 % 24, end % 60))) == length


@composed
@given(st.lists(st.integers(2, 90), min_size=2, max_size=4), st.sampled_from([" + ", " and ", "+"]))
def test_sums_are_the_sum_of_their_parts(parts: list[int], joiner: str) -> None:
    """However many there are."""
    line = "reading " + joiner.join(f"{part}m" for part in parts)
    assert spent(line) == sum(parts)


WORDS = st.sampled_from(
    ["coffee", "with", "lena", "about", "pricing", "tests", "deploy", "v4.2.1", "ABC-123", "p95",
     "99.9%", "#42", "3/10", "Q3", "port", "8080", "14:00", "10.0.0.1", "2.7.1", "chapter",
     "5-7", "tickets", "SLA", "sprint", "12", "https://x.y/45m", "16:9", "1.5x", "24/7", "500k",
     "3GB", "12px", "8pm", "1-1"]
)  # fmt: skip


@composed
@given(st.lists(WORDS, min_size=1, max_size=9))
def test_an_engineers_words_are_no_time_spent(words: list[str]) -> None:
    """Versions, tickets, ports, times, quarters and ratios stay words, in any order."""
    assert [one for one in durations_in(tuple(words)) if one.role != TOLD] == []
