"""Sentences of other people, logged one after another (`other_voice.txt`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.log_only import SETUP
from tests.journeys.program import Program

FILE = Path(__file__).with_name("other_voice.txt")


@dataclass(frozen=True)
class Heard:
    """A sentence, what any careful human would count, and what was counted."""

    words: str
    meant: frozenset[str]
    counts: frozenset[str]

    @property
    def is_right(self) -> bool:
        """One of what it may be, and nothing else."""
        return self.counts <= self.meant and bool(self.counts) == bool(self.meant)


def live(home: Path, *, as_process: bool = False) -> list[Heard]:
    """Type each on a day of its own."""
    program = Program(home, as_process)
    program.type(*SETUP)
    lines = FILE.read_text(encoding="utf-8").splitlines()
    said = [one.rpartition(" =>") for one in lines if one and not one.startswith("#")]
    for words, _, _ in said:
        program.type("log", *words.split())
        program.next_day()
    log = (home / "log.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [one for one in map(json.loads, log) if one.get("kind") == "action"]
    fulfilled = program.journal().fulfilled
    return [
        Heard(words, frozenset(meant.split()), frozenset(fulfilled.get(one["id"], ())))
        for (words, _, meant), one in zip(said, entries, strict=True)
    ]
