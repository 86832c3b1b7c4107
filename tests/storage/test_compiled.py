"""Compiled content gives what its sources give, and never anything else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatch_build import MADE
from pmpath.cli.clues import PARTS, clues_in
from pmpath.domain.language.vocabulary import Vocabulary
from pmpath.domain.record import changed
from pmpath.storage.compiled import FOLDER, FORM, read_compiled
from pmpath.storage.content import FORMS, Content
from tests.installed import compiled

ROOT = Path(__file__).resolve().parents[2]
NAMES = sorted((*MADE, PARTS))


@contextmanager
def written(path: Path, content: bytes) -> Iterator[None]:
    """Another content of a file, for a while."""
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_bytes(before)


@contextmanager
def moved(path: Path) -> Iterator[None]:
    """A file that is not there, for a while."""
    before = path.read_bytes()
    path.unlink()
    try:
        yield
    finally:
        path.write_bytes(before)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of content with its compiled forms; whoever changes it puts it back."""
    folder = tmp_path_factory.mktemp("content") / "data"
    shutil.copytree(ROOT / "data", folder)
    (folder / FOLDER).mkdir()
    for name, content in compiled().items():
        (folder / FOLDER / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("name", MADE)
def test_the_compiled_form_is_taken_and_equals_the_sources(name: str, data: Path) -> None:
    """To the type of every value, as the repr shows."""
    compiled = read_compiled(str(data), name)
    assert compiled is not None
    assert repr(compiled.values) == repr(MADE[name](Content(str(ROOT / "data"))))


@given(at=st.integers(0, 10**6), bit=st.integers(0, 7), name=st.sampled_from(NAMES))
def test_a_flipped_bit_anywhere_is_noticed(at: int, bit: int, name: str, data: Path) -> None:
    """The form is not taken; no value is ever read out of damage."""
    content = bytearray(compiled()[name])
    content[at % len(content)] ^= 1 << bit
    with written(data / FOLDER / name, bytes(content)):
        assert read_compiled(str(data), name) is None


@pytest.mark.parametrize("part", [0, 1, len(FORM), 40, 5_000])
def test_a_half_written_form_is_not_taken(part: int, data: Path) -> None:
    """Whatever is left of it."""
    with written(data / FOLDER / "vocabulary", compiled()["vocabulary"][:part]):
        assert read_compiled(str(data), "vocabulary") is None


@pytest.mark.parametrize("other", ["talks", "catalog"])
def test_a_form_of_another_kind_number_is_not_taken(other: str, data: Path) -> None:
    """An older or newer pmpath gives its values another shape."""
    with written(data / FOLDER / other, compiled()[other].replace(FORM, b"pmpath content 0 ", 1)):
        assert read_compiled(str(data), other) is None


@given(at=st.integers(0, 10**6), letter=st.sampled_from("xX.\n"))
def test_a_changed_letter_of_any_source_is_seen(at: int, letter: str, data: Path) -> None:
    """What the sources say now counts: a changed source is never answered from the old form."""
    source = data / "words.txt"
    before = source.read_bytes()
    place = at % len(before)
    after = before[:place] + letter.encode() + before[place + 1 :]
    with written(source, after):
        taken = read_compiled(str(data), "vocabulary")
        assert (taken is None) == (after != before)


def whole(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary with its sections taken apart, to be compared."""
    lexicon = vocabulary.lexicon
    tables = {name: dict(table.items()) for name, table in lexicon.tables.items()}
    names = dict(lexicon.names.items())
    return changed(vocabulary, lexicon=changed(lexicon, tables=tables, names=names))


def test_a_missing_source_or_form_only_costs_time(data: Path) -> None:
    """Without the form the sources are read; without a source its form is not taken."""
    content = Content(str(data))
    before = whole(content.vocabulary())
    with moved(data / FOLDER / "vocabulary"):
        assert whole(content.vocabulary()) == before
    with moved(data / "titles.txt"):
        assert read_compiled(str(data), "vocabulary") is None
    assert whole(content.vocabulary()) == before


def test_an_edited_title_is_read_from_its_file(data: Path) -> None:
    """Who edits an installed file sees the change in the next call."""
    source = data / "actions" / "reading.toml"
    edited = source.read_bytes().replace(
        b'deed = "choosing a textbook"', b'deed = "picking a book"'
    )
    with written(source, edited):
        actions = Content(str(data)).catalog().actions
        assert actions["reading.textbook-pick"].deed == "picking a book"


def test_two_builds_of_the_same_content_are_the_same_bytes() -> None:
    """Whatever order a process keeps its sets in."""
    script = (
        "from hatch_build import *; from binascii import crc32;"
        "print({name: crc32(one) for name, one in compiled_files(ROOT / 'data').items()})"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1


def looked_up(data: Path) -> list[str]:
    """What the large tables of clues say of some words, and of one that they do not have."""
    content = Content(str(data))
    clues = clues_in(content, content.catalog)
    words = ("coffee", "told", "customer", "interview", "sent", "read", "zzz")
    return [table.get(word, "-") for table in (clues.words, clues.groups) for word in words]


def test_the_parts_of_a_table_are_read_from_their_file(data: Path) -> None:
    """And say what the tables of a checkout say."""
    assert looked_up(data) == looked_up(ROOT / "data")
    content = Content(str(data))
    clues = clues_in(content, lambda: pytest.fail("the catalog was asked for"))
    assert clues.words.get("coffee", "") != ""


SPOILED = pytest.mark.parametrize("spoil", [
    lambda parts: bytes(one ^ 1 for one in parts), lambda parts: parts[: len(parts) // 3],
    lambda parts: b"", lambda parts: b"x" + parts,
], ids=["flipped", "cut off", "empty", "moved"])  # fmt: skip


@SPOILED
def test_damaged_words_of_the_language_only_cost_time(
    spoil: Callable[[bytes], bytes], data: Path
) -> None:
    """They are made of the sources then."""
    words = ("coffee", "told", "with", "lena", "friday", "zzz")

    def meanings() -> list[str | None]:
        lexicon = Content(str(data)).vocabulary().lexicon
        return [table.get(word) for table in lexicon.tables.values() for word in words]

    before = meanings()
    assert "met" in before
    path = data / FOLDER / FORMS
    with written(path, spoil(path.read_bytes())):
        assert meanings() == before
    with moved(path):
        assert meanings() == before


@SPOILED
def test_damaged_parts_only_cost_time(spoil: Callable[[bytes], bytes], data: Path) -> None:
    """Flipped, cut off, empty or moved: the tables are made of the sources then."""
    before = looked_up(data)
    path = data / FOLDER / PARTS
    with written(path, spoil(path.read_bytes())):
        assert looked_up(data) == before
    with moved(path):
        assert looked_up(data) == before


def test_a_source_that_is_newer_than_its_form_is_compared(data: Path) -> None:
    """One that is older has to be as long as it was; its bytes are not read."""
    source = data / "words.txt"
    later = (data / FOLDER / "vocabulary").stat().st_mtime + 60
    swapped = source.read_bytes().swapcase()
    with written(source, swapped):
        os.utime(source, (later, later))
        assert read_compiled(str(data), "vocabulary") is None
    with written(source, source.read_bytes() + b"\n"):
        os.utime(source, (0, 0))
        assert read_compiled(str(data), "vocabulary") is None
    os.utime(source, (later, later))
    assert read_compiled(str(data), "vocabulary") is not None
