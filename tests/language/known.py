"""The day on which all lines of these tests are typed, and the words that pmpath knows."""

from __future__ import annotations

from datetime import date

from pmpath.domain.words import reading
from pmpath.domain.words.draft import Draft
from pmpath.storage.content import content

TODAY = date(2026, 11, 18)  # a Wednesday
KNOWN = content().vocabulary()


def read(line: str) -> Draft:
    """What the line says when it is typed on TODAY."""
    return reading.read(line, TODAY, KNOWN)
