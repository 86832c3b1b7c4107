"""A journal as text for `jrnl --import`, which takes its own JSON for one entry of today."""

from __future__ import annotations

import re

from pmpath.domain.entry import Entry
from pmpath.formats.text import one_line, printable
from pmpath.formats.told import local_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A line that begins with a bracket may begin an entry of its own, even by `[tomorrow]`.
BEGINS_ENTRY = re.compile(r"^\[", re.MULTILINE)
IN_FRONT = "> ["
# A star at either end of a title makes the entry a favorite.
STARS = "* "


def jrnl_text(entries: Iterable[Entry]) -> Iterator[str]:
    """An entry each: its day and time, the first line as title, what else it holds below."""
    for entry in entries:
        words = printable(entry.text).strip()
        title, _, body = words.partition("\n")
        lines = [f"[{local_time(entry):%Y-%m-%d %H:%M}] {_title(title)}"]
        lines += filter(None, [BEGINS_ENTRY.sub(IN_FRONT, body).strip("\n"), _facts(entry)])
        yield "\n".join(lines) + "\n\n"


def _title(text: str) -> str:
    return one_line(text).strip(STARS) or "..."


def _facts(entry: Entry) -> str:
    """Minutes, track and people, then a line for each note."""
    people = f", with {', '.join(map(one_line, entry.people))}" if entry.people else ""
    track = f", {entry.track}" if entry.track else ""
    notes = [f"{key}: {one_line(text)}" for key, text in entry.notes.items()]
    return "\n".join([f"{entry.minutes} min{track}{people}", *notes])
