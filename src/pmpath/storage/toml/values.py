"""Values, tables and blocks as TOML text, as `init` writes them."""

from __future__ import annotations

import tomli_w

from pmpath.domain.record import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from typing import Any


def toml_value(value: str | int | float | date | list[str] | bool) -> str:
    """One value on one line; lists too, which tomli-w would break over several."""
    if isinstance(value, list):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    return tomli_w.dumps({"v": value}).removeprefix("v = ").rstrip("\n")


def toml_table(name: str, fields: dict[str, Any]) -> str:
    """`[name]` and its keys, without a line break at the end."""
    return "\n".join([f"[{name}]", *_lines(fields)])


def toml_block(name: str, fields: dict[str, Any]) -> str:
    """One `[[name]]` with its keys."""
    return "\n".join([f"[[{name}]]", *_lines(fields)]) + "\n"


def _lines(fields: dict[str, Any]) -> list[str]:
    return [f"{key} = {toml_value(value)}" for key, value in fields.items()]
