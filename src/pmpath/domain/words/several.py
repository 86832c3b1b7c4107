"""Several lines in one text: an entry each, or one entry."""

from __future__ import annotations

from datetime import date

from pmpath.domain.errors import UsageError
from pmpath.domain.tokens import tokens
from pmpath.domain.words.times import Times


def separate_lines(text: str, today: date, note_keys: frozenset[str]) -> tuple[str, ...]:
    """The lines, when each has a day or a duration of its own; else the whole text as one."""
    lines = tuple(line for line in text.splitlines() if line.strip())
    if len(lines) > 1 and all(_stands_alone(line, today, note_keys) for line in lines):
        return lines
    return (text,)


def _stands_alone(line: str, today: date, note_keys: frozenset[str]) -> bool:
    try:
        times = Times(tokens(line), today, note_keys)
    except UsageError:
        return False
    return times.day is not None or times.minutes is not None
