"""How long ago something was, and its age: the days of it that no vacation or rest covers.

How long ago is what a calendar says, and what every screen says. The age decides what is raised and
when: a vacation that was declared brings nothing nearer. Weekly rest days count for both.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.domain.log.journal import Journal
from pmpath.domain.roadmap.roadmap import Roadmap

DAY = timedelta(1)
# By what the days off are kept with the log.
DAYS_OFF = "days off"
# Further back nobody looks.
LONGEST = timedelta(3660)


def days_ago(day: date, today: date) -> int:
    """How many days before `today` a day was, by the calendar; 0 for today and what is to come."""
    return max((today - day).days, 0)


class Ages:
    """Ages as of a day."""

    def __init__(self, roadmap: Roadmap, journal: Journal, today: date) -> None:
        self.today = today
        self._spans = [
            one
            for one in journal.every_day(DAYS_OFF, (roadmap,), lambda: _days_off(roadmap, journal))
            if one[0] <= today
        ]

    def ago(self, day: date) -> int:
        """How many days ago a day was, by the calendar; 0 for today and what is to come."""
        return days_ago(day, self.today)

    def since(self, day: date, until: date | None = None) -> int:
        """The days after `day` through `until` (None: today) that count."""
        end = until or self.today
        age, last = (end - day).days, min(end, self.today)
        for first_off, last_off in self._spans:
            age -= max((min(last_off, last) - max(first_off, day + DAY)).days + 1, 0)
        return age

    def reached(self, since: date, days: int) -> date:
        """The first day, up to today, on which the age is `days`; today when none is."""
        day = since + timedelta(days)
        while day < self.today and self.since(since, day) < days:
            day += DAY
        return day

    def window(self, days: int, end: date) -> date:
        """The first day of the latest `days` that count, through `end`."""
        start = end - timedelta(days - 1)
        while start > end - LONGEST and self.since(start - DAY, end) < days:
            start -= DAY
        return start


def _days_off(roadmap: Roadmap, journal: Journal) -> list[tuple[date, date]]:
    """The first and last day of each stretch of vacations and rests, none of which overlap."""
    spans = [(one.first, one.last) for one in roadmap.vacations]
    spans += [(one.day, one.until) for one in journal.rests]
    return _merged(spans)


def _merged(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    found: list[tuple[date, date]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        elif first <= last:
            found.append((first, last))
    return found
