"""Entries as a reader of words would make them, out of one short line each.

`met Lena (PM); Tom (sales): coffee with both | minutes=30`: the event (none for none), people, the
words as typed, and what else was read.
"""

from __future__ import annotations

from typing import Any

from pmpath.domain.entry import Entry, Evidence
from pmpath.domain.metric import Metric
from tests import build


def entry_of(line: str, on: int = 30, **fields: Any) -> Entry:
    """The entry of a line, of that day of the plan."""
    head, _, rest = line.partition(": ")
    text, _, extras = rest.partition(" | ")
    event, _, people = head.partition(" ")
    made: dict[str, Any] = {
        "text": text,
        "event": "" if event == "none" else event,
        "people": tuple(one.strip() for one in people.split(";") if one.strip()),
    }
    numbers: dict[str, str] = {}
    for extra in extras.split(", ") if extras else ():
        key, _, value = extra.partition("=")
        if key in ("before", "after"):
            numbers[key] = value
        elif key == "audience":
            made["evidence"] = (Evidence("audience", "people", int(value)),)
        elif key == "link":
            made["evidence"] = (Evidence("link", value),)
        elif key == "contact":
            made["evidence"] = (Evidence("contact", value, 1),)
        elif key == "tag":
            made["tags"] = (value,)
        elif key == "note":
            made["notes"] = {value: "words"}
        else:
            made[key] = value
    if numbers:
        made["metrics"] = (Metric("number", numbers.get("before"), numbers.get("after")),)
    return build.entry(build.day(on), 30, **(made | fields))
