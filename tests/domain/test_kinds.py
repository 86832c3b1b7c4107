"""Every row of the table of record kinds works wherever a record goes, whoever adds one."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from pmpath.domain.entry import Unread
from pmpath.domain.kinds import FIELDS, READ_KINDS, RECORD_KINDS, Field, FlatRecord, Kind, kind_of
from pmpath.domain.language.vocabulary import Vocabulary
from pmpath.domain.log.acts import Act, Acts
from pmpath.domain.log.journal import fold
from pmpath.domain.record import fields_of
from pmpath.render.phrases.acts import Teller
from pmpath.storage.log.decode import READ_BY_TYPE, BadRecord, from_fields
from pmpath.storage.log.encode import flat_fields

DAY = date(2027, 1, 11)
HEAD = {"id": "1" * 26, "at": "2027-01-11T20:00:00.000+01:00", "day": DAY.isoformat()}
VALUES: dict[str, Any] = {
    "str": "a text {of} mine", "date": date(2027, 2, 1), "date | None": date(2027, 3, 1), "int": 20,
    "bool": True, "tuple[str, ...]": ("one", "two"),
}  # fmt: skip
EVERY_KIND = pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=list(RECORD_KINDS))


def made(kind: Kind, *, whole: bool) -> FlatRecord:
    """A record of a kind with all its fields, or with those alone that it cannot do without."""
    return record_of(kind, [one for one in FIELDS[kind.name] if whole or not one.is_optional])


def record_of(kind: Kind, fields: list[Field]) -> FlatRecord:
    """A record with these fields."""
    make: Any = kind.made
    values = {one.name: one.choices[0] if one.choices else VALUES[one.type] for one in fields}
    found: FlatRecord = make(HEAD["id"], HEAD["at"], DAY, **values)
    return found


def written(found: FlatRecord) -> dict[str, Any]:
    """Its line, read as JSON."""
    line = json.dumps({**HEAD, "kind": kind_of(found).name, **flat_fields(found)})
    fields: dict[str, Any] = json.loads(line)
    return fields


@EVERY_KIND
def test_the_types_of_a_kinds_fields_can_be_read(kind: Kind) -> None:
    """A field of another type needs a reader first; keys and choices name fields that are there."""
    names = {one.name for one in FIELDS[kind.name]}
    assert {one.type for one in FIELDS[kind.name]} <= set(READ_BY_TYPE)
    assert {*kind.keys, *kind.choices} <= names


@EVERY_KIND
def test_a_whole_record_comes_back_as_it_was_written(kind: Kind) -> None:
    """Record to line to record: nothing is lost, nothing is added."""
    found = made(kind, whole=True)
    assert from_fields(written(found)) == found
    assert len(written(found)) == len(fields_of(found)) + 1


@EVERY_KIND
def test_what_is_as_by_default_is_not_written(kind: Kind) -> None:
    """The line of a bare record has the fields that it cannot do without, and no more."""
    needed = [one.key for one in FIELDS[kind.name] if not one.is_optional]
    fields = written(made(kind, whole=False))
    assert list(fields) == [*HEAD, "kind", *needed]


@EVERY_KIND
def test_a_field_that_a_record_cannot_do_without_is_named(kind: Kind) -> None:
    """A line that lacks one is not a record; the reason says which key is missing."""
    fields = written(made(kind, whole=True))
    for one in FIELDS[kind.name]:
        if not one.is_optional:
            with pytest.raises(BadRecord, match=f"^{one.key} is missing$"):
                from_fields({key: value for key, value in fields.items() if key != one.key})


@EVERY_KIND
def test_keys_that_nobody_knows_do_no_harm(kind: Kind) -> None:
    """A newer pmpath may write a field more: the record is the same without it."""
    found = made(kind, whole=True)
    assert from_fields({**written(found), "mood": "fine", "roadmap": []}) == found


@EVERY_KIND
def test_the_journal_takes_every_kind(kind: Kind) -> None:
    """No kind of the table counts as unread, and one that the journal does not fold is kept."""
    earlier = made(kind, whole=True)
    later = from_fields({**written(earlier), "id": "2" * 26, "at": "2027-01-12T08:00:00.000+01:00"})
    journal = fold([later, earlier])
    assert journal.unread == {}
    if kind.name not in ("milestone", "decline"):
        assert journal.kept(kind.made) == [earlier, later]


@EVERY_KIND
@pytest.mark.parametrize("whole", [True, False])
def test_every_kind_is_told_as_a_sentence_with_its_day(kind: Kind, *, whole: bool) -> None:
    """Fields are filled in, also where words of the person have braces of their own."""
    found = made(kind, whole=whole)
    act = Act(found.id, found.at, DAY, kind.name, stands=True, found=found)
    told = Teller(Acts([act]), DAY, Vocabulary((), {}, frozenset())).told(act)
    assert "11 Jan" in told
    assert "{" not in told.replace("{of} mine", "")
    assert "None" not in told


def test_a_kind_that_is_not_in_the_table_stays_unread() -> None:
    """It is of a newer pmpath: counted by its name, whatever is in it."""
    assert "dream" not in READ_KINDS
    assert from_fields({"id": "1", "kind": "dream", "of": 5}) == Unread("1", "dream")


def test_who_writes_an_entry_loads_no_other_kind() -> None:
    """`log` runs many times a day: it makes a line, checks it, and knows entries alone."""
    code = (
        "import sys; from pmpath.storage.log.append import line_of; "
        "import pmpath.storage.log.encode; "
        f"line_of({ {**HEAD, 'kind': 'action', 'text': 'tea', 'minutes': 5}!r}); "
        "sys.exit('pmpath.domain.kinds' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=30).returncode == 0
