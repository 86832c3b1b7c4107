from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmpath.domain.entry import Entry
from pmpath.domain.errors import NotValid
from pmpath.domain.log.journal import Journal, fold
from pmpath.domain.metric import Metric
from pmpath.domain.record import fields_of
from pmpath.storage.disk.paths import Folder
from pmpath.storage.log.append import line_of
from pmpath.storage.log.decode import from_fields
from pmpath.storage.log.encode import plan_fields, to_fields
from pmpath.storage.log.read import LogReader
from tests.effort import examples
from tests.storage.running import AT, HEADER, line, log_of, read, texts

FIRST, LAST = line(1), line(9)
quick = settings(max_examples=examples(150))


def number(key: int) -> str:
    """The id of the record with this number."""
    return f"{key:026d}"


def correction(key: int, of: int, at: int = 0, **changes: Any) -> bytes:
    """An amend of these fields, or without any a retract, made so many minutes past eight."""
    instant = f"2027-01-11T20:{at:02d}:00.000+00:00"
    record: dict[str, Any] = {"id": number(key), "at": instant, "day": "2027-01-11"}
    record |= {"kind": "amend" if changes else "retract", "of": number(of)}
    return json.dumps(record | ({"set": changes} if changes else {})).encode()


GARBAGE = [
    (b"[" * 60_000, "it is nested too deeply"),
    (b'{"id":' + b"9" * 6_000 + b"}", "it is not JSON"),
    (b"\0" * 5_000, "it is not JSON"),
    (b'{"id":"2","kind":"action","minutes":NaN}', "it is not JSON"),
    (b'{"text":"caf\xe9"}', "it is not UTF-8"),
    (b'"a text"', "it is not one JSON object"),
    (b"[1, 2]", "it is not one JSON object"),
    (b"{}", "it has no id or no kind"),
    (line(2, minutes="15"), "minutes have to be whole numbers from 0 to 1440"),
    (line(2, minutes=True), "minutes have to be whole numbers from 0 to 1440"),
    (line(2, minutes=10**18), "minutes have to be whole numbers from 0 to 1440"),
    (line(2, minutes=1.5), "minutes have to be whole numbers from 0 to 1440"),
    (line(2, text=5), "a value of this action record has the wrong type"),
    (line(2, text=None), "a value of this action record has the wrong type"),
    (line(2, people="Lena"), "people is not a list"),
    (line(2, people=[1]), "a value of this action record has the wrong type"),
    (line(2, tags="told"), "people and tags have to be lists of texts"),
    (line(2, notes=["worry"]), "notes have to be texts, each under its key"),
    (line(2, evidence=[5]), "a value of this action record has the wrong type"),
    (line(2, evidence=[{"kind": "metric", "name": "x", "before": "--5"}]),
     "it has '--5' where a number belongs"),
    (line(2, evidence=[{"kind": "metric", "name": "x", "before": int("9" * 4000)}]),
     "it has '99999999999999999999' where a number belongs"),
    (line(2, next={"who": "we", "what": "x", "day": "2027-01-12"}),
     "next.who is neither me nor them"),
    (line(2, day="yesterday"), "a value of this action record has the wrong type"),
    (line(2, day="9999-12-31"), "'9999-12-31' is too far off for a day"),
    (line(2, at="noon"), "it has 'noon' where a time belongs"),
    (line(2, at="2027-01-11T20:00:00"),
     "its time, '2027-01-11T20:00:00', has no UTC offset or is too far off"),
    (line(2, id=""), "it has no id or no kind"),
    (line(2, id=5), "it has no id or no kind"),
    (line(2, kind=["action"]), "it has no id or no kind"),
    (b'{"kind":"action","text":"no id"}', "it has no id or no kind"),
    (line(2) + line(3), "it is not one JSON object"),
    (line(1, text="other"), f"an earlier line has its id {number(1)} with other content"),
    (b"<<<<<<< HEAD", "it is not JSON"),
    (b"=======", "it is not JSON"),
    (b">>>>>>> theirs", "it is not JSON"),
    (b'{"id":"2","at":"' + AT.encode() + b'","kind":"retract"}', "of is missing"),
    (b'{"id":"2","kind":"retract","of":"1"}', "at is missing"),
    (b'{"id":"2","at":"noon","kind":"retract","of":"1"}', "it has 'noon' where a time belongs"),
    (b'{"id":"2","at":"' + AT.encode() + b'","kind":"amend","of":"1","set":[]}',
     "an amend record needs the changed fields under set"),
    (b'{"id":"2","kind":"retract","of":"1', "it is not JSON"),
    (b'{"kind":"plan","id":"2","at":"' + AT.encode() + b'","day":"2027-01-11"}',
     "minutes is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("bad", "reason"), GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_in_the_middle_costs_one_note(tmp_path: Path, bad: bytes, reason: str) -> None:
    """The rest is read, the line is named once with its number and reason, no byte changes."""
    folder = log_of(tmp_path / "data", HEADER + FIRST + b"\n" + bad + b"\n" + LAST + b"\n")
    assert texts(folder) == ["coffee 1", "coffee 9"]
    assert read(folder)[1] == [(3, reason)]


@pytest.mark.parametrize(
    "content",
    [
        HEADER + FIRST + b"\r\n" + LAST + b"\r\n",
        HEADER + b"\n  \n\r\n" + FIRST + b"\n\n\t\n" + LAST + b"\n",
        b"\xef\xbb\xbf" + HEADER + FIRST + b"\n" + LAST + b"\n",
        b"\xef\xbb\xbf" + FIRST + b"\n" + LAST,
        HEADER + FIRST + b"\n" + FIRST + b"\n" + LAST + b"\n" + FIRST + b"\r\n",
        FIRST + b"\n" + HEADER + LAST + b"\n" + HEADER,
        HEADER + line(1, mood="good", deep={"a": [1]}) + b"\n" + LAST + b"\n",
    ],
    ids=["CRLF", "blank lines", "BOM", "BOM, no header", "doubled", "headers", "unknown keys"],
)
def test_what_merges_and_editors_do_is_no_damage(tmp_path: Path, content: bytes) -> None:
    """Each entry counts once, and nothing is complained about."""
    folder = log_of(tmp_path / "data", content)
    assert texts(folder) == ["coffee 1", "coffee 9"]
    assert read(folder)[1] == []


def test_an_unknown_kind_is_counted_and_not_complained_about(tmp_path: Path) -> None:
    """A newer pmpath may write more of them; they are not faults."""
    newer = json.dumps({"id": "2", "kind": "dream", "at": AT}).encode()
    folder = log_of(tmp_path / "data", HEADER + newer + b"\n" + FIRST + b"\n")
    records, bad = read(folder)
    assert bad == []
    assert fold(records).unread == {"dream": 1}


def test_line_numbers_count_every_line_of_a_long_log(tmp_path: Path) -> None:
    """Beyond the block that is read at once, too."""
    good = b"".join(line(key, text="x" * 500) + b"\n" for key in range(3_000))
    folder = log_of(tmp_path / "data", HEADER + good + b"garbage\n" + line(3_001))
    records, bad = read(folder)
    assert len(records) == 3_001
    assert bad == [(3_002, "it is not JSON")]


def test_a_correction_may_stand_before_what_it_corrects(tmp_path: Path) -> None:
    """A merge puts lines in any order."""
    lines = [correction(5, 1, text="tea"), correction(6, 2), line(1), line(2)]
    for found in (lines, lines[::-1]):
        folder = log_of(tmp_path / "data", b"\n".join(found))
        assert texts(folder) == ["tea"]
        assert read(folder)[1] == []


@pytest.mark.parametrize(
    ("corrections", "found"),
    [
        ([correction(5, 1, at=2, text="late"), correction(6, 1, at=1, text="early")], ["late"]),
        ([correction(6, 1, text="b"), correction(5, 1, text="a")], ["b"]),
        ([correction(5, 1, at=2), correction(6, 1, at=1, text="early")], []),
        ([correction(5, 1, at=1), correction(6, 1, at=2, text="kept")], ["kept"]),
        ([correction(5, 1, text="tea"), correction(6, 5)], ["coffee 1"]),
        ([correction(5, 1), correction(6, 5)], ["coffee 1"]),
        ([correction(5, 1), correction(6, 5), correction(7, 6)], []),
        ([correction(5, 5), correction(6, 7), correction(7, 6)], ["coffee 1"]),
        ([correction(5, 4, text="nobody"), correction(6, 3)], ["coffee 1"]),
        ([correction(5, 1, track="allies"), correction(6, 1, at=1, track=None, minutes=0)],
         ["coffee 1"]),
        ([correction(5, 1, id="7", kind="plan")], ["coffee 1"]),
    ],
    ids=["later wins", "greater id wins a tie", "retract last", "amended after a retract",
         "retract of an amend", "retract of a retract", "and of that", "circles", "dangling",
         "field taken away", "what no amend may change"],
)  # fmt: skip
def test_which_corrections_count(
    tmp_path: Path, corrections: list[bytes], found: list[str]
) -> None:
    """The greatest (at, id) wins in whatever order the lines stand; none of this is a fault."""
    for lines in (corrections, corrections[::-1]):
        folder = log_of(tmp_path / "data", b"\n".join([*lines, line(1)]))
        assert texts(folder) == found
        assert read(folder)[1] == []


def test_an_amendment_that_does_not_fit_is_named_and_the_entry_counts(tmp_path: Path) -> None:
    """What was kept first stays."""
    folder = log_of(tmp_path / "data", line(1) + b"\n" + correction(5, 1, minutes=-5))
    assert texts(folder) == ["coffee 1"]
    assert read(folder)[1] == [
        (1, "a later change to it does not fit: minutes have to be whole numbers from 0 to 1440")
    ]


def test_a_second_content_of_a_retracted_entry_is_named_too(tmp_path: Path) -> None:
    """Reports pass over what `doctor` calls damaged, whether or not the first one counts."""
    lines = [line(1), line(1, text="other"), correction(5, 1), line(9)]
    folder = log_of(tmp_path / "data", b"\n".join(lines))
    assert texts(folder) == ["coffee 9"]
    said = f"an earlier line has its id {number(1)} with other content"
    assert read(folder)[1] == [(2, said)]


def test_an_amendment_that_does_not_fit_is_named_once(tmp_path: Path) -> None:
    """Also where a merge has doubled the line of its entry."""
    lines = [line(1), line(1), correction(5, 1, minutes="many")]
    records, bad = read(log_of(tmp_path / "data", b"\n".join(lines)))
    assert len(records) == len(bad) == 1


def test_a_chain_of_thousands_of_corrections_is_followed(tmp_path: Path) -> None:
    """Each retracts the one before; depth is not a fault."""
    chain = [correction(key, key - 1) for key in range(2, 5_002)]
    folder = log_of(tmp_path / "data", b"\n".join([*chain, line(1)]))
    assert texts(folder) == ["coffee 1"]
    folder = log_of(tmp_path / "data", b"\n".join([*chain[:-1], line(1)]))
    assert texts(folder) == []


@st.composite
def histories(draw: st.DrawFn) -> list[bytes]:
    """Entries, then amends and retracts of anything made before."""
    lines = [line(key) for key in range(1, draw(st.integers(1, 4)) + 1)]
    for key in range(len(lines) + 1, len(lines) + draw(st.integers(0, 7)) + 1):
        of, at = draw(st.integers(1, key - 1)), draw(st.integers(0, 2))
        changes: dict[str, Any] = draw(
            st.sampled_from([{}, {"text": f"by {key}"}, {"minutes": key}, {"track": "allies"}])
        )
        lines.append(correction(key, of, at, **changes))
    return lines


@given(lines=histories(), data=st.data())
@quick
def test_the_order_of_lines_changes_no_live_record(
    tmp_path: Path, lines: list[bytes], data: st.DataObject
) -> None:
    """Any permutation of any history, with lines doubled, gives the same records."""
    shuffled = data.draw(st.permutations(lines + data.draw(st.lists(st.sampled_from(lines)))))
    first = read(log_of(tmp_path / "data", b"\n".join(lines)))
    other = read(log_of(tmp_path / "data", b"\n".join(shuffled)))
    assert sorted(first[0], key=lambda one: one.id) == sorted(other[0], key=lambda one: one.id)
    assert first[1] == other[1] == []


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
filled = words.filter(bool)
days = st.dates(date(1970, 1, 1), date(8999, 12, 31))
numbers = st.one_of(st.integers(-(10**20), 10**20), st.from_regex(r"-?(0|[1-9][0-9]{0,8})\.[0-9]{1,9}", fullmatch=True))  # fmt: skip  # noqa: E501
entries = st.fixed_dictionaries(
    {"text": words, "minutes": st.integers(0, 1440)},
    optional={
        "track": filled, "assumed": st.just(True), "people": st.lists(filled, min_size=1),
        "tags": st.lists(filled, min_size=1),
        "notes": st.dictionaries(filled, words, min_size=1),
        "evidence": st.lists(st.one_of(
            st.fixed_dictionaries({
                "kind": st.just("metric"), "name": words, "unit": words, "period": words,
                "before": st.none() | numbers, "after": st.none() | numbers,
            }),
            st.fixed_dictionaries(
                {"kind": st.just("link"), "url": words}, optional={"count": st.integers(0, 10**9)}),
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["audience", "document", "person"]), "name": words}),
        ), min_size=1).map(lambda found: sorted(found, key=lambda one: one["kind"] != "metric")),
        "action": filled, "half": st.sampled_from(["ask", "hold"]), "milestone": filled,
        "opening": filled, "energy": st.integers(1, 5), "settles": filled,
        "next": st.fixed_dictionaries({
            "who": st.sampled_from(["me", "them"]), "person": words, "what": words,
            "day": days.map(date.isoformat),
        }),
    },
)  # fmt: skip


@given(fields=entries, day=days)
@quick
def test_an_entry_comes_back_as_it_was_written(
    tmp_path: Path, fields: dict[str, Any], day: date
) -> None:
    """Fields to line to fields to record to fields: nothing is lost, nothing added."""
    head = {"id": number(1), "at": AT, "day": day.isoformat(), "kind": "action"}
    written = line_of({**head, **fields})
    assert written.count(b"\n") == 1
    assert not any(byte < 32 or byte == 127 for byte in written[:-1])
    records, bad = read(log_of(tmp_path / "data", written))
    assert bad == []
    assert isinstance(records[0], Entry)
    assert to_fields(records[0]) == fields
    assert records[0].day == day


RECORDS: list[dict[str, Any]] = [
    {"kind": "plan", "target": "2028-01-10", "scope": "core", "restart": True, "reason": "why",
     "minutes": dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), 30)},
    {"kind": "milestone", "of": "product.visuals", "reopened": True},
    {"kind": "move", "what": "milestone", "of": "x", "from": "2027-03-01", "to": "2027-04-01",
     "reason": "late"},
    {"kind": "move", "what": "exit", "of": "", "to": "2027-04-01", "reason": ""},
    {"kind": "rest", "until": "2027-01-15", "reason": "family"},
    {"kind": "decline", "action": "allies.coffee", "how": "other"},
    {"kind": "decline", "action": "", "how": "not_before", "until": "2027-03-01"},
    {"kind": "move", "what": "drop", "of": "x", "from": "2027-03-01", "reason": "no time"},
    {"kind": "move", "what": "restore", "of": "x", "from": "2027-03-01", "reason": ""},
    {"kind": "close", "because": "paused", "note": "moving house"},
    {"kind": "accept", "finding": "READING_HEAVY", "subject": "Lena", "reason": "exam",
     "until": "2027-03-01"},
    {"kind": "check", "text": "I write software", "verdict": "engineer first",
     "words": ("software", "code")},
]  # fmt: skip


@pytest.mark.parametrize("fields", RECORDS, ids=range(len(RECORDS)))
def test_every_other_kind_is_read_with_all_its_fields(
    tmp_path: Path, fields: dict[str, Any]
) -> None:
    """Each value of the line is a value of the record, and a second reading is equal."""
    written = {"id": number(1), "at": AT, "day": "2027-01-11", **fields}
    folder = log_of(tmp_path / "data", line_of(written))
    (record,), bad = read(folder)
    assert bad == []
    assert record == from_fields(written)
    shown = {str(getattr(record, name)) for name in fields_of(record)}
    for key, value in fields.items():
        if key not in ("kind", "minutes"):
            assert str(value) in shown, key


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"kind": "move", "what": "exit", "of": ""}, "to is missing"),
        ({"kind": "close", "because": "tired"},
         "because is none of arrived, decided-against, paused"),
        ({"kind": "decline", "action": "", "how": "size", "minutes": -1},
         "minutes is not a number of minutes"),
        ({"kind": "decline", "action": "", "how": "size", "minutes": True},
         "minutes is not a number of minutes"),
        ({"kind": "decline", "action": "", "how": "size", "minutes": "5"},
         "minutes is not a number of minutes"),
        ({"kind": "accept", "finding": 5}, "it has '5' where a text belongs"),
        ({"kind": "check", "text": "a", "verdict": "b", "words": [1]},
         "people and tags have to be lists of texts"),
        ({"kind": "rest", "until": "soon"}, "a value of this rest record has the wrong type"),
        ({"kind": "action", "text": "x", "minutes": 1441},
         "minutes have to be whole numbers from 0 to 1440"),
        ({"kind": "action", "text": "x", "minutes": -1},
         "minutes have to be whole numbers from 0 to 1440"),
        ({"kind": "action", "text": "x", "minutes": 5, "energy": 10**15 + 1},
         "it has '1000000000000001' where a whole number, 0 or more, belongs"),
    ],
)  # fmt: skip
def test_every_kind_names_what_does_not_fit(
    tmp_path: Path, fields: dict[str, Any], reason: str
) -> None:
    """Beside an entry that counts."""
    bad = json.dumps({"id": number(2), "at": AT, "day": "2027-01-11", **fields}).encode()
    folder = log_of(tmp_path / "data", FIRST + b"\n" + bad + b"\n")
    assert texts(folder) == ["coffee 1"]
    assert read(folder)[1] == [(2, reason)]


def test_the_greatest_values_that_still_count(tmp_path: Path) -> None:
    """A whole day of minutes, a number of 30 digits, a day and an instant in the year 9000."""
    metric = {"kind": "metric", "name": "x", "before": "9" * 30, "after": 10**30 - 1}
    whole = line(1, minutes=1440, evidence=[metric], energy=10**15, day="9000-12-31",
                 at="9000-12-31T20:00:00+00:00")  # fmt: skip
    records, bad = read(log_of(tmp_path / "data", whole))
    assert bad == []
    assert isinstance(records[0], Entry)
    assert records[0].metrics[0].before == "9" * 30
    for value in ("9" * 31, 10**30):
        odd = line(1, evidence=[{"kind": "metric", "name": "x", "before": value}])
        assert read(log_of(tmp_path / "data", odd))[0] == []
    for changes in ({"day": "9001-01-01"}, {"at": "9001-01-01T20:00:00+00:00"}):
        assert read(log_of(tmp_path / "data", line(1, **changes)))[0] == []


def test_a_rest_that_ends_before_it_begins_is_one_day(tmp_path: Path) -> None:
    """Its first; a hand may have mixed them up."""
    odd = json.dumps({"id": number(1), "at": AT, "day": "2027-01-11", "kind": "rest",
                      "until": "2027-01-09"}).encode()  # fmt: skip
    (rest,), bad = read(log_of(tmp_path / "data", odd))
    assert bad == []
    assert str(getattr(rest, "until", "")) == "2027-01-11"


def test_a_newer_schema_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    """Lines of a merge may bring it to the end; and only a whole number is one."""
    for header in (b'{"kind":"log","schema":2}', b'{"schema":2,"kind":"log"}'):
        with pytest.raises(NotValid, match="The log has schema 2"):
            read(log_of(tmp_path / "data", HEADER + FIRST + b"\n" + header + b"\n"))
    for header in (b'{"kind":"log","schema":"2"}', b'{"kind":"log","schema":true}'):
        folder = log_of(tmp_path / "data", HEADER + FIRST + b"\n" + header + b"\n")
        assert texts(folder) == ["coffee 1"]


def test_a_plan_is_written_as_it_is_read(tmp_path: Path) -> None:
    """Writer and reader of plans agree."""
    fields = RECORDS[0]
    folder = log_of(
        tmp_path / "data", line_of({"id": number(1), "at": AT, "day": "2027-01-11", **fields})
    )
    (plan,), _ = read(folder)
    assert {"kind": "plan", **plan_fields(plan)} == fields  # type: ignore[arg-type]


@given(value=numbers)
@example(value="-0.5")
def test_numbers_stay_exact(value: int | str) -> None:
    """A decimal written by hand as a number is the text it was, never a float."""
    hand = line(1, evidence=[{"kind": "metric", "name": "x", "before": "HERE", "after": None}])
    written = hand.replace(b'"HERE"', str(value).encode())
    reader = LogReader(Folder("/nowhere"))
    reader._lines = lambda holding=b"": iter([(1, written)])  # type: ignore[method-assign]
    (record,) = reader.records()
    assert isinstance(record, Entry)
    assert record.metrics == (Metric("x", value, None),)


def totals(journal: Journal) -> dict[str, Any]:
    """Everything a journal knows, without the order in which single records came."""
    found: dict[str, Any] = {}
    for name, value in vars(journal).items():
        if name == "_kept":
            found[name] = {kind: sorted(several) for kind, several in value.items()}
        elif name == "observed":
            inner = {"landmarks": slots_of(value.landmarks), "days": days_of(value.days)}
            found[name] = slots_of(value) | inner
        elif name == "put_aside":
            aside = {**vars(value), "today": {day: sorted(one) for day, one in value.today.items()}}
            found[name] = aside
        elif name == "contacts":
            found[name] = {key: (one.person, one.order, one.first_met, one.last_met)
                           for key, one in value.items()}  # fmt: skip
        elif name == "openings":
            found[name] = value.all()
        elif name == "known":
            found[name] = (journal.known_names, value.names.everybody(), value.struck)
        elif name not in ("by_label", "commitments"):
            found[name] = value
    return found | {"open": journal.open_commitments, "done": journal.milestones_done}


def days_of(value: Any) -> dict[str, Any]:
    """The same of what is kept by day: the days of an action have no order."""
    return {
        key: {name: sorted(one) if isinstance(one, list) else one for name, one in found.items()}
        for key, found in slots_of(value).items()
    }


def slots_of(value: Any) -> dict[str, Any]:
    """The attributes of an object with slots; lists without the order of their items."""
    found = {key: getattr(value, key) for key in value.__slots__}
    return {key: sorted(one) if isinstance(one, list) else one for key, one in found.items()}


@st.composite
def lives(draw: st.DrawFn) -> list[bytes]:
    """Entries about the same few people, tracks and days, with promises and other kinds."""
    few_days = st.integers(0, 3).map(lambda n: (date(2027, 1, 11) + timedelta(n)).isoformat())
    people = st.lists(st.sampled_from(["Lena (PM)", "lena", "Tomas", "Ida (CEO)"]), max_size=2)
    entry = st.fixed_dictionaries(
        {"day": few_days, "minutes": st.sampled_from([0, 15, 30]), "people": people,
         "tags": st.lists(st.sampled_from(["engineering", "told"]), max_size=1),
         "text": st.sampled_from(["coffee", "call"])},
        optional={"track": st.sampled_from(["allies", "customers"]),
                  "action": st.just("allies.coffee"), "half": st.sampled_from(["ask", "hold"]),
                  "next": few_days.map(lambda day: {
                      "who": "them", "person": "Lena", "what": "x", "day": day})},
    )  # fmt: skip
    found = [line(key, **one) for key, one in enumerate(draw(st.lists(entry, max_size=8)), 1)]
    others = draw(st.lists(st.sampled_from(RECORDS), max_size=3))
    for key, one in enumerate(others, 20):
        found.append(line_of({"id": number(key), "at": AT, "day": draw(few_days), **one})[:-1])
    return found


@given(lines=lives(), data=st.data())
@quick
def test_no_total_depends_on_the_order_of_lines(
    tmp_path: Path, lines: list[bytes], data: st.DataObject
) -> None:
    """Minutes, days, people, promises, milestones: the same for any permutation."""
    shuffled = data.draw(st.permutations(lines))
    first = fold(read(log_of(tmp_path / "data", b"\n".join(lines)))[0])
    other = fold(read(log_of(tmp_path / "data", b"\n".join(shuffled)))[0])
    assert totals(first) == totals(other)
