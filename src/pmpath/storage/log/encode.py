"""Log records as the fields of their JSON lines; `codec` reads them back."""

from __future__ import annotations

from pmpath.domain.entry import Accept, Close, Entry, Move, Next, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Fields = dict[str, Any]

# Which key of an evidence item holds its value.
EVIDENCE_VALUE = {
    "link": "url", "audience": "name", "document": "name", "person": "name", "contact": "name",
}  # fmt: skip
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
    }
    kept = {key: value for key, value in optional.items() if value}
    return {"text": entry.text, "minutes": entry.minutes, **kept}


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


def plan_fields(plan: Plan) -> Fields:
    """The fields of a plan record."""
    return {
        "target": plan.target.isoformat(),
        "minutes": dict(zip(WEEKDAY_KEYS, plan.minutes, strict=True)),
        "scope": plan.scope,
        **({"restart": True} if plan.restart else {}),
        "reason": plan.reason,
    }


def move_fields(move: Move) -> Fields:
    """The fields of a move record."""
    optional = {
        "of": move.of,
        "from": move.start.isoformat() if move.start else "",
        "to": move.end.isoformat() if move.end else "",
        "reason": move.reason,
    }
    return {"what": move.what, **{key: value for key, value in optional.items() if value}}


def close_fields(close: Close) -> Fields:
    """The fields of a close record."""
    return {"because": close.because, **({"note": close.note} if close.note else {})}


def accept_fields(accept: Accept) -> Fields:
    """The fields of an accept record; empty ones are left out."""
    optional = {
        "subject": accept.subject,
        "reason": accept.reason,
        "until": accept.until.isoformat() if accept.until else "",
    }
    return {"finding": accept.finding, **{key: value for key, value in optional.items() if value}}
