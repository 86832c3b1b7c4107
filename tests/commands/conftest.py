from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pmpath.cli.door import enter
from pmpath.storage.content import content

SETUP = ("init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4")


@dataclass
class Terminal:
    """Types commands into one data folder on a pinned day, and keeps what came back."""

    home: Path
    captured: pytest.CaptureFixture[str]
    today: str = "2027-01-11"
    out: str = ""
    err: str = ""

    def type(self, *words: str, today: str = "", code: int = 0) -> str:
        """Run `pmpath WORDS` and return its stdout; the exit code has to be `code`."""
        self.today = today or self.today
        environment = {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": self.today}
        self.captured.readouterr()
        found = enter(words, environment)
        self.out, self.err = self.captured.readouterr()
        assert found == code, (words, found, self.out, self.err)
        return self.out

    @property
    def log(self) -> str:
        """The text of the log."""
        return (self.home / "log.jsonl").read_text(encoding="utf-8")


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str],
          monkeypatch: pytest.MonkeyPatch) -> Terminal:  # fmt: skip
    """A terminal before `init`."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    return Terminal(tmp_path / "data", capsys)


@pytest.fixture
def terminal(empty: Terminal, begun: Path) -> Terminal:
    """A terminal after `init` on Monday 11 January 2027, 4 hours a week, for 52 weeks."""
    shutil.copytree(begun, empty.home)
    return empty


@pytest.fixture
def titles() -> Callable[[str], str]:
    """The title of an action by its id."""
    return lambda key: content().action_titles()[key][0]
