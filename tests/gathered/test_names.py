"""Spellings of one name are one person, and nobody else's name is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmpath.domain.kinds import NO, YES, Same
from pmpath.domain.log.amending import Unsaid, without
from pmpath.domain.log.journal import Journal, fold
from pmpath.domain.log.names.known import known_names_of
from pmpath.domain.log.names.spelling import firm_key, look_alike, spellings_of
from pmpath.storage.log.append import line_of
from pmpath.storage.log.decode import from_fields
from pmpath.storage.log.encode import flat_fields
from pmpath.storage.log.read import fields_in
from tests import build


def met(*people: str) -> Journal:
    """A log in which each of these was met, one a day."""
    return fold(build.entry(build.day(n), people=(one,)) for n, one in enumerate(people))


def same(one: str, other: str, answer: str = YES, at: int = 1) -> Same:
    """What the user said of two names."""
    return Same(f"{at:026d}", f"2027-02-{at:02d}T08:00:00.000+00:00", date(2027, 2, at), one, other,
                answer)  # fmt: skip


@pytest.mark.parametrize(
    "spellings",
    [
        ("Jörg", "Joerg", "jorg", "JÖRG (PM)"),
        ("Müller", "Mueller", "Muller"),
        ("Sean O'Brien", "Sean O’Brien", "sean obrien"),
        ("Ann-Marie (PM)", "Ann Marie", "Annmarie"),
        ("Søren", "Soeren", "Soren"),
        ("Łukasz", "Lukasz"),
        ("José", "Jose"),
        ("Jörg Müller (PM)", "Joerg Mueller", "Jörg", "joerg"),
        ("Lena", "Lena Krause (PM)", "lena krause"),
    ],
)
def test_spellings_of_one_name_are_one_person(spellings: tuple[str, ...]) -> None:
    """Whatever comes first; asked for by any of them, that person is found."""
    for order in (spellings, spellings[::-1]):
        journal = met(*order)
        assert len(journal.contacts) == 1, journal.contacts
        groups = {journal.names.person(one) for one in spellings}
        assert len(groups) == 1
        assert None not in groups


@pytest.mark.parametrize(
    "people",
    [
        ("Lena Krause", "Lena Schmidt", "Lena"),
        ("Lena (PM)", "Lena Krause (sales)"),
        ("Joe", "Jo"),
        ("Tomas", "Thomas"),
        ("Ana", "Anna"),
        ("Krause", "Lena Krause"),
    ],
)
def test_who_may_be_somebody_else_stays_apart(people: tuple[str, ...]) -> None:
    """A first name that two have, another function, a letter more: in doubt they are two."""
    assert len(met(*people).contacts) == len(people)


def test_the_whole_name_with_the_function_is_the_label() -> None:
    """However it was written last, somebody is called by what says most."""
    journal = met("Lena (PM)", "Lena Krause", "lena")
    assert [one.person for one in journal.contacts.values()] == ["Lena Krause (PM)"]
    assert journal.contacts["lena krause"].first_met == build.day(0)


def test_what_the_user_said_of_two_names_counts() -> None:
    """Yes joins them, no parts them, the last word wins whatever the order of lines."""
    entries = [
        build.entry(build.day(n), people=(one,)) for n, one in enumerate(("Tomas", "Thomas"))
    ]
    yes, no = same("Thomas", "tomas", YES, 1), same("Tomas", "Thomas", NO, 2)
    assert len(fold([*entries, yes]).contacts) == 1
    assert len(fold([no, *entries, yes]).contacts) == 2
    apart = [build.entry(build.day(n), people=(one,)) for n, one in enumerate(("Lena", "Lena Kr"))]
    assert len(fold(apart).contacts) == 1
    assert len(fold([same("Lena", "Lena Kr", NO), *apart]).contacts) == 2


def test_a_promise_is_kept_whatever_spelling_it_was_made_in() -> None:
    """An answer awaited from `Joerg` has come once `Jörg` was met."""
    from pmpath.domain.entry import THEM, Next

    asked = build.entry(
        build.day(1), people=("Joerg",), half="ask", next=Next(THEM, "Joerg", "", build.day(8))
    )
    later = build.entry(build.day(3), people=("Jörg Müller (PM)",))
    assert len(fold([asked]).open_commitments) == 1
    assert not fold([asked, later]).open_commitments


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(NAMES, NAMES, st.sampled_from([YES, NO]))
@example("Jörg", "Joerg \N{LINE SEPARATOR}x", YES)
def test_what_was_said_of_two_names_comes_back_as_written(
    one: str, other: str, answer: str
) -> None:
    """Record to line to record, with every letter of both names."""
    found = same(one, other, answer)
    head = {"id": found.id, "at": found.at, "day": found.day.isoformat(), "kind": "same"}
    line = line_of({**head, **flat_fields(found)})
    assert line.count(b"\n") == 1
    assert from_fields(fields_in(line.strip(b"\n"))) == found
    fold([found])


@given(st.permutations(["Jörg (PM)", "Joerg Maier", "Lena", "Lena K", "Lena Q", "Tomas", "Tómas"]))
def test_the_order_of_lines_makes_no_difference(people: list[str]) -> None:
    """Who is one person, and how everybody is called, follows from the whole log alone."""
    ordered = ["Jörg (PM)", "Joerg Maier", "Lena", "Lena K", "Lena Q", "Tomas", "Tómas"]
    entries = {one: build.entry(build.day(ordered.index(one)), people=(one,)) for one in ordered}
    expected = known_names_of([entries[one] for one in ordered])
    assert known_names_of([entries[one] for one in people]) == expected


def test_a_firm_is_known_with_its_legal_form_or_without() -> None:
    """`Nordfrakt GmbH: PM` and `nordfrakt` are one firm; a name that is one word stays."""
    assert firm_key("Nordfrakt GmbH: PM") == firm_key("nordfrakt") == "nordfrakt"
    assert firm_key("Acme, Inc.") == "acme"
    assert firm_key("Co") == "co"


def test_spellings_that_look_alike_are_only_offered() -> None:
    """A letter more or another, an initial; not a short name, not another first letter."""
    assert look_alike("tomas", "thomas")
    assert look_alike("l krause", "lena krause")
    assert not look_alike("jo", "joe")
    assert not look_alike("anna", "hanna")
    assert not look_alike("lena", "lena")
    assert spellings_of("Jörg") == {"jorg", "joerg"}


@pytest.mark.parametrize("typed", ["@jorg", "@joerg", "@Jörg_Müller", "@joerg_mueller"])
def test_a_name_is_taken_out_by_any_of_its_spellings(typed: str) -> None:
    """Whoever has no umlaut on the keyboard can still say that it was not so."""
    one = build.entry(build.day(1), people=("Jörg Müller (PM)", "Lena"))
    assert without(one, typed, Unsaid(15, build.day(1))).people == ("Lena",)
