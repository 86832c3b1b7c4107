"""What pmpath itself exported: `pmpath export json`, a record a line, each with its id."""

from __future__ import annotations

import json
from datetime import date

from pmpath.domain.entry import Entry, Evidence, Next
from pmpath.domain.metric import Metric
from pmpath.formats.readers.foreign import Own, Skipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

    Line = dict[str, Any]

ACTION = "action"
TEXTS = (
    "text", "track", "event", "opening", "stage", "book", "action", "half", "milestone", "settles",
    "minutes_from", "step", "clock",
)  # fmt: skip
LISTS = ("people", "tags", "guessed", "did", "not_did")


def read_own_lines(source: Source, wanted: Wanted) -> Found:
    """The records as they were; the id is the identity."""
    for number, line in source.lines():
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            yield _record(place, json.loads(line))
        except json.JSONDecodeError:
            raise source.fault(
                number, "The line is not one JSON object.", "Export it again: pmpath export json"
            ) from None
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
            yield Skipped(place, "it is not a record as pmpath exports it")


def _record(place: str, line: Line) -> Own:
    key, kind, day = str(line["id"]), str(line["kind"]), date.fromisoformat(line["day"])
    at = str(line["written"])
    if kind == ACTION:
        return Own(place, key, kind, day, at, _entry(line, key, at, day))
    return Own(place, key, kind, day, at, None, json.loads(line["record"]))


def _entry(line: Line, key: str, at: str, day: date) -> Entry:
    texts: Line = {name: str(line[name]) for name in TEXTS}
    lists: Line = {name: tuple(map(str, line[name])) for name in LISTS}
    return Entry(
        id=key,
        at=at,
        day=day,
        minutes=line["minutes"],
        assumed=line["assumed"] is True,
        notes={one["key"]: one["text"] for one in line["notes"]},
        metrics=tuple(_metric(one) for one in line["numbers"]),
        evidence=tuple(
            Evidence(one["kind"], one["value"], int(one["count"]) if one["count"] else None)
            for one in line["evidence"]
        ),
        energy=line["energy"] or None,
        next=_next(line),
        planned=line["planned"] or None,
        origin=str(line.get("origin", "")),
        **texts,
        **lists,
    )


def _metric(one: Line) -> Metric:
    return Metric(
        one["name"], _number(one["before"]), _number(one["after"]), one["unit"], one["period"]
    )


def _number(text: str) -> int | str | None:
    """A whole number, a decimal as text, or nothing."""
    if not text:
        return None
    return int(text) if text.lstrip("-").isdecimal() else text


def _next(line: Line) -> Next | None:
    if not line["next_who"]:
        return None
    day = date.fromisoformat(line["next_day"])
    return Next(line["next_who"], line["next_person"], line["next_what"], day)
