"""JSON for one record, without loading the json package: it takes as long as all else of `log`.

The text is byte for byte what `json.dumps` makes; a test holds both together.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LARGEST_IN_ONE = 0xFFFF
# Allowed in JSON as they are, but active on a terminal, invisible, or a line break to some readers.
# Every character is among them that Unicode counts as one of format, but for the joiners U+200C and
# U+200D: they hold emoji and some scripts together.
ACTIVE = (
    (0x7F, 0x9F), (0xAD, 0xAD), (0x600, 0x605), (0x61C, 0x61C), (0x6DD, 0x6DD), (0x70F, 0x70F),
    (0x890, 0x891), (0x8E2, 0x8E2), (0x180E, 0x180E), (0x200B, 0x200B), (0x200E, 0x200F),
    (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0x110BD, 0x110BD),
    (0x110CD, 0x110CD), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    (0xE0000, 0xE007F),
)  # fmt: skip


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


def quoted(text: str) -> str:
    """A text in quotes; what hardly any text has is escaped by those who do it for `json`."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    try:
        from _json import encode_basestring
    except ImportError:
        # Another Python than CPython.
        from json.encoder import encode_basestring
    return encode_basestring(text)


def escaped(code: int) -> str:
    """A character by its number, as an escape of JSON; two of them beyond the first plane."""
    if code <= LARGEST_IN_ONE:
        return f"\\u{code:04x}"
    rest = code - 0x10000
    return f"\\u{0xD800 + (rest >> 10):04x}\\u{0xDC00 + (rest & 0x3FF):04x}"


def escape_active(text: str) -> str:
    """JSON with the characters escaped that would act on a terminal or break a line."""
    codes = (code for first, last in ACTIVE for code in range(first, last + 1))
    return text.translate({code: escaped(code) for code in codes})
