"""Sentences that share a word with a step and do not fulfil it, typed with `log` day by day."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.log_only import SETUP
from tests.journeys.program import Program
from tests.meaning.shared_words import SHARED

FILE = Path(__file__).with_name("near_misses.txt")
KNOWN = (
    "coffee with Lena, our PM, 30 min", "lunch with Ana from sales, 30 min",
    "told my manager Tom about the holidays", "met the CMO, Vera, in the lift",
)  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """A sentence and what it counts for, wrongly."""

    words: str
    actions: tuple[str, ...]


def near_misses() -> tuple[str, ...]:
    """Those of the file, then those of the tests on meaning, each once."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    new = [one for one in lines if one and not one.startswith("#")]
    old = [_words(line) for several in SHARED.values() for line in several]
    return tuple(dict.fromkeys(new + old))


def _words(line: str) -> str:
    return line.partition(": ")[2].partition(" | ")[0]


def live(home: Path, *, as_process: bool = False) -> list[Counted]:
    """Type each on a day of its own; returns those that count for anything."""
    program = Program(home, as_process)
    program.type(*SETUP)
    typed = (*KNOWN, *near_misses())
    for words in typed:
        program.type("log", *words.split())
        program.next_day()
    lines = (home / "log.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [one for one in map(json.loads, lines) if one.get("kind") == "action"]
    fulfilled = program.journal().fulfilled
    found = zip(typed, entries, strict=True)
    return [
        Counted(words, fulfilled[one["id"]])
        for words, one in list(found)[len(KNOWN) :]
        if one["id"] in fulfilled
    ]
