"""The sample journey, lived through once, and read back by the dumbest means at hand.

Nothing here folds the log with the product's own code: lines are read with plain json and days are
looped over one by one, so that the tests beside this file can compare two different ways.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pmpath.cli.app import run
from pmpath.cli.data.demo import replay

if TYPE_CHECKING:
    from collections.abc import Mapping

Fields = dict[str, Any]

JOURNEY = Path(__file__).resolve().parents[2] / "data" / "sample" / "journey.txt"
START, MONDAY, SUNDAY = date(2027, 1, 11), date(2027, 3, 29), date(2027, 4, 4)
DAY = timedelta(1)


class Terminal(StringIO):
    """Text that a person reads, in letters of any kind."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        """A terminal, so that the program colors what it prints."""
        return True


@dataclass(frozen=True)
class Sample:
    """The folder it was typed into, its last instant, and the exit code of each command."""

    home: Path
    last: str
    codes: tuple[int, ...]
    lines_after_init: int

    def say(self, *words: str, columns: int = 80) -> str:
        """What a reading command prints on the last evening."""
        environment = {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": self.last}
        with printing(columns) as said:
            assert run(list(words), environment) == 0
        return said.getvalue()

    def show(self, *words: str) -> str:
        """What it prints on a terminal of 80 columns that has colors."""
        environment = {"PMPATH_HOME": str(self.home), "PMPATH_TODAY": self.last}
        with printing(80, Terminal()) as said, pytest.MonkeyPatch.context() as patch:
            patch.setenv("TERM", "xterm-256color")
            for name in ("NO_COLOR", "FORCE_COLOR"):
                patch.delenv(name, raising=False)
            assert run(list(words), environment) == 0
        return said.getvalue()

    def facts(self, *words: str) -> Fields:
        """The data of a reading command's JSON."""
        found: Fields = json.loads(self.say(*words, "--json"))["data"]
        return found

    def lines(self) -> list[Fields]:
        """Every line of the log, as it stands there."""
        text = (self.home / "log.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def of_kind(self, kind: str) -> list[Fields]:
        """The lines of one kind."""
        return [line for line in self.lines() if line["kind"] == kind]

    def entries(self, first: date = START, last: date = SUNDAY) -> list[Fields]:
        """What was done from one day to another: amended in place, without what was taken back."""
        kept: dict[str, Fields] = {}
        for line in self.lines():
            if line["kind"] == "action":
                kept[line["id"]] = line
            elif line["kind"] == "amend":
                kept[line["of"]].update(line["set"])
            elif line["kind"] == "retract":
                del kept[line["of"]]
        days = (first.isoformat(), last.isoformat())
        return [one for one in kept.values() if days[0] <= one["day"] <= days[1]]

    def rests(self) -> set[date]:
        """Every single day that was declared as rest."""
        days = set()
        for line in self.of_kind("rest"):
            day, last = date.fromisoformat(line["day"]), date.fromisoformat(line["until"])
            while day <= last:
                days.add(day)
                day += DAY
        return days


@contextmanager
def printing(columns: int = 80, on: StringIO | None = None) -> Iterator[StringIO]:
    """What is printed meanwhile, on a screen of this width."""
    said = on if on is not None else StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        patch.setenv("COLUMNS", str(columns))
        yield said


def live(home: Path) -> Sample:
    """Type the whole journey into a folder that is not there yet."""
    codes: list[int] = []
    sizes: list[int] = []

    def call(words: list[str], environment: Mapping[str, str]) -> int:
        codes.append(run(words, environment))
        sizes.append(len((home / "log.jsonl").read_bytes().splitlines()))
        return codes[-1]

    last = replay(call, {"PMPATH_HOME": str(home)})
    return Sample(home, last, tuple(codes), sizes[0])


def typed() -> list[tuple[datetime, str]]:
    """The lines of the sample, read without the product."""
    found = []
    for line in JOURNEY.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            instant, _, words = line.partition(" ")
            found.append((datetime.fromisoformat(instant), words))
    return found


def is_engineering(entry: Fields) -> bool:
    """Whether the entry is kept apart from the path."""
    return "engineering" in entry.get("tags", [])


def path_minutes(entries: list[Fields]) -> int:
    """The minutes of all entries on the path."""
    total = 0
    for entry in entries:
        if not is_engineering(entry):
            total += entry["minutes"]
    return total


def name(person: str) -> str:
    """The name without the function."""
    return person.split(" (")[0]


def flat(screen: str) -> str:
    """A screen without its line breaks and indents, so that a wrapped sentence can be found."""
    return " ".join(screen.split())
