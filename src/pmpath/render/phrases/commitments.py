"""What is owed or awaited, in words: who, by when, and what after a colon."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import Commitment
from pmpath.render.page.text import day_beside

# So begins what was asked, and not what is awaited.
QUESTIONS = ("if ", "whether ", "what ", "which ", "how ", "who ", "when ", "why ")


def yours(move: Commitment, today: date) -> str:
    """What I owe: `Lena (PM), by Fri 22 Jan: your three phrases`."""
    return _joined(move.person, _due(move, today), what=move.what)


def theirs(move: Commitment, today: date, *, asked: bool = False) -> str:
    """What I wait for: `Lena (PM), by Mon 18 Jan: an answer`; with the day of asking."""
    what = f"an answer ({move.what})" if move.what.startswith(QUESTIONS) else move.what
    since = f"asked {day_beside(move.made, today)}" if asked else ""
    return _joined(move.person, since, _due(move, today), what=what)


def _due(move: Commitment, today: date) -> str:
    day = day_beside(move.day, today)
    return f"overdue since {day}" if move.late else f"by {day}"


def _joined(*parts: str, what: str) -> str:
    return f"{', '.join(filter(None, parts))}: {what}"
