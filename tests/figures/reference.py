"""Every figure of a plan made anew, slowly and plainly, from the bytes of the files alone.

Nothing of pmpath is used: lines of the log, the roadmap, and the tables of the content.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.large.reference import _live as live

Fields = dict[str, Any]
DAY, WEEK = timedelta(1), timedelta(7)
CONTENT = Path(__file__).resolve().parents[2] / "data"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
TIERS = ("core", "standard", "extended")


def day_of(text: str) -> date:
    return date.fromisoformat(text)


def as_day(value: object) -> date:
    return value if isinstance(value, date) else day_of(str(value))


def days(first: date, last: date) -> list[date]:
    """Both ends included."""
    return [first + DAY * n for n in range((last - first).days + 1)]


def monday(day: date) -> date:
    return day - DAY * day.weekday()


def is_path(one: Fields) -> bool:
    return one["minutes"] > 0 and "engineering" not in one.get("tags", [])


def heard_customer(one: Fields) -> bool:
    """A customer was met or heard: said so, or told by whoever was there."""
    if one.get("track") != "customers":
        return False
    if "track" not in one.get("guessed", []) or str(one.get("action", "")).startswith("customers"):
        return True
    there = [*one.get("people", []), *(f"({item['value']})" for item in one.get("evidence", [])
                                       if item["kind"] == "contact")]  # fmt: skip
    met = one.get("event") in ("met", "told", "answered", "talk", "interview", "volunteered")
    return one.get("event") == "listened" or (
        met and any("customer" in person.partition("(")[2].casefold() for person in there)
    )


def name(person: str) -> str:
    return person.partition(" (")[0]


class Reference:
    """One folder as of a day."""

    def __init__(self, folder: Path, today: date) -> None:
        self.today = today
        # Milestones that the words of entries reach; what words mean is held elsewhere.
        self.by_words: dict[str, date] = {}
        lines = (folder / "log.jsonl").read_text("utf-8").splitlines()
        self.records = live([json.loads(line) for line in lines])
        self.roadmap = tomllib.loads((folder / "roadmap.toml").read_text("utf-8"))
        self.entries = sorted(self.of("action"), key=lambda one: (one["day"], one["at"], one["id"]))
        self.plans = sorted(self.of("plan"), key=lambda one: (one["at"], one["id"]))
        self.held: dict[date, Fields] = {}
        self.target = self.roadmap["target"]["date"]
        self.start = self.roadmap["target"]["start"]
        restarts = [day_of(one["day"]) for one in self.plans if one.get("restart")]
        self.line_start = max([self.start, *restarts[-1:]])
        self.cap = self.roadmap["minutes"].get("daily_cap", 240)
        self.off = {
            day for one in self.roadmap.get("vacation", []) for day in days(one["from"], one["to"])
        } | {
            day for one in self.of("rest")
            for day in days(day_of(one["day"]), day_of(one.get("until") or one["day"]))
        }  # fmt: skip
        self.by_day: dict[date, list[Fields]] = {}
        for one in self.entries:
            self.by_day.setdefault(day_of(one["day"]), []).append(one)
        self.content = {
            one["id"]: one
            for one in tomllib.loads((CONTENT / "milestones.toml").read_text("utf-8"))["milestone"]
        }

    def of(self, kind: str) -> list[Fields]:
        return [one for one in self.records if one["kind"] == kind]

    # days and minutes

    def plan_of(self, day: date) -> Fields:
        if day not in self.held:
            holds = [one for one in self.plans if day_of(one["day"]) <= day]
            self.held[day] = holds[-1] if holds else self.plans[0]
        return self.held[day]

    def own_minutes(self, day: date) -> int:
        """What the plan of that day gives it; none on a day off."""
        return 0 if day in self.off else int(self.plan_of(day)["minutes"][WEEKDAYS[day.weekday()]])

    def planned(self, day: date) -> int:
        """The same as the line counts it: from the day after its start."""
        return self.own_minutes(day) if day > self.line_start else 0

    def path(self, day: date) -> list[Fields]:
        return [one for one in self.by_day.get(day, []) if is_path(one)]

    def counted(self, day: date, *, role: bool = True) -> int:
        done = sum(one["minutes"] for one in self.path(day)
                   if role or one.get("track") != "springboard")  # fmt: skip
        return int(min(done, max(self.cap, self.own_minutes(day))))

    def tally(self, first: date, last: date) -> Fields:
        span = days(first, last)
        done = [day for day in span if self.path(day)]
        missed = [day for day in span if not self.path(day)
                  and self.line_start < day < self.today and self.own_minutes(day)]  # fmt: skip
        whole = sum(one["minutes"] for day in span for one in self.path(day))
        minutes, planned = sum(map(self.counted, span)), sum(map(self.planned, span))
        return {
            "minutes": minutes, "promised": planned, "planned": planned, "days_done": len(done),
            "days": len(done) + len(missed), "beyond_cap": whole - minutes,
            "engineering": sum(one["minutes"] for day in span for one in self.by_day.get(day, [])
                               if not is_path(one)),
        }  # fmt: skip

    def pace(self) -> Fields:
        """Short, due or ahead, and the days that may pass empty, by letting them pass."""
        done = sum(map(self.counted, days(self.line_start, self.today)))
        before = sum(map(self.planned, days(self.line_start, self.today - DAY)))
        line, empty, end = before + self.planned(self.today), 0, max(self.target, self.today)
        now = line
        while done >= line and self.today + DAY * empty < end:
            empty += 1
            line += self.planned(self.today + DAY * empty)
        due = self.today + DAY * empty if self.today + DAY * empty < self.target else None
        if done < before:
            return {"kind": "short", "amount": before - done, "buffer": empty,
                    "next_due": self.today.isoformat()}  # fmt: skip
        kind = "due" if done < now else "ahead"
        return {"kind": kind, "amount": abs(now - done), "buffer": empty,
                "next_due": due.isoformat() if due else None}  # fmt: skip

    # milestones, what is done, what is left

    def marks(self) -> dict[str, date]:
        last: dict[str, Fields] = {}
        for one in sorted(self.of("milestone"), key=lambda one: (one["at"], one["id"])):
            last[one["of"]] = one
        by_hand = {key: day_of(one["day"]) for key, one in last.items() if not one.get("reopened")}
        return self.by_words | by_hand

    def dropped(self) -> set[str]:
        last: dict[str, str] = {}
        for one in sorted(self.of("move"), key=lambda one: (one["at"], one["id"])):
            if one["what"] in ("drop", "restore"):
                last[one["of"]] = one["what"]
        return {key for key, what in last.items() if what == "drop"}

    def due(self, one: Fields) -> date:
        if "due" in one:
            return as_day(one["due"])
        day: date = self.target - WEEK * one["weeks_before"]
        role = self.roadmap.get("springboard", {})
        leaves: date | None = role.get("exit_date") if role.get("state") == "in" else None
        if leaves is None or leaves <= self.start or one["track"] != "springboard":
            return day
        return min(day, leaves)

    def kept(self) -> list[Fields]:
        """Milestones neither dropped nor on a track that left the plan; done ones in any case."""
        absent = {one["id"] for one in self.roadmap["track"] if one.get("active") is False}
        absent.discard("springboard")
        done, dropped = self.marks(), self.dropped()
        gone = [one["id"] for one in self.roadmap["milestone"]
                if one["id"] in dropped or one["track"] in absent]  # fmt: skip
        return [one for one in self.roadmap["milestone"]
                if one["id"] in done or one["id"] not in gone]  # fmt: skip

    def in_scope(self, one: Fields) -> bool:
        return TIERS.index(one["tier"]) <= TIERS.index(self.roadmap["target"]["scope"])

    def counting(self) -> list[Fields]:
        """Those whose hours count: in scope; of two ways to one result the one with a success."""
        done, ways = self.marks(), dict[str, str]()
        for one in sorted(self.kept(), key=lambda one: one["id"] not in done):
            same = self.content.get(one["id"], {}).get("one_of")
            if same:
                ways.setdefault(same, one["track"])
        return [
            one for one in self.kept()
            if self.in_scope(one) and ways.get(
                self.content.get(one["id"], {}).get("one_of", ""), one["track"]) == one["track"]
        ]  # fmt: skip

    def plan_done(self) -> Fields:
        counting, done, covered = self.counting(), self.marks(), 0
        for track in {one["track"] for one in counting}:
            own = [one for one in counting if one["track"] == track]
            reached = [done[one["id"]] for one in own if one["id"] in done]
            covered += sum(round(one["hours"] * 60) for one in own if one["id"] in done)
            still = [one for one in own if one["id"] not in done]
            if still and track != "springboard":
                since = max([self.start - DAY, *reached])
                worked = sum(one["minutes"] for day in days(since + DAY, self.today)
                             for one in self.path(day) if one.get("track") == track)  # fmt: skip
                first = min(still, key=self.due)
                covered += min(round(first["hours"] * 60) * 9 // 10, worked)
        total = sum(round(one["hours"] * 60) for one in counting)
        return {"covered": covered, "total": total}

    def milestones(self) -> Fields:
        done = self.marks()
        shown = [one for one in self.kept() if self.in_scope(one) and (
            one["track"] == "springboard" or not self._is_absent(one["track"]))]  # fmt: skip
        due = [one for one in shown if self.due(one) <= self.today]
        return {
            "due_count": len(due), "due_done": sum(one["id"] in done for one in due),
            "open": {one["id"]: self.due(one).isoformat() for one in due if one["id"] not in done},
            "coming": {one["id"]: self.due(one).isoformat() for one in shown
                       if one["id"] not in done and self.due(one) > self.today},
            "done": {one["id"]: done[one["id"]].isoformat() for one in shown if one["id"] in done},
        }  # fmt: skip

    def _is_absent(self, track: str) -> bool:
        return any(one["id"] == track and one.get("active") is False
                   for one in self.roadmap["track"])  # fmt: skip

    def hours_there(self) -> int:
        """Minutes for milestones in the whole plan: each day's share, less that of the review."""
        span = days(self.start, self.target - DAY)
        away = {day for one in self.roadmap.get("vacation", [])
                for day in days(one["from"], one["to"])}  # fmt: skip
        by_weekday = [self.roadmap["minutes"][name] for name in WEEKDAYS]
        lost = sum(by_weekday[day.weekday()] for day in span if day in away)
        work = Fraction(len(span) * sum(by_weekday), 7) - lost
        return int(max(work - Fraction(30 * sum(day not in away for day in span), 7), 0))

    def needed_a_week(self) -> int | None:
        done = self.plan_done()
        left = [day for day in days(self.today + DAY, self.target - DAY) if day not in self.off]
        if not left:
            return None
        exact = Fraction((done["total"] - done["covered"]) * 7, len(left)) + 30
        return int(-(-exact // 5) * 5)

    def idle(self, first: date, last: date) -> int:
        """Minutes in a stepping-stone role that has served, and beyond each next result's hours."""
        done, found = self.marks(), 0
        for day in days(max(first, self.start), min(last, self.today)):
            for track in {one.get("track", "") for one in self.path(day)} - {"", "roadmap"}:
                here = sum(one["minutes"] for one in self.path(day) if one.get("track") == track)
                own = [one for one in self.counting() if one["track"] == track]
                still = [one for one in own if done.get(one["id"], day) >= day]
                if track == "springboard":
                    found += here if not still or self._role_is_over(day) else 0
                    continue
                reached = [
                    done[one["id"]]
                    for one in own
                    if one["id"] in done and done[one["id"]] <= self.today
                ]
                since = max([self.start - DAY, *reached])
                still = [
                    one for one in own if not (one["id"] in done and done[one["id"]] <= self.today)
                ]
                spent = sum(one["minutes"] for on in days(since + DAY, day - DAY)
                            for one in self.path(on) if one.get("track") == track)  # fmt: skip
                if day > since and (still or self._is_absent(track)):
                    room = round(min(still, key=self.due)["hours"] * 60) if still else 0
                    found += here - max(min(here, room - spent), 0)
        return found

    def _role_is_over(self, day: date) -> bool:
        held = self.roadmap.get("springboard", {})
        since, leaves = held.get("since"), held.get("exit_date")
        over = leaves is not None and leaves < day
        if since is not None and held.get("state") == "in":
            months = (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)
            over = over or months >= held.get("limit_months", 12)
        return over

    # forecast

    def samples(self) -> list[int] | None:
        found: list[int] = []
        active, week = 0, monday(self.today) - WEEK
        while week + DAY * 6 > self.line_start and len(found) < 12:
            span = days(week, week + DAY * 6)
            if any(map(self.planned, span)):
                minutes = sum(self.counted(day, role=False) for day in span)
                found.insert(0, max(minutes - 30, 0) // 15)
                active += any(map(self.path, span))
            week -= WEEK
        return found if active >= 5 else None

    def coming_sundays(self, until: date) -> list[date]:
        week, found = monday(self.today) + WEEK, []
        while week <= until:
            if any(map(self.planned, days(week, week + DAY * 6))):
                found.append(week + DAY * 6)
            week += WEEK
        return found

    def forecast(self) -> Fields | None:
        """The whole distribution, week after week, in exact fractions."""
        samples = self.samples()
        if samples is None:
            return None
        done = self.plan_done()
        remaining = -((done["covered"] - done["total"]) // 15)
        sundays = self.coming_sundays(self.today + WEEK * 560)[:520]
        # Ways to have covered so much, of all ways there are after so many weeks.
        chances, spread, ways = [Fraction(remaining <= 0)], {0: 1}, 1
        while chances[-1] < Fraction(85, 100) and len(chances) <= 520 and any(samples):
            after: dict[int, int] = {}
            for covered, there in spread.items():
                for one in samples:
                    total = min(covered + one, remaining)
                    after[total] = after.get(total, 0) + there
            spread, ways = after, ways * len(samples)
            chances.append(Fraction(spread.get(remaining, 0), ways))
        found: Fields = {"samples": samples, "remaining": remaining}
        for key, percent in (("half", 50), ("seventy", 70), ("eighty_five", 85)):
            weeks = next((n for n, one in enumerate(chances) if one * 100 >= percent), None)
            found[key] = None
            if weeks is not None and weeks <= len(sundays):
                found[key] = (sundays[weeks - 1] if weeks else self.today).isoformat()
        before = sum(one <= self.target for one in sundays)
        if before < len(chances):
            percent = int(chances[before] * 100)
            found["percent"] = min(percent, 95) if remaining else percent
        return found

    def strength(self, done: set[date], times: int, length: int) -> float:
        span = days(self.line_start, self.today - DAY * (self.today not in done))
        counted = [day in done for day in span if day in done or self.own_minutes(day)]
        f, score = times / length, 0.0
        wide = 2 if f < 1 else 1
        for n in range(len(counted)):
            share = min(1, sum(counted[max(0, n + 1 - length * wide) : n + 1]) / (times * wide))
            m = 0.5 ** (f**0.5 / 13)
            score = score * m + share * (1 - m)
        return score

    # people, openings, pieces, words given

    def met_on(self) -> dict[str, list[date]]:
        found: dict[str, list[date]] = {}
        for one in self.entries:
            for person in one.get("people", []) if one.get("half") != "ask" else ():
                found.setdefault(name(person), []).append(day_of(one["day"]))
        return found

    def last_customer(self) -> date | None:
        customers = {name(person) for one in self.entries for person in one.get("people", [])
                     if "(customer)" in person}  # fmt: skip
        return max((
            day_of(one["day"]) for one in self.entries if one.get("half") != "ask" and (
                (heard_customer(one) and is_path(one))
                or customers & set(map(name, one.get("people", []))))
        ), default=None)  # fmt: skip

    def kept_counts(self) -> Fields:
        customers = {one["day"] for one in self.entries if heard_customer(one)
                     and is_path(one) and one.get("half") != "ask"}  # fmt: skip
        pieces = {item["url"] for one in self.entries
                  if one.get("track") == "writing" and is_path(one)
                  for item in one.get("evidence", []) if item["kind"] == "link"}  # fmt: skip
        return {"people": len(self.met_on()), "customer_days": len(customers),
                "pieces": len(pieces)}  # fmt: skip

    def applications(self) -> dict[str, int]:
        """Each firm once, on the side that was said last of it."""
        sides: dict[str, str] = {}
        for one in self.entries:
            for side in ("inside", "outside"):
                if side in one.get("tags", []) and is_path(one):
                    sides[one["opening"].partition(":")[0].casefold()] = side
        return {side: list(sides.values()).count(side) for side in ("inside", "outside")}

    def owed(self) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        """What I owe and what I wait for: its words and its day."""
        mine, theirs = set(), set()
        settled = {one["settles"] for one in self.entries if one.get("settles")}
        for one in self.entries:
            move = one.get("next")
            if not move or one["id"] in settled:
                continue
            if move["who"] == "me":
                mine.add((move["what"], move["day"]))
            elif not any(name(move["person"]) in map(name, other.get("people", []))
                         and (other["at"], other["id"]) > (one["at"], one["id"])
                         and other["day"] >= one["day"] and other.get("half") != "ask"
                         for other in self.entries):  # fmt: skip
                theirs.add((move["what"], move["day"]))
        return mine, theirs
