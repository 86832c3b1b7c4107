"""Plain sentences, without a mark among them, and every fact that they tell."""

from __future__ import annotations

from datetime import date

import pytest

from pmpath.domain.record import changed
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.domain.words.telling import tell
from pmpath.storage.content import content

TODAY = date(2027, 3, 17)  # a Wednesday
KNOWN = content().vocabulary()


def facts(line: str) -> str:
    """`met | allies | 30m | Lena (sales)`: event, track, minutes, day, people, opening, move."""
    draft: Draft = read(line, TODAY, KNOWN)
    move = draft.next
    parts = [
        draft.event,
        draft.track or next(iter(draft.tags), ""),
        f"{draft.minutes}m" if draft.minutes else "",
        str(draft.day or ""),
        ", ".join(draft.people),
        f"[{draft.stage}: {draft.opening}]" if draft.opening else "",
        f"<{draft.book}>" if draft.book else "",
        f"{draft.metrics[0].before} to {draft.metrics[0].after}" if draft.metrics else "",
        *(f"{one.count} {one.value}" for one in draft.others),
        f"{move.who} {move.person} {move.day}" if move else "",
    ]
    return " | ".join(filter(None, parts))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("had a coffee with Zofia from support, 25 min", "met | customers | 25m | Zofia (support)"),
        ("breakfast with our designer Milo 1h", "met | allies | 60m | Milo (design)"),
        ("Lunch with Bruno and Ines (both marketing), 50m",
         "met | allies | 50m | Bruno (marketing), Ines (marketing)"),
        ("call w/ priya, 15 min", "met | allies | 15m | Priya"),
        ("spoke to the CFO, Harriet, for ten minutes",
         "met | sponsors | 10m | Harriet (CFO)"),
        ("met two PMs at lunch", "met | allies | 2 PM"),
        ("saw a customer yesterday, 40m", "met | customers | 40m | 2027-03-16 | 1 customer"),
        ("told my boss Nils about my plan", "told | sponsors | Nils (manager)"),
        ("told our VP of Sales, Mara, that I want to become a PM",
         "told | sponsors | Mara (VP of Sales)"),
        ("asked Edith whether I may join a call",
         "asked | customers | Edith | them Edith 2027-03-24"),
        ("promised Edith the deck by friday", "promised | allies | Edith | me Edith 2027-03-19"),
        ("sent Edith the deck", "sent | allies | Edith"),
        ("applied to Fernbach as product manager",
         "applied | search | [applied: Fernbach: product manager]"),
        ("applied for the junior PM role at Fernbach",
         "applied | search | [applied: Fernbach: junior PM]"),
        ("phone screen with Fernbach, 30m", "interview | search | 30m | [interview: Fernbach]"),
        ("second interview at Fernbach 1h10", "interview | search | 70m | [interview: Fernbach]"),
        ("no from Fernbach", "rejected | search | [rejected: Fernbach]"),
        ("Fernbach said no", "rejected | search | [rejected: Fernbach]"),
        ("offer from Fernbach", "offer | search | [offer: Fernbach]"),
        ("turned down Fernbach", "declined | search | [declined: Fernbach]"),
        ("saw an opening at Fernbach", "search | [seen: Fernbach]"),
        ("user interview, 45 min", "customers | 45m"),
        ("read two chapters of Empowered, 40 min", "read | reading | 40m | <Empowered>"),
        ("read 12 tickets, 30m", "customers | 30m"),
        ("weekly review 15m", "review | roadmap | 15m"),
        ("reviewed the PR of Max, 1h", "engineering | 60m"),
        ("gave a talk to 30 people", "talk | positioning | 30 people"),
        ("the article went out today", "published | writing | 2027-03-17"),
        ("index tuning, 2h", "engineering | 120m"),
        ("backfill job all morning", "engineering"),
        ("sign-ups of the shelter from 12 to 31", "volunteer | 12 to 31"),
        ("on call, nothing else", "engineering"),
    ],
)  # fmt: skip
def test_a_plain_sentence_is_understood(line: str, told: str) -> None:
    """No mark is needed for people, events, openings, books, numbers and moves."""
    assert facts(line) == told


@pytest.mark.parametrize(
    "line",
    ["did not meet Lena", "Lena cancelled", "no reply from Lena", "will call Lena tomorrow",
     "plan to apply at Fernbach", "tried to reach Lena", "coffee with Lena was moved to monday",
     "was going to tell my boss Nils", "the meetup did not happen", "should read Inspired"],
)  # fmt: skip
def test_what_did_not_happen_is_no_event(line: str) -> None:
    """Nor does somebody who was not met count as met."""
    draft = read(line, TODAY, KNOWN)
    assert (draft.event, draft.people) == ("", ())


@pytest.mark.parametrize(
    "line",
    ["moved from Stripe to Adyen", "asked ChatGPT about it", "coffee in Berlin",
     "learned Python and React", "meeting in March", "lunch with Marketing",
     "wrote about Kafka and Postgres", "two hours on the Q3 plan"],
)  # fmt: skip
def test_firms_tools_and_places_are_nobody(line: str) -> None:
    """A capital alone makes no name."""
    assert read(line, TODAY, KNOWN).people == ()


def test_a_known_name_needs_no_capital() -> None:
    """Behind with, met, told and the like; elsewhere the word stays a word."""
    known = changed(KNOWN, people={"oksanu": "Oksanu (PM)"})
    assert read("coffee with oksanu", TODAY, known).people == ("Oksanu",)
    assert read("coffee with oksanu", TODAY, KNOWN).people == ()


def test_a_known_firm_is_the_same_opening() -> None:
    """Its role is not asked for again."""
    known = changed(KNOWN, firms={"fernbach": "Fernbach: PM"})
    assert read("interview with fernbach 30m", TODAY, known).opening == "Fernbach: PM"


PEOPLE = (("Ida", "Ida"), ("Tomas (sales)", "Tomas (sales)"), ("our PM Lena", "Lena (PM)"),
          ("Noor from support", "Noor (support)"), ("Ana Ruiz", "Ana Ruiz"))  # fmt: skip
VERBS = (("coffee with", "met"), ("lunch with", "met"), ("met", "met"), ("told", "told"),
         ("asked", "asked"), ("sent the notes to", "sent"), ("called", "met"))  # fmt: skip
TIMES = (("", None), (", 45m", 45), (", 1h15", 75), (", half an hour", 30), (", 2 x 25 min", 50))
DAYS = (("", ""), (" yesterday", "2027-03-16"), (" on monday", "2027-03-15"),
        (" 3 days ago", "2027-03-14"), (" 2027-03-10", "2027-03-10"))  # fmt: skip
TAILS = ("", " about the launch", " and it went well", " about v2.3 and ticket 4711")
COMBINED = len(PEOPLE) * len(VERBS) * len(TIMES) * len(DAYS) * len(TAILS)
# Coprime to the number of combinations, so that each line is another one.
STRIDE = 1009
LINES = 2000


def composed(number: int) -> tuple[str, tuple[str, str, int | None, str]]:
    """One line of all that can be composed, and what it has to be read as."""
    number, verb = divmod(number, len(VERBS))
    number, person = divmod(number, len(PEOPLE))
    number, time = divmod(number, len(TIMES))
    number, day = divmod(number, len(DAYS))
    tail = TAILS[number % len(TAILS)]
    line = f"{VERBS[verb][0]} {PEOPLE[person][0]}{tail}{TIMES[time][0]}{DAYS[day][0]}"
    return line, (VERBS[verb][1], PEOPLE[person][1], TIMES[time][1], DAYS[day][1])


def test_what_is_composed_is_read_back() -> None:
    """Of 2,000 lines made of parts every part is read, and the words are kept as typed."""
    wrong = []
    for number in range(LINES):
        line, expected = composed(number * STRIDE % COMBINED)
        draft = read(line, TODAY, KNOWN)
        found = (draft.event, ", ".join(draft.people), draft.minutes, str(draft.day or ""))
        if found != expected or draft.text != line or draft.doubts:
            wrong.append((line, expected, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "knows"),
    [
        ("told our VP Nina that I want to become a product manager", True),
        ("told Ida, head of sales, about my plan to move into product", True),
        ("told our VP Nina the release is out", False),
        ("told Lena (PM) that I want to move into product", False),
        ("told my manager Tom that I want to move into product", False),
        ("told a friend about the pipeline", False),
    ],
)
def test_a_leader_knows_of_the_plan_once_told_of_it(line: str, knows: bool) -> None:
    """Neither somebody else nor other news makes a leader who knows."""
    assert read(line, TODAY, KNOWN).tells_leader is knows


def test_a_length_that_belongs_to_a_thing_stays_in_the_words() -> None:
    """A report tells the step whole; `of` is not left alone at the end."""
    step = "Ask a product manager for a practice interview of half an hour"
    assert tell(step, KNOWN, TODAY) == step
    assert tell("coffee with Lena, half an hour", KNOWN, TODAY) == "coffee with Lena"
