"""Entries of jrnl: what `jrnl --export json` prints, or a journal as text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from pmpath.formats.readers.foreign import Foreign, Keys, Skipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

MIDNIGHT = time()
STAR = " *"
HALF_A_DAY = 12


def read_jrnl_json(source: Source, wanted: Wanted) -> Found:
    """The entries; title, body, day and minute together are the identity, as in a text."""
    keys = Keys()
    for line, item in source.json_items("entries"):
        place = f"line {line}"
        if not isinstance(item, dict):
            yield Skipped(place, "it is not an entry")
            continue
        title, body = (item.get(one) for one in ("title", "body"))
        when = _when(f"{item.get('date')} {item.get('time')}")
        if not isinstance(title, str) or not isinstance(body or "", str) or when is None:
            yield Skipped(place, "it has no title, no day or no time")
            continue
        yield _entry(place, when, f"{title}\n{body or ''}", keys, item.get("starred") is True)


def read_jrnl_text(source: Source, wanted: Wanted) -> Found:
    """The same of a text: an entry begins with its day and time in brackets."""
    keys = Keys()
    begun: tuple[str, datetime, list[str]] | None = None
    for number, line in source.lines():
        started = head_of(line)
        if started is not None:
            if begun is not None:
                yield _told(begun, keys)
            when, title = started
            begun = f"line {number}", when, [title]
        elif begun is not None:
            begun[2].append(line)
        elif line.strip():
            yield Skipped(f"line {number}", "it comes before the first entry")
    if begun is not None:
        yield _told(begun, keys)


def head_of(line: str) -> tuple[datetime, str] | None:
    """The time in brackets that begins an entry, and the title behind it."""
    if not line.startswith("["):
        return None
    inside, bracket, title = line[1:].partition("]")
    when = _when(inside) if bracket else None
    return None if when is None else (when, title.strip())


def _told(begun: tuple[str, datetime, list[str]], keys: Keys) -> Foreign:
    place, when, (title, *body) = begun
    is_starred = title.endswith(STAR)
    text = "\n".join([title.removesuffix(STAR), *body])
    return _entry(place, when, text, keys, is_starred)


def _entry(place: str, when: datetime, text: str, keys: Keys, is_starred: Any) -> Foreign:
    # Where a title ends and a body begins is told differently by both forms.
    words = " ".join(text.split())
    key = keys.of(when.isoformat(timespec="minutes"), words, is_starred)
    # An entry of a whole day: no time stands there, or jrnl is set up to write midnight.
    moment: date | datetime = when if when.time() != MIDNIGHT else when.date()
    return Foreign(place, key, text.strip(), moment, tells_day=True)


def _when(text: str) -> datetime | None:
    """`2026-11-20 09:00`, `2026-11-20 09:00:00 AM`, `2026-11-20`: to the minute."""
    moment, _, half = text.strip().partition(" AM")[0].partition(" PM")
    if text.strip().endswith(" PM"):
        half = "PM"
    elif text.strip().endswith(" AM"):
        half = "AM"
    try:
        found = datetime.fromisoformat(moment).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None
    if half == "PM" and found.hour < HALF_A_DAY:
        return found + timedelta(hours=HALF_A_DAY)
    return (
        found - timedelta(hours=HALF_A_DAY) if half == "AM" and found.hour == HALF_A_DAY else found
    )
