from __future__ import annotations

import json
import os
import shutil
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from tests.hostile.texts import active_in, is_command, widest

SETUP = ("init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4")


@dataclass
class Owner:
    """Types commands on a pinned day into a folder, and holds every output against the rules."""

    home: Path
    captured: pytest.CaptureFixture[str]
    today: str = "2027-01-11"
    width: int = 80
    err: str = ""

    def type(self, *words: str, code: int = 0, today: str = "") -> str:
        """Run `pmpath WORDS` with this exit code: nothing active, no line of doctor too wide.

        A command or path that is offered stands whole on its line, whatever the width.
        """
        self.captured.readouterr()
        place = {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": today or self.today}
        found = enter(words, place)
        out, self.err = self.captured.readouterr()
        assert found == code, (words, found, out, self.err)
        assert active_in(out + self.err) == [], (out, self.err)
        told = "\n".join(one for one in out.splitlines() if not is_command(one))
        assert words[0] != "doctor" or "--json" in words or widest(told) <= self.width, out
        return out

    def remarks(self, code: int = 0, today: str = "") -> list[dict[str, Any]]:
        """What `doctor` remarks; its exit code says whether a fault is among it."""
        shown = self.type("doctor", code=code, today=today)
        data = json.loads(self.type("doctor", "--json", code=code, today=today))["data"]
        remarks: list[dict[str, Any]] = data["remarks"]
        assert data["faults"] == sum(one["is_fault"] for one in remarks)
        assert (code == 4) == bool(data["faults"])
        assert ("Everything is fine." in shown) == (code == 0)
        return remarks

    def codes(self, code: int = 0, today: str = "") -> list[str]:
        """The codes of the remarks."""
        return [one["code"] for one in self.remarks(code, today)]

    @property
    def log(self) -> Path:
        """The log."""
        return self.home / "log.jsonl"

    @property
    def roadmap(self) -> Path:
        """The roadmap."""
        return self.home / "roadmap.toml"

    def add(self, *lines: bytes) -> None:
        """Write lines behind the log's end, as another program would."""
        with self.log.open("ab") as file:
            file.write(b"".join(line + b"\n" for line in lines))

    def bytes_of_all(self) -> dict[str, bytes]:
        """Every file of the folder with its bytes, save git's own."""
        return {
            str(one.relative_to(self.home)): one.read_bytes()
            for one in sorted(self.home.rglob("*"))
            if one.is_file() and ".git" not in one.parts
        }


@pytest.fixture(scope="session")
def owned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after `init` and two entries, whatever the umask is; to be copied."""
    home = tmp_path_factory.mktemp("owned") / "data"
    umask = os.umask(0o022)
    try:
        for today, *words in (
            ("2027-01-11", *SETUP),
            ("2027-01-11", "log", "coffee with @lena:pm"),
            ("2027-01-12", "log", "call with @tomas:sales"),
        ):
            with redirect_stdout(StringIO()):
                assert enter(words, {"PMPATH_HOME": str(home), "PMPATH_TODAY": today}) == 0
    finally:
        os.umask(umask)
    return home


@pytest.fixture
def owner(
    owned: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Owner:
    """The owner of a copy of that folder."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    shutil.copytree(owned, tmp_path / "data")
    return Owner(tmp_path / "data", capsys)
