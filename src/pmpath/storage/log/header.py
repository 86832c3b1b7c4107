"""The first line of `log.jsonl`, which says by what schema the others are written."""

from __future__ import annotations

from pmpath.domain.errors import refuse_newer_schema

SCHEMA = 1
HEADER = b'{"kind":"log","schema":%d}\n' % SCHEMA
LONGEST_HEADER = 1_000


def refuse_newer_log(schema: object, path: str) -> None:
    """Raise NewerSchema for a log whose schema this program does not know."""
    refuse_newer_schema("log", schema, SCHEMA, path)
