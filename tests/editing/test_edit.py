from __future__ import annotations

import copy
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.domain.errors import NotValid
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.domain.roadmap.table import roadmap_from
from pmpath.storage.roadmap.edit import Source, with_block, with_values
from pmpath.storage.toml.values import toml_value
from tests.editing.odd_roadmaps import odd_roadmaps
from tests.effort import examples

Value = str | int | date
PATH = "roadmap.toml"
NEW_DAY = date(2028, 3, 6)
SET: list[tuple[tuple[str | int, ...], Value]] = [
    (("target", "date"), NEW_DAY), (("minutes", "mon"), 45), (("minutes", "tue"), 60),
    (("springboard", "exit_date"), NEW_DAY), (("springboard", "limit_months"), 9),
    (("milestone", 0, "due"), NEW_DAY), (("milestone", 2, "due"), NEW_DAY),
    (("milestone", 1, "weeks_before"), 3), (("target", "scope"), "standard"),
]  # fmt: skip
BLOCK: Mapping[str, Any] = {
    "id": "allies.own", "track": "allies", "title": "My own # one", "done_when": "", "hours": 2,
    "tier": "core", "due": NEW_DAY, "depends_on": ["allies.0"],
}  # fmt: skip


def read(text: str) -> dict[str, Any]:
    return tomllib.loads(text.removeprefix("\ufeff"))


def expected(text: str, path: tuple[str | int, ...], value: Value | None) -> dict[str, Any]:
    table = copy.deepcopy(read(text))
    inner: Any = table
    for part in path[:-1]:
        inner = inner[part]
    if value is None:
        inner.pop(path[-1], None)
    else:
        inner[path[-1]] = value
    return table


def value_at(text: str, path: tuple[str | int, ...]) -> Any:
    inner: Any = read(text)
    for part in path:
        inner = inner[part] if isinstance(part, int) else inner.get(part)
    return inner


def untouched(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that one text has and the other has not, at the same place."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


@settings(max_examples=examples(300))
@given(odd_roadmaps(), st.sampled_from(SET))
def test_a_set_value_is_all_that_changes(text: str, change: tuple[Any, Value]) -> None:
    """In any dress of the file: the new value is read back, and at most one line is another."""
    path, value = change
    after = with_values(Source(PATH, text), {path: value})
    assert read(after) == expected(text, path, value)
    assert isinstance(roadmap_from(read(after)), Roadmap)
    gone, come = untouched(text, after)
    assert len(gone) <= 1
    # Behind a last line without its end, a new line brings that end along.
    assert len(come) <= 2
    had = value_at(text, path)
    if had is not None:
        assert come == [gone[0].replace(toml_value(had), toml_value(value), 1)]
    elif gone and len(come) == 1:
        # A key that joins an inline table: nothing but what was put in.
        assert come[0].replace(f", {path[-1]} = {toml_value(value)}", "", 1) == gone[0]
    elif gone:
        assert come[0].removesuffix("\r") == gone[0]


@settings(max_examples=examples(150))
@given(odd_roadmaps())
def test_a_removed_value_is_all_that_goes(text: str) -> None:
    """The milestone's own day goes with its line, and nothing else does."""
    path = ("milestone", 1, "due")
    after = with_values(Source(PATH, text), {path: None})
    assert read(after) == expected(text, path, None)
    gone, come = untouched(text, after)
    assert len(gone) - len(come) in (0, 1)


@settings(max_examples=examples(150))
@given(odd_roadmaps())
def test_a_block_is_put_behind_everything(text: str) -> None:
    """What was there stays, byte for byte, and the new milestone is the last."""
    after = with_block(Source(PATH, text), "milestone", BLOCK)
    assert after.startswith(text)
    assert read(after)["milestone"] == [*read(text)["milestone"], dict(BLOCK)]
    ends = after.count("\r\n") * ("\r\n" in text) or after.count("\n")
    assert ends == after.count("\n")


def test_several_values_change_together_or_not_at_all() -> None:
    """A week's minutes are seven values; the comments beside them stay."""
    text = "schema = 1\n[minutes]\nmon = 30 # short\nsat = 90   # the long one\n"
    after = with_values(
        Source(PATH, text), {("minutes", "mon"): 45, ("minutes", "sat"): 120, ("minutes", "sun"): 0}
    )
    assert after == (
        "schema = 1\n[minutes]\nmon = 45 # short\nsat = 120   # the long one\nsun = 0\n"
    )


def test_the_same_value_changes_nothing() -> None:
    """Not even the way it is written."""
    text = "[target]\ndate   =  2028-01-10 # the day\n"
    assert with_values(Source(PATH, text), {("target", "date"): date(2028, 1, 10)}) == text


@pytest.mark.parametrize(
    ("text", "path", "value", "line", "told"),
    [
        ('a = 1\nminutes = { mon = """\n""" }\n', ("minutes", "mon"), 5, 2, "as mon = 5"),
        ("a = 1\n[target]\nlevel = '''\nx\ny'''\n", ("target", "level"), "z", 3, 'as level = "z"'),
    ],
)
def test_what_cannot_be_changed_alone_is_refused_with_its_line(
    text: str, path: tuple[str | int, ...], value: Value, line: int, told: str
) -> None:
    """The sentence names file and line, and the hint says what to write there."""
    with pytest.raises(NotValid) as caught:
        with_values(Source(PATH, text), {path: value})
    assert caught.value.place == f"{PATH}:{line}"
    assert caught.value.hint == f"Write it by hand {told}."


def test_a_list_in_brackets_takes_no_block() -> None:
    """`milestone = []` and a [[milestone]] behind it would be no TOML."""
    with pytest.raises(NotValid) as caught:
        with_block(Source(PATH, "schema = 1\nmilestone = []\n"), "milestone", BLOCK)
    assert caught.value.place == f"{PATH}:3"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_empty_line_stands_before_a_new_block(end: str) -> None:
    """Whether or not the last line of the file was ended."""
    text = end.join(["schema = 1", "[[milestone]]", 'id = "a"'])
    for whole in (text, text + end):
        after = with_block(Source(PATH, whole), "milestone", BLOCK)
        assert after.startswith(text + end * 2 + "[[milestone]]" + end)


def test_a_new_block_ends_its_lines_as_most_lines_do() -> None:
    """Two of five lines with CR are the fewer."""
    for ends, crlf in (("\r\r\n\n\n", False), ("\r\r\r\n\n", True)):
        lines = ["schema = 1", "[[milestone]]", 'id = "a"', 'track = "reading"', "hours = 1"]
        text = "".join(f"{line}{end if end == chr(10) else end + chr(10)}"
                       for line, end in zip(lines, ends, strict=True))  # fmt: skip
        after = with_block(Source(PATH, text), "milestone", BLOCK)
        assert ("\r\n" in after[len(text) :]) == crlf


def test_a_key_may_be_the_last_thing_in_the_file() -> None:
    """Behind a last line that is not ended."""
    text = "schema = 1\n[target]"
    after = with_values(Source(PATH, text), {("target", "role"): "x"})
    assert after == text + '\nrole = "x"'
