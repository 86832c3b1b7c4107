"""Why an opening ended, since when an offer waits, and which numbers are results."""

from __future__ import annotations

import pytest

from pmpath.coach.gathered.openings import openings
from pmpath.coach.gathered.results import first_result, is_result
from pmpath.domain.entry import ASK, Entry
from pmpath.domain.kinds import MilestoneDone
from pmpath.domain.log.contact import Contact, order_of
from pmpath.domain.log.journal import fold
from pmpath.domain.log.landmarks import said_in
from pmpath.domain.metric import Metric
from pmpath.domain.words.reading import read
from pmpath.domain.words.telling import tell
from tests import build
from tests.findings.looked import found
from tests.gathered.test_folds import ROADMAP, folded

NO = {"event": "rejected", "stage": "rejected", "tags": ("rejected",), "track": "search"}


@pytest.mark.parametrize(
    ("text", "opening", "reason"),
    [
        ("no from Praxio: they want a launch", "Praxio", "they want a launch"),
        ("no from Praxio, they want a launch 10m", "Praxio", "they want a launch"),
        ("Praxio said no because two years are missing 10m", "Praxio", "two years are missing"),
        ("no from the payments opening, somebody had more sales experience", "payments",
         "somebody had more sales experience"),
        ("Karavel said no, asked the recruiter why 10m", "Karavel", ""),
        ("no from Karavel: product manager", "Karavel: product manager", ""),
        ("no from Karavel", "Karavel", ""),
    ],
)  # fmt: skip
def test_the_reason_of_a_no_is_what_the_line_gives_as_one(
    text: str, opening: str, reason: str
) -> None:
    """Behind because, a colon or "they"; what was done next, or the role, is none."""
    said = build.entry(build.day(3), text=text, opening=opening, **NO)  # type: ignore[arg-type]
    (one,) = openings(folded([said]), ROADMAP)
    assert one.reason == reason


def test_an_offer_waits_since_the_day_it_came() -> None:
    """What is said of it later does not make it younger; a new one after an end does."""
    told = [(1, "offer"), (9, "offer"), (12, "declined"), (20, "offer")]
    made = [build.entry(build.day(n), text=str(n), opening="Praxio", stage=stage, event=stage)
            for n, stage in told]  # fmt: skip
    days = [openings(folded(made[:count]), ROADMAP)[0].open_offer for count in (1, 2, 3, 4)]
    assert days == [build.day(1), build.day(1), None, build.day(20)]


def test_a_title_of_somebody_who_was_told_is_not_what_was_applied_for() -> None:
    """`applied for the opening, told Ines, our head of product` aims at no head of product."""
    ines = build.entry(
        build.day(3), text="applied for the inside opening, told Ines, our head of product",
        people=("Ines (head of product)",), track="search", tags=("application", "inside"),
    )  # fmt: skip
    assert found("LEVEL_MISMATCH", [ines], 5) is None
    head = build.entry(build.day(3), text="applied as head of product, 1 h", track="search",
                       tags=("application",))  # fmt: skip
    assert found("LEVEL_MISMATCH", [head], 5) is not None


def test_what_was_published_is_something_that_leaders_may_see() -> None:
    """Ida was told on day 2, a piece came out on day 20: the days count from there."""
    told = build.entry(build.day(2), track="sponsors", action="sponsors.tell",
                       people=("Ida (head of sales)",))  # fmt: skip
    out = build.entry(build.day(20), track="writing", tags=("published",), text="queues")
    news = [build.entry(build.day(n), track="sponsors", action="sponsors.update", half=ASK,
                        people=("Ida (head of sales)",)) for n in (25, 45)]  # fmt: skip
    assert found("TOLD_NOT_SHOWN", [told, *news], 60) is not None
    assert found("TOLD_NOT_SHOWN", [told, out, *news], 60) is None
    assert found("TOLD_NOT_SHOWN", [told, out, *news], 66) is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("told Gregor that I want to move; he said bring me a number. 20 min", "bring me a number"),
        ("coffee with Callum, he says stop apologizing for the code", "stop apologizing for the"
         " code"),
        ("coffee with Callum", ""),
    ],
)  # fmt: skip
def test_what_somebody_said_is_found_in_plain_words(text: str, said: str) -> None:
    """Up to the end of the sentence."""
    assert said_in(text) == said


def test_a_wish_for_proof_in_plain_words_is_remembered() -> None:
    """Gregor wants a number, and no `said:` was typed."""
    entry = build.entry(build.day(1), people=("Gregor (head of sales)",),
                        text="told Gregor about it; he said bring me a number")  # fmt: skip
    proof = fold([entry]).observed.landmarks.proof
    assert [one.text for one in proof.values()] == ["bring me a number"]


def _number(day: int, action: str = "") -> Entry:
    metric = Metric(f"number {day}", 17, 4)
    return build.entry(build.day(day), metrics=(metric,), action=action, text=f"{day}")


def test_words_cut_from_a_mail_are_no_result() -> None:
    """An exercise; what was measured later is the first result."""
    cut, won = _number(1, "positioning.word-diet"), _number(5, "volunteer.measure")
    journal = folded([cut, won])
    assert [is_result(journal, one) for one in (cut, won)] == [False, True]
    assert first_result(journal) == won
    assert first_result(folded([cut])) is None


def test_a_function_of_two_words_is_shown_with_a_blank() -> None:
    """Also where an older line has an underscore in it."""
    old = build.entry(build.day(1), people=("Rasmus (product_marketing)",))
    contact = Contact("Rasmus (product_marketing)", order_of(old))
    assert contact.person == "Rasmus (product marketing)"
    line = "coffee with Rasmus from product marketing, 30 min"
    assert read(line, build.day(1), build.VOCABULARY).people == ("Rasmus (product marketing)",)


@pytest.mark.parametrize(
    ("line", "awaits"),
    [
        ("asked Nadine if the sheet gets used; she showed it twice in the weekly", False),
        ("asked Nadine if the sheet gets used, she will tell me on Monday", True),
        ("asked Nadine if I may join her call", True),
    ],
)
def test_a_question_that_was_answered_in_the_same_line_waits_for_nobody(
    line: str, awaits: bool
) -> None:
    """What she did is told behind the question; what she will do is still awaited."""
    assert (read(line, build.day(1), build.VOCABULARY).next is not None) is awaits


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lunch with Tobias, sales, 40 min: they ask for reminders", "lunch with Tobias, sales,"
         " 40 min: they ask for reminders"),
        ("another hour on the donor mails, split the list", "another hour on the donor mails, split"
         " the list"),
        ("1 h on the resume", "1 h on the resume"),
        ("asked @tomas:sales for a coffee 5m theirs wed tomas: a day", "asked Tomas for a coffee"),
        ("45m: read chapter 3", "read chapter 3"),
        ("coffee with @lena 45m said: yes", "coffee with Lena"),
    ],
)  # fmt: skip
def test_a_line_is_told_without_its_marks_and_with_all_that_it_says(text: str, told: str) -> None:
    """A length that is what was done stays; one before a promise goes."""
    assert tell(text, build.VOCABULARY) == told


def test_a_look_at_an_earlier_day_has_the_openings_of_its_own_milestones() -> None:
    """What was found for the whole log is not told of a copy from before the offer was taken."""
    done = MilestoneDone("m" * 26, f"{build.day(20)}T08:00:00+00:00", build.day(20), "search.offer")
    offer = build.entry(
        build.day(10), opening="Nordfrakt: PM", stage="offer", event="offer", track="search"
    )
    here = build.situation([offer, done], build.day(30))
    assert [one.accepted for one in openings(here.journal, here.roadmap)] == [build.day(20)]
    then = here.journal.twin()
    then.milestones = here.journal.milestones.up_to(build.day(15))
    assert [one.accepted for one in openings(then, here.roadmap)] == [None]
