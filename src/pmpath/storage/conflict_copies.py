"""Copies that a sync client leaves beside a file when two machines changed it at once."""

from __future__ import annotations

import difflib
import fnmatch
import re

from pmpath.domain.copies import Clash, Difference, Missing
from pmpath.storage.log_lines import BAD, CLASH, RECORD, lines_of

PATTERNS = (
    "*sync-conflict*", "*conflicted copy*", "*_conflict-*", "*conflict*copy*", "roadmap.theirs-*",
)  # fmt: skip
# What Google Drive, iCloud and file managers make: `log (1).jsonl`, `roadmap 2.toml`, `log copy`.
NUMBERED = re.compile(r"(log|roadmap)( \(\d+\)| \d+| - copy.*| copy.*)\.(jsonl|toml)")
TEMPORARY = ".tmp"
# Roadmaps have hundreds of lines; comparing takes time by the product of both.
MOST_PAIRS = 4_000_000

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def is_conflict_copy(name: str) -> bool:
    """Whether a file's name is one that sync clients give to the loser of a conflict."""
    lower = name.lower()
    if lower.endswith(TEMPORARY) or lower.startswith("log.quarantine-"):
        return False
    known = any(fnmatch.fnmatchcase(lower, pattern) for pattern in PATTERNS)
    return known or NUMBERED.fullmatch(lower) is not None


def missing_from(log: bytes, copy: bytes) -> Missing:
    """What the copy holds beyond the log; each id once, in the order of the copy."""
    known = {line.id: line for line in lines_of(log) if line.state == RECORD}
    lines: list[bytes] = []
    clashes: list[Clash] = []
    unreadable = 0
    for line in lines_of(copy):
        unreadable += line.state == BAD
        if line.state not in (RECORD, CLASH):
            continue
        mine = known.get(line.id)
        if mine is None and line.state == RECORD:
            lines.append(line.content)
        elif mine is not None and mine.content != line.content:
            clashes.append(Clash(line.id, mine.number, line.number))
    return Missing(tuple(lines), tuple(clashes), unreadable)


def differences(mine: str, other: str) -> list[Difference]:
    """Where two texts differ, in their order; line ends and blanks at the end do not count."""
    first = [line.rstrip() for line in mine.split("\n")]
    second = [line.rstrip() for line in other.split("\n")]
    return [
        Difference(
            start + (start < end),
            tuple(first[start:end]),
            other_start + (other_start < other_end),
            tuple(second[other_start:other_end]),
        )
        for start, end, other_start, other_end in _stretches(first, second)
    ]


def _stretches(first: list[str], second: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Half-open stretches of both that differ; one for all where a comparison would not end."""
    head = 0
    while head < min(len(first), len(second)) and first[head] == second[head]:
        head += 1
    if len(first) * len(second) > MOST_PAIRS:
        yield from [(head, len(first), head, len(second))] if first != second else []
        return
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield start, end, other_start, other_end
