"""The look at titles, ladders and volunteer hours of the log."""

from __future__ import annotations

from typing import Any

import pytest

from pmpath.coach.statement.looks import CLIMB, ENGINEERING, TITLE, looks_at
from pmpath.domain.log.gathered.titles import title_in
from tests.build import day, entry, situation

TITLES = [
    ('gave a talk "How our cache works" to 30 engineers, 45 min', "How our cache works"),
    ("presented how our cache works to 9 people in sales 20 min", "how our cache works"),
    ("published a post on moving 200 jobs to event streams 1h", "moving 200 jobs to event streams"),
    ("wrote a post titled Why we chose Postgres 90 min", "Why we chose Postgres"),
    ('article "How we test a payment flow" is out 1h', "How we test a payment flow"),
    ("held a lunch talk about kubernetes for the team 30 min", "kubernetes"),
    ("talk: \u201cPages open sooner\u201d, 12 people", "Pages open sooner"),
    ('talk to sales; Tomas said "I can use this sheet"', ""),
    ("gave a talk", ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "title"), TITLES)
def test_the_title_is_found_in_the_line(line: str, title: str) -> None:
    """In quotes, behind what names it, or what it was about; a quote of somebody is none."""
    assert title_in(line) == title


def whys(text: str, **fields: Any) -> list[str]:
    """What is said of one entry on its day."""
    found = looks_at(situation([entry(day(3), text=text, **fields)], day(3)), (day(3),))
    return [one.why for one in found]


def test_titles_that_lead_with_technology_are_named() -> None:
    """Of a talk or a piece; those of value, and pieces meant for engineers, are left alone."""
    assert whys('talk "How our cache works" to sales', event="talk", track="positioning") == [TITLE]
    assert whys('post "Why we chose Postgres"', event="published", track="writing") == [TITLE]
    assert whys('talk "Pages open before buyers leave"', event="talk") == []
    assert whys('post "Why we chose Postgres"', track="writing", tags=("engineers",)) == []
    assert whys('talk "How our cache works"', event="talk", half="ask") == []


def test_a_ladder_has_to_end_at_somebody_or_something_gained() -> None:
    """In the notes or behind the last "so what?"; one that gets there is left alone."""
    assert whys("feature", notes={"benefit": "jobs run in parallel"}) == [CLIMB]
    assert whys("feature", notes={"benefit": "support saves 3 hours a week"}) == []
    assert whys("so what? queries run faster; so what? the cache is warm 15m") == [CLIMB]
    assert whys("so what: SSO -> one login -> support saves 3 hours a week, 15 min") == []
    assert whys("did a so what ladder 15m") == []


@pytest.mark.parametrize(("text", "wanted"), [
    ("volunteered at the food bank: rewrote their backend", [ENGINEERING]),
    ("volunteered for the shelter, fixed their website", [ENGINEERING]),
    ("built a Postgres database for the food bank", [ENGINEERING]),
    ("wrote the donor newsletter", []), ("wrote the text for their website", []),
    ("called five sponsors", []), ("volunteer hour at the shelter", []),
    ("built the landing page and doubled sign-ups", []),
])  # fmt: skip
def test_technical_volunteer_work_is_named_as_engineering(text: str, wanted: list[str]) -> None:
    """Marketing is not, even where a website is part of it."""
    assert whys(text, track="volunteer", event="volunteered") == wanted


def test_other_entries_are_not_looked_at() -> None:
    """A coffee about Kubernetes is a coffee."""
    assert whys("coffee with Lena about our Kubernetes migration", track="allies") == []
