"""Ages and windows that no vacation counts for, and the concerns about hours and dates.

By docs/findings.md and docs/numbers.md; nothing of pmpath is used.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tests.figures.reference import (
    DAY,
    TIERS,
    WEEK,
    WEEKDAYS,
    Reference,
    day_of,
    days,
    is_path,
    monday,
)

Fields = dict[str, Any]


class OfHours:
    """Those about hours and dates, of one folder as of the day of its reference.

    `away` are vacations and rests, which no age counts.
    """

    def __init__(self, known: Reference, away: set[date]) -> None:
        self.known, self.away = known, away
        self.today, self.start = known.today, known.start
        self.entries = [one for one in known.entries if is_path(one)]

    # ages

    def age(self, since: date, until: date | None = None) -> int:
        return sum(day not in self.away for day in days(since + DAY, until or self.today))

    def ago(self, day: date) -> int:
        return (self.today - day).days

    def window(self, length: int, end: date) -> tuple[date, int]:
        """The first of the latest days that count, and how many: a young plan has fewer."""
        span = max(min(length, self.age(self.start - DAY, end)), 1)
        return self.latest(span, end), span

    def latest(self, span: int, end: date) -> date:
        first = end
        while self.age(first - DAY, end) < span:
            first -= DAY
        return min(first, end - DAY * (span - 1))

    def weeks_held(self, holds: Callable[[date], bool], end: date | None = None) -> int:
        """In how many weeks it has held, this one included; 0 where it does not hold."""
        if not holds(end or self.today):
            return 0
        week, count = monday(self.today), 1
        while count <= 60 and holds(week - DAY):
            week, count = week - WEEK, count + 1
        return count

    def sum_of(self, first: date, end: date, which: Callable[[Fields], object]) -> int:
        return sum(one["minutes"] for one in self.known.entries
                   if first <= day_of(one["day"]) <= end and which(one))  # fmt: skip

    # hours

    def changed_this_week(self) -> bool:
        return any(
            monday(day_of(after["day"])) == monday(self.today)
            and (before["target"], before["minutes"]) != (after["target"], after["minutes"])
            for before, after in pairwise(self.known.plans)
        )

    def left(self, scope: str) -> int:
        """Minutes of the open milestones of a scope."""
        known, own = self.known, self.known.roadmap["target"]["scope"]
        known.roadmap["target"]["scope"] = scope
        done = known.marks()
        found: int = sum(
            round(one["hours"] * 60) for one in known.counting() if one["id"] not in done
        )
        known.roadmap["target"]["scope"] = own
        return found

    def there(self) -> int:
        """Minutes for milestones from tomorrow to the day before the date."""
        span = days(self.today + DAY, self.known.target - DAY)
        minutes = [self.known.roadmap["minutes"][one] for one in WEEKDAYS]
        lost = sum(minutes[day.weekday()] for day in span if day in self.away)
        kept = sum(day not in self.away for day in span)
        exact = Fraction(len(span) * sum(minutes), 7) - lost - Fraction(30 * kept, 7)
        return max(int(exact), 0)

    def does_not_fit(self) -> Fields | None:
        needed, there = self.left(TIERS[0]), self.there()
        raised = self.changed_this_week() and needed > there
        return {"needed_minutes": needed, "available_minutes": there} if raised else None

    def too_slow(self) -> Fields | None:
        needed, there = self.left(self.known.roadmap["target"]["scope"]), self.there()
        raised = self.changed_this_week() and there and needed * 1000 < 425 * there
        return {"percent": needed * 100 // there} if raised else None

    def pace(self) -> Fields | None:
        known = self.known

        def totals(end: date) -> tuple[int, int] | None:
            first = self.latest(28, end)
            if first <= known.line_start:
                return None
            span = days(first, end)
            return sum(map(known.counted, span)), sum(map(known.planned, span))

        def holds(end: date) -> bool:
            found = totals(end)
            return found is not None and found[0] * 10 < found[1] * 6

        end = self.today if known.path(self.today) else self.today - DAY
        weeks, found = self.weeks_held(holds, end), totals(end)
        return {"done_minutes": found[0], "promised_minutes": found[1], "span": 28,
                "open_weeks": weeks} if found and weeks else None  # fmt: skip

    def overdue(self) -> Fields | None:
        late = {key: due for key, due in self.known.milestones()["open"].items()
                if day_of(due) < self.today}  # fmt: skip
        if not late:
            return None
        return {"days": self.ago(day_of(min(late.values()))), "more": len(late) - 1}

    def gap(self) -> Fields | None:
        known, count, day = self.known, 0, self.today - DAY
        if known.path(self.today):
            return None
        while day > known.line_start and not known.path(day):
            count += known.own_minutes(day) > 0
            day -= DAY
        return {"days": count} if count >= 2 else None
