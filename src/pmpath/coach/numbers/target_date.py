"""The date itself: how far it is, which week this is, and whether it was ever moved."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from pmpath.domain.entry import BY_HAND, BY_INIT
from pmpath.domain.kinds import Close
from pmpath.domain.log.journal import Journal
from pmpath.domain.period import week_number
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import Roadmap

# What screens call a role that is still open.
OPEN_ROLE = "product manager"
# A field below is called date; inside its class that hides the type.
Day = date
# What the program itself writes where nobody gave a reason.
NO_REASON = frozenset(["", BY_HAND, BY_INIT])


class TargetDate(Frozen):
    """Where the plan stands on a day.

    `days_left` is negative once the date has passed, `weeks_left` are the whole weeks to or since
    it; `week` and `day_number` count from 1. `first` is the date first promised, `moves` how often
    it changed since, `slip_days` how much later it is now. `unrecorded`: the log does not hold the
    roadmap's date, minutes or scope. `closed` says how the plan ended, None while it runs.
    `is_plan_logged`: the log holds any plan at all, as it does from `init` on.
    """

    role: str
    date: Day
    day_number: int
    week: int
    days_left: int
    weeks_left: int
    first: Day
    moves: int
    slip_days: int
    unrecorded: bool
    closed: Close | None = None
    is_plan_logged: bool = True


class DateMove(Frozen):
    """The date was moved on a day; `days` is how much later it became, below 0 earlier.

    A move by hand that is not yet recorded has no day.
    """

    on: date | None
    was: date
    now: date
    days: int
    reason: str


def given_reason(reason: str) -> str:
    """The reason that a person gave; empty for the program's own words."""
    return "" if reason in NO_REASON else reason


def date_moves(roadmap: Roadmap, journal: Journal) -> tuple[DateMove, ...]:
    """Every change of the date, in order."""
    dates: list[tuple[date | None, date, str]] = [
        (plan.day, plan.target, plan.reason) for plan in journal.plans
    ]
    dates += [(None, roadmap.target.date, "")] if journal.plans else []
    return tuple(
        DateMove(on, was, now, (now - was).days, reason)
        for (_, was, _), (on, now, reason) in pairwise(dates)
        if was != now
    )


def target_date(roadmap: Roadmap, journal: Journal, today: date, *, recorded: bool) -> TargetDate:
    """The date as of `today`; every date ever promised is in the log's plans."""
    target = roadmap.target
    promised = [plan.target for plan in journal.plans] + [target.date]
    moves = sum(a != b for a, b in pairwise(promised))
    days_left = (target.date - today).days
    return TargetDate(
        role=target.role or OPEN_ROLE,
        date=target.date,
        day_number=(today - target.start).days + 1,
        week=week_number(today, target.start),
        days_left=days_left,
        weeks_left=abs(days_left) // 7,
        first=promised[0],
        moves=moves,
        slip_days=(target.date - promised[0]).days,
        unrecorded=not recorded,
        closed=journal.closed,
        is_plan_logged=bool(journal.plans),
    )


def share_gone(roadmap: Roadmap, today: date) -> int:
    """How much of the time from the start to the target is over, in whole percent, 0 to 100."""
    start, end = roadmap.target.start, roadmap.target.date
    gone = (min(max(today, start), end) - start) // timedelta(1)
    return gone * 100 // (end - start).days
