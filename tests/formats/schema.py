"""The JSON Schema of `report --json`, derived from the records themselves.

`python3 dev.py fix` writes `data/report.schema.json` anew; a test says when it is stale.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pmpath.coach.outlook.plan_done import PlanDone
from pmpath.coach.outlook.plan_forecast import PlanForecast
from pmpath.render.page.as_json import ENVELOPE_VERSION
from pmpath.render.page.json_names import NEW_NAMES
from pmpath.reports.period.report import PeriodReport

Schema = dict[str, Any]
PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
    object: {},
}
# Named for type checkers alone, where the records are defined.
UNSEEN = {
    "Amount": int, "Mapping": Mapping, "PlanDone": PlanDone, "PlanForecast": PlanForecast,
}  # fmt: skip


def schema() -> Schema:
    """The envelope, and one definition for each record, in the order they are met."""
    definitions: dict[str, Schema] = {}
    data = _of(PeriodReport, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A report of pmpath",
        "type": "object",
        "properties": {
            "pmpath": {"const": ENVELOPE_VERSION},
            "kind": {"const": "report"},
            "data": data,
        },
        "required": ["pmpath", "kind", "data"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def text() -> str:
    """The file as it is shipped."""
    return json.dumps(schema(), indent=1) + "\n"


def _of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if kind in PLAIN:
        return PLAIN[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return {"anyOf": [_of(one, definitions) for one in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], definitions)}
    if origin in (Mapping, dict):
        return {"type": "object", "additionalProperties": _of(arguments[1], definitions)}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind, localns=UNSEEN)
        properties = {one: _of(hints[one], definitions) for one in kind._fields}
        for old, new in NEW_NAMES.get(name, {}).items():
            properties[new] = properties[old]
            properties[old] = {**properties[old], "deprecated": True}
        definitions[name] = {
            "description": (kind.__doc__ or "").partition("\n")[0],
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}
