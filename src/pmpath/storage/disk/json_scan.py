"""Reading JSON without what `import json` brings: regular expressions, of no use to a screen.

What reads is the same code, as far as it is written in C.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    # A text and where to begin; the value and where it ends.
    Scan = Callable[[str, int], tuple[Any, int]]


class _Context:
    """What the scanner asks a decoder for."""

    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_int = int

    def __init__(self, parse_float: Callable[[str], Any], parse_constant: Callable[[str], Any]):
        self.parse_float = parse_float
        self.parse_constant = parse_constant
        self.memo: dict[str, str] = {}


def scanner(*, parse_float: Callable[[str], Any], parse_constant: Callable[[str], Any]) -> Scan:
    """A function that reads the JSON value at a place of a text.

    It raises StopIteration where none is, and json.JSONDecodeError where one is broken: a
    ValueError.
    """
    try:
        from _json import make_scanner
    except ImportError:
        # Another Python than CPython.
        from json import JSONDecoder

        return JSONDecoder(parse_float=parse_float, parse_constant=parse_constant).scan_once  # type: ignore[attr-defined,no-any-return]
    return make_scanner(_Context(parse_float, parse_constant))  # type: ignore[arg-type]
