"""Tasks of a todo.txt: `x DONE CREATED words +project @context key:value`."""

from __future__ import annotations

from datetime import date

from pmpath.domain.when.calendar import MINUTES_A_DAY
from pmpath.formats.readers.foreign import Foreign, Keys, Skipped
from pmpath.formats.readers.taskwarrior import tag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

DONE = "x "
OURS, MINUTES = "pmpath:", "minutes:"
# What the tools around todo.txt write for themselves.
FIELDS = ("due", "h", "id", "minutes", "p", "pmpath", "pri", "rec", "t")


def read_todotxt(source: Source, wanted: Wanted) -> Found:
    """The tasks that are done, each on the day it was done; the whole line is the identity."""
    keys = Keys()
    for number, line in source.lines():
        place = f"line {number}"
        if not line.strip():
            continue
        if not line.startswith(DONE):
            yield Skipped(place, "it is still to be done")
            continue
        words = line[len(DONE) :].split()
        day = _day(words[0]) if words else None
        if day is None:
            yield Skipped(place, "it has no day of completion after the x")
            continue
        rest = words[2:] if len(words) > 1 and _day(words[1]) else words[1:]
        yield _task(place, day, rest, keys)


def _task(place: str, day: date, words: list[str], keys: Keys) -> Foreign:
    ours, spent = (
        next((word.removeprefix(key) for word in words if word.startswith(key)), "")
        for key in (OURS, MINUTES)
    )
    is_number = spent.isdecimal() and len(spent) <= len(str(MINUTES_A_DAY))
    minutes = min(int(spent), MINUTES_A_DAY) if is_number else None
    # A context is a place or a tool, and no person as it would be in our language.
    marked = [word for word in words if word[:1] in ("+", "@") and len(word) > 1]
    text = " ".join(word for word in words if word not in marked and not _is_field(word))
    tags = tuple(tag_of(word[1:]) for word in marked)
    key = keys.of(day.isoformat(), " ".join(words))
    return Foreign(place, key, text, day, minutes, tags=tags, ours=ours)


def _is_field(word: str) -> bool:
    """`due:2027-03-01`, `pri:A`; any other word with a colon may be one of the person's own."""
    key, colon, value = word.partition(":")
    return bool(colon and value) and key.lower() in FIELDS


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2027-03-01") else None
    except ValueError:
        return None
