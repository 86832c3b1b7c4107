"""What is open on my side today, nearly from the log alone: cheap enough for a shell prompt."""

from __future__ import annotations

from datetime import date

from pmpath.coach.plan.arrival import arrived
from pmpath.domain.entry import ME
from pmpath.domain.log.journal import Journal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.domain.roadmap.roadmap import Vacation


def due_today(journal: Journal, vacations: tuple[Vacation, ...], today: date) -> int:
    """How many things are open on my side today: the step, and promises due by today.

    A neutral day has no step of its own.
    """
    due = sum(one.move.who == ME and one.move.day <= today for one in journal.open_commitments)
    has_step = not (journal.path_actions.get(today) or _is_neutral(journal, vacations, today))
    # A due promise is proposed as the step, so the two are not added up.
    return max(due, int(has_step))


def _is_neutral(journal: Journal, vacations: tuple[Vacation, ...], today: date) -> bool:
    """By the newest recorded plan, its end, the vacations and the rest records."""
    plan = journal.plans[-1] if journal.plans else None
    return (
        (plan is not None and plan.minutes[today.weekday()] == 0)
        or journal.closed is not None
        or (plan is not None and arrived(journal, plan.target, today) is not None)
        or any(off.first <= today <= off.last for off in vacations)
        or any(one.day <= today <= one.until for one in journal.rests)
    )
