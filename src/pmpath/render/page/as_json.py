"""Any report as JSON: an envelope with a version, then its fields under their own names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime

from pmpath.domain.record import fields_of
from pmpath.render.page.json_names import BESIDE, NEW_NAMES

ENVELOPE_VERSION = 2


def as_json(kind: str, report: object) -> str:
    """`{"pmpath": 2, "kind": ..., "data": {...}}`, ASCII, days as ISO dates, no float."""
    envelope = {"pmpath": ENVELOPE_VERSION, "kind": kind, "data": plain(report)}
    return json.dumps(envelope, ensure_ascii=True, allow_nan=False, indent=2)


def plain(value: object) -> object:
    """A record, and everything inside it, as dictionaries, lists, texts and numbers."""
    names = fields_of(value)
    if names:
        return _named(type(value).__name__, {name: plain(getattr(value, name)) for name in names})
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value


def _named(kind: str, fields: dict[str, object]) -> dict[str, object]:
    """The fields of a record under their names now, beside those of the first version."""
    inner = fields.pop(BESIDE[kind]) if kind in BESIDE else None
    if isinstance(inner, dict):
        fields = {**inner, **fields}
    new = NEW_NAMES.get(kind, {})
    return fields | {new[name]: value for name, value in fields.items() if name in new}
