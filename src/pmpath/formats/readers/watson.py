"""Frames of Watson: its file `frames`, or what `watson log --json` prints."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pmpath.formats.readers.foreign import Foreign, Skipped, spent
from pmpath.formats.readers.taskwarrior import tag_of, texts_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
CURRENT = "current"
# start, stop, project, id, tags; the instant of the last change is behind them.
FRAME = 5


def read_watson(source: Source, wanted: Wanted) -> Found:
    """The frames in the order of the file; `id` is the identity."""
    for line, item in source.json_items():
        place = f"line {line}"
        match item:
            case [start, stop, str(project), str(key), tags, *_]:
                yield _frame(place, (start, stop), project, key, tags)
            case {"start": start, "stop": stop, "project": str(project), "id": str(key), **rest}:
                yield _frame(place, (start, stop), project, key, rest.get("tags"))
            case _:
                yield Skipped(place, "it is not a frame")


def _frame(
    place: str, times: tuple[Any, Any], project: str, key: str, tags: object
) -> Foreign | Skipped:
    if key == CURRENT:
        return Skipped(place, "its clock is still running")
    start, stop = (_instant(one) for one in times)
    if start is None or stop is None:
        return Skipped(place, "its start or its stop is not an instant")
    kept = tuple(tag_of(one) for one in texts_in(tags))
    return spent(Foreign(place, key, project, start, tags=kept, topics=(tag_of(project),)), stop)


def _instant(value: object) -> datetime | None:
    """Seconds since 1970, or a text with an offset: the instant alone counts, not its offset."""
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return EPOCH + timedelta(seconds=value)
        found = datetime.fromisoformat(str(value))
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo is not None else None
