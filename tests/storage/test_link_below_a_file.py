"""A link whose target lies below a file leads nowhere, like one whose target is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty
from tests.commands.conftest import terminal as terminal


@pytest.mark.parametrize("words", ["log coffee", "report", "undo", "doctor --restore 1", "sync"])
def test_a_data_folder_behind_such_a_link_is_not_open(
    words: str, empty: Terminal, tmp_path: Path
) -> None:
    """It is the link that is named, and not a file that would have to be moved."""
    (tmp_path / "file").write_text("")
    empty.home.symlink_to(tmp_path / "file" / "vault")
    empty.type(*words.split(), code=5)
    assert f"{empty.home}: This is a link to {tmp_path}/file/vault, which is missing" in empty.err


def test_a_log_behind_such_a_link_is_not_open(terminal: Terminal, tmp_path: Path) -> None:
    """Nothing is made beside it."""
    (tmp_path / "file").write_text("")
    log = terminal.home / "log.jsonl"
    log.unlink()
    log.symlink_to(tmp_path / "file" / "log.jsonl")
    for words in (("log", "coffee"), ("report",)):
        terminal.type(*words, code=5)
        assert f"{log}: This is a link to {tmp_path}/file/log.jsonl" in terminal.err
