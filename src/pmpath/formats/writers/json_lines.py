"""JSON lines: every record that counts, with the same keys of the same types on every line."""

from __future__ import annotations

import json

from pmpath.domain.entry import Entry
from pmpath.formats.values import OtherRecord

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

ACTION = "action"
# What stands on the line of a record that is not an entry, but for its head.
EMPTY = Entry("", "", None, "", 0)  # type: ignore[arg-type]


def json_lines(records: Iterable[Entry | OtherRecord]) -> Iterator[str]:
    """One object a line. No value is null and no number a fraction: readers guess types by them."""
    for one in records:
        fields = _entry(one) if isinstance(one, Entry) else _other(one)
        yield json.dumps(fields, ensure_ascii=True, allow_nan=False) + "\n"


def _entry(entry: Entry) -> dict[str, Any]:
    return {"id": entry.id, "kind": ACTION, "day": entry.day.isoformat(), **_body(entry)}


def _other(one: OtherRecord) -> dict[str, Any]:
    """The same keys, and the fields of the kind as JSON in a text."""
    own = json.dumps(one.fields, ensure_ascii=True, allow_nan=False)
    head = {"id": one.id, "kind": one.kind, "day": one.day.isoformat()}
    return {**head, **_body(EMPTY), "written": one.at, "record": own}


def _body(entry: Entry) -> dict[str, Any]:
    move = entry.next
    return {
        "minutes": entry.minutes,
        "text": entry.text,
        "track": entry.track,
        "people": list(entry.people),
        "event": entry.event,
        "opening": entry.opening,
        "stage": entry.stage,
        "book": entry.book,
        "tags": list(entry.tags),
        "notes": [{"key": key, "text": text} for key, text in entry.notes.items()],
        "numbers": [
            {"name": one.name, "before": _number(one.before), "after": _number(one.after),
             "unit": one.unit, "period": one.period}
            for one in entry.metrics
        ],
        "evidence": [
            {"kind": one.kind, "value": one.value, "count": _number(one.count)}
            for one in entry.evidence
        ],
        "next_who": move.who if move else "",
        "next_person": move.person if move else "",
        "next_what": move.what if move else "",
        "next_day": move.day.isoformat() if move else "",
        "action": entry.action,
        "half": entry.half,
        "milestone": entry.milestone,
        "energy": entry.energy or 0,
        "settles": entry.settles,
        "assumed": entry.assumed,
        "minutes_from": entry.minutes_from,
        "guessed": list(entry.guessed),
        "did": list(entry.did),
        "not_did": list(entry.not_did),
        "step": entry.step,
        "planned": entry.planned or 0,
        "written": entry.at,
        "clock": entry.clock,
        "origin": entry.origin,
        "record": "",
    }  # fmt: skip


def _number(value: int | str | None) -> str:
    """A number as text: whole ones and decimals stand in one column."""
    return "" if value is None else str(value)
