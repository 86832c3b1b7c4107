"""timedot, as hledger reads it: a line with its minutes for each entry, below its day."""

from __future__ import annotations

import re

from pmpath.domain.entry import ENGINEERING, Entry
from pmpath.formats.text import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

ROOT, NO_TRACK = "pmpath", "other"
# In a comment a date in brackets, and the tags date and date2, would move the entry to another day.
DATE_TAG = re.compile(r"\b(date2?):(?=\S)", re.IGNORECASE)
BRACKETS = str.maketrans("[]", "()")


def timedot(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries in the order of the log; a day stands again where entries of others came between.

    Minutes are written as such: hledger rounds a clocked session to hundredths of an hour.
    """
    day: date | None = None
    for entry in entries:
        if entry.day != day:
            yield f"{'' if day is None else chr(10)}{entry.day.isoformat()}\n"
            day = entry.day
        # With one blank the quantity would be a part of the account's name.
        yield f"{_account(entry)}  {entry.minutes}m  ; {_comment(entry)}\n"


def _account(entry: Entry) -> str:
    track = ENGINEERING if ENGINEERING in entry.tags else one_line(entry.track) or NO_TRACK
    return f"{ROOT}:{track.replace(';', ' ')}"


def _comment(entry: Entry) -> str:
    return DATE_TAG.sub(r"\1: ", one_line(entry.text).translate(BRACKETS))
