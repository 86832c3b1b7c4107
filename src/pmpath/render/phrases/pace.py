"""The planned minutes in words: behind plan or ahead of it, what is enough, what is to spare."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.buffer import AHEAD, SHORT, Standing
from pmpath.render.page.text import day_beside, duration, long_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.plan.verdict import Spare
    from pmpath.reports.numbers import Numbers


def pace_clause(found: Standing) -> str:
    """`10 min ahead of plan`, `40 min behind plan`, `today's 30 min are open`."""
    minutes = int(found.amount)
    if found.kind == SHORT:
        return f"{duration(minutes)} behind plan"
    if found.kind == AHEAD:
        return f"{duration(minutes)} ahead of plan" if minutes else "on track"
    return f"today's {duration(minutes)} are open"


def next_due_clause(found: Standing, today: date) -> str:
    """`10 min ahead of plan, the next minutes are due Thu 21 Jan`."""
    if found.kind != AHEAD or found.next_due is None:
        return pace_clause(found)
    return f"{pace_clause(found)}, the next minutes are due {day_beside(found.next_due, today)}"


def keeping_clause(numbers: Numbers, target: date) -> str:
    """`3 h a week from now on is enough for 10 Jan 2028`: of the plan's work alone."""
    needed = duration(numbers.needed_a_week or 0)
    return f"{needed} a week from now on is enough for {long_day(target)}"


def plan_clause(numbers: Numbers) -> str:
    """How much of the plan's hours is done, next to the time gone."""
    done = numbers.done
    covered = duration(done.covered) if done.covered else "nothing"
    work = f"{covered} of the {duration(done.total)} of work is done"
    return f"{work}; {numbers.time_gone}% of the time has passed"


def spare_text(spare: Spare) -> str:
    """More hours than needed: an earlier date or fewer hours."""
    ways = []
    if spare.weekly_minutes is not None:
        ways.append(f"{duration(spare.weekly_minutes)} a week is enough (pmpath replan)")
    if spare.date is not None:
        ways.append(f"{long_day(spare.date)} would work too (pmpath roadmap move)")
    said = "more than needed"
    return f"{said}: {', or '.join(ways)}" if ways else said
