"""The reference is that of the program as it is."""

from __future__ import annotations

import re
import subprocess

import pytest

from pmpath.cli.commands import EXAMPLES
from tests.docs.reference import (
    COMMANDS_PAGE,
    MAN_PAGE,
    Reference,
    commands_page,
    man_page,
    references,
)
from tests.programs import needs


def test_the_page_of_commands_is_made_of_their_help() -> None:
    """Whoever changes a help writes it anew."""
    assert COMMANDS_PAGE.read_text(encoding="utf-8") == commands_page(), "stale: python3 dev.py fix"


def test_the_man_page_is_made_of_the_same_help() -> None:
    """It is ASCII, so that every system shows it."""
    assert MAN_PAGE.read_text(encoding="ascii") == man_page(), "stale: python3 dev.py fix"


@pytest.mark.parametrize("one", references(), ids=lambda one: one.name)
def test_every_command_stands_in_both_with_its_options(one: Reference) -> None:
    """Its words, its example and each option."""
    page, man = commands_page(), man_page().replace(r"\-", "-").replace(r"\(aq", "'")
    assert f"\n### {one.name}\n" in page
    assert f"\n.SS {one.name}\n" in man
    assert f"`pmpath {EXAMPLES[one.name]}`" in page
    for spelled, _ in one.options:
        assert f"| `{spelled}` |" in page
        assert f"\\fB{spelled}\\fR" in man


def test_man_reads_the_page_without_a_complaint() -> None:
    """No line is lost for it, and every command is in what it shows."""
    groff = needs("groff")
    shown = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", str(MAN_PAGE)], capture_output=True, text=True, check=True
    )
    assert shown.stderr == ""
    plain = re.sub(r"\x1b\[[\d;]*m|.\x08", "", shown.stdout)
    assert all(f"pmpath {one.name}" in " ".join(plain.split()) for one in references())
    assert "@jörg_müller:customer" in plain
