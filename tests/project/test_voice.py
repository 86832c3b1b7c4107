"""The nine rules of voice over everything that pmpath can say: texts in code, help, content."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE, DATA = ROOT / "src" / "pmpath", ROOT / "data"
# Rules 1 and 3: no demand, no reproach, no praise, no signs of excitement. The plan may be behind,
# a milestone or a promise overdue; a person is neither.
FORBIDDEN = re.compile(
    r"\b(should|must|only|still not|failed|failure|behind(?! plan)|great|awesome|well done"
    r"|welcome back|congratulations|unfortunately|oops|streak)\b|!(?![=\w\"'{])"
    # Pictographs of the supplementary plane, and the old ones: dingbats, weather, stars.
    "|[\U0001f300-\U0001faff\u2600-\u27bf]",
    re.IGNORECASE,
)
# Words that a first-time reader asks about and an editor crosses out: files do not lie or stand,
# options do not go with one another, nothing is done anew.
STIFF = re.compile(
    r"\b(lies|stands|stood|anew|thereof|whereof|for ever|amounts to|to whom|at odd|goes with"
    r"|on odd days|any more|all the same|meanwhile|as it was|as they were|may be removed"
    r"|take (it|that|all of it) back)\b",
    re.IGNORECASE,
)
# Words of another meaning: a place, a state of the disk, something that is asked for.
OTHERWISE_MEANT = (
    "reason behind", "disk is read-only",
    # Words of git that are looked for in what it prints.
    "failed to connect", "authentication failed", "failed to update ref", "! [",
)  # fmt: skip
# Looked for in a text of pydantic, and taken out of it.
TAKEN_OUT = " should "
# Keys of the content that no screen shows, words that people type, titles of books, and pairs of
# sentences that a check is tried on.
NEVER_SHOWN = ("note", "id", "also", "objects", "beside", "without")
OTHER_PEOPLES = (
    "books.toml",
    "cautions.toml",
    "groups.toml",
    "understood.toml",
    "verbs.toml",
    "pairs.toml",
    "roadmap.template.toml",
    "statement.toml",
)


def spoken(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module with a space in them.

    Docstrings speak to developers, and `listed` holds words that people type.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    typed = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "listed"
        for argument in node.args
    }
    for node in ast.walk(tree):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings | typed and " " in node.value:  # type: ignore[attr-defined]
            yield node.lineno, node.value  # type: ignore[attr-defined]


def shown(value: object) -> Iterator[str]:
    """Every text of the content that a screen may show."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in NEVER_SHOWN:
                yield from shown(item)
    elif isinstance(value, list):
        for item in value:
            yield from shown(item)


def faults(text: str) -> list[str]:
    """The forbidden words of a text."""
    if text == TAKEN_OUT:
        return []
    for other in OTHERWISE_MEANT:
        text = text.replace(other, "")
    return [found[0] for found in FORBIDDEN.finditer(text)]


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    """The texts in code, each with the lines on which it stands."""
    found: dict[str, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for line, text in spoken(path):
            found.setdefault(text, []).append(f"{path.relative_to(ROOT)}:{line}")
    return found


def test_no_message_in_code_has_a_forbidden_word(texts: dict[str, list[str]]) -> None:
    """Every text of every module."""
    assert not [(places, words) for text, places in texts.items() if (words := faults(text))]


def test_no_message_in_code_has_a_stiff_word(texts: dict[str, list[str]]) -> None:
    """Every text of every module."""
    assert not [(places, text) for text, places in texts.items() if STIFF.search(text)]


@pytest.mark.parametrize("text", ["--force goes with --out.", "A file stands there.", "It lies."])
def test_the_list_of_stiff_words_finds_what_it_is_for(text: str) -> None:
    """A list that finds nothing would prove nothing."""
    assert STIFF.search(text)


def test_no_help_text_has_a_forbidden_word() -> None:
    """Typer shows the docstrings of commands."""
    from pmpath.cli.app import app_of
    from pmpath.cli.commands import COMMANDS

    app = app_of(*(name for _, name, _, _ in COMMANDS))
    groups = [app, *(one.typer_instance for one in app.registered_groups)]
    commands = [one for group in groups if group for one in group.registered_commands]
    texts = [one.callback.__doc__ or "" for one in commands if one.callback]
    assert len(texts) > 20
    assert not [word for text in texts for word in faults(text)]


CONTENT = sorted(
    path for path in DATA.rglob("*.toml") if path.name not in OTHER_PEOPLES
)  # fmt: skip


@pytest.mark.parametrize("path", CONTENT, ids=[path.name for path in CONTENT])
def test_no_content_has_a_forbidden_word(path: Path) -> None:
    """Every text that a screen may show."""
    texts = shown(tomllib.loads(path.read_text(encoding="utf-8")))
    assert not {text: words for text in texts if (words := faults(text))}


def test_the_commented_template_has_none_either() -> None:
    """What `init` writes for people to read."""
    text = (DATA / "roadmap.template.toml").read_text(encoding="utf-8")
    assert not faults(text)


@pytest.mark.parametrize(
    "text", ["You should ask.", "Great work", "You are behind", "Done!", "\N{PARTY POPPER}", "Only"]
)
def test_the_list_finds_what_it_is_for(text: str) -> None:
    """A list that finds nothing would prove nothing."""
    assert faults(text)
