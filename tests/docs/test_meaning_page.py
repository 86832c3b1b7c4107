"""docs/meaning.md names all that content may write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from pmpath.coach.meaning.kinds import is_of_kind
from pmpath.domain.content.fulfilment import ANY_EVENT, NO_EVENT
from pmpath.domain.entry import EVENTS
from tests.content.fulfilment_tables import FACT_NAMES, Event, Facts, Kind, Way

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "meaning.md").read_text(encoding="utf-8")
# Somebody of each kind.
SOMEBODY = {
    "anyone": "Lena", "pm": "Lena (PM)", "sales": "Tomas (sales)", "marketing": "Ann (marketing)",
    "ally": "Ann (marketing)", "customer": "Acme (customer)", "support": "Ola (support)",
    "listener": "Mona (finance)", "leader": "Vera (CMO)", "marketing-leader": "Ida (VP product)",
    "sales-leader": "Joe (head of sales)", "manager": "Tom (manager)",
    "recruiter": "Petra (recruiter)", "nonprofit": "Sofia (charity)",
}  # fmt: skip


def test_every_key_kind_and_fact_is_on_the_page() -> None:
    """Whoever edits content finds each word that it may use."""
    facts = FACT_NAMES.strip("()").split("|")
    for word in (*Way.model_fields, *Facts.model_fields, *get_args(Kind), *facts):
        assert f"`{word}`" in PAGE, word


def test_the_events_of_content_are_those_of_the_log() -> None:
    """And the one for a line that names none, and the one for any."""
    assert set(get_args(Event)) == {*EVENTS, NO_EVENT, ANY_EVENT}


def test_every_kind_has_somebody() -> None:
    """A kind that nobody is of would fulfil nothing."""
    assert set(SOMEBODY) == set(get_args(Kind))
    assert [kind for kind, person in SOMEBODY.items() if not is_of_kind(kind, person)] == []


def test_who_is_not_of_a_kind() -> None:
    """A head of sales does not sell, a product manager is nobody's boss, a CTO opens no door."""
    for kind, person in (
        ("sales", "Joe (head of sales)"), ("manager", "Lena (product manager)"),
        ("leader", "Kim (CTO)"), ("leader", "Kim (VP engineering)"), ("pm", "Lena"),
        ("listener", "Ivo (engineer)"), ("listener", "Lena"), ("ally", "Acme (customer)"),
        ("sales-leader", "Vera (CMO)"), ("marketing-leader", "Joe (head of sales)"),
    ):  # fmt: skip
        assert not is_of_kind(kind, person), (kind, person)


def test_the_examples_of_the_page_are_those_of_content() -> None:
    """The page has two TOML blocks."""
    assert len(re.findall(r"^```toml$", PAGE, re.MULTILINE)) == 2
