"""The real tables under data/, read the way the product reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pmpath.storage.content import content

Tables = dict[str, Any]
Block = dict[str, Any]

DATA = Path(__file__).resolve().parents[2] / "data"
# Other parts keep their files in data/ too; these are the content.
FILES = (
    *("tracks", "milestones", "phases", "areas", "findings", "advice"),
    *("early", "cautions", "notes", "reminders", "books", "talks", "questions", "pairs", "numbers"),
    "groups", "interview", "verbs", "understood",
)  # fmt: skip


def words() -> dict[str, list[str]]:
    """words.txt by line: a track or engineering, then its words."""
    text = (DATA / "words.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {name: listed.split() for name, _, listed in (line.partition(":") for line in lines)}


def read_tables() -> Tables:
    """Every table by file name, parsed once in a process; who asks gets tables of its own."""
    files = [*sorted(DATA.glob("actions/*.toml")), *(DATA / f"{name}.toml" for name in FILES)]
    parsed: Tables = {
        file.relative_to(DATA).as_posix(): content().table(*file.relative_to(DATA).parts)
        for file in files
    }
    return parsed | {"words.txt": words()}


def block(tables: Tables, file: str, one: str) -> Block:
    """The block of a file with this id."""
    blocks: list[Block] = [found for listed in tables[file].values() for found in listed]
    return next(found for found in blocks if found["id"] == one)
