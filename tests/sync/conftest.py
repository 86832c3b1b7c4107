from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from pmpath.cli.door import enter
from pmpath.storage.log.lines import RECORD, lines_of
from tests.hostile.texts import active_in, widest
from tests.programs import needs

SETUP = ("init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4")
STAYING = ("?? roadmap.theirs-", "?? log.quarantine-")
FORBIDDEN = ("should", "must", "only", "still not", "failed", "behind", "overdue", "!")


@dataclass
class Machine:
    """One data folder: types commands into it, and holds every output against the rules."""

    home: Path
    user: Path
    captured: pytest.CaptureFixture[str]
    today: str = "2027-01-11"
    width: int = 80
    err: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What this machine's commands see: nothing of the tester's own git."""
        return {
            "PMPATH_HOME": str(self.home), "PMPATH_TODAY": self.today, "HOME": str(self.user),
            "XDG_CONFIG_HOME": str(self.user), "GIT_CONFIG_NOSYSTEM": "1", **self.more,
        }  # fmt: skip

    def type(self, *words: str, code: int = 0) -> str:
        """Run `pmpath WORDS` with this exit code: nothing active, no line of sync too wide.

        A command that is offered stands whole on its line, whatever the width.
        """
        self.captured.readouterr()
        found = enter(words, self.environment)
        out, self.err = self.captured.readouterr()
        assert found == code, (words, found, out, self.err)
        assert active_in(out + self.err) == [], (out, self.err)
        if words[0] == "sync" and "--json" not in words:
            told = [one for one in out.splitlines() if not one.lstrip().startswith("pmpath ")]
            assert widest("\n".join(told)) <= self.width, out
            ours = "\n".join(line for line in self.err.split("\n") if "git: " not in line)
            said = f" {out} {ours} ".lower()
            assert not [word for word in FORBIDDEN if f" {word}" in said], said
        return out

    def sync(self, *words: str, code: int = 0) -> str:
        """`pmpath sync`, its lines unfolded."""
        return " ".join(self.type("sync", *words, code=code).split())

    def git(self, *words: str, code: int = 0) -> str:
        """The person's own git in the folder, to its end."""
        return git(self.home, *words, environment=self.environment, code=code)

    @property
    def log(self) -> Path:
        """The log."""
        return self.home / "log.jsonl"

    @property
    def roadmap(self) -> Path:
        """The roadmap."""
        return self.home / "roadmap.toml"

    def edit(self, old: str, new: str) -> None:
        """Change the roadmap by hand."""
        text = self.roadmap.read_text()
        assert old in text, old
        self.roadmap.write_text(text.replace(old, new))

    def ids(self) -> list[str]:
        """The ids of the records in the log, in the order of their lines."""
        return [line.id for line in lines_of(self.log.read_bytes()) if line.state == RECORD]

    def told(self, today: str = "2027-02-01") -> dict[str, Any]:
        """Everything that both sides have to agree on, as it stands on this day."""
        self.today = today
        found = {
            " ".join(words): json.loads(self.type(*words, "--json"))["data"]
            for words in (("report",), ("report", "all"), ("milestones",), ("history",))
        }
        return found | {"log": self.log.read_bytes(), "roadmap": self.roadmap.read_bytes()}

    def status(self) -> list[str]:
        """What git has to say about files here, save those that stay on their machine."""
        lines = self.git("status", "--porcelain").splitlines()
        return [line for line in lines if not line.startswith(STAYING)]

    def theirs(self) -> list[Path]:
        """The roadmaps of other sides that lie here."""
        return sorted(self.home.glob("roadmap.theirs-*"))


def git(
    folder: Path, *words: str, environment: Mapping[str, str] | None = None, code: int = 0
) -> str:
    """Run git in a folder with an identity of its own."""
    known = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-C", str(folder), *known, *words],
        env={**kept, "GIT_CONFIG_NOSYSTEM": "1", **(environment or {})},
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip
    assert done.returncode == code, (words, done.stdout, done.stderr)
    return done.stdout


@dataclass
class World:
    """A bare remote and two machines; `a` has begun a journey and `b` has fetched it."""

    remote: Path
    a: Machine
    b: Machine

    @property
    def both(self) -> tuple[Machine, Machine]:
        """The two machines."""
        return self.a, self.b

    def settle(self, order: Iterable[Machine] | None = None) -> None:
        """Sync until nobody has anything new; then both tell the same, and git has no remark."""
        first, second = order or self.both
        for machine in (first, second, first):
            machine.sync()
        assert self.a.told() == self.b.told()
        for machine in self.both:
            assert machine.status() == []
            assert machine.ids() == list(dict.fromkeys(machine.ids()))
            assert "nothing new" in machine.sync()

    def head(self) -> str:
        """The commit that the remote ends with."""
        return git(self.remote, "rev-parse", "main").strip()


def bare(place: Path) -> Path:
    """A bare repository."""
    place.mkdir()
    git(place, "init", "--quiet", "--bare", "--initial-branch=main")
    return place


@pytest.fixture(scope="session")
def made_alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `alone` begins with, made once and to be copied: its folder `a`, and its user."""
    place = tmp_path_factory.mktemp("alone").resolve()
    (place / "user").mkdir()
    for words in (SETUP, ("log", "coffee with @lena:pm")):
        _typed(place, "a", *words)
    return place


@pytest.fixture(scope="session")
def made_world(tmp_path_factory: pytest.TempPathFactory, made_alone: Path) -> Path:
    """What `world` begins with, made once: folders `a` and `b`, each synced with the remote."""
    needs("git")
    place = _copy(made_alone, tmp_path_factory.mktemp("world").resolve())
    remote = bare(place / "remote.git")
    for name in ("a", "b"):
        _typed(place, name, "sync", "--remote", str(remote))
    return place


def _typed(place: Path, name: str, *words: str) -> None:
    environment = {
        "PMPATH_HOME": str(place / name), "PMPATH_TODAY": "2027-01-11", "COLUMNS": "80",
        "HOME": str(place / "user"), "XDG_CONFIG_HOME": str(place / "user"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }  # fmt: skip
    with redirect_stdout(StringIO()):
        assert enter(words, environment) == 0


def _copy(made: Path, place: Path) -> Path:
    """The folders in another place; repositories know the remote that lies beside them there."""
    shutil.copytree(made, place, symlinks=True, dirs_exist_ok=True)
    for config in place.glob("*/.git/config"):
        config.write_text(config.read_text().replace(str(made), str(place)))
        # Git takes a file with another inode for one that may have been changed.
        git(config.parents[1], "update-index", "-q", "--refresh")
    return place


@pytest.fixture
def alone(
    made_alone: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Machine:
    """A machine after `init` and one entry, before any sync, whose git knows nobody."""
    needs("git")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    _copy(made_alone, tmp_path)
    return Machine(tmp_path / "a", tmp_path / "user", capsys)


@pytest.fixture
def world(made_world: Path, alone: Machine, tmp_path: Path) -> World:
    """Two machines that say the same."""
    shutil.rmtree(alone.home)
    _copy(made_world, tmp_path)
    other = Machine(tmp_path / "b", alone.user, alone.captured)
    return World(tmp_path / "remote.git", alone, other)
