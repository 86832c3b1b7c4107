"""The step role in one neutral line: how long of how long, and the exit."""

from __future__ import annotations

from pmpath.coach.contacts.step_role import StepRoleClock
from pmpath.render.page.text import clip, duration, long_day, pluralize


def step_role_row(clock: StepRoleClock | None, minutes: int = 0) -> str:
    """`sales engineer since 1 Mar 2026, 9 of 12 months; exit 1 Mar 2027`, and minutes given to it.

    Without a clock the minutes are those on the way to such a role.
    """
    spent = f"{duration(minutes)} on it in these days" if minutes else ""
    return "; ".join(filter(None, [_held(clock), _exit(clock), spent]))


def _held(clock: StepRoleClock | None) -> str:
    if clock is None:
        return ""
    role = clip(clock.role, 60) or "in it"
    if clock.since is None:
        return f"{role}, since when is open"
    over = f", {pluralize(clock.months_over, 'month')} over" if clock.months_over else ""
    of = f"{clock.months} of {pluralize(clock.limit_months, 'month')}"
    return f"{role} since {long_day(clock.since)}, {of}{over}"


def _exit(clock: StepRoleClock | None) -> str:
    if clock is None:
        return ""
    if clock.exit_date is None:
        return "no exit date"
    was = f", moved from {long_day(clock.exit_was)}" if clock.exit_was else ""
    if clock.exit_weeks_over is None:
        return f"exit {long_day(clock.exit_date)}{was}"
    days = pluralize(clock.exit_days_over or 0, "day")
    ago = pluralize(clock.exit_weeks_over, "week") if clock.exit_weeks_over else days
    return f"exit was {long_day(clock.exit_date)}, {ago} ago{was}"
