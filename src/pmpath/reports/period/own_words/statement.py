"""What a period says of the statement and of the words of talks and pieces."""

from __future__ import annotations

from datetime import date

from pmpath.coach.situation import Situation
from pmpath.coach.statement.looks import Look, looks_at
from pmpath.coach.statement.sentence import filled, joined
from pmpath.coach.statement.versions import versions
from pmpath.coach.statement.weak import WORK_ORDER
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen
from pmpath.domain.side_kinds import Statement

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.hidden import Hidden

STATEMENT = "roadmap.statement"
TESTED = "roadmap.statement-tested"


class StatementInPeriod(Frozen):
    """The statement at the end of a period: its text, "" for none, and the fields that lack.

    `version` counts all of them, `new` those of the period. `is_due`: it should be there by now.
    """

    text: str
    version: int
    new: int
    lacks: tuple[str, ...]
    is_due: bool

    def for_others(self, hidden: Hidden, *, notes: bool) -> StatementInPeriod | None:
        """What somebody wrote of themselves goes with the notes."""
        return self if notes else None


class SaidInPeriod(Frozen):
    """A title, a ladder or a volunteer hour of the period that is to be looked at again."""

    look: Look

    def for_others(self, hidden: Hidden, *, notes: bool) -> SaidInPeriod | None:
        """Typed words are for their owner alone."""
        return None


def statement_in(situation: Situation, period: Period) -> StatementInPeriod | None:
    """None while there is none and none is due: before its milestone's day."""
    every = versions(situation.journal.kept(Statement), situation.roadmap)
    is_due = not every and _is_due(situation)
    if not every and not is_due:
        return None
    fields = every[-1].fields if every else {}
    lacks = tuple(one for one in WORK_ORDER if one not in filled(fields))
    new = sum(bool(one.entry) and one.day in period for one in every)
    return StatementInPeriod(joined(fields), len(every), new, lacks, is_due)


def said_in(situation: Situation, period: Period) -> tuple[SaidInPeriod, ...]:
    """What is to be said of the texts of a period, in the order of writing."""
    return tuple(SaidInPeriod(one) for one in looks_at(situation, period))


def _is_due(situation: Situation) -> bool:
    """Whether the day is over by which it was to be tried on others, and the log knows of none."""
    roadmap, journal = situation.roadmap, situation.journal
    if STATEMENT in journal.actions_done or TESTED in journal.milestones_done:
        # Written elsewhere: the log says so.
        return False
    due: list[date] = [roadmap.due_day(one) for one in roadmap.milestones_in_scope
                       if one.id == TESTED]  # fmt: skip
    return any(day < situation.today for day in due)
