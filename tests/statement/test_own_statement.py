"""The statement of oneself: its fields, its versions, where it is weak."""

from __future__ import annotations

from itertools import permutations

import pytest

from pmpath.coach.statement import weak
from pmpath.coach.statement.sentence import fields_in, joined
from pmpath.coach.statement.versions import versions
from pmpath.coach.statement.weak import weak_spots
from pmpath.domain.metric import Metric
from pmpath.domain.record import changed
from pmpath.domain.side_kinds import SIX_FIELDS, Statement
from tests.build import day, journal, roadmap
from tests.statement.measured import CHECKER

GOOD = {
    "audience": "heads of product in logistics software",
    "need": "whose customers leave during the first month",
    "category": "product manager",
    "value": "finds where newcomers stop",
    "alternative": "a PM from outside",
    "difference": "know why each step is slow",
}
FIVE_TO_TWO = Metric("set-up calls", 5, 2)
ROLE = "product manager"


def said(number: int, **fields: object) -> Statement:
    """A version written on a day of the plan."""
    on = day(number)
    made = Statement(f"s{number:025d}", f"{on}T08:00:00+00:00", on)
    return changed(made, **fields)  # type: ignore[arg-type]


def kinds(**fields: str) -> dict[str, str]:
    """The kinds of weak spots by field, of a good statement with these fields instead."""
    found = weak_spots({**GOOD, **fields}, CHECKER, ROLE, [FIVE_TO_TWO])
    return {one.field: one.kind for one in found}


def test_a_statement_is_two_sentences_and_reads_back_as_its_fields() -> None:
    """What is shown may be edited and typed in again."""
    text = joined(GOOD)
    assert text == (
        "For heads of product in logistics software whose customers leave during the first month, "
        "I am a product manager who finds where newcomers stop. Unlike a PM from outside, "
        "I know why each step is slow."
    )
    assert fields_in(text) == GOOD
    assert fields_in(f"{text} Set-up calls from 5 to 2.")["proof"] == "Set-up calls from 5 to 2"


@pytest.mark.parametrize("changes", [
    {"need": "orders go out late"}, {"value": "newcomers stay past the first month"},
    {"difference": "ten years in their warehouse"}, {"difference": "my team shipped it twice"},
    {"category": "internal product manager"},
])  # fmt: skip
def test_other_wordings_are_sentences_too_and_read_back(changes: dict[str, str]) -> None:
    """A need without who, a value without a verb, a difference that is a thing."""
    fields = {**GOOD, **changes}
    found = fields_in(joined(fields))
    assert joined(found) == joined(fields)
    assert set(found) == set(SIX_FIELDS)


def test_every_part_may_be_missing() -> None:
    """Whatever is there is told, with a capital letter and a full stop."""
    for name, text in GOOD.items():
        told = joined({name: text})
        assert text.removeprefix("a ") in told or text.capitalize() in told
        assert told[0].isupper()
        assert told.endswith(".")
    assert joined({}) == ""
    assert fields_in("foo bar") == {}


def test_versions_of_two_machines_lose_no_field_in_any_order() -> None:
    """Each says what it changed; joined, both changes hold, whichever line comes first."""
    records = [
        said(1, **GOOD),
        said(2, value="halves set-up calls"),
        said(3, need="who lose users"),
    ]
    for order in permutations(records):
        found = versions(journal(order).kept(Statement), roadmap())[-1]
        assert found.fields["value"] == "halves set-up calls"
        assert found.fields["need"] == "who lose users"
        assert found.fields["audience"] == GOOD["audience"]


def test_a_field_that_was_taken_away_is_gone_until_it_is_said_again() -> None:
    """And the fields of the roadmap are what the first version begins from."""
    plan = roadmap(statement={"proof": "calls 5 to 2", "allow": ["kafka"]})
    records = [said(1, value="a"), said(2, without=("proof",)), said(3, proof="b")]
    found = versions(records, plan)
    assert [one.fields.get("proof") for one in found] == ["calls 5 to 2"] * 2 + [None, "b"]
    assert [one.changed for one in found[1:]] == [("value",), ("proof",), ("proof",)]


def test_a_good_statement_has_no_weak_spot() -> None:
    """All six fields, the role named, a result in the log."""
    assert kinds() == {}


@pytest.mark.parametrize(("field", "text", "kind"), [
    ("alternative", "", weak.MISSING), ("alternative", "others", weak.NOBODY_NAMED),
    ("alternative", "all other candidates", weak.NOBODY_NAMED),
    ("audience", "companies", weak.TOO_WIDE), ("audience", "all startups", weak.TOO_WIDE),
    ("category", "senior engineer", weak.NOT_THE_ROLE),
    ("need", "who need Kubernetes migrations", weak.TECHNOLOGY),
    ("value", "builds microservices in Rust", weak.TECHNOLOGY),
    ("value", "communication, leadership, ownership", weak.LIST_OF_SKILLS),
    ("value", "helps a lot", weak.VAGUE), ("difference", "find where newcomers stop", weak.SAME),
    ("proof", "calls from 9 to 1", weak.NOT_IN_LOG),
])  # fmt: skip
def test_each_weak_spot_is_named_with_its_field(field: str, text: str, kind: str) -> None:
    """And nothing else is weak beside it."""
    assert kinds(**{field: text}) == {field: kind}


def test_the_role_may_be_named_with_more_or_by_its_letters() -> None:
    """`senior product manager` and `PM` are the role; spelling of case is nothing."""
    assert kinds(category="Senior Product Manager for billing") == {}
    assert kinds(category="PM") == {}


def test_without_a_number_in_the_log_there_is_no_proof() -> None:
    """A proof that the log has is none too many; strategy, praise and length are of the whole."""
    assert [one.kind for one in weak_spots(GOOD, CHECKER, ROLE, [])] == [weak.NO_PROOF]
    assert kinds(proof="set-up calls from 5 to 2") == {}
    assert kinds(difference="own the product strategy") == {"": "strategy"}
    long = " ".join(f"w{number}" for number in range(60))
    assert kinds(difference=f"know {long}") == {"": weak.TOO_LONG}
