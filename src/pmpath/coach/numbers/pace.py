"""What was planned, what was done: minutes and days against the plan that held on each day.

Neutral days (a weekday of 0 minutes, a vacation, a rest record) do not exist for any of this,
unless something was done on them: then they count as done days.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from itertools import accumulate, pairwise, repeat

from pmpath.domain.entry import Plan
from pmpath.domain.log.journal import Journal
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.roadmap import Roadmap
from pmpath.domain.side_kinds import Offered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ONE_DAY = timedelta(1)


class Tally(Frozen):
    """A period against its plan: whole minutes, days done out of ordinary days that are over.

    `beyond_cap` are path minutes above what one day counts; they are not in `minutes`.
    """

    minutes: int
    promised: int
    days_done: int
    days: int
    engineering: int
    beyond_cap: int


class PlannedMinutes:
    """The planned minutes of every day, and what was done against them.

    `plans` are those of the log in their order, `start` is the day the line starts, which itself
    has no minutes in it.
    """

    def __init__(self, roadmap: Roadmap, journal: Journal) -> None:
        self.roadmap = roadmap
        self.journal = journal
        # A roadmap whose plan was not recorded yet speaks for itself from its start.
        self.plans = journal.plans or [current_plan(roadmap)]
        # The day of the restart made last, else that of the roadmap.
        restarts = [plan.day for plan in self.plans if plan.restart]
        self.start = max([roadmap.target.start, *restarts[-1:]])
        self.closed = journal.closed
        self._offered_by_day = {one.day: one.minutes for one in journal.kept(Offered)}
        self._off = [(one.first, one.last) for one in roadmap.vacations]
        self._off += [(one.day, one.until) for one in journal.rests]
        # Days on which another plan may begin to hold, and the plan that holds from each on.
        self._turns = sorted({plan.day for plan in self.plans})
        self._holding = [self.plans[0], *map(self._made_last, self._turns)]
        # Then no day counts for more than the cap, and the plan of a day need not be looked up.
        self._is_cap_most = all(max(one.minutes) <= roadmap.daily_cap for one in self.plans)
        # Minutes of the days that were asked for; a report asks for each of ten years many times.
        self._minutes: dict[date, int] = {}
        # The days on which something was done, and the minutes up to each, once somebody asked.
        self._totals: tuple[list[date], list[int]] | None = None

    def is_neutral(self, day: date) -> bool:
        """A day that is skipped in every count unless something was done on it."""
        return self._planned(day) == 0

    def _planned(self, day: date) -> int:
        """Minutes of the day's plan, 0 on a neutral day; whether the line has begun or not."""
        minutes = self._minutes.get(day)
        if minutes is None:
            minutes = self._minutes[day] = 0 if self._is_off(day) else self._offered(day)
        return minutes

    def _offered(self, day: date) -> int:
        """Those of the plan, or fewer where the day had fewer to offer.

        An entry that `done` wrote says so, or the record of a day without any.
        """
        of_plan = self._plan_on(day).minutes[day.weekday()]
        by_record = self._offered_by_day.get(day, of_plan)
        by_entry = self.journal.days.planned.get(day, of_plan)
        return min(of_plan, by_record, by_entry)

    def _is_off(self, day: date) -> bool:
        for first, last in self._off:
            if first <= day <= last:
                return True
        return self.closed is not None and day > self.closed.day

    def reason_off(self, day: date) -> str:
        """What the person called the rest of that day; empty when they gave no reason."""
        named = [one.reason for one in self.journal.rests if one.day <= day <= one.until]
        return next(filter(None, named), "")

    def on(self, day: date) -> int:
        """Planned minutes of one day; 0 on neutral days and up to the start."""
        return 0 if day <= self.start else self._planned(day)

    def minutes_done(self, day: date, *, less: int = 0) -> int:
        """Path minutes of one day, up to the greater of the daily cap and the day's plan.

        The day the line starts has its plan as well, although the line does not count it. `less`
        minutes of the day are left out before.
        """
        done, cap = self.journal.path_minutes.get(day, 0) - less, self.roadmap.daily_cap
        # The plan is looked up for the rare day above the cap alone: there are many days.
        if done <= cap or self._is_cap_most:
            return min(done, cap)
        return min(done, max(cap, self._planned(day)))

    def tally(self, period: Period, today: date) -> Tally:
        """The period's minutes against all that it planned, and its days as far as they are over.

        Those before `today` are over; today counts as a day once something was done on it.
        """
        days, journal = list(period.days), self.journal
        without = [day for day in days if day not in journal.path_actions]
        missed = [day for day in without if self.start < day < today and self._planned(day)]
        line, done = self.line_through(period.last), len(days) - len(without)
        minutes = self._done_through(period.last) - self._done_through(period.start - ONE_DAY)
        return Tally(
            minutes=minutes,
            promised=line(period.last) - line(period.start - ONE_DAY),
            days_done=done,
            days=done + len(missed),
            engineering=sum(map(journal.engineering_minutes.get, days, repeat(0))),
            beyond_cap=sum(map(journal.path_minutes.get, days, repeat(0))) - minutes,
        )

    def minutes_since_start(self, today: date) -> int:
        """The minutes of the days from the start of the line through today, as they count."""
        return self.done_since_start()(max(today, self.start - ONE_DAY))

    def done_since_start(self) -> Callable[[date], int]:
        """The minutes from the start of the line through a day, as they count."""
        before = self._done_through(self.start - ONE_DAY)
        return lambda day: self._done_through(day) - before

    def _done_through(self, day: date) -> int:
        """The minutes of all days up to this one, as they count."""
        if self._totals is None:
            days = sorted(self.journal.path_minutes)
            self._totals = days, list(accumulate(self._counted(days), initial=0))
        days, totals = self._totals
        return totals[bisect_right(days, day)]

    def _counted(self, days: list[date]) -> Iterable[int]:
        """The minutes of days on which something was done, each as `minutes_done` has it."""
        done, cap = self.journal.path_minutes, self.roadmap.daily_cap
        if self._is_cap_most:
            return map(min, map(done.__getitem__, days), repeat(cap))
        # Few days have to be asked for.
        return (done[one] if done[one] <= cap else self.minutes_done(one) for one in days)

    def since_start(self, today: date) -> Period:
        """The days from the start of the line through today."""
        return Period(self.start, max(today, self.start) + timedelta(1))

    def line_through(self, end: date) -> Callable[[date], int]:
        """The planned minutes from the start of the line through a day up to `end`, summed.

        Most days have the minutes that their weekday has in the plan: those of whole weeks are
        multiplied, and of the others it is known how much they lack.
        """
        if self.closed is not None:
            end = min(end, self.closed.day)
        others = sorted(self._unusual_days(end))
        lacks = (self._plan_on(day).minutes[day.weekday()] - self.on(day) for day in others)
        lacking = list(accumulate(lacks, initial=0))

        def line(day: date) -> int:
            last = min(day, end)
            if last <= self.start:
                return 0
            return self._of_weekdays(last) - lacking[bisect_right(others, last)]

        return line

    def _unusual_days(self, end: date) -> set[date]:
        """The days behind the start and up to `end` that are off, or had fewer minutes to offer."""
        found = {*self._offered_by_day, *self.journal.days.planned}
        for first, last in self._off:
            day = max(first, self.start)
            while day <= min(last, end):
                found.add(day)
                day += ONE_DAY
        return {day for day in found if self.start < day <= end}

    def _of_weekdays(self, last: date) -> int:
        """The minutes that weekdays have in the plans, from behind the start through a day."""
        total, first = 0, self.start + ONE_DAY
        turns = [day for day in self._turns if first < day <= last]
        for begin, after in pairwise([first, *turns, last + ONE_DAY]):
            minutes, days = self._plan_on(begin).minutes, (after - begin).days
            weeks, rest = divmod(days, len(minutes))
            weekday = begin.weekday()
            total += weeks * sum(minutes)
            total += sum(minutes[(weekday + n) % len(minutes)] for n in range(rest))
        return total

    def missed_in_a_row(self, today: date, *, enough: int | None = None) -> int:
        """Ordinary days without a path action, one after another, up to yesterday.

        No more than `enough` are counted: a gap may go back for years.
        """
        count, day = 0, today - timedelta(1)
        while count != enough and day > self.start and not self._is_done(day):
            count += not self.is_neutral(day)
            day -= timedelta(1)
        return count

    def _is_done(self, day: date) -> bool:
        return day in self.journal.path_actions

    def _plan_on(self, day: date) -> Plan:
        """The plan made last of those that hold from the day or before; else the first."""
        return self._holding[bisect_right(self._turns, day)]

    def _made_last(self, day: date) -> Plan:
        return next(plan for plan in reversed(self.plans) if plan.day <= day)


def current_plan(roadmap: Roadmap) -> Plan:
    """The plan that the roadmap now states, not recorded anywhere."""
    target = roadmap.target
    return Plan("", "", target.start, target.date, roadmap.minutes, target.scope)


def as_recorded(roadmap: Roadmap, journal: Journal) -> Roadmap:
    """The roadmap with date, minutes and scope of the newest plan in the journal.

    For a look back: what was changed after the journal's last day was not known then.
    """
    if not journal.plans:
        return roadmap
    plan = journal.plans[-1]
    target = changed(roadmap.target, date=plan.target, scope=plan.scope)
    return changed(roadmap, target=target, minutes=plan.minutes)


def is_recorded(roadmap: Roadmap, journal: Journal) -> bool:
    """Whether the newest plan in the log is the one the roadmap states.

    A log without any plan holds none that could be it.
    """
    if not journal.plans:
        return False
    newest, stated = journal.plans[-1], current_plan(roadmap)
    return (newest.target, newest.minutes, newest.scope) == (
        stated.target,
        stated.minutes,
        stated.scope,
    )
