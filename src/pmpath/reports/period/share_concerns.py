"""Which concerns a shared report tells: those made of names, days and numbers."""

from __future__ import annotations

from pmpath.coach.findings.weekly import Concerns, ReportedFinding
from pmpath.domain.record import changed
from pmpath.reports.period.hidden import Hidden, names_pay

# Texts that are names, or words of the program; any other text among the figures was typed.
NAMED = frozenset(["id", "person", "whom", "known", "missing", "role", "level", "metric", "before"])
METRIC, WHAT, ID = "metric", "what", "id"
# The concern that a promise is the shortest way out of; it is told without its words.
NO_PEOPLE, A_PROMISE = "NO_PEOPLE", "what was promised"


def told_concerns(found: Concerns, hidden: Hidden, *, notes: bool) -> Concerns:
    """With the notes those with typed words too; names in them are looked for by the caller.

    Odd entries of the log are for its owner alone.
    """
    full = _told(found.full, hidden, notes=notes) if found.full is not None else None
    lines = (_told(one, hidden, notes=notes) for one in found.lines)
    also = (_told(one, hidden, notes=notes) for one in found.also)
    return Concerns(full, tuple(one for one in lines if one is not None), tuple(filter(None, also)))


def _told(said: ReportedFinding, hidden: Hidden, *, notes: bool) -> ReportedFinding | None:
    figures = dict(said.figures)
    if figures.get(ID, "") not in hidden.ids:
        # An id that a person made up may spell a name in a way of its own.
        figures.pop(ID, None)
    if names_pay(str(figures.get(METRIC, ""))):
        return None
    if not notes:
        if said.id == NO_PEOPLE and WHAT in figures:
            figures[WHAT] = A_PROMISE
        if any(_is_typed(key, value, hidden) for key, value in figures.items()):
            return None
    return changed(said, subject="", figures=figures)


def _is_typed(key: str, value: object, hidden: Hidden) -> bool:
    if not isinstance(value, str) or key in NAMED:
        return False
    return value != A_PROMISE and value not in hidden.milestones
