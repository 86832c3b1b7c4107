"""The light reader and the models accept the same roadmaps."""

from __future__ import annotations

import copy
import tomllib
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.domain.roadmap.schema import faults
from pmpath.domain.roadmap.table import Refused, known_keys, roadmap_from
from pmpath.storage.content import content
from tests.effort import SLOW, examples
from tests.roadmap.texts import VALID

Table = dict[str, Any]
KEYS = sorted({key for keys in known_keys().values() for key in keys} | {"live_from", "version"})
# Values that sit on a border, or are nearly of another type.
VALUES: tuple[Any, ...] = (
    True, False, 0, 1, 2, 5, 6, 30, 100, 101, 366, 367, 1000, 1440, 1441, -1, 10**30,
    0.0, 1.0, 2.25, 2.51, 1000.5, float("nan"), float("inf"), "", " ", "never", "04:00", "11:59",
    "12:00", "04+00", "4:00 ", "ic", "core", "allies", "reading", "allies.first", "allies.second",
    "a..b", "-a", "a-", "a\n", "é", "yes", "take", "money", "leader", "terminal", "x" * 300,
    date(2027, 1, 11), date(2028, 1, 10), date(1899, 12, 31), date(3000, 1, 1), date(1, 1, 1),
    datetime(2027, 1, 11, 8), time(4), [], ["money"], ["allies.first"], [1], [True], [[]], {},
    [{}], {"id": "allies"}, [{"id": "allies"}], [{"from": date(2027, 1, 1)}], {"x": {"off": True}},
)  # fmt: skip
# A key that a table does not know is refused before its value is looked at: some values will do.
FEW_VALUES = VALUES if SLOW else VALUES[::12]
values = st.one_of(
    st.sampled_from(VALUES),
    st.integers(-10, 2_000),
    st.floats(),
    st.text(max_size=5),
    st.dates(),
    st.booleans(),
)
valid_table = tomllib.loads(VALID)
UNITS = content().finding_units()


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container with each of its keys, at every depth."""
    found: list[tuple[Any, Any]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        found.append((value, key))
        if isinstance(item, dict | list):
            found += places(item)
    return found


@st.composite
def near_the_valid_one(draw: st.DrawFn) -> Table:
    """The valid table with up to three values dropped, replaced, added or doubled."""
    table: Table = copy.deepcopy(valid_table)
    for _ in range(draw(st.integers(1, 3))):
        container, key = draw(st.sampled_from(places(table)))
        change = draw(st.sampled_from(["drop", "replace", "add", "double"]))
        if change == "drop":
            del container[key]
        elif change == "replace":
            container[key] = copy.deepcopy(draw(values))
        elif change == "double" and isinstance(container, list):
            container.append(copy.deepcopy(container[key]))
        elif isinstance(container, dict):
            container[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(values))
        if not table:
            break
    return table


def is_read(table: Table) -> bool:
    """Whether the light reader makes a roadmap of it; it raises nothing but Refused."""
    try:
        return isinstance(roadmap_from(table, UNITS), Roadmap)
    except Refused:
        return False


def changed(path: str, value: Any) -> Table:
    """The valid table with one value replaced."""
    table: Table = copy.deepcopy(valid_table)
    *above, last = path.split("/")
    inner: Any = table
    for part in above:
        inner = inner[int(part)] if isinstance(inner, list) else inner[part]
    inner[int(last) if isinstance(inner, list) else last] = value
    return table


@given(table=near_the_valid_one())
@example(table=changed("schema", True))
@example(table=changed("schema", 1.0))
@example(table=changed("day_ends", "04+00"))
@example(table=changed("milestone/0", {}))
@example(table=changed("findings/x(y", 1) | {"a[b": 1})
@settings(max_examples=examples(1500))
def test_both_accept_the_same_tables(table: Table) -> None:
    """The light reader accepts exactly what has no faults; and every fault can be told."""
    found = faults(table, UNITS)
    assert is_read(table) == (not found), [(one.key, one.sentence) for one in found]
    for one in found:
        assert one.key or one.path == ("",)
        assert one.sentence


@pytest.mark.parametrize("key", KEYS)
def test_every_key_in_every_table_with_every_borderline_value(key: str) -> None:
    """Not by chance, but each once: both readers agree."""
    for container in ("", "target", "minutes", "answers", "springboard", "statement", "defaults",
                      "vacation/0", "track/0", "milestone/0", "milestone/1"):  # fmt: skip
        is_known = key in known_keys()[container.partition("/")[0]]
        for value in VALUES if is_known else FEW_VALUES:
            table = changed(f"{container}/{key}".lstrip("/"), value)
            found = faults(table, UNITS)
            assert is_read(table) == (not found), (container, key, value)


def test_the_valid_table_is_accepted_by_both() -> None:
    """Otherwise the searches above would search nowhere."""
    assert is_read(valid_table)
    assert faults(valid_table, UNITS) == []
