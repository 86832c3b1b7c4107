"""Whose move it is, in words: who, by when, and what after a colon."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import Commitment
from pmpath.render.page.text import day_beside


def yours(move: Commitment, today: date) -> str:
    """A promise of mine: `to Lena (PM), by Fri 22 Jan: your three phrases`."""
    return _joined(f"to {move.person}" if move.person else "", _due(move, today), what=move.what)


def theirs(move: Commitment, today: date, *, asked: bool = False) -> str:
    """A promise of theirs: `Lena (PM), by Mon 18 Jan: an answer`; with the day of asking."""
    since = f"asked {day_beside(move.made, today)}" if asked else ""
    return _joined(move.person, since, _due(move, today), what=move.what)


def _due(move: Commitment, today: date) -> str:
    day = day_beside(move.day, today)
    return f"due {day}, open" if move.late else f"by {day}"


def _joined(*parts: str, what: str) -> str:
    return f"{', '.join(filter(None, parts))}: {what}"
