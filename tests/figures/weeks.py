"""The verdict of a report, what changed in the plan, and no progress, made anew from the files.

By the definitions of docs/report.md and docs/numbers.md; nothing of pmpath is used.
"""

from __future__ import annotations

from copy import copy
from datetime import date
from itertools import pairwise
from typing import Any

from tests.figures.reference import DAY, WEEK, Reference, day_of, days, monday

Fields = dict[str, Any]
NEEDED = 5


class As(Reference):
    """The same folder as it stood once a day was over."""

    def __init__(self, known: Reference, day: date) -> None:
        self.__dict__.update(copy(known.__dict__))
        self.today = day
        self.by_words = {key: on for key, on in known.by_words.items() if on <= day}
        self.records = [one for one in known.records
                        if one["kind"] != "milestone" or day_of(one["day"]) <= day]  # fmt: skip

    def whole_weeks(self) -> date:
        """The Monday behind the last week that is over."""
        return monday(self.today + DAY)

    def active(self) -> int:
        week, found = self.whole_weeks() - WEEK, 0
        while week + DAY * 6 > self.line_start:
            found += any(map(self.path, days(week, week + DAY * 6)))
            week -= WEEK
        return found

    def samples(self) -> list[int] | None:
        known = As(self, self.whole_weeks())
        found: list[int] = []
        week = known.today - WEEK
        while week + DAY * 6 > self.line_start and len(found) < 12:
            span = days(week, week + DAY * 6)
            if any(map(self.planned, span)):
                minutes = sum(self.counted(day, role=False) for day in span)
                found.insert(0, max(minutes - 30, 0) // 15)
            week -= WEEK
        return found if found and self.active() >= NEEDED else None

    def look(self) -> Fields | None:
        """What one look says: on track when the day of 70% is on or before the target."""
        found = self.forecast()
        if found is None:
            return None
        holds = found["seventy"] is not None and found["seventy"] <= self.target.isoformat()
        kind = "on track" if holds or found["remaining"] <= 0 else "late"
        return {"kind": kind, "half": found["half"], "seventy": found["seventy"],
                "as_of": self.today.isoformat()}  # fmt: skip


def changed_on(known: Reference) -> date | None:
    """The day on which date, hours or scope changed last, or the line was started anew."""
    found = None
    for before, after in pairwise(known.plans):
        keys = ("target", "minutes", "scope")
        if after.get("restart") or any(before.get(key) != after.get(key) for key in keys):
            found = day_of(after["day"])
    return found


def verdict(known: Reference, over: date) -> Fields | None:
    """What is said once `over` is over: it turns when two looks running say the same.

    A look is taken when a week is over, and on the day of a change of the plan, with which the
    looks begin.
    """
    if over < known.start:
        return None
    since = changed_on(known)
    first = monday(known.line_start)
    if since is not None:
        first = min(since, over)
    ends = [day for day in days(first, over) if day.weekday() == 6 and day != since]
    seen: list[Fields] = []
    for day in reversed(([first] if since else []) + ends):
        look = As(known, day).look()
        seen = [look, *seen] if look else seen
        # What two running say does not depend on those before.
        if look is None or (len(seen) > 1 and seen[0]["kind"] == seen[1]["kind"]):
            break
    if not seen:
        return {"kind": "early", "weeks": min(As(known, over).active(), NEEDED)}
    said, before = seen[0], seen[0]
    for look in seen[1:]:
        if look["kind"] in (said["kind"], before["kind"]):
            said = look
        before = look
    later = None if said["half"] is None else (day_of(said["half"]) - known.target).days
    return {**said, "weeks": NEEDED, "later_days": later}


def plan_changes(known: Reference, first: date, last: date) -> list[tuple[Any, ...]]:
    """Side, hours, scope, a new start of counting: when, what, was, now, why."""
    found: list[tuple[Any, ...]] = []
    for one in known.records:
        was, now = one.get("side_was", ""), one.get("side_now", "")
        if was != now and first <= day_of(one["day"]) <= last:
            found.append((one["day"], "side", was, now, ""))
    for before, after in pairwise(known.plans):
        if not first <= day_of(after["day"]) <= last:
            continue
        why, here = after.get("reason", ""), []
        hours = sum(before["minutes"].values()), sum(after["minutes"].values())
        if before["minutes"] != after["minutes"]:
            here.append((after["day"], "hours", *hours, why))
        if before.get("scope") != after.get("scope"):
            here.append((after["day"], "scope", before["scope"], after["scope"], why))
        if after.get("restart") and not here and before["target"] == after["target"]:
            here.append((after["day"], "restart", "", "", why))
        found += here
    return found


def date_moves(known: Reference, first: date, last: date) -> list[tuple[str, str, str, int]]:
    """Each change of the date in the period: the day, was, now, by how many days."""
    return [
        (after["day"], before["target"], after["target"],
         (day_of(after["target"]) - day_of(before["target"])).days)
        for before, after in pairwise(known.plans)
        if before["target"] != after["target"] and first <= day_of(after["day"]) <= last
    ]  # fmt: skip
