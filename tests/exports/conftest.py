"""A journey with everything that is hard to hand on: odd names, line breaks, long texts."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from tests.commands.conftest import SETUP, Terminal
from tests.commands.conftest import empty as empty
from tests.programs import FOLDERS, needs

TODAY = "2027-03-05"
LONG = "word " * 40 + "end"
ODD_NAMES = ('Müller, Jörg; "J"', "O'Brien", "=Ada", "Anna\\Nora", "J" * 200)
ODD_TEXTS = (
    'met Müller, Jörg; "J" about a\nsecond line\n\nand a fourth', LONG, "=1+1 and more",
    "-5 is what it felt like", "@home with a book",
    "x 2027-03-01 (A) not a task due:tomorrow rec:1w",
    "Dr. Who thought 日本語, emoji 🚀 & <b>bold</b> *stars* _under_ [link](x)",
    "; date: tomorrow, 1h30",
    "'=already guarded", "a\ttab", "ends with a star *",
)  # fmt: skip


def odd_records() -> list[dict[str, Any]]:
    """Entries as another pmpath may have written them, with whatever a person may type."""
    made = []
    for number, text in enumerate(ODD_TEXTS):
        fields = {
            "id": f"01M8ODD{number:019d}", "at": f"2027-02-{number + 1:02d}T18:30:00.000+01:00",
            "day": f"2027-02-{number + 1:02d}", "kind": "action", "text": text, "minutes": 20,
            "track": "allies", "event": "met", "minutes_from": "said",
            "people": [f"{ODD_NAMES[number % len(ODD_NAMES)]} (PM)"],
            "notes": {"worry": "churn; \"why\",\nand when?"},
        }  # fmt: skip
        made.append(fields)
    return made


SENTENCES = (
    "coffee with Lena Brandt (PM), 45 min, she worries about churn",
    "demo for customer Nordfrakt, sign-ups: 10 to 25 a month, 30m",
    "applied to Karavel as product manager, 40 min",
    "read chapter 3 of Inspired, 30 min",
    "published a piece on pricing: https://example.org/pricing, 60 min",
    "promised Tomas from sales the deck by friday, 10 min",
    "refactored the importer +engineering 2h",
)


@dataclass
class Journey:
    """A terminal, with what an export is read back by."""

    terminal: Terminal
    folder: Path

    def export(self, *words: str, code: int = 0) -> str:
        """What `pmpath export WORDS` prints."""
        return self.terminal.type("export", *words, today=TODAY, code=code)

    def file(self, name: str, *words: str) -> Path:
        """The file that `pmpath export WORDS --out` writes, its line ends as they are."""
        path = self.folder / name
        self.export(*words, "--out", str(path), "--force")
        return path


def run(program: str, *words: str, folder: Path, stdin: str = "", **settings: str) -> str:
    """What a peer printed, with a home of its own; the test fails where it does."""
    environment = {
        "HOME": str(folder), "PATH": FOLDERS, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
        "TZ": "UTC", **settings,
    }  # fmt: skip
    done = subprocess.run(
        [needs(program) if "/" not in program else program, *words], cwd=folder, env=environment,
        input=stdin, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight weeks after `init`: odd records, and what plain sentences leave behind."""
    home = tmp_path_factory.mktemp("lived") / "data"
    _type(home, "2027-01-11", *SETUP)
    with (home / "log.jsonl").open("a", encoding="utf-8") as log:
        log.writelines(json.dumps(one) + "\n" for one in odd_records())
    for words in SENTENCES:
        _type(home, "2027-03-02", "log", words)
    return home


def _type(home: Path, today: str, *words: str) -> None:
    with redirect_stdout(StringIO()):
        assert enter(words, {"PMPATH_HOME": str(home), "PMPATH_TODAY": today}) == 0


@pytest.fixture
def journey(empty: Terminal, lived: Path, tmp_path: Path) -> Journey:
    """A copy of it, to type into."""
    shutil.copytree(lived, empty.home)
    folder = tmp_path / "exports"
    folder.mkdir()
    return Journey(empty, folder)
