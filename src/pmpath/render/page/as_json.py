"""Any report as JSON: an envelope with a version, then its fields under their own names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime

from pmpath.domain.record import fields_of

ENVELOPE_VERSION = 1


def as_json(kind: str, report: object) -> str:
    """`{"pmpath": 1, "kind": ..., "data": {...}}`, ASCII, days as ISO dates, no float."""
    envelope = {"pmpath": ENVELOPE_VERSION, "kind": kind, "data": plain(report)}
    return json.dumps(envelope, ensure_ascii=True, allow_nan=False, indent=2)


def plain(value: object) -> object:
    """A record, and everything inside it, as dictionaries, lists, texts and numbers."""
    names = fields_of(value)
    if names:
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value
