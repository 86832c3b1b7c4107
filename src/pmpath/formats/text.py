"""Texts as other formats take them: on one line, without signs that act on a terminal."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

# Everything that is neither a letter nor a line break nor a tab, and may act on a screen.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# What is told from a key once is told from it on any machine, and the name of no other program's.
NAMESPACE = UUID("6f0f5d0e-5c37-4e0b-9d52-5b0d3c2f7f11")


def printable(text: str) -> str:
    """The text without control characters; line breaks and tabs stay."""
    return CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text on one line: blanks in place of line breaks, and one where there were several."""
    return " ".join(printable(text).split())


def stable_id(kind: str, key: str) -> UUID:
    """The id of a thing in other tools: the same at each export, whatever else changed."""
    return uuid5(NAMESPACE, f"{kind} {key}")
