"""Intervals that Timewarrior exported: `timew export`."""

from __future__ import annotations

from pmpath.formats.readers.foreign import Foreign, Skipped, spent
from pmpath.formats.readers.taskwarrior import instant_in, tag_of, texts_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

RUNNING = "its clock was still running; stop it, then import again"


def read_timewarrior(source: Source, wanted: Wanted) -> Found:
    """The closed intervals; the start is the identity.

    Where times are excluded, a clock that runs is exported as several intervals, of which only the
    last is open: those right before it that are alike are left until it is stopped.
    """
    alike: list[tuple[str, dict[str, Any]]] = []
    for line, item in source.json_items():
        place = f"line {line}"
        if not isinstance(item, dict):
            yield Skipped(place, "it is not an interval")
            continue
        if alike and _about(alike[0][1]) != _about(item):
            yield from _intervals(alike)
            alike = []
        alike.append((place, item))
    yield from _intervals(alike)


def _about(item: dict[str, Any]) -> tuple[tuple[str, ...], object]:
    return texts_in(item.get("tags")), item.get("annotation")


def _intervals(alike: list[tuple[str, dict[str, Any]]]) -> Iterator[Foreign | Skipped]:
    is_running = bool(alike) and "end" not in alike[-1][1]
    for place, item in alike:
        yield Skipped(place, RUNNING) if is_running else _interval(place, item)


def _interval(place: str, item: dict[str, Any]) -> Foreign | Skipped:
    start, end = instant_in(item.get("start")), instant_in(item.get("end"))
    if start is None or end is None:
        return Skipped(place, "its start or its end is not an instant")
    tags, annotation = texts_in(item.get("tags")), item.get("annotation")
    is_noted = isinstance(annotation, str) and bool(annotation.strip())
    text = str(annotation) if is_noted else ", ".join(tags)
    if not text:
        return Skipped(place, "it has no tag and no annotation")
    names = tuple(tag_of(one) for one in tags)
    # Tags that are the words themselves would only say them twice.
    kept = names if is_noted else ()
    return spent(Foreign(place, str(item["start"]), text, start, tags=kept, topics=names), end)
