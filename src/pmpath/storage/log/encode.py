"""Log records as the fields of their JSON lines; `decode` reads them back."""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry, Next, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Concatenate, ParamSpec

    from pmpath.domain.kinds import FlatRecord

    Values = ParamSpec("Values")

    Fields = dict[str, Any]
    # What is about to be appended: a kind, a day and fields; id and instant come with the line.
    NewRecord = tuple[str, date, Fields]

# Which key of an evidence item holds its value.
EVIDENCE_VALUE = {
    "link": "url", "audience": "name", "document": "name", "person": "name", "contact": "name",
}  # fmt: skip
# The key of what an imported entry was elsewhere.
ORIGIN = "origin"
WEEKDAY_KEYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def to_fields(entry: Entry) -> Fields:
    """The fields of an entry, in the order a person would read them; empty ones are left out."""
    optional: Fields = {
        "track": entry.track,
        "assumed": entry.assumed,
        "people": list(entry.people),
        "tags": list(entry.tags),
        "notes": dict(entry.notes),
        "evidence": evidence_fields(entry),
        "action": entry.action,
        "half": entry.half,
        "milestone": entry.milestone,
        "opening": entry.opening,
        "energy": entry.energy,
        "next": next_fields(entry.next),
        "settles": entry.settles,
        "event": entry.event,
        "stage": entry.stage,
        "book": entry.book,
        "guessed": list(entry.guessed),
        "minutes_from": entry.minutes_from,
        "did": list(entry.did),
        "not_did": list(entry.not_did),
        "step": entry.step,
        "planned": entry.planned,
        ORIGIN: entry.origin,
    }
    filled = {key: value for key, value in optional.items() if value}
    return {"text": entry.text, "minutes": entry.minutes, **filled}


def next_fields(move: Next | None) -> Fields | None:
    """The `next` object of an entry."""
    if move is None:
        return None
    return {"who": move.who, "person": move.person, "what": move.what, "day": move.day.isoformat()}


def evidence_fields(entry: Entry) -> list[Fields]:
    """The `evidence` list of an entry: metrics first, then the rest."""
    metrics = [
        {"kind": "metric", "name": metric.name, "unit": metric.unit, "before": metric.before,
         "after": metric.after, "period": metric.period}
        for metric in entry.metrics
    ]  # fmt: skip
    others = []
    for item in entry.evidence:
        fields: Fields = {"kind": item.kind, EVIDENCE_VALUE.get(item.kind, "value"): item.value}
        others.append(fields if item.count is None else {**fields, "count": item.count})
    return metrics + others


def amended_fields(before: Entry, after: Entry) -> Fields:
    """What an amendment sets to make one entry the other; None takes a field away."""
    old = _amendable(before)
    return {key: value for key, value in _amendable(after).items() if value != old.get(key)}


def _amendable(entry: Entry) -> Fields:
    """What an amendment may set; empty values too, for one that takes away is told by them."""
    return {
        "text": entry.text, "day": entry.day.isoformat(), "minutes": entry.minutes,
        "assumed": entry.assumed or None, "track": entry.track, "people": list(entry.people),
        "tags": list(entry.tags), "notes": dict(entry.notes), "evidence": evidence_fields(entry),
        "action": entry.action, "half": entry.half or None, "milestone": entry.milestone,
        "opening": entry.opening, "energy": entry.energy, "next": next_fields(entry.next),
        "event": entry.event, "stage": entry.stage, "book": entry.book,
        "guessed": list(entry.guessed), "minutes_from": entry.minutes_from,
    }  # fmt: skip


def plan_fields(plan: Plan) -> Fields:
    """The fields of a plan record."""
    return {
        "target": plan.target.isoformat(),
        "minutes": dict(zip(WEEKDAY_KEYS, plan.minutes, strict=True)),
        "scope": plan.scope,
        **({"restart": True} if plan.restart else {}),
        "reason": plan.reason,
    }


def flat_fields(record: FlatRecord) -> Fields:
    """The fields of any other record, without its head; what is as by default is left out."""
    # Loaded for the commands that need it: `log` writes entries alone.
    from pmpath.domain.kinds import FIELDS, kind_of

    written: Fields = {}
    for one in FIELDS[kind_of(record).name]:
        value = getattr(record, one.name)
        if one.is_optional and value == one.default:
            continue
        if isinstance(value, date):
            value = value.isoformat()
        written[one.key] = list(value) if isinstance(value, tuple) else value
    return written


def new_fields(
    kind: Callable[Concatenate[str, str, date, Values], FlatRecord],
    *values: Values.args,
    **named: Values.kwargs,
) -> Fields:
    """The fields of a record that is about to be written: all of the record behind its day.

    It has no id and no instant yet; both come with the line, and its day from who appends it.
    """
    return flat_fields(kind("", "", date.min, *values, **named))
