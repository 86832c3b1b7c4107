"""Somebody known who is named in small letters was there; in other words nobody was."""

from __future__ import annotations

from typing import Any

import pytest

from pmpath.domain.entry import ASK, Amended, Entry
from pmpath.domain.log.journal import Journal, fold
from tests import build

KNOWN = ("Lena (PM)", "Tom Ford (sales)", "Mark", "Will", "Jörg")


def folded(text: str, **fields: Any) -> Journal:
    """A log in which these people are known, and one entry without people."""
    known = [build.entry(build.day(n), people=(one,), event="met") for n, one in enumerate(KNOWN)]
    said: dict[str, Any] = {"text": text, "event": "met", **fields}
    return fold([build.entry(build.day(20), **said), *known])


def there(journal: Journal) -> set[str]:
    """Whoever was there on the day of the entry."""
    return {one.person for one in journal.contacts.values() if one.order[0] == build.day(20)}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("had coffee with lena", {"Lena (PM)"}),
        ("coffee with lena and tom, 30m", {"Lena (PM)", "Tom Ford (sales)"}),
        ("met tom ford at the fair", {"Tom Ford (sales)"}),
        ("told lena that I want to move", {"Lena (PM)"}),
        ("called joerg about the deck", {"Jörg"}),
        ("a call with mark", {"Mark"}),
        ("feedback from lena: too long", {"Lena (PM)"}),
        ("showed the deck to lena, then lunch with tom", {"Lena (PM)", "Tom Ford (sales)"}),
        ("spent the day to mark the tickets", set()),
        ("did it with will power", set()),
        ("met lena schmidt", set()),
        ("call with lena's team", set()),
        ("did not meet with lena", set()),
        ("met the team, will ask it with lena tomorrow", set()),
        ("read a book about lena", set()),
        ("lena was ill", set()),
    ],
)
def test_a_known_name_in_small_letters_is_who_was_there(text: str, people: set[str]) -> None:
    """Behind with, met, to, from, told, asked, called or thanks to, where the name ends."""
    assert there(folded(text)) == people


def test_asking_somebody_in_small_letters_is_not_meeting_them() -> None:
    """As it would be on the machine that knew the name."""
    journal = folded("asked lena for half an hour", event="asked")
    assert there(journal) == {"Lena (PM)"}
    assert journal.contacts["lena"].last_met == build.day(0)
    assert [one.half for one in _entries("asked lena for a seat", event="asked")] == [ASK]


def _entries(text: str, **fields: Any) -> list[Entry]:
    """The entry as it is folded."""
    from pmpath.domain.log.names.known import Known

    records = [
        build.entry(build.day(1), people=("Lena",)), build.entry(build.day(2), text=text, **fields),
    ]  # fmt: skip
    found = Known().over(records)
    return [one for one in found if isinstance(one, Entry) and one.text == text]


def test_nothing_happened_and_nobody_was_there() -> None:
    """Without an event only thanks name somebody."""
    assert there(folded("a line with lena", event="")) == set()
    assert there(folded("thanks to lena I know how they price", event="")) == {"Lena (PM)"}


def test_a_person_said_who_was_there() -> None:
    """Whoever was dropped from the entry is not brought back by its words."""
    amended = Amended(("people",), (), "2027-02-01T08:00:00+00:00")
    assert there(folded("coffee with lena", amended=amended)) == set()


def test_whoever_is_named_already_is_enough() -> None:
    """An entry with people was read with its names."""
    assert there(folded("coffee with lena and Mai", people=("Mai",))) == {"Mai"}
