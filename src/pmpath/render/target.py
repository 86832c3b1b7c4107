"""The target date in words: what is aimed at, how far it is, whether it was ever moved."""

from __future__ import annotations

from pmpath.coach.target_date import TargetDate
from pmpath.domain.people import ABBREVIATIONS
from pmpath.render.text import clip, counted, long_day


def aim(target: TargetDate) -> str:
    """`Product manager by 10 Jan 2028`; every screen begins with it."""
    short = target.role.lower() in ABBREVIATIONS
    role = target.role.upper() if short else target.role[:1].upper() + target.role[1:]
    return f"{clip(role, 60)} by {long_day(target.date)}"


def weeks_left(target: TargetDate) -> str:
    """`50 weeks left`, how long the date has passed, or the day the plan was closed."""
    if target.closed is not None:
        return f"closed {long_day(target.closed.day)}"
    if target.days_left == 0:
        return "the date is today"
    days = counted(abs(target.days_left), "day")
    length = counted(target.weeks_left, "week") if target.weeks_left else days
    return f"{length} left" if target.days_left > 0 else f"the date was {length} ago"


def date_history(target: TargetDate) -> str:
    """Whether the date was moved; the first date and the slip stay visible for ever."""
    if not target.moves:
        return "date unchanged"
    weeks, days = divmod(abs(target.slip_days), 7)
    slip = counted(weeks, "week") if weeks and not days else counted(abs(target.slip_days), "day")
    side = "later" if target.slip_days > 0 else "earlier"
    moved = f"moved {counted(target.moves, 'time')}"
    where = f"{slip} {side} than" if target.slip_days else "back to"
    return f"{moved}, {where} {long_day(target.first)}"
