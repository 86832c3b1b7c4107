"""Which format a file has, by its first kilobytes and by its name."""

from __future__ import annotations

import json

from pmpath.formats.readers.columns import DELIMITERS, FIELDS, NAMES
from pmpath.formats.readers.hledger import day_in
from pmpath.formats.readers.jrnl import head_of
from pmpath.formats.readers.linkedin import is_header
from pmpath.formats.readers.todotxt import DONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# So much of a file is looked at.
HEAD = 1 << 16
ENDINGS = {
    ".csv": "csv", ".tsv": "csv", ".ics": "ics", ".ical": "ics", ".timeclock": "timeclock",
    ".timedot": "timedot", ".dot": "timedot", ".jsonl": "json", ".ndjson": "json",
}  # fmt: skip
TODO_NAMES = ("todo.txt", "done.txt")


def format_of(head: bytes, name: str) -> str:
    """The name of the format, by what stands in the file, else by its name; empty for none."""
    text = head.decode("utf-8-sig", errors="replace")
    lines = [line for line in text.splitlines() if line.strip()]
    found = _by_content(text.lstrip(), lines)
    if found:
        return found
    base = name.replace("\\", "/").rpartition("/")[2].lower()
    if base.endswith(TODO_NAMES):
        return "todotxt"
    return next((form for ending, form in ENDINGS.items() if base.endswith(ending)), "")


def _by_content(text: str, lines: list[str]) -> str:
    if text[:1] in ("{", "["):
        found = _json_format(text)
        if found:
            return found
    return next((form for form, is_it in CHECKS.items() if any(map(is_it, lines[:200]))), "")


def _json_format(text: str) -> str:
    """By the keys of the first object, or by the shape of the first item."""
    if text.startswith("{") and '"entries"' in text and '"tags"' in text:
        return "jrnl"
    item = _first(text[1:].lstrip() if text.startswith("[") else text)
    if isinstance(item, list):
        return "watson"
    if not isinstance(item, dict):
        return ""
    return next((form for form, keys in KEYS if all(key in item for key in keys)), "")


def _first(text: str) -> object:
    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


# By which keys an object of a format is known, the surest first.
KEYS = (
    ("json", ("id", "kind", "day", "written")),
    ("taskwarrior", ("uuid", "description", "status")),
    ("watson", ("project", "start", "stop", "id")),
    ("timewarrior", ("id", "start")),
    ("jrnl", ("title", "body", "date", "time")),
)


def _is_clock(line: str) -> bool:
    return (
        line[:2] in ("i ", "o ") and day_in(line.split()[1] if line[2:].strip() else "") is not None
    )


def _is_done_task(line: str) -> bool:
    words = line.split()
    return line.startswith(DONE) and len(words) > 1 and day_in(words[1]) is not None


def _is_day(line: str) -> bool:
    """A day alone on its line, or behind the stars of an outline."""
    words = line.lstrip("*").split()
    return (
        bool(words)
        and day_in(words[0]) is not None
        and not line.startswith(" ")
        and (len(words) == 1 or line.startswith("*"))
    )


def _is_table(line: str) -> bool:
    delimiter = max(DELIMITERS, key=line.count)
    cells = [cell.strip().strip('"').casefold() for cell in line.split(delimiter)]
    known = [field for field in FIELDS if any(name in cells for name in NAMES[field])]
    return "day" in known and "text" in known


CHECKS: dict[str, Callable[[str], bool]] = {
    "ics": lambda line: line.strip().upper() == "BEGIN:VCALENDAR",
    "linkedin": is_header,
    "timeclock": _is_clock,
    "todotxt": _is_done_task,
    "jrnl-text": lambda line: head_of(line) is not None,
    "timedot": _is_day,
    "csv": _is_table,
}
