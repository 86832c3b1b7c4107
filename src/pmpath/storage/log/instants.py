"""When a record says it was written: after every record that its writer knew, on any clock.

A clock may be set back, and two machines may lie days apart. What was done later has to count as
later all the same, so a record never takes an instant at or before one that stands in the log.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from pmpath.storage.log.decode import LATEST_YEAR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TICK = timedelta(milliseconds=1)
# From this on an instant tells of the log more than of the clock, which then stands beside it.
WORTH_SAYING = timedelta(seconds=1)
# How much of the log an entry looks at: its last lines, and more only where one is longer.
TAIL, LONGEST_TAIL = 1_000, 1 << 16
# How much is read at once where the whole log is looked at.
BLOCK = 1 << 20
# Beyond it an instant could not be read back; so far ahead only the id tells two records apart.
LAST = datetime(LATEST_YEAR, 12, 30, tzinfo=UTC)
# Within a text the quotes would be escaped, so this is a key of a record wherever it stands.
KEY_OF_INSTANT = b'"at"'
# Letters of a text that may be an instant.
SHORTEST_TEXT, LONGEST_TEXT = 10, 40
# An instant is found whole in one of two neighboring blocks that share so many bytes.
LONGEST_AT = 60


def instant_of(at: str) -> datetime | None:
    """The instant that a text means; None for one without an offset, or for no instant at all."""
    try:
        found = datetime.fromisoformat(at)
        return found if found.tzinfo is not None and found <= LAST else None
    except ValueError:
        return None


def after(latest: datetime | None, now: datetime) -> datetime:
    """Now, in whole milliseconds, or just after `latest` where that is not before now."""
    instant = _in_milliseconds(now)
    if latest is None or latest < instant:
        return instant
    return _in_milliseconds(min(latest + TICK, LAST).astimezone(now.tzinfo))


def latest_of(descriptor: int, size: int) -> datetime | None:
    """The greatest instant in a log of so many bytes; None where there is none.

    Raises OSError. The descriptor's place in the file is moved.
    """
    found: datetime | None = None
    end, shared = size, b""
    # From the end, where it nearly always is. Of other blocks only the greatest text is looked at:
    # one that begins with a day two days before is no later instant in any zone.
    while end > 0:
        start = max(end - BLOCK, 0)
        block = _read(descriptor, end, start) + shared
        texts = _texts(block)
        if texts and (found is None or max(texts) >= day_before(found)):
            found = max(filter(None, (found, greatest(map(_text, texts)))), default=None)
        end, shared = start, block[:LONGEST_AT]
    return found


def latest_at_end(descriptor: int, size: int) -> datetime | None:
    """The greatest instant in the last lines of a log; `latest_of` for the price of one look.

    Each record lies after those above it, and where logs are joined the greatest is put at the end.
    """
    length = TAIL
    content = _read(descriptor, size, max(size - length, 0))
    while b"\n" not in content[:-1] and len(content) < size and length < LONGEST_TAIL:
        length *= 8
        content = _read(descriptor, size, max(size - length, 0))
    return greatest(instants_in(content))


def instants_in(content: bytes) -> Iterator[str]:
    """The text under every `at` in a log."""
    return map(_text, _texts(content))


def greatest(texts: Iterable[str]) -> datetime | None:
    """The greatest of the instants that these texts mean; None where none means one."""
    return max(filter(None, map(instant_of, texts)), default=None)


def day_before(instant: datetime) -> bytes:
    """A day that lies before the instant in every zone, as texts of instants begin."""
    return (instant - timedelta(2)).date().isoformat().encode() if instant.year > 1 else b""


def _read(descriptor: int, end: int, start: int) -> bytes:
    os.lseek(descriptor, start, os.SEEK_SET)
    return os.read(descriptor, end - start)


def _texts(content: bytes) -> list[bytes]:
    """What stands under every `at`; without `re`, which takes longer to load than to log a line."""
    texts = []
    for rest in content.split(KEY_OF_INSTANT)[1:]:
        blank, colon, value = rest[:LONGEST_AT].partition(b":")
        start, quote, value = value.partition(b'"')
        text, end, _ = value.partition(b'"')
        if (
            colon and quote and end and blank in (b"", b" ") and start in (b"", b" ")
            and SHORTEST_TEXT <= len(text) <= LONGEST_TEXT and b"\\" not in text
        ):  # fmt: skip
            texts.append(text)
    return texts


def _text(found: bytes) -> str:
    return found.decode("ascii", "replace")


def _in_milliseconds(instant: datetime) -> datetime:
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)
