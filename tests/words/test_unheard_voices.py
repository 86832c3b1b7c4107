"""What sets of lines in voices that nobody had tuned for taught: one test for each kind."""

from __future__ import annotations

import pytest

from pmpath.domain.words.numbers.number import numbers_in
from tests import build
from tests.words.test_plain_sentences import KNOWN, facts


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("calls: before 9 visits/month, after 2", ("calls", 9, 2)),
        ("customer story, 1 page: before 9 visits/month, after 2", ("visits", 9, 2)),
        ("boot time before 40 s, now 6 s", ("boot time", 40, 6)),
        ("complaints before 12 a week, after 3 a week", ("complaints", 12, 3)),
        ("takings, \u00a32,310, before we change a thing", ("takings", 2310, None)),
    ],
)
def test_before_and_after_are_read_in_their_order(
    line: str, told: tuple[str, int, int | None]
) -> None:
    """The value behind "before" is the one to begin with."""
    (one,) = [found.value for found in numbers_in(tuple(line.split()))]
    assert one is not None
    assert (one.name, one.before, one.after) == told


def test_hours_of_a_day_are_no_change() -> None:
    """Before nine and after ten are times."""
    assert numbers_in(("met", "Lena", "before", "9,", "after", "10", "we", "left")) == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Had a chat with Imogen, one of our product managers", "met | allies | Imogen (PM)"),
        ("coffee with Renata she's a product manager in payments and her big thing is specs",
         "met | allies | Renata (PM)"),
        ("Asked my neighbour Dot to tell me my pitch back; she remembered the price",
         "asked | allies | Dot"),
        ("mock interview w/ ex-colleague Jan, 45 mins", "met | search | 45m | Jan"),
        ("asked priya whos the pm on billing", "asked | allies | Priya | them Priya 2027-03-24"),
        ("a sheet for Mr. Deshpande which answers questions", "allies | Deshpande"),
        ("lunch with Bianca till two", "met | allies | Bianca"),
        ("coffee with Lena and Till, 30m", "met | allies | 30m | Lena, Till"),
        ("heading to product management by January, told Mr. Boateng", "told | sponsors | Boateng"),
    ],
)  # fmt: skip
def test_who_is_named(line: str, told: str) -> None:
    """By what they are to me, by what is said of them behind the name, with or without signs."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("plucked up the courage to mention to Harriet, our marketing director, that I want to go",
         "told | sponsors | Harriet (marketing director)"),
        ("got the nerve to tell my boss Rolf I want to go", "told | sponsors | Rolf (manager)"),
        ("had no courage to tell Rolf", "sponsors | Rolf"),
        ("wrote back to Brightwell asking whether they'd give me one reason",
         "asked | allies | them  2027-03-24"),
        ("gave 6 account managers a 10 min talk on what cross save is worth",
         "talk | positioning | 10m | 6 people"),
        ("marketing gave us a talk about the trailer", ""),
        ("asked marta would she send my page to a publisher",
         "asked | allies | Marta | them Marta 2027-03-24"),
        ("wkly look back 15m", "review | roadmap | 15m"),
        ("I was going to tell Paula today but she was in meetings", "sponsors | 2027-03-17"),
        ("Positioning in 1 sentence vs website: website sells hours", "positioning"),
    ],
)  # fmt: skip
def test_what_happened(line: str, told: str) -> None:
    """A word in short, a verb behind courage, and what is only named."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('A "thanks but no thanks" from Brightwell', "rejected | search | [rejected: Brightwell]"),
        ("a no thank you from Corvo Labs", "rejected | search | [rejected: Corvo Labs]"),
        ("Palermo Systems said they're going with someone internal",
         "rejected | search | [rejected: Palermo Systems]"),
    ],
)  # fmt: skip
def test_a_no_in_other_words(line: str, told: str) -> None:
    """Whoever takes somebody else says no."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("spent a big chunk of sunday on the flyer", "2027-03-14"),
        ("a good bit of Saturday afternoon on the leaflet", "2027-03-13"),
        ("told Paula last day = 30 Apr, handover list agreed", "told | sponsors | Paula"),
        ("gave on-call to Wiebke for good. 4 h a week back", "sent | allies | Wiebke"),
        ("met Lena a week back", "met | allies | 2027-03-10 | Lena"),
        ("Aerolog GmbH: interview 1 on 25.3.", "search | [: Aerolog GmbH] | me  2027-03-25"),
        ("sat beside him, which came to a good three hours or so", "180m"),
        ("lunch is on Friday with Ben", "allies | me Ben 2027-03-19"),
    ],
)  # fmt: skip
def test_which_day_and_how_long(line: str, told: str) -> None:
    """A day of which a part was spent is the day; one that is only named is not."""
    assert facts(line) == told


@pytest.mark.parametrize(
    "line",
    ["3 h on handover, then 20 min with Valeska", "20 min with Valeska, then 3 h on handover"],
)
def test_the_time_of_the_job_is_no_time_with_somebody(line: str) -> None:
    """Each part has its own time; that of the job is left out."""
    assert facts(line) == "met | allies | 20m | Valeska"


@pytest.mark.parametrize("line", ["coffee with Lena next week", "call with a customer next month"])
def test_a_meeting_of_next_week_is_a_plan(line: str) -> None:
    """It was not held."""
    assert not facts(line).startswith("met")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("wrote 1 pager on why the churn dashboard is slow for finance, problem only", "customers"),
        ("cut 11 tech words out of this mornings incident mail", ""),
        ("spark job oom, whole afternoon", "engineering"),
        ("the CVE triage went on for 5 hours", "engineering | 300m"),
    ],
)
def test_the_present_job_is_told_from_a_text_about_it(line: str, told: str) -> None:
    """Words cut from a mail about an outage are no engineering."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("yesterday I explain to my boss Jo that I want to go",
         "told | sponsors | 2027-03-16 | Jo (manager)"),
        ("I make a call with Valentina, she sells to banks, 25 minutes",
         "met | allies | 25m | Valentina (sales)"),
        ("On Friday I meet Ana", "allies | Ana | me Ana 2027-03-19"),
        ("I have to call Suresh back", "customers | me Suresh 2027-03-24"),
    ],
)  # fmt: skip
def test_the_present_tells_what_is_over(line: str, told: str) -> None:
    """Unless it names a weekday, or says that it is still to be done."""
    assert facts(line) == told


def test_the_same_verbs_are_read_in_the_past_everywhere() -> None:
    """The reader of a line and the eye that counts it have the same list."""
    pairs = {" ".join(one) for one in KNOWN.lexicon.table("past").items()}
    assert pairs == set(build.CATALOG.cautions["past"])


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("wrote five lines to Dr. Okafor, our head of sales", "sponsors | Okafor (head of sales)"),
        ("Achieng has applied for the product analyst role", "search | Achieng"),
        ("wk 11: moved 3, avoided 1 (apply), next wk 3", "review | roadmap"),
        ("problem brief: planners distrust it. Evidence: 14 tickets, 3 interviews", "customers"),
        ("sent my application to Fintral, product owner",
         "applied | search | [applied: Fintral: product owner]"),
        ("saw two openings of PM that fit, one inside", "search"),
        ("Fintral responds no, they want more years", "rejected | search | [rejected: Fintral]"),
        ("Made a one-page cheat sheet for Joy on our 3 plans", "allies | Joy"),
        ("moved the date to May", ""),
        ("turned my netcode postmortem into one page for the studio head", "sponsors"),
        ("rewrote the parser for the CTO demo, 3h", "engineering | 180m"),
    ],
)  # fmt: skip
def test_what_only_looks_like_something_else(line: str, told: str) -> None:
    """A doctor is no disaster recovery, and what others applied for is theirs."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Hank is sending me the recording tomorrow", "them Hank 2027-03-18"),
        ("Yaakov is bringing me along on friday", "Yaakov | them Yaakov 2027-03-19"),
        ("asked Joost which customer I could visit, waiting for his answer",
         "asked | allies | Joost | them Joost 2027-03-24"),
        ("got a reply from Waterland Bank, interview next Tuesday",
         "search | [answered: Waterland Bank] | me  2027-03-23"),
        ("The commercial team has given a presentation of the new prices", "allies"),
        ("trial signups 31 to 44", "craft | 31 to 44"),
        ("calls 9 to 12", "customers"),
    ],
)  # fmt: skip
def test_what_others_are_at(line: str, told: str) -> None:
    """What is on its way from somebody is theirs, and so is the talk of a team."""
    assert facts(line) == told
