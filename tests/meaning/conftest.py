from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import Terminal


@pytest.fixture
def terminal(
    begun: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Terminal:
    """A terminal after `init` on Monday 11 January 2027, 4 hours a week, for 52 weeks."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    made = Terminal(tmp_path / "data", capsys)
    shutil.copytree(begun, made.home)
    return made
