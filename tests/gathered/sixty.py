"""The sixty sentences of sixty.toml typed into pmpath, each on its day, and what was labelled."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.journeys.program import Program

LABELS = tomllib.loads(Path(__file__).with_name("sixty.toml").read_text(encoding="utf-8"))
LINES = [tuple(one.split(" ", 1)) for one in LABELS["log"].strip().splitlines()]
SETUP = (
    "init", "--yes", "--target", "2028-01-10", "--role", "product manager", "--hours", "4",
    "--company", "Tallyhouse",
)  # fmt: skip


@dataclass
class Sixty:
    """The folder they were typed into, seen from the day of the labels."""

    program: Program

    def facts(self, *words: str) -> Any:
        """What a command says as JSON, without its envelope."""
        return json.loads(self.program.type(*words, "--json"))["data"]

    def screen(self, *words: str) -> str:
        """What it prints."""
        return self.program.type(*words)


def typed(home: Path) -> Sixty:
    """All sixty, typed into an empty folder."""
    program = Program(home, today=date.fromisoformat(LINES[0][0]))
    program.type(*SETUP)
    for day, words in LINES:
        program.today = date.fromisoformat(day)
        program.type("log", words)
    program.today = LABELS["today"]
    return Sixty(program)


def day(said: str | None) -> date | None:
    """A day of the JSON."""
    return date.fromisoformat(said) if said else None
