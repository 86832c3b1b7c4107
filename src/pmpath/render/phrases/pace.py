"""The line of promises in words: short, due or ahead, in minutes."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.buffer import AHEAD, SHORT, Standing
from pmpath.render.page.text import day_beside, duration, long_day
from pmpath.reports.numbers import Numbers


def pace_clause(found: Standing) -> str:
    """`10 min ahead`, `40 min short`, `today's 30 min are due`."""
    minutes = int(found.amount)
    if found.kind == SHORT:
        return f"{duration(minutes)} short"
    if found.kind == AHEAD:
        return f"{duration(minutes)} ahead" if minutes else "on the line"
    return f"today's {duration(minutes)} are due"


def next_due_clause(found: Standing, today: date) -> str:
    """`10 min ahead, next due Thu 21 Jan`."""
    if found.kind != AHEAD or found.next_due is None:
        return pace_clause(found)
    return f"{pace_clause(found)}, next due {day_beside(found.next_due, today)}"


def keeping_clause(numbers: Numbers, target: date) -> str:
    """`3 h a week are enough for 10 Jan 2028`: of the plan's work alone."""
    return f"{duration(numbers.needed_a_week or 0)} a week are enough for {long_day(target)}"


def plan_clause(numbers: Numbers) -> str:
    """How much of the plan's hours is done, next to the time gone."""
    done = numbers.done
    covered = duration(done.covered) if done.covered else "nothing"
    return f"{covered} of {duration(done.total)} done; {numbers.time_gone} % of the time gone"
