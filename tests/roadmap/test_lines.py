"""On which line a value begins, compared with texts whose lines are known while they are made."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmpath.storage.toml.lines import TomlLines
from tests.effort import examples
from tests.roadmap.texts import VALID

Path = tuple[str | int, ...]
MADE = 'x = 1  # first\n\n# [not.a.table]\n[a]\nb = "[c]"\n\n[[d]]\n[[d]]\ne.f = {g = [1, 2]}\n'


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("x",), 1), (("a",), 4), (("a", "b"), 5), (("d",), 7), (("d", 0), 7), (("d", 1), 8),
        (("d", 1, "e"), 9), (("d", 1, "e", "f", "g", 1), 9),
        (("a", "missing"), 4), (("d", 1, "missing", "x"), 8), (("missing",), 1), ((), 1),
        (("d", 5), 7), (("x", "y"), 1),
    ],
)  # fmt: skip
def test_the_line_of_a_value_or_of_what_is_around_it(path: Path, line: int) -> None:
    """A missing key is looked for in the nearest table that exists."""
    assert TomlLines(MADE).line_of(path) == line


def test_the_lines_of_a_whole_roadmap() -> None:
    """Every value of the valid roadmap begins on the line that holds its key."""
    lines, found = VALID.split("\n"), TomlLines(VALID)
    for path, _ in _paths(tomllib.loads(VALID)):
        named = [part for part in path if isinstance(part, str)]
        assert str(named[-1]) in lines[found.line_of(path) - 1], path


def test_a_table_inside_an_item_of_a_list_belongs_to_the_last_item() -> None:
    """`[d.e]` and `[[d.e]]` after a second `[[d]]`."""
    text = (
        "[[d]]\n[d.e]\nf = 1\n[[d]]\n[d.e]\nf = 2\n[[d.g]]\nh = 1\n[[d.g]]\nh = 2\n[d.g.i]\nj = 1\n"
    )
    found = TomlLines(text)
    lines = {path: found.line_of(path) for path, _ in _paths(tomllib.loads(text))}
    assert lines == {
        ("d",): 1, ("d", 0): 1, ("d", 0, "e"): 2, ("d", 0, "e", "f"): 3,
        ("d", 1): 4, ("d", 1, "e"): 5, ("d", 1, "e", "f"): 6,
        ("d", 1, "g"): 7, ("d", 1, "g", 0): 7, ("d", 1, "g", 0, "h"): 8,
        ("d", 1, "g", 1): 9, ("d", 1, "g", 1, "h"): 10,
        ("d", 1, "g", 1, "i"): 11, ("d", 1, "g", 1, "i", "j"): 12,
    }  # fmt: skip


def test_a_very_long_list_does_not_hide_what_follows() -> None:
    """Hundreds of lines that might each end it."""
    for length in (50, 150, 5_000):
        text = "x = [\n" + "[1],\n" * length + "]\n" + "y = 1\n" * 1
        assert TomlLines(text).line_of(("x", 3)) == 1


def _paths(value: Any, above: Path = ()) -> list[tuple[Path, Any]]:
    found: list[tuple[Path, Any]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        path: Path = (*above, key)
        found.append((path, item))
        if isinstance(item, dict | list):
            found += _paths(item, path)
    return found


bare = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
quoted = st.sampled_from(['"a b"', "'x.y'", '"[z]"', '"#"', '"\\u00e9"', '"="'])
keys = st.one_of(bare, quoted)
one_line = st.sampled_from([
    "1", "true", "2027-01-11", '"text"', '"# no comment"', "'[no.table]'", "[1, 2]", "[]",
    "{a = 1, b = {c = 2}}", '"""one line"""', "1  # a comment", '"a\u2028b"',
])  # fmt: skip
several_lines = st.sampled_from([
    '"""\na\n"""', '"""\n[x]\ny = 1\n"""', "'''\n]\n[[z]]\n'''", "[\n  1,\n\n  2, # ]\n]",
    "[\n  [1],\n  [2],\n]", '[\n  """\n]\n""",\n]', "{a = [\n1,\n]}", '"""\\\n  a"""',
])  # fmt: skip
between = st.lists(st.sampled_from(["", "# comment", "  ", "# [x]", '# """', "\t# y = 1"]),
                   max_size=2)  # fmt: skip


@st.composite
def texts_with_lines(draw: st.DrawFn) -> tuple[str, dict[Path, int]]:
    """A TOML text, and where each of its values was put."""
    lines: list[str] = []
    known: dict[Path, int] = {}
    tables: list[Path] = [()]
    names = iter(draw(st.lists(keys, min_size=12, max_size=12, unique_by=_name)))
    for _ in range(draw(st.integers(1, 4))):
        lines += draw(between)
        kind = draw(st.sampled_from(["values", "table", "items"]))
        table: Path = ()
        if kind == "values" and len(tables) > 1:
            kind = "table"
        if kind != "values":
            name = next(names, None)
            if name is None:
                break
            for at in range(1 if kind == "table" else draw(st.integers(1, 3))):
                table = (_name(name),) if kind == "table" else (_name(name), at)
                lines.append(f"[{name}]" if kind == "table" else f"  [[ {name} ]] # item")
                known.setdefault((_name(name),), len(lines))
                known.setdefault(table, len(lines))
        tables.append(table)
        for _ in range(draw(st.integers(0, 3))):
            name = next(names, None)
            if name is None:
                break
            lines += draw(between)
            dotted = draw(st.booleans())
            value = draw(st.one_of(one_line, several_lines))
            known.setdefault((*table, _name(name)), len(lines) + 1)
            if dotted:
                known[(*table, _name(name), "inner")] = len(lines) + 1
            lines += f"{name}{'.inner' if dotted else ''} = {value}".split("\n")
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return ending.join(lines) + draw(st.sampled_from(["", ending])), known


def _name(key: str) -> str:
    return str(next(iter(tomllib.loads(f"{key} = 1"))))


@given(made=texts_with_lines())
@settings(max_examples=examples(300))
def test_every_value_is_found_where_it_was_put(made: tuple[str, dict[Path, int]]) -> None:
    """With comments, blank lines, texts and lists over several lines, dotted and quoted keys."""
    text, known = made
    tomllib.loads(text)
    found = TomlLines(text)
    assert {path: found.line_of(path) for path in known} == known
