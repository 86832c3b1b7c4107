"""Findings about the plan itself: the end of the stepping-stone role, a moved date, hours."""

from __future__ import annotations

from itertools import pairwise

from pmpath.coach.contacts.step_role import (
    StepRoleClock,
    months_between,
    notice_months,
    step_role_clock,
)
from pmpath.coach.findings.finding import DAY, Finding, View
from pmpath.coach.numbers.target_date import date_moves
from pmpath.coach.plan.milestones import dated
from pmpath.domain.kinds import EXIT
from pmpath.domain.period import week_of
from pmpath.domain.roadmap.roadmap import SCOPES
from pmpath.domain.when.calendar import months_after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.findings.finding import Finders


def overstay(view: View) -> Iterator[Finding]:
    """The stepping-stone role is near, at or beyond its limit, or its exit has passed or moved.

    Grades: 1 the notice, or a moved exit; 2 the limit, or a passed exit; one more each month after.
    """
    clock = step_role_clock(view.roadmap, view.journal, view.today)
    if clock is None:
        return
    figures: dict[str, object] = {
        "role": clock.role or "the stepping-stone role", "limit": clock.limit_months,
    }  # fmt: skip
    known = {"months": clock.months, "exit": clock.exit_date, "was": clock.exit_was}
    figures |= {name: value for name, value in known.items() if value is not None}
    if clock.limit_day is not None:
        figures |= {"limit_day": clock.limit_day, "left_days": (clock.limit_day - view.today).days}
    yield _graded(view, clock, figures)


def _graded(view: View, clock: StepRoleClock, figures: dict[str, object]) -> Finding:
    """The worst that holds: a passed exit, the limit, the notice, a moved exit; else not raised."""
    if clock.exit_weeks_over is not None and clock.exit_date is not None:
        months = months_between(clock.exit_date + DAY, view.today)
        figures["weeks"] = clock.exit_weeks_over
        figures["exit_ago"] = clock.exit_days_over
        since = months_after(clock.exit_date + DAY, months)
        return Finding("OVERSTAY", since, figures, case="exit_passed", grade=2 + months)
    if clock.since is not None and clock.months is not None:
        if clock.months >= clock.limit_months:
            limit = clock.limit_day or view.today
            figures["over"] = clock.months_over
            figures["over_ago"] = (view.today - limit).days
            since = months_after(clock.since, clock.months)
            return Finding("OVERSTAY", since, figures, case="over", grade=2 + clock.months_over)
        near = notice_months(clock.limit_months)
        if clock.months >= near:
            return Finding("OVERSTAY", months_after(clock.since, near), figures)
    if clock.exit_was is not None and clock.exit_date and clock.exit_was < clock.exit_date:
        figures["left_days"] = (clock.exit_date - view.today).days
        moved = max(one.day for one in view.journal.moves if one.what == EXIT)
        return Finding("OVERSTAY", moved, figures, case="exit_moved")
    return Finding("OVERSTAY", None, figures)


def date_moved(view: View) -> Iterator[Finding]:
    """The date was moved this week; before, the head of every report says so."""
    moves = date_moves(view.roadmap, view.journal)
    week = week_of(view.today)
    if moves:
        last = moves[-1]
        day = last.on or view.today
        figures = {
            "first": moves[0].was, "was": last.was, "now": last.now,
            "slip": (last.now - moves[0].was).days,
        }  # fmt: skip
        yield Finding("DATE_MOVED", day if day in week else None, figures)


def does_not_fit(view: View) -> Iterator[Finding]:
    """After a change of date or hours: the open core wants more than the weeks left have."""
    if _was_changed(view):
        # Loaded in the weeks in which the plan was changed, here and below.
        from pmpath.coach.outlook.replan import outlook

        found = outlook(view.situation)
        core = next(
            (one for one in (found.left, *found.smaller) if one.scope == SCOPES[0]), found.left
        )
        figures = {"needed_minutes": core.minutes, "available_minutes": found.available}
        raised = core.minutes > found.available
        yield Finding("DOES_NOT_FIT", week_of(view.today).start if raised else None, figures)


def too_slow(view: View) -> Iterator[Finding]:
    """After a change of date or hours: the scope wants less than 42.5% of what is left."""
    if _was_changed(view):
        from pmpath.coach.outlook.replan import outlook
        from pmpath.coach.plan.fit import SLOW_PER_MILLE

        found = outlook(view.situation)
        if found.available:
            percent = found.left.minutes * 100 // found.available
            raised = found.left.minutes * 1000 < SLOW_PER_MILLE * found.available
            since = week_of(view.today).start if raised else None
            yield Finding("TOO_SLOW", since, {"percent": percent})


def _was_changed(view: View) -> bool:
    """Whether a plan recorded this week has another date or other hours than the one before."""
    week = week_of(view.today)
    return any(
        after.day in week and (after.target, after.minutes) != (before.target, before.minutes)
        for before, after in pairwise(view.journal.plans)
    )


def overdue(view: View) -> Iterator[Finding]:
    """A milestone is past its day and open; the one that waits longest, and how many more."""
    late = [one for one in dated(view.roadmap, view.journal)
            if one.done is None and one.due < view.today]  # fmt: skip
    if late:
        first = late[0]
        figures = {
            "title": first.title, "id": first.id, "due": first.due,
            "days": (view.today - first.due).days, "more": len(late) - 1,
            "due_ago": (view.today - first.due).days, "more_milestones": len(late) - 1,
        }  # fmt: skip
        case = "more" if len(late) > 1 else ""
        yield Finding("OVERDUE", first.due + DAY, figures, subject=first.id, case=case)


# By the ids of data/findings.toml.
FINDERS: Finders = {
    "OVERSTAY": overstay,
    "DATE_MOVED": date_moved,
    "DOES_NOT_FIT": does_not_fit,
    "TOO_SLOW": too_slow,
    "OVERDUE": overdue,
}
