"""What code has to know of an error is a field or a type: no sentence is read back."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmpath.domain.errors import (
    NOTHING_MORE_SAVED,
    NOTHING_SAVED,
    FileFault,
    NewerSchema,
    NotOpen,
    NotStored,
    NotValid,
    refuse_newer_schema,
)
from pmpath.storage.roadmap.file import roadmap_of
from pmpath.storage.sync.roadmap_merge import fault_in

SOURCES = Path(__file__).resolve().parents[2] / "src" / "pmpath"
TEXTS = ("sentence", "hint", "place")
SOUND = "schema = 1\n[target]\ndate = 2028-01-10\nstart = 2027-01-11\n[minutes]\nmon = 30\n"


def test_a_fault_of_the_roadmap_has_its_line_and_its_key() -> None:
    """In the order of the file; a key that holds a line break is still one line."""
    text = 'schema = 1\n"a\\nb" = 2\n[target]\ndate = 2028-01-10\nstart = 5\n[minutes]\nmon = 30\n'
    with pytest.raises(NotValid) as caught:
        roadmap_of(text, "/home/roadmap.toml")
    assert [(one.line, one.key) for one in caught.value.faults] == [
        (2, "a\nb"),
        (5, "target.start"),
    ]
    assert caught.value.faults[0].text == "a b is not a key of this table"


def test_a_line_that_is_no_toml_is_a_fault_without_a_key() -> None:
    """Its sentence is the error's own, without the full stop."""
    with pytest.raises(NotValid) as caught:
        roadmap_of("schema = 1\nday_ends 04:00\n", "/home/roadmap.toml")
    (fault,) = caught.value.faults
    assert fault == FileFault(2, None, caught.value.sentence.removesuffix("."))


@pytest.mark.parametrize("key", ["schema", "the schema"])
def test_only_a_newer_schema_is_refused_as_one(key: str) -> None:
    """A fault that speaks of a schema is a fault like any other."""
    with pytest.raises(NewerSchema):
        roadmap_of(SOUND.replace("schema = 1", "schema = 2"), "roadmap.toml")
    with pytest.raises(NewerSchema):
        fault_in(SOUND.replace("schema = 1", "schema = 2").encode())
    assert fault_in(f'"{key} x" = 1\n{SOUND}'.encode()).startswith("roadmap.toml:1: ")


def test_the_fault_of_a_line_is_named_whatever_its_hint_says() -> None:
    """Its hint holds a colon, which is not a fault: `As in: never_say = ["Acme", "Beta"]`."""
    found = fault_in(b"schema = 1\n- Acme\n")
    assert found == "roadmap.toml:2: Lists go in brackets after their key"


@pytest.mark.parametrize("schema", [1, 0, -3, "2", 2.0, True, None, [2]])
def test_a_schema_that_is_no_greater_number_is_left_to_others(schema: object) -> None:
    """Nothing is raised; whether the value is right is for whoever reads the file."""
    refuse_newer_schema("log", schema, 1, "log.jsonl")


@pytest.mark.parametrize("kind", [NotStored, NotOpen])
def test_the_outcome_of_a_call_can_be_told_anew(kind: type[NotStored]) -> None:
    """The cause, the place, the hint and the type stay."""
    error = kind("The disk is full.", outcome=NOTHING_SAVED, place="log.jsonl", hint="Free some.")
    other = error.with_outcome(NOTHING_MORE_SAVED)
    assert type(other) is kind
    assert (error.sentence, other.sentence) == (
        "The disk is full; nothing was saved.",
        "The disk is full; nothing more was saved.",
    )
    assert (other.place, other.hint) == ("log.jsonl", "Free some.")


def _reads(tree: ast.AST) -> Iterator[int]:
    """Lines on which a text of a caught error is searched, cut, replaced or compared."""
    for handler in (one for one in ast.walk(tree) if isinstance(one, ast.ExceptHandler)):
        for node in ast.walk(handler):
            inner: list[ast.expr] = []
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                # A clause of a longer sentence goes without the full stop.
                inner = [node.func.value] if node.func.attr != "removesuffix" else []
            elif isinstance(node, ast.Compare):
                inner = [node.left, *node.comparators]
            for one in inner:
                if isinstance(one, ast.Attribute) and one.attr in TEXTS:
                    yield one.lineno


def test_no_code_reads_a_sentence_back() -> None:
    """In every handler of an error, its sentence, hint and place are passed on, never parsed."""
    found = {
        path.relative_to(SOURCES).as_posix(): list(_reads(ast.parse(path.read_text())))
        for path in SOURCES.rglob("*.py")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}
