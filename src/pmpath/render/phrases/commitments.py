"""What is owed or awaited, in words: who, by when, and what after a colon."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import Commitment
from pmpath.domain.promise import is_meeting
from pmpath.render.page.text import day_beside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# So begins what was asked, and not what is awaited.
QUESTIONS = ("if ", "whether ", "what ", "which ", "how ", "who ", "when ", "why ")

OWED, TO_MEET = "You owe", "You meet"


def side_of(move: Commitment) -> str:
    """What a row with something of mine begins with: a meeting is owed to nobody."""
    return TO_MEET if is_meeting(move.what) else OWED


def by_side(moves: Sequence[Commitment]) -> tuple[tuple[Commitment, ...], tuple[Commitment, ...]]:
    """What I owe, and whom I agreed to meet."""
    owed = tuple(one for one in moves if not is_meeting(one.what))
    return owed, tuple(one for one in moves if is_meeting(one.what))


def due_word(move: Commitment) -> str:
    """What stands before the day of what I owe: a thing is due by it, a meeting is on it."""
    return "on" if is_meeting(move.what) else "by"


def yours(move: Commitment, today: date) -> str:
    """What I owe: `Lena (PM), by Fri 22 Jan: your three phrases`; a meeting is on its day."""
    if is_meeting(move.what) and not move.late:
        return _joined(move.person, day_beside(move.day, today), what=move.what)
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
