"""Which numbers of a line are measured ones, and which are only digits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.domain.metric import Metric
from pmpath.domain.words.numbers.number import AFTER, BASELINE, CHANGE, numbers_in

composed = settings(derandomize=True, deadline=None, max_examples=400)


def number(line: str) -> Metric | None:
    found = numbers_in(tuple(line.split()))
    return found[0].value if found else None


# The line, the value before and the value after; a dash for none.
MEASURED = """
donations: 4 200 to 7 900 USD = 4200 7900
coffee 30m donations: 4200 to 7900 USD = 4200 7900
donations rose from 4200 to 7900 = 4200 7900
31 sign-ups = - 31
newsletter: 31 sign-ups after the new form = - 31
churn 61 % to 68 % = 61 68
trial conversion 61 % to 68 % = 61 68
sign-ups 12 → 31 = 12 31
sign-ups 12→31 = 12 31
sign-ups 12->31 = 12 31
donations: 4200->7900 USD = 4200 7900
baseline: 4200 USD a month = 4200 -
took the baseline: 4200 USD a month, 20m = 4200 -
number: no-shows 18 a week = 18 -
the number today at the food bank: 62 donors a month = 62 -
starting number: 9 adoptions a month = 9 -
number to move: 1,200 readers (source: their sheet) = 1200 -
the number again: 31 sign-ups a month = - 31
number: sign-ups rose from 12 to 31 = 12 31
build time from 40 min to 6 min = 40 6
set-up time from 3 days to 4 hours = 72 4
set-up time: 3 days -> 4 hours = 72 4
onboarding went from 2 weeks to 3 days = 14 3
lead time from 2.5 days to 3 hours = 60 3
time to value from 90 s to 2 min = 90 120
reply time 1.5 h -> 20 min = 90 20
deal size from $40k to 55k USD = 40000 55000
cut the build from 40 min to 6 min = 40 6
p95 latency from 900ms to 300ms = 900 300
revenue: $10K to $12.5K = 10000 12500
donations: 4'200 to 7'900 CHF = 4200 7900
donations: 4.200 to 7.900 = 4200 7900
donations: 4200 to 7.900 = 4200 7900
ratio: 1.234 to 1.311 = 1.234 1.311
revenue went up from 1.2M to 1.5M USD = 1200000 1500000
our sign-ups went from 12 a week to 31 a week = 12 31
sign-ups grew 12 to 31 = 12 31
sign-ups up from 12 to 31 = 12 31
31 sign-ups, up from 12 = 12 31
31 sign-ups this week instead of 12 = 12 31
sign-ups: 31 (was 12) = 12 31
sign-ups now 31, was 12 = 12 31
churn is down to 4% from 6% = 6 4
conversion: 68% = - 68
trial conversion is now 68 % = - 68
NPS from 31 to 44 = 31 44
csat 3.9 -> 4.4 = 3.9 4.4
donations: 4200 → 7900 USD/month = 4200 7900
set-up calls: 5 to 3 calls = 5 3
volunteers: 12 => 31 = 12 31
open rate from 18 to 27 percent = 18 27
open rate from 18% to 27% after the new subject line = 18 27
the number of new donors climbed from 40 to 65 = 40 65
reduced support tickets from 40 to 25 a week = 40 25
support calls fell by 30%, from 40 to 28 = 40 28
weekly donations doubled from 200 to 400 euros = 200 400
donation page load 4.2s -> 1.1s = 4.2 1.1
adoptions rose from 3 in february to 8 in march = 3 8
attendance went from about 20 to over 35 = 20 35
number of adoptions was 3 in february, in march is 8 already = 3 8
Volunteers: 12 last spring, 31 now = 12 31
We had 12 volunteers, now we have 31 = 12 31
sign-ups: 12 before, 31 after = 12 31
time to first value 14 days -> 3 days = 14 3
onboarding from 45 to 20 minutes = 45 20
3 -> 8 adoptions a month = 3 8
tickets per week down from 80 to 55 = 80 55
activation is up from 31% to 40% = 31 40
"""
DIGITS = """
deal size from 40k USD to 55k EUR
lead time from 2 months to 3 weeks
from 4200 to 7900
talk to 40 people
presented to 12 people, 20 min
upgraded from 3.11 to 3.12
postgres 14 to 16
upgraded postgres from 14 to 16
node 18 -> 20
read pages from 80 to 110
moved the call from 14:00 to 15:00
worked from 9 to 5
1 to 1 with tom
Q4 -> Q1 roadmap
salary from 50k to 60k
offer 52 k€
mock interview score from 60 to 75
practice score 3 to 4
port 8080 -> 9090
cut it from 45m to 30m
retention up 7 points to 68%
ticket 4200 to 7900
#4200 -> #7900
v2.1 -> v2.2 released
bumped retries from 3 to 5
meeting moved from 3 to 4
SLA is 99.9%
99.9% uptime
10 tickets read
3 complaints noted
5 of 10 want pricing
scaled from 3 to 6 pods
signups per week 12 to 31
chapters 5 to 7
coffee from 3 to 4 with tom
told 3 to 4 people
between 5 and 7 users
5-7 users
2 -> 3 pm coffee
we had 3 calls, 2 with customers
lunch was 12 EUR, 2 of us
read 12 pages last week, 31 this week
ES 7.10 -> 8.2
deploy freeze from 20 dec to 2 jan
MRR grew 12% to $48k
"""


@pytest.mark.parametrize("case", MEASURED.strip().splitlines())
def test_a_measured_number(case: str) -> None:
    """A change, a value after alone or a baseline, in every way that people write them."""
    line, _, values = case.rpartition(" = ")
    metric = number(line)
    assert metric is not None
    sides = ("-" if side is None else str(side) for side in (metric.before, metric.after))
    assert " ".join(sides) == values


@pytest.mark.parametrize("line", DIGITS.strip().splitlines())
def test_digits_that_are_no_measured_number(line: str) -> None:
    """Versions, pages, ports, times, pay, scores of practice and people who listened."""
    assert number(line) is None


@pytest.mark.parametrize(
    ("line", "name", "unit", "period"),
    [
        ("coffee 30m donations: 4200 to 7900 USD", "donations", "USD", ""),
        ("donations: 4 200 to 7 900 USD/month", "donations", "USD", "month"),
        ("revenue of pilot: 4,2 k€ → 7,9 k€ / month", "revenue of pilot", "€", "month"),
        (
            "The charity's monthly giving rose from £4.2k to £7.9k",
            "charity's monthly giving",
            "£",
            "",
        ),
        ("Conversion in trial grew 7 points, from 61% to 68%", "Conversion in trial", "%", ""),
        ("our sign-ups went from 12 a week to 31 a week", "sign-ups", "", "week"),
        ("mttr 48m -> 31m", "mttr", "minutes", ""),
        ("baseline for sign-ups: 12 a week", "sign-ups", "", "week"),
        ("31 new sign-ups", "new sign-ups", "", ""),
    ],
)
def test_its_name_unit_and_period(line: str, name: str, unit: str, period: str) -> None:
    """The name holds no duration, no verb and no article."""
    metric = number(line)
    assert metric is not None
    assert (metric.name, metric.unit, metric.period) == (name, unit, period)


@pytest.mark.parametrize(
    ("line", "role"),
    [("sign-ups: 12 -> 31", CHANGE), ("31 sign-ups", AFTER), ("baseline: 4200 USD", BASELINE)],
)
def test_what_it_is_to_the_entry(line: str, role: str) -> None:
    """A change, a value after or a baseline."""
    assert [one.role for one in numbers_in(tuple(line.split()))] == [role]


NAMES = st.sampled_from(["sign-ups", "donations", "open rate", "weekly donations", "adoption rate"])
FRAMES = st.sampled_from(
    ["{name} rose from {a} to {b}", "{name}: {a} to {b}", "{name} {a} -> {b}", "{name}: {a}→{b}",
     "{name} went from {a} to {b} after the new page", "shelter: {name} {a} => {b}",
     "wrote the page, {name} from {a} to {b}", "{name} {b} instead of {a}",
     "{name} up from {a} to {b}, 30m", "{name}: {b} (was {a})"]
)  # fmt: skip
STYLES = st.sampled_from(["{}", "{:,}", "{}%", "${:,}", "{:,} €", "{}/week"])


@composed
@given(NAMES, FRAMES, STYLES, st.integers(0, 999_999), st.integers(0, 999_999))
def test_a_change_that_is_composed_is_read_back(
    name: str, frame: str, style: str, before: int, after: int
) -> None:
    """Name and both values, exactly."""
    metric = number(frame.format(name=name, a=style.format(before), b=style.format(after)))
    assert metric is not None
    assert (metric.name, metric.before, metric.after) == (name, before, after)
