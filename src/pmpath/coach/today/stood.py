"""The step that stood before something was logged today, and whether the log has fulfilled it."""

from __future__ import annotations

from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import Step
from pmpath.coach.today.step import steps_of_day
from pmpath.domain.entry import ASK
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.entry import Entry
    from pmpath.domain.log.journal import Journal


class Stood(Frozen):
    """A step that stood; `counted_by` is the entry that fulfilled it, None where none did."""

    step: Step
    counted_by: Entry | None


def logged_since_done(situation: Situation) -> tuple[Entry, ...]:
    """Today's path actions behind the last one that `done` recorded, earliest first.

    The journal must have kept that day's entries whole.
    """
    found: list[Entry] = []
    for one in situation.journal.entries:
        if one.day == situation.today and one.is_path_action:
            found = [] if one.step else [*found, one]
    return tuple(found)


def stood_before(before: Situation, now: Situation, *, is_off: bool = False) -> Stood | None:
    """The step of the log `before` what was logged since; None when no step stood then.

    On a day that `is_off` only what was due to somebody stood.
    """
    found = steps_of_day(before, before.open_minutes, 1, is_off=is_off)
    if not found:
        return None
    step = found[0]
    by = [one for one in logged_since_done(now) if _fulfils(one, step, now.journal)]
    return Stood(step, by[0] if by else None)


def _fulfils(entry: Entry, step: Step, journal: Journal) -> bool:
    if step.opening:
        return firm_key(entry.opening) == firm_key(step.opening)
    if step.settles:
        is_open = any(one.entry_id == step.settles for one in journal.open_commitments)
        return not is_open and key_of(step.person) in {key_of(one) for one in entry.people}
    if step.action in journal.fulfilled.get(entry.id, ()):
        return True
    return step.half == ASK and step.action in journal.days.asks.get(entry.id, ())
