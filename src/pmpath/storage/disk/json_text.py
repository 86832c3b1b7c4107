"""JSON for one record, without loading the json package: it takes as long as all else of `log`.

The text is byte for byte what `json.dumps` makes; a test holds both together.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

try:
    from _json import encode_basestring as quoted
except ImportError:
    # Another Python than CPython.
    from json.encoder import encode_basestring as quoted

LARGEST_IN_ONE = 0xFFFF


def json_text(value: Any) -> str:
    """The value as compact JSON, letters as they are; raises TypeError for what no record holds.

    Records hold texts, whole numbers, yes and no, nothing, lists and objects; never a float.
    """
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, dict):
        pairs = (f"{quoted(key)}:{json_text(item)}" for key, item in value.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(json_text, value)) + "]"
    raise TypeError(f"no record holds a {type(value).__name__}")


def escaped(code: int) -> str:
    """A character by its number, as an escape of JSON; two of them beyond the first plane."""
    if code <= LARGEST_IN_ONE:
        return f"\\u{code:04x}"
    rest = code - 0x10000
    return f"\\u{0xD800 + (rest >> 10):04x}\\u{0xDC00 + (rest & 0x3FF):04x}"
