"""The numbered list of steps that stood on the screen last, so that a number names its line.

It belongs to this machine and to one day. Missing or damaged it costs no more than a look at the
list.
"""

from __future__ import annotations

import json
import os
from datetime import date

from pmpath.domain.record import Frozen
from pmpath.storage.disk.paths import PRIVATE, Folder

LONGEST_LIST = 100_000
TEXTS = ("key", "half", "person", "sentence")


class ShownLine(Frozen):
    """One line of the list: which step it is, how it read, and the minutes it named."""

    key: str
    half: str
    person: str
    sentence: str
    minutes: int


def keep_shown(folder: Folder, day: date, lines: tuple[ShownLine, ...]) -> None:
    """Keep what was shown on this day in place of what was shown before; no fault of it is told."""
    fields = [
        {"minutes": one.minutes, **{name: getattr(one, name) for name in TEXTS}} for one in lines
    ]
    content = json.dumps({"day": day.isoformat(), "lines": fields}, ensure_ascii=False)
    temporary = folder.choices + ".tmp"
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
        with open(descriptor, "wb") as file:
            file.write(content.encode())
        os.replace(temporary, folder.choices)
    except (OSError, UnicodeError):
        return


def shown_on(folder: Folder, day: date) -> tuple[ShownLine, ...]:
    """The lines that were shown last, if that was on this day; else none."""
    try:
        with open(folder.choices, "rb") as file:
            found = json.loads(file.read(LONGEST_LIST))
        if found["day"] != day.isoformat():
            return ()
        return tuple(map(_line_from, found["lines"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ()


def _line_from(fields: dict[str, object]) -> ShownLine:
    key, half, person, sentence = (str(fields[name]) for name in TEXTS)
    return ShownLine(key, half, person, sentence, int(str(fields["minutes"])))
