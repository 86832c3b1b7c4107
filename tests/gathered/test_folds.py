"""Forty plain sentences, added up by hand: who was met, and how far each opening came."""

from __future__ import annotations

import random
from datetime import date

import pytest

from pmpath.coach.gathered.openings import applications_by_side, openings
from pmpath.coach.gathered.people import met_by_function, people
from pmpath.coach.meaning.fold import fold_with_meaning
from pmpath.domain.entry import Entry
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import changed
from tests import build
from tests.gathered.lived import SENTENCES, written

LIVED = written()
ROADMAP = build.roadmap()
TODAY = build.day(170)
ENDS = ("offer", "rejected", "closed", "declined")


def folded(entries: list[Entry]) -> Journal:
    """The log as every command folds it."""
    return fold_with_meaning(entries, build.CATALOG, ROADMAP)[0]


def test_the_log_has_forty_sentences() -> None:
    """What is counted below was counted by hand on these."""
    assert len(SENTENCES.splitlines()) == len(LIVED) == 40


def test_people_are_counted_by_function() -> None:
    """Lena, Ben and Mina are PMs; nobody is counted twice, and nobody without a name."""
    found = people(folded(LIVED), ROADMAP, TODAY)
    assert met_by_function(found) == {
        "pm": 3, "marketing": 2, "sales": 2, "cmo": 1, "customer": 1, "manager": 1, "support": 1,
    }  # fmt: skip
    assert [one.person for one in found] == [
        "Mina (PM)", "Ann-Marie (marketing)", "Ben (PM)", "Vera (CMO)", "Sean O'Brien (sales)",
        "Lena Krause (PM)", "Priya (support)", "Jörg Müller (marketing)", "Ana Ruiz (customer)",
        "Tom (manager)", "Tomas (sales)",
    ]  # fmt: skip


def test_a_person_is_told_with_all_that_passed() -> None:
    """First and last meeting, worries in their words, what was given, owed, told and shown.

    `thanks to lena` names her; nobody met.
    """
    found = {one.key: one for one in people(folded(LIVED), ROADMAP, TODAY)}
    lena = found["lena krause"]
    assert (lena.first, lena.last, lena.variants) == (build.day(0), build.day(84), ("Lena",))
    assert [one.text for one in lena.worries] == ["churn"]
    assert [one.text for one in found["ben"].worries] == ["onboarding"]
    assert [one.text for one in found["tomas"].given] == ["sent Tomas the deck"]
    assert [one.person for one in found["tomas"].awaited] == ["Tomas (sales)"]
    assert (found["vera"].told, found["vera"].shown) == (build.day(60), build.day(100))
    assert found["tom"].told == build.day(8)
    assert found["tomas"].told is None


def test_openings_are_counted_once_however_often_they_are_named() -> None:
    """Ten lines about three firms are three applications, all outside; two led to interviews."""
    found = openings(folded(LIVED), ROADMAP)
    assert [(one.label, one.stage, one.side) for one in found] == [
        ("Bankomat: product owner", "declined", "outside"),
        ("Caledon: associate product manager", "offer", "outside"),
        ("Nordfrakt: product manager", "rejected", "outside"),
    ]
    assert all(one.applied for one in found)
    assert sorted(len(one.interviews) for one in found) == [0, 1, 2]
    ends = [stage for one in found for stage in one.reached if stage in ENDS]
    assert sorted(ends) == ["declined", "offer", "rejected"]
    assert applications_by_side(found) == {"inside": 0, "outside": 3}


def test_each_stage_has_its_day() -> None:
    """Seen in February, applied in April: the day of the first entry of each stage."""
    caledon = next(one for one in openings(folded(LIVED), ROADMAP) if one.firm == "Caledon")
    assert caledon.reached == {
        "seen": date(2027, 2, 20), "applied": date(2027, 4, 1), "interview": date(2027, 5, 7),
        "offer": date(2027, 5, 23),
    }  # fmt: skip
    assert (caledon.role, caledon.applied) == ("associate product manager", date(2027, 4, 1))


def test_an_opening_at_the_company_of_the_plan_is_inside() -> None:
    """The firm may be written with its legal form; an entry that names the side wins."""
    home = changed(ROADMAP, target=changed(ROADMAP.target, company="Nordfrakt"))
    made = [build.entry(build.day(1), opening="Nordfrakt GmbH: PM", stage="applied")]
    assert openings(folded(made), home)[0].side == "inside"
    outside = [changed(made[0], tags=("outside",))]
    assert openings(folded(outside), home)[0].side == "outside"


def test_a_reason_stands_with_the_end() -> None:
    """A no with its reason, an opening that was closed with one."""
    made = [
        build.entry(build.day(1), opening="Caledon: PM", stage="applied"),
        build.entry(build.day(2), opening="caledon", stage="closed", notes={"reason": "froze"}),
    ]
    (found,) = openings(folded(made), ROADMAP)
    assert (found.label, found.stage, found.reason, found.is_over) == (
        "Caledon: PM", "closed", "froze", True,
    )  # fmt: skip


def test_an_application_without_a_firm_is_one_application() -> None:
    """Two of them are two; a no without a firm adds no application, and is counted as a no."""
    made = [build.entry(build.day(n), text=f"applied {n}", stage="applied") for n in (1, 2)]
    made.append(build.entry(build.day(3), text="a no", stage="rejected"))
    found = openings(folded(made), ROADMAP)
    assert [one.label for one in found if one.applied] == ["applied 2", "applied 1"]
    assert sum("rejected" in one.reached for one in found) == 1
    assert {one.firm for one in found} == {""}


def test_the_order_of_lines_makes_no_difference() -> None:
    """A union of two logs may have them in any order."""
    people_then = people(folded(LIVED), ROADMAP, TODAY)
    openings_then = openings(folded(LIVED), ROADMAP)
    for seed in range(5):
        shuffled = random.Random(seed).sample(LIVED, len(LIVED))
        assert people(folded(shuffled), ROADMAP, TODAY) == people_then
        assert openings(folded(shuffled), ROADMAP) == openings_then


@pytest.mark.parametrize("person", ["Nordfrakt", "Nordfrakt (customer)"])
def test_a_customer_who_makes_an_offer_is_an_opening_until_it_is_declined(person: str) -> None:
    """The firm is known as somebody in the log: with its function, or by the word before it."""
    told = [("offer from Nordfrakt", "offer"), ("declined the offer from Nordfrakt", "declined")]
    made = [build.entry(build.day(n), text=text, event=event, people=(person,))
            for n, (text, event) in enumerate(told, 1)]  # fmt: skip
    (offered,) = openings(folded(made[:1]), ROADMAP)
    assert (offered.name, offered.open_offer) == ("Nordfrakt", build.day(1))
    (ended,) = openings(folded(made), ROADMAP)
    assert (ended.open_offer, ended.stage) == (None, "declined")


def test_what_is_told_of_a_customer_with_an_opening_is_told_of_the_opening() -> None:
    """A round or a no "with" the firm, which the log knows as somebody, in any order of lines."""
    told = [
        ("demo for customer Karavel", "", "Karavel (customer)"),
        ("applied to Karavel as product manager", "applied", "Karavel"),
        ("interview with Karavel", "interview", "Karavel"),
        ("Karavel rejected me", "rejected", "Karavel"),
    ]
    made = [build.entry(build.day(n), text=text, event=event, people=(person,))
            for n, (text, event, person) in enumerate(told, 1)]  # fmt: skip
    for several in (made, made[::-1]):
        (found,) = openings(folded(several), ROADMAP)
        assert (found.name, found.stage, len(found.interviews)) == ("Karavel", "rejected", 1)


def test_an_offer_of_a_colleague_is_no_opening_of_that_name() -> None:
    """Somebody with another function is a person; and a customer's answer is not an opening."""
    offer = build.entry(build.day(1), text="offer from Tomas", event="offer",
                        people=("Tomas (sales)",))  # fmt: skip
    answer = build.entry(build.day(2), text="Nordfrakt answered", event="answered",
                         people=("Nordfrakt (customer)",))  # fmt: skip
    assert [one.name for one in openings(folded([offer, answer]), ROADMAP)] == [""]
