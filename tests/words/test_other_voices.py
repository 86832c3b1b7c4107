"""Plain sentences of many voices: terse, chatty, with signs, and as people speak English abroad."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.record import changed
from pmpath.domain.words.reading import read
from tests.words.test_plain_sentences import KNOWN, TODAY, facts


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Haverford Labs: applied, product analyst",
         "applied | search | [applied: Haverford Labs: product analyst]"),
        ("Applied Haverford Labs, product analyst",
         "applied | search | [applied: Haverford Labs: product analyst]"),
        ("CV off to Haverford Labs for the product analyst opening",
         "applied | search | [applied: Haverford Labs: product analyst]"),
        ("Sent Haverford Labs my application", "applied | search | [applied: Haverford Labs]"),
        ("applied: Product Owner @ Haverford",
         "applied | search | [applied: Haverford: Product Owner]"),
        ("Haverford onsite, 4h", "interview | search | 240m | [interview: Haverford]"),
        ("Recruiter from Haverford Labs called, 20 min",
         "interview | search | 20m | [interview: Haverford Labs]"),
        ("First chat with Haverford Labs' recruiter, 20 min",
         "interview | search | 20m | [interview: Haverford Labs]"),
        ("Haverford Labs has invited me to an interview", "search | [answered: Haverford Labs]"),
        ("through to the second stage at Haverford Labs", "search | [answered: Haverford Labs]"),
        ("Haverford Labs shortlisted me", "search | [answered: Haverford Labs]"),
        ("got ghosted by haverford after round 2", "search | [: haverford]"),
        ("Haverford: no. Too junior.", "rejected | search | [rejected: Haverford]"),
        ("Haverford = no", "rejected | search | [rejected: Haverford]"),
        ("Haverford Labs turned me down", "rejected | search | [rejected: Haverford Labs]"),
        ("I turned Haverford Labs down", "declined | search | [declined: Haverford Labs]"),
        ("Sad news, Haverford Labs went with somebody else",
         "rejected | search | [rejected: Haverford Labs]"),
        ("unfortunately no from haverford", "rejected | search | [rejected: haverford]"),
        ("offer! Haverford, Associate PM", "offer | search | [offer: Haverford: Associate PM]"),
        ("Haverford offer: PM, answer by 30 march",
         "offer | search | [offer: Haverford: PM] | me  2027-03-30"),
        ("Haverford Labs want me!! PM Retail",
         "offer | search | [offer: Haverford Labs: PM Retail]"),
        ("Offered the junior PM job at Haverford Labs",
         "offer | search | [offer: Haverford Labs: junior PM]"),
        ("Haverford is hiring a junior PM, saved the ad", "search | [seen: Haverford: junior PM]"),
    ],
)  # fmt: skip
def test_a_firm_stands_anywhere(line: str, told: str) -> None:
    """A firm is named from where it stands, not only behind at or with."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("summer offer banner, 20% off, 1h", "search | 60m"),
        ("Login screen bugs, 3h", "engineering | 180m"),
        ("final round of testing, 3h", "180m"),
        ("submitted the application logs to the vendor", "engineering"),
        ("put the application behind the proxy, 1h", "engineering | 60m"),
        ("Blocked: no", ""),
        ("Customer support picked another tool", "customers"),
        ("the committee chose another date", ""),
        ("GitHub rejected my push", "search"),
        ("Stripe declined the card in staging", "engineering"),
        ("legal said no to the pilot", "roadmap"),
        ("Honeycomb said no data for an hour", "60m"),
    ],
)  # fmt: skip
def test_what_teams_and_systems_do_is_no_search(line: str, told: str) -> None:
    """What a team, a shop or a system does is no search."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("gave my little talk on latency to 11 people", "talk | positioning | 11 people"),
        ("showed the results to the sales team, 15 people, 12 min",
         "talk | positioning | 12m | 15 people"),
        ("lunch&learn on our data model, 18 ppl, 30m", "talk | positioning | 30m | 18 ppl"),
        ("Networking event 2h, talked to 4 PMs", "met | search | 120m | 4 PM"),
        ("came clean to my boss Hendrik about wanting to move to product",
         "told | sponsors | Hendrik (manager)"),
        ("Hendrik (boss) knows", "told | sponsors | Hendrik (manager)"),
        ("I spoke with my manager Hendrik of my wish to go into product",
         "told | sponsors | Hendrik (manager)"),
        ("talked to Solveig about my switch to PM", "told | sponsors | Solveig"),
        ("Had the talk with my manager Hendrik: I want to be PM",
         "told | sponsors | Hendrik (manager)"),
        ("wkly review, 15m", "review | roadmap | 15m"),
        ("Week 11 review: 15 min", "review | roadmap | 15m"),
        ("looked back on my week, 20m", "review | roadmap | 20m"),
        ("emailed Melissa to ask for a referral",
         "asked | search | Melissa | them Melissa 2027-03-24"),
        ("handed the on-call rota over to Ravi", "roadmap | Ravi"),
        ("roughly 3 hours all told, finished Inspired", "read | reading | 180m | <Inspired>"),
    ],
)  # fmt: skip
def test_many_verbs_tell_of_the_same(line: str, told: str) -> None:
    """Many verbs, and nouns, tell of a talk, of telling and of the week's review."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("VP Sales, Ingrid, 20 min", "met | sponsors | 20m | Ingrid (VP Sales)"),
        ("our account exec Leif, 30m", "met | allies | 30m | Leif (sales)"),
        ("Met Ronan, a PM on the billing team, 25m", "met | allies | 25m | Ronan (PM)"),
        ("Coffee with Ines and Jun, both PMs, half an hour",
         "met | allies | 30m | Ines (PM), Jun (PM)"),
        ("told Director Kondo my goal: product", "told | sponsors | Kondo (Director)"),
        ("told my lead (marcus) that i want to be pm", "told | sponsors | Marcus (manager)"),
        ("45 min Femi & Rosalind (sales), deal review", "allies | 45m | Femi, Rosalind (sales)"),
        ("Caught Dermot from legal, 10 min", "10m | Dermot (legal)"),
        ("chat with a product manager named Bettina, 40 min", "met | allies | 40m | Bettina (PM)"),
        ("intro call w/ a pm at figma, kofi, 30m", "met | allies | 30m | Kofi | 1 PM"),
        ("told my line manager, Philippa, of my plan to become a PM",
         "told | sponsors | Philippa (manager)"),
        ("The PM Handbook is on my desk", "allies"),
        ("met Acme about renewals", "allies"),
        ("tracing with OpenTelemetry, 4h", "engineering | 240m"),
        ("my weekly review, I thank God for small steps", "review | roadmap"),
    ],
)  # fmt: skip
def test_who_is_a_person(line: str, told: str) -> None:
    """A name is told by what stands beside it; things and places are nobody."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Brooke to review the brief by 22 march", "craft | Brooke | them Brooke 2027-03-22"),
        ("Nadia said she'll introduce me to her director",
         "sponsors | Nadia | them Nadia 2027-03-24"),
        ("Tobias is going to send me the deal list", "allies | them Tobias 2027-03-24"),
        ("Shaz owes me the lost list", "Shaz | them Shaz 2027-03-24"),
        ("open: reply from Fatma about the trial", "craft | Fatma | them Fatma 2027-03-24"),
        ("Deck from Tariq due friday", "positioning | Tariq | them Tariq 2027-03-19"),
        ("TODO Emre: screenshots, due 26 march", "me Emre 2027-03-26"),
        ("- [ ] send Tariq feedback (fri)", "customers | Tariq | me Tariq 2027-03-19"),
        ("Next: send Ilse the summary on Monday", "reading | Ilse | me Ilse 2027-03-22"),
        ("ME-16 send Yara the metrics by 22 march", "craft | Yara | me Yara 2027-03-22"),
        ("must drop Poppy a line by thursday", "me Poppy 2027-03-18"),
        ("I will until Friday send Sabine the comparison", "me Sabine 2027-03-19"),
        ("send dale the map by friday i promised", "promised | allies | Dale | me Dale 2027-03-19"),
        ("owe Priya the deck, fri", "promised | allies | Priya | me Priya 2027-03-19"),
        ("Told Ilse I'd have the summary ready by monday",
         "promised | allies | Ilse | me Ilse 2027-03-22"),
        ("Ilse wants the summary by 22 march", "reading | Ilse | me Ilse 2027-03-22"),
        ("follow up w/ paolo on monday", "Paolo | me Paolo 2027-03-22"),
        ("Coffee with Ilse moved to next tuesday", "allies | me Ilse 2027-03-23"),
        ("First interview is on 22 march", "search | me  2027-03-22"),
        ("asked Giulia if the sheet was useful, she says it was", "asked | allies | Giulia"),
        ("asked if I could shadow Tariq on thursday",
         "asked | allies | Tariq | them Tariq 2027-03-18"),
    ],
)  # fmt: skip
def test_what_has_yet_to_come(line: str, told: str) -> None:
    """What is to come is a next move, and has not happened."""
    assert facts(line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1 h 15 2027-03-10 pricing draft", "craft | 75m | 2027-03-10"),
        ("standup 9:00~9:30", "engineering | 30m"),
        ("phone screen at Haverford Labs, 2:00-2:30 PM",
         "interview | search | 30m | [interview: Haverford Labs]"),
        ("one hour forty on the flyer for the shelter", "volunteer | 100m"),
        ("spent 1hr 30 turning notes into a post", "writing | 90m"),
        ("Read 41 pages of Inspired in 58 min", "read | reading | 58m | <Inspired>"),
        ("reading: Crossing the Chasm, chapter 2 - 35m",
         "read | reading | 35m | <Crossing the Chasm>"),
        ("interview at Haverford Labs, 40 minutes, one HR person",
         "interview | search | 40m | [interview: Haverford Labs]"),
        ("presented 'one hour of downtime costs 380', 25 min, 30 agents",
         "talk | positioning | 25m | 30 agents"),
        ("yest: coffee with Lena, 20m", "met | allies | 20m | 2027-03-16 | Lena"),
        ("donations rose from Rs 85,000 to Rs 1,42,000", "volunteer | 85000 to 142000"),
        ("new members: 9 in march, 23 in may", "9 to 23"),
        ("visitors: 18 persons before, 29 persons now", "18 to 29"),
        ("the newsletter now has 310 subscribers, it was 180", "writing | 180 to 310"),
        ("gifts: 118 > 171", "118 to 171"),
        ("Positioning canvas for the checkout page, 40 min", "positioning | 40m"),
    ],
)  # fmt: skip
def test_times_numbers_and_books(line: str, told: str) -> None:
    """Times, numbers and books as people type them."""
    assert facts(line) == told


@pytest.mark.parametrize(
    "line",
    ["Lena answered about the call: yes", "Lena answered: she will look for a call",
     "Lena replied, the coffee is on Tuesday", "Lena got back to me about lunch"],
)  # fmt: skip
def test_what_somebody_answered_is_not_what_happened(line: str) -> None:
    """No meeting is made of the thing that the answer is about."""
    assert read(line, TODAY, KNOWN).event == "answered"


@pytest.mark.parametrize(
    "line",
    ["Priya answered: yes", "Priya said no", "Priya: ok", "answer from Priya: on Friday",
     "heard back from Priya, she can", "got a reply from Priya", "Priya finally replied",
     "Priya (PM) wrote back that it is fine", "Priya agreed"],
)  # fmt: skip
def test_every_way_to_say_that_somebody_answered(line: str) -> None:
    """It is an answer of five minutes, and no meeting."""
    draft = read(line, TODAY, KNOWN)
    assert (draft.event, draft.people[0][:5]) == ("answered", "Priya")


@pytest.mark.parametrize(
    "line",
    ["Priya has not answered", "no answer from Priya", "waiting for an answer from Priya",
     "hoping for a yes from Priya", "Priya said the roadmap is late", "open: reply from Priya"],
)  # fmt: skip
def test_what_has_not_been_answered_is_no_answer(line: str) -> None:
    """Nor is whatever else somebody said."""
    assert read(line, TODAY, KNOWN).event == ""


def test_a_day_before_the_plan_is_said() -> None:
    """The plan's start is asked only where an old day needs it; then the day is doubted."""
    asked = []

    def start() -> date:
        asked.append(True)
        return date(2027, 2, 1)

    known = changed(KNOWN, plan_start=start)
    assert read("coffee with Lena on 15 january", TODAY, known).doubts[0].words == "15 january"
    assert asked == [True]
    assert read("coffee with Lena on 15 march, 30m", TODAY, known).doubts == ()
    assert read("coffee with Lena yesterday, 30m", TODAY, known).doubts == ()
    assert asked == [True]


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("Candidatura inviata a Sabaudia Motori", '--opening "Sabaudia Motori"'),
        ("not selected in Ferncastle vertical, no reason", '--opening "Ferncastle"'),
    ],
)
def test_what_looks_like_an_opening_and_was_not_read_is_said(line: str, instead: str) -> None:
    """A line of the search that names no firm we read, and a word that may be one: one doubt."""
    doubts = read(line, TODAY, KNOWN).doubts
    assert [(one.kind, one.instead) for one in doubts] == [("opening", instead)]


def test_a_line_of_the_search_without_a_name_is_not_doubted() -> None:
    """Nobody need name the firm; a person, a place and the first word are no firm."""
    for line in ("They rejected me", "Interview done, 1h", "they rejected me, says Lena"):
        assert read(line, TODAY, KNOWN).doubts == ()
