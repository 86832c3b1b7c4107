"""The clock of the stepping-stone role: how long it has been held, its limit, its exit date.

Notice from 75% of the limit on, warning at the limit and once more each month after; an exit date
that has passed is a warning, one that was moved later a notice.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.kinds import EXIT
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import STEP_ROLE_HELD, Roadmap, StepRole
from pmpath.domain.when.calendar import months_after

SILENT, NOTICE, WARNING = "silent", "notice", "warning"
NOTICE_PERCENT = 75
# What is said once a month is said on its first seven days; nothing records that it was seen.
SAID_FOR = timedelta(7)


class StepRoleClock(Frozen):
    """The stepping-stone role on a day.

    `months` are whole calendar months in it (None: since when is not known), `months_over` those
    beyond the limit. `exit_weeks_over` and `exit_days_over` are the whole weeks and the days since
    an exit date that has passed, None before. `exit_was` is the exit date first set, when it was
    moved. `is_said`: this is one of the days on which bare `pmpath` says it.
    """

    role: str
    since: date | None
    months: int | None
    limit_months: int
    months_over: int
    limit_day: date | None
    exit_date: date | None
    exit_weeks_over: int | None
    exit_days_over: int | None
    exit_was: date | None
    grade: str
    is_said: bool


def step_role_clock(roadmap: Roadmap, journal: Journal, today: date) -> StepRoleClock | None:
    """The clock as of `today`; None for whoever is in no stepping-stone role."""
    held = roadmap.springboard
    if held.state != STEP_ROLE_HELD:
        return None
    months = None if held.since is None else months_between(held.since, today)
    passed = held.exit_date is not None and held.exit_date < today
    over = (today - held.exit_date).days if held.exit_date is not None else 0
    was = _first_exit(journal, held.exit_date)
    grades = [
        _grade_of_months(months, held.limit_months),
        WARNING if passed else SILENT,
        NOTICE if was and held.exit_date and was < held.exit_date else SILENT,
    ]
    return StepRoleClock(
        role=held.role,
        since=held.since,
        months=months,
        limit_months=held.limit_months,
        months_over=max((months or 0) - held.limit_months, 0),
        limit_day=months_after(held.since, held.limit_months) if held.since else None,
        exit_date=held.exit_date,
        exit_weeks_over=over // 7 if passed else None,
        exit_days_over=over if passed else None,
        exit_was=was,
        grade=next((grade for grade in (WARNING, NOTICE) if grade in grades), SILENT),
        is_said=_is_said(roadmap, today, months),
    )


def role_is_over(held: StepRole, day: date) -> bool:
    """Whether a role that is held is at its limit, or past the day to leave it."""
    if held.state != STEP_ROLE_HELD:
        return False
    is_late = held.exit_date is not None and held.exit_date < day
    limit = months_after(held.since, held.limit_months) if held.since is not None else None
    return is_late or (limit is not None and limit <= day)


def notice_months(limit: int) -> int:
    """The whole months in the role from which on its limit is near."""
    return -(-limit * NOTICE_PERCENT // 100)


def months_between(start: date, end: date) -> int:
    """Whole calendar months from a day to a later one; 0 when the second comes first."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(months - (months_after(start, max(months, 0)) > end), 0)


def _grade_of_months(months: int | None, limit: int) -> str:
    if months is None:
        return SILENT
    if months >= limit:
        return WARNING
    return NOTICE if months >= notice_months(limit) else SILENT


def _is_said(roadmap: Roadmap, today: date, months: int | None) -> bool:
    """In the first days of the notice, then of the warning, and of each month after."""
    held = roadmap.springboard
    if held.exit_date is not None and held.exit_date < today:
        gone = months_between(held.exit_date, today)
        if today - months_after(held.exit_date, gone) < SAID_FOR:
            return True
    if held.since is None or months is None:
        return False
    is_new_grade = _grade_of_months(months, held.limit_months) != _grade_of_months(
        months - 1, held.limit_months
    )
    begins = is_new_grade or months >= held.limit_months
    return begins and today - months_after(held.since, months) < SAID_FOR


def _first_exit(journal: Journal, exit_date: date | None) -> date | None:
    """The exit date that was set first, when the log tells of one that is another now."""
    moves = [move for move in journal.moves if move.what == EXIT and move.start is not None]
    first = moves[0].start if moves else None
    return first if first != exit_date else None
