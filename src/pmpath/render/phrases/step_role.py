"""The stepping-stone role in one neutral line: how long, its limit, and the day to leave it."""

from __future__ import annotations

from pmpath.coach.contacts.step_role import StepRoleClock
from pmpath.render.page.text import clip, duration, long_day, pluralize


def step_role_row(clock: StepRoleClock, minutes: int = 0) -> str:
    """`sales engineer since 1 Mar 2026, 9 of at most 12 months; to leave on 1 Mar 2027`."""
    spent = f"{duration(minutes)} logged for it in this period" if minutes else ""
    return "; ".join(filter(None, [_held(clock), _exit(clock), spent]))


def _held(clock: StepRoleClock) -> str:
    role = clip(clock.role, 60) or "stepping-stone role"
    if clock.since is None:
        return f"{role}; your roadmap has no first day for it"
    since = f"{role} since {long_day(clock.since)}"
    if clock.months_over:
        held = pluralize(clock.months or 0, "month")
        return f"{since}: {held}, {clock.months_over} over the limit of {clock.limit_months}"
    return f"{since}, {clock.months} of at most {pluralize(clock.limit_months, 'month')}"


def _exit(clock: StepRoleClock) -> str:
    if clock.exit_date is None:
        return "no day to leave it is set"
    was = f", moved from {long_day(clock.exit_was)}" if clock.exit_was else ""
    if clock.exit_weeks_over is None:
        return f"to leave on {long_day(clock.exit_date)}{was}"
    days = pluralize(clock.exit_days_over or 0, "day")
    ago = pluralize(clock.exit_weeks_over, "week") if clock.exit_weeks_over else days
    return f"the day to leave it, {long_day(clock.exit_date)}, was {ago} ago{was}"
