"""The figures of a report made anew, slowly and plainly, from the lines of the files alone.

Nothing of pmpath is used: every record is kept, and every day is stepped through.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

DAY = timedelta(1)
Fields = dict[str, Any]


class Reference:
    """One folder, read whole."""

    def __init__(self, folder: Path) -> None:
        lines = (folder / "log.jsonl").read_text(encoding="utf-8").splitlines()
        self.records = _live([json.loads(line) for line in lines])
        roadmap = tomllib.loads((folder / "roadmap.toml").read_text(encoding="utf-8"))
        self.entries = [one for one in self.records if one["kind"] == "action"]
        plan = next(one for one in self.records if one["kind"] == "plan")
        self.start = date.fromisoformat(plan["day"])
        self.end = date.fromisoformat(plan["target"])
        self.minutes = list(plan["minutes"].values())
        self.cap = roadmap.get("minutes", {}).get("daily_cap", 240)
        self.off: set[date] = set()
        for one in roadmap.get("vacation", []):
            self._rest(one["from"], one["to"])
        for one in self.records:
            if one["kind"] == "rest":
                first = date.fromisoformat(one["day"])
                self._rest(first, date.fromisoformat(one.get("until") or one["day"]))

    def _rest(self, first: date, last: date) -> None:
        while first <= last:
            self.off.add(first)
            first += DAY

    def promised(self, day: date) -> int:
        """Minutes of a day after the start; none on a neutral one."""
        if day <= self.start or day in self.off:
            return 0
        return int(self.minutes[day.weekday()])

    def on_path(self, day: date) -> list[Fields]:
        """The path actions of a day."""
        return [one for one in self.by_day.get(day, []) if _is_path(one)]

    @property
    def by_day(self) -> dict[date, list[Fields]]:
        """Every entry under its day."""
        if not hasattr(self, "_by_day"):
            self._by_day: dict[date, list[Fields]] = {}
            for one in self.entries:
                self._by_day.setdefault(date.fromisoformat(one["day"]), []).append(one)
        return self._by_day

    def counted(self, day: date) -> int:
        """Path minutes of a day, up to the cap or the promise."""
        done = sum(one["minutes"] for one in self.on_path(day))
        return int(min(done, max(self.cap, self.promised(day))))

    def tally(self, first: date, last: date, today: date) -> Fields:
        """A period, both ends included; today counts once something was done on it."""
        days = [first + DAY * n for n in range((last - first).days + 1)]
        done = [day for day in days if self.on_path(day)]
        missed = [day for day in days if day not in done and self.start < day < today
                  and self.minutes[day.weekday()] and day not in self.off]  # fmt: skip
        path = sum(one["minutes"] for day in days for one in self.on_path(day))
        engineering = sum(one["minutes"] for day in days for one in self.by_day.get(day, [])
                          if not _is_path(one))  # fmt: skip
        minutes = sum(self.counted(day) for day in days)
        planned = sum(self.promised(day) for day in days)
        return {
            "minutes": minutes, "promised": planned, "planned": planned,
            "days_done": len(done), "days": len(done) + len(missed), "engineering": engineering,
            "beyond_cap": path - minutes,
        }  # fmt: skip

    def by_track(self, first: date, last: date) -> dict[str, int]:
        """Path minutes of a period on each track."""
        found: dict[str, int] = {}
        day = first
        while day <= last:
            for one in self.on_path(day):
                found[one.get("track", "")] = found.get(one.get("track", ""), 0) + one["minutes"]
            day += DAY
        return found

    def met(self, first: date, last: date) -> set[str]:
        """The names of those met in a period; asking is not meeting."""
        return {
            _name(person)
            for one in self.entries
            if first <= date.fromisoformat(one["day"]) <= last and one.get("half") != "ask"
            for person in one.get("people", [])
        }

    def last_met(self) -> date:
        """The last day on which anybody was met."""
        days = [
            one["day"] for one in self.entries if one.get("people") and one.get("half") != "ask"
        ]
        return date.fromisoformat(max(days))

    def last_customer(self) -> date:
        """The last day with a customer: on the track, or somebody of that function."""
        days = [
            one["day"] for one in self.entries
            if one.get("half") != "ask" and one["minutes"] > 0 and (
                (one.get("track") == "customers" and _is_path(one))
                or any("(customer)" in person for person in one.get("people", []))
            )
        ]  # fmt: skip
        return date.fromisoformat(max(days))

    def buffer(self, today: date) -> int:
        """The days, today first, that may pass empty, found by letting them pass."""
        done, line, day = 0, 0, self.start
        while day < today:
            done += self.counted(day)
            day += DAY
        done += self.counted(today)
        day = self.start
        while day < today:
            line += self.promised(day)
            day += DAY
        empty = 0
        while today + DAY * empty <= self.end:
            line += self.promised(today + DAY * empty)
            if done < line:
                return empty
            empty += 1
        return empty - 1


def _is_path(one: Fields) -> bool:
    return one["minutes"] > 0 and "engineering" not in one.get("tags", [])


def _name(person: str) -> str:
    return person.split(" (")[0]


def _live(lines: list[Fields]) -> list[Fields]:
    """The records with the latest correction of each applied; nobody corrects a correction here."""
    corrections: dict[str, list[Fields]] = {}
    for one in lines:
        if one["kind"] in ("amend", "retract"):
            corrections.setdefault(one["of"], []).append(one)
    found = []
    for one in lines:
        if one["kind"] in ("amend", "retract", "log"):
            continue
        several = sorted(corrections.get(one["id"], []), key=lambda each: (each["at"], each["id"]))
        if several and several[-1]["kind"] == "retract":
            continue
        for each in several:
            one = {**one, **each.get("set", {})}
        found.append(one)
    return found
