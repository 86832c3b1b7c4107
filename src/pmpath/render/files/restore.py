"""What `pmpath doctor --restore` shows: the backups, and what bringing one back would change."""

from __future__ import annotations

from datetime import date

from pmpath.domain.files.copies import KeyChange, ListedBackup, LogChange, RecordSummary
from pmpath.render.page.blocks import NARROW
from pmpath.render.page.text import clip, day_beside, hanging, offering, pluralize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

UNITS = {"log": "record", "roadmap": "key"}
SHOWN = 10
LONGEST_WORDS = 60
LONGEST_KEY = 60
LONGEST_VALUE = 40


def backups_text(found: list[ListedBackup], today: date, width: int) -> list[str]:
    """One backup a line: number, file, day and time, size."""
    if not found:
        return hanging("", "There are no backups yet; the first change of a file makes one.", width)
    lines, gap = [], "  " if width >= NARROW else " "
    for one in found:
        when = f"{day_beside(one.day, today)} {one.time}"
        facts = gap.join([f"{one.kind:<7}", when, _size_text(one)])
        lines += hanging(f"{one.number:>3}  ", facts, width)
    return [
        *lines,
        "",
        *offering("", "To bring one back:", "pmpath doctor --restore NUMBER", width),
    ]


def records_text(change: LogChange, width: int) -> list[str]:
    """Which records would be missing from the log, and which would come back."""
    if not change.lacking and not change.returning:
        return hanging("  ", "The records are the same; other lines differ.", width)
    return [
        *_records("Would be removed: ", change.lacking, width),
        *_records("Would come back: ", change.returning, width),
    ]


def keys_text(changes: Sequence[KeyChange] | None, width: int) -> list[str]:
    """Which keys would change, each with its value now and then."""
    if changes is None:
        return hanging(
            "  ", "The current roadmap is not valid TOML; all of it would be replaced.", width
        )
    if not changes:
        return hanging("  ", "Every key keeps its value; comments or order differ.", width)
    lines = hanging("Would change: ", pluralize(len(changes), "key"), width)
    for one in changes[:SHOWN]:
        told = f"{clip(one.key, LONGEST_KEY)}: {_value(one.now)} now, {_value(one.then)} then"
        lines += hanging("  ", told, width)
    return lines + _more(len(changes), width)


def _records(label: str, found: tuple[RecordSummary, ...], width: int) -> list[str]:
    lines = hanging(label, pluralize(len(found), "record"), width)
    for one in found[:SHOWN]:
        words = clip(f"{one.day} {one.kind} {one.words}", LONGEST_WORDS)
        lines += hanging("  ", words, width)
    return lines + _more(len(found), width)


def _more(count: int, width: int) -> list[str]:
    return hanging("  ", f"and {count - SHOWN} more", width) if count > SHOWN else []


def _value(text: str) -> str:
    return clip(text, LONGEST_VALUE) if text else "not set"


def _size_text(one: ListedBackup) -> str:
    size = "not TOML" if one.size is None else pluralize(one.size, UNITS[one.kind])
    return f"{size}, damaged" if one.is_damaged else size
