"""A terminal in Berlin after `init`, and what an import left in its log."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Terminal
from tests.commands.conftest import empty as empty

SAMPLES = Path(__file__).parent / "samples"
TODAY = "2027-03-05"


@dataclass
class Importer:
    """Types `pmpath import`, and reads what came of it."""

    terminal: Terminal
    folder: Path

    def take(self, *words: str | Path, code: int = 0) -> str:
        """What `pmpath import WORDS` prints."""
        return self.terminal.type("import", *map(str, words), today=TODAY, code=code)

    def file(self, name: str, text: str) -> Path:
        """A file with this text, to import."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def told(self, *words: str | Path) -> dict[str, Any]:
        """The JSON of an import."""
        found: dict[str, Any] = json.loads(self.take(*words, "--json"))["data"]
        return found

    def reasons(self, *words: str | Path) -> list[str]:
        """Why pieces of the first file were left out, in their order."""
        found = self.told(*words, "--dry-run")["files"][0]["left_out"]
        return [one["reason"] for one in found]

    @property
    def entries(self) -> list[dict[str, Any]]:
        """The entries of the log, in the order of its lines."""
        every = map(json.loads, self.terminal.log.splitlines())
        return [one for one in every if one["kind"] == "action"]


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone in which instants become days."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def importer(empty: Terminal, begun: Path, berlin: None, tmp_path: Path) -> Importer:
    shutil.copytree(begun, empty.home)
    folder = tmp_path / "files"
    folder.mkdir()
    return Importer(empty, folder)
