"""Plain sentences of voices that nobody had tuned for, by what was read wrongly of them."""

from __future__ import annotations

import pytest

from tests.words.test_plain_sentences import facts


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("uart framing errors all morning, logic analyzer, 3h", "engineering | 180m"),
        ("shader compile stutter, whole day", "engineering"),
        ("bgp flap between the two sites, 2 h", "engineering | 120m"),
        ("webpack config from hell, 90m", "engineering | 90m"),
        ("garbage collector pauses again, no time for anything else", "engineering"),
        ("bytecode verifier rewrite, 5h", "engineering | 300m"),
        ("no time for pm stuff, jtag probe dead till 9pm", "engineering"),
    ],
)  # fmt: skip
def test_engineering_of_more_fields(line: str, told: str) -> None:
    """Whatever field it is of, plain engineering is told from the path."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("coffee tue with Lena, 30 min", "met | allies | 30m | 2027-03-16 | Lena"),
        ("call thursday w/ our PM Priya 20m", "met | allies | 20m | 2027-03-11 | Priya (PM)"),
        ("dinner fri with Ana and Tom, 2h", "met | allies | 120m | 2027-03-12 | Ana, Tom"),
        ("lunch mon w/ rick", "met | allies | Rick"),
        ("coffee tuesday w/ Lena moved", "met | allies | Lena"),
    ],
)  # fmt: skip
def test_a_day_inside_a_meeting(line: str, told: str) -> None:
    """A weekday between a meeting and who was there is its day, where a time was spent."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Today I met Lena, 30 min, she is afraid of Cyber Monday",
         "met | allies | 30m | 2027-03-17 | Lena"),
        ("Monday coffee with Ana, she told me the renewal is on Wednesday",
         "met | allies | 2027-03-15 | Ana"),
        ("yesterday lunch with Tom, he said they ship on friday",
         "met | allies | 2027-03-16 | Tom"),
        ("Today call with a customer, they said it broke last tuesday",
         "met | customers | 2027-03-17 | 1 customer"),
        ("coffee with Lena on Good Friday", "met | allies | Lena"),
    ],
)  # fmt: skip
def test_a_named_day_is_no_second_day(line: str, told: str) -> None:
    """Nothing is refused for a day that has a name, or that somebody spoke of."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("raised my hand for the associate PM role in payments", "applied | search"),
        ("put my name forward for the internal product owner job, 10 min",
         "applied | search | 10m"),
        ("expressed my interest in the junior PM vacancy to HR", "applied | search"),
        ("put my hand up for the PM rotation", "engineering"),
        ("raised my hand in the all hands and asked about churn", "customers"),
        ("my colleague raised his hand for the PM role", "allies"),
    ],
)  # fmt: skip
def test_a_hand_that_is_raised(line: str, told: str) -> None:
    """A hand raised for a job is an application; for a duty it is none."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("sent my cv to Nordlicht GmbH for the junior PM role, Lena proofread it",
         "applied | search | Lena | [applied: Nordlicht GmbH: junior PM]"),
        ("emailed my CV to Acme Labs, told Tom about it",
         "applied | search | Tom | [applied: Acme Labs]"),
        ("I sent my CV to Azulejo Pay for the position of junior PM, Catarina helped me",
         "applied | search | Catarina | [applied: Azulejo Pay: junior PM]"),
        ("sent my resume to Lena", "search | Lena"),
        ("sent my cv over to our PM Lena for comments", "search | Lena (PM)"),
        ("applied nordlicht, pm", "applied | search | [applied: nordlicht: pm]"),
        ("applied patches, pm happy", "search"),
    ],
)  # fmt: skip
def test_who_else_is_named_beside_a_cv(line: str, told: str) -> None:
    """Whoever helps with an application does not take the firm's place."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Nordlicht are going with somebody else", "rejected | search | [rejected: Nordlicht]"),
        ("Nordlicht said they are taking someone internal",
         "rejected | search | [rejected: Nordlicht]"),
        ("Haverford Foods declined, no reason, too junior they think",
         "rejected | search | [rejected: Haverford Foods]"),
        ("Haverford declined my application", "rejected | search | [rejected: Haverford]"),
        ("the team decided on somebody else for the release", "craft"),
        ("Lena declined, too busy", "answered | Lena"),
    ],
)  # fmt: skip
def test_a_no_in_other_words(line: str, told: str) -> None:
    """A firm that goes with somebody else has said no; a person who declines has not."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Tomorrow: call with Mara, a customer, 10:00",
         "customers | Mara (customer) | me Mara (customer) 2027-03-18"),
        ("On Friday I will meet Tom", "allies | me Tom 2027-03-19"),
        ("tomorrow I will have lunch with Tiago from sales",
         "allies | me Tiago (sales) 2027-03-18"),
        ("Tomorrow: send Ana the deck", "positioning | Ana | me Ana 2027-03-18"),
        ("tomorrow not meeting Lena", "allies"),
        ("Tomorrow Lena has lunch with Ana", "allies"),
        ("Lena said ok. Lunch on 26.3. at noon", "answered | allies | Lena | me Lena 2027-03-26"),
    ],
)  # fmt: skip
def test_a_plan_behind_its_day(line: str, told: str) -> None:
    """A day to come at the front makes a plan of what stands behind it."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("asked Tom to let me join the demo on Thursday",
         "asked | customers | Tom | them Tom 2027-03-18"),
        ("asked Ada (support) to let me sit with her team on Tuesday",
         "asked | customers | Ada (support) | them Ada (support) 2027-03-23"),
        ("on monday asked Tom for a seat",
         "asked | customers | 2027-03-15 | Tom | them Tom 2027-03-24"),
    ],
)  # fmt: skip
def test_the_day_of_what_was_asked_for(line: str, told: str) -> None:
    """A day behind what was asked for is the day of that; one beside the asking is not."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Priya finally made time for me, 20 min", "met | allies | 20m | Priya"),
        ("asked lots of questions over lunch with Ana, 45m", "met | allies | 45m | Ana"),
        ("Chidi from sales gave me time, 40 mins, I just asked questions and listened",
         "met | allies | 40m | Chidi (sales)"),
        ("Tom found no time for me, 20 min lost", ""),
        ("asked Priya some questions", "asked | allies | Priya | them Priya 2027-03-24"),
    ],
)  # fmt: skip
def test_questions_asked_in_a_meeting(line: str, told: str) -> None:
    """Time given and questions asked in it are a meeting, not a request."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("met Lena at the fair, promised her a sheet by Friday",
         "met | search | Lena | me Lena 2027-03-19"),
        ("coffee with Tom and i promised him the numbers",
         "met | allies | Tom | me Tom 2027-03-24"),
        ("lunch with Ana, owe her the deck", "met | allies | Ana | me Ana 2027-03-24"),
        ("coffee with Tom, as promised the numbers", "met | allies | Tom"),
        ("coffee with Tom who promised the numbers", "met | allies | Tom"),
    ],
)  # fmt: skip
def test_a_promise_beside_a_meeting(line: str, told: str) -> None:
    """What was promised in a meeting is mine to do, whatever else the line tells."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("churn 4.1% down to 2.6%", "customers | 4.1 to 2.6"),
        ("sign-ups: 12 up to 31", "12 to 31"),
        ("donations from ₹18,000 to ₹24,000 a month", "volunteer | 18000 to 24000"),
        ("average order moved from ₦18,500 to ₦24,200 a week", "18500 to 24200"),
        ("worked 2 up to 3 hours", ""),
    ],
)  # fmt: skip
def test_more_ways_of_a_change(line: str, told: str) -> None:
    """A change is read whatever the currency, and with down to or up to between its values."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Read half two till four", "read | reading | 90m"),
        ("call with Lena from nine to half ten", "met | allies | 90m | Lena"),
        ("customer call ten till quarter to eleven", "met | customers | 45m | 1 customer"),
        ("quarter to four of the team", ""),
        ("half four people", ""),
    ],
)  # fmt: skip
def test_hours_in_words(line: str, told: str) -> None:
    """A time from one hour to another may be said in words."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Coffee with Ana (sales), 30 min. Customers want a discount.",
         "met | allies | 30m | Ana (sales)"),
        ("Lunch with Lena (PM). Users hate the page.", "met | allies | Lena (PM)"),
        ("call with Tom (sales) and a customer, 20m",
         "met | customers | 20m | Tom (sales) | 1 customer"),
    ],
)  # fmt: skip
def test_whoever_is_only_told_of(line: str, told: str) -> None:
    """Whoever begins the next sentence was not there."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("read the cold start problem 30 pgs 40m",
         "read | reading | 40m | <the cold start problem>"),
        ("read build for the user 20 pages", "read | reading | <build for the user>"),
        ("read two pages", "read | reading"),
        ("read the kubernetes docs 30 pages", "engineering"),
    ],
)  # fmt: skip
def test_small_titles(line: str, told: str) -> None:
    """A title without a capital is read up to the pages that were read of it."""
    assert facts(line) == told
