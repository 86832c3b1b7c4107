"""Every concern that is raised, with its figures, looked for slowly and plainly in the files.

By the table of docs/findings.md; nothing of pmpath is used. `TECH_TALK`, `LEVEL_MISMATCH` and those
about pieces and proof are made by no sentence of the journeys.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.figures.hours import OfHours
from tests.figures.reference import (
    DAY,
    WEEK,
    Reference,
    day_of,
    days,
    is_path,
    monday,
    name,
)

Fields = dict[str, Any]
ORDER = (
    "OFFER_OPEN", "OVERSTAY", "NO_SEARCH", "NO_PEOPLE", "NO_CUSTOMER", "LEVEL_MISMATCH", "AFTER_NO",
    "READING_HEAVY", "STRATEGY_HEAVY", "ENGINEERING_DRIFT", "TECH_TALK", "NO_MANAGER_VERSION",
    "TAKE_ONLY", "NO_SPONSOR", "TOLD_NOT_SHOWN", "BAR_NO_TRIAL", "NO_BASELINE", "NO_RESULT",
    "RESUME_STALE", "ONE_SIDED_SEARCH", "DOES_NOT_FIT", "TOO_SLOW", "PACE", "OVERDUE", "GAP",
)  # fmt: skip
OF_PACE = ("PACE", "GAP", "DOES_NOT_FIT", "TOO_SLOW")


def months_between(start: date, end: date) -> int:
    """Whole months; a day that a month lacks is its last one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    last = (date(end.year + end.month // 12, end.month % 12 + 1, 1) - DAY).day
    return max(months - (min(start.day, last) > end.day), 0)


class Concerns(OfHours):
    """Those of one folder; `offers`: when each open offer was made."""

    def __init__(self, known: Reference, away: set[date], offers: list[date]) -> None:
        super().__init__(known, away)
        self.offers = offers

    # each of them

    def raised(self) -> list[tuple[str, Fields]]:
        found: list[tuple[str, Fields]] = []
        for key in ORDER:
            look = getattr(self, key.lower(), None)
            figures = look() if look else None
            several = figures if isinstance(figures, list) else [figures]
            found += [(key, one) for one in several if one]
        return found

    def offer_open(self) -> list[Fields]:
        return [{"offered_ago": self.ago(day)} for day in sorted(self.offers, reverse=True)]

    def overstay(self) -> Fields | None:
        held = self.known.roadmap.get("springboard", {})
        if held.get("state") != "in":
            return None
        limit, since = held.get("limit_months", 12), held.get("since")
        leaves = held.get("exit_date")
        if leaves and leaves < self.today:
            return {"exit_ago": self.ago(leaves), "exit": leaves.isoformat()}
        months = months_between(since, self.today) if since else 0
        if months >= limit:
            return {"months": months, "limit": limit, "over": months - limit}
        return {"months": months, "limit": limit} if months * 100 >= limit * 75 else None

    def no_search(self) -> Fields | None:
        known = self.known
        tells = {"application", "interview", "rejected", "offer"}
        stages = {"applied", "answered", "interview", "offer", "rejected"}
        if any(tells & set(one.get("tags", [])) or one.get("stage") in stages
               for one in self.entries):  # fmt: skip
            return None
        target = known.target
        half = self.start + DAY * (((target - self.start).days + 1) // 2)
        if self.today < half and (target - self.today).days >= 16 * 7:
            return None
        left = (target - self.today).days
        seen = {one["opening"] for one in self.entries if one.get("opening")}
        if left <= 0:
            return {"past_ago": -left}
        return {"days_left": left, "openings": len(seen)}

    def no_people(self) -> Fields | None:
        """14 days with entries and none that names anybody; asking names somebody."""
        named = [day_of(one["day"]) for one in self.known.entries if one.get("people")]
        base = max([self.start, *named])
        acted = any(base < day_of(one["day"]) <= self.today for one in self.entries)
        if not acted or self.age(base) < 14:
            return None
        met = [day for on in self.known.met_on().values() for day in on]
        return {"gone_days": self.ago(base)} | ({"last": max(met).isoformat()} if met else {})

    def no_customer(self) -> Fields | None:
        last, tracks = self.known.last_customer(), self.known.roadmap["track"]
        own = next(one for one in tracks if one["id"] == "customers")
        base = max(last or self.start, self.start, own.get("from") or self.start)
        if self.age(base) < 30:
            return None
        if last is None:
            return {"days": self.ago(base), "gone_days": self.ago(self.start)}
        return {"gone_days": self.ago(last), "last": last.isoformat()}

    def after_no(self) -> Fields | None:
        """A no in the last 7 days, no step of the search after it, and none promised."""

        def place(one: Fields) -> tuple[str, str, str]:
            return one["day"], one["at"], one["id"]

        noes = [one for one in self.entries if "rejected" in one.get("tags", [])]
        no = max(noes, key=place, default=None)
        if no is None or self.age(day_of(no["day"])) > 7:
            return None
        later = any(one.get("track") == "search" and "rejected" not in one.get("tags", [])
                    and place(one) > place(no) for one in self.entries)  # fmt: skip
        mine, _ = self.known.owed()
        booked = any((one["next"]["what"], one["next"]["day"]) in mine and place(one) >= place(no)
                     and one.get("track") == "search"
                     for one in self.known.entries if one.get("next"))  # fmt: skip
        return None if later or booked else {"no_ago": self.ago(day_of(no["day"]))}

    def four_weeks(self, end: date) -> Fields:
        first, span = self.window(28, end)
        some = [day for day in days(first, end) if self.known.by_day.get(day)]
        found = {
            "span": span, "path": self.sum_of(first, end, is_path),
            "engineering": self.sum_of(first, end, lambda one: not is_path(one)),
            "reading": self.sum_of(
                first, end, lambda one: is_path(one) and one.get("track") == "reading"),
            "people": self.sum_of(first, end, lambda one: is_path(one) and one.get("people")),
        }  # fmt: skip
        enough = found["path"] + found["engineering"] >= 120
        return found | {"enough": enough and some and self.age(some[0], end) >= 13}

    def reading_heavy(self) -> Fields | None:
        def holds(end: date) -> bool:
            one = self.four_weeks(end)
            return bool(one["enough"] and one["path"] >= 120 and one["reading"] * 2 > one["path"]
                        and one["people"] * 5 < one["path"])  # fmt: skip

        weeks, one = self.weeks_held(holds), self.four_weeks(self.today)
        return {
            "span": one["span"], "reading_minutes": one["reading"], "total_minutes": one["path"],
            "people_minutes": one["people"], "open_weeks": weeks,
            "reading_percent": one["reading"] * 100 // one["path"],
        } if weeks else None  # fmt: skip

    def engineering_drift(self) -> Fields | None:
        def holds(end: date) -> bool:
            one = self.four_weeks(end)
            whole = one["path"] + one["engineering"]
            return bool(one["enough"] and one["engineering"] * 10 > whole * 3)

        weeks, one = self.weeks_held(holds), self.four_weeks(self.today)
        return {
            "span": one["span"], "engineering_minutes": one["engineering"],
            "path_minutes": one["path"], "open_weeks": weeks,
        } if weeks else None  # fmt: skip

    def take_only(self) -> Fields | None:
        def talks(end: date) -> int:
            first, _ = self.window(42, end)
            return sum(one.get("track") == "allies" and bool(one.get("people"))
                       and one.get("half") != "ask" and first <= day_of(one["day"]) <= end
                       for one in self.entries)  # fmt: skip

        weeks = self.weeks_held(lambda end: talks(end) >= 5)
        _, span = self.window(42, self.today)
        return {"count": talks(self.today), "span": span, "open_weeks": weeks} if weeks else None

    def told_leaders(self) -> dict[str, date]:
        """Since when each leader knows; who leads may be said in another entry."""
        people = {person for one in self.entries for person in one.get("people", [])}
        leaders = {name(one) for one in people if "(head of" in one or "(CMO)" in one}
        found: dict[str, date] = {}
        for one in self.entries:
            for who in map(name, one.get("people", []) if one.get("event") == "told" else ()):
                if who in leaders:
                    found.setdefault(who, day_of(one["day"]))
        return found

    def no_sponsor(self) -> Fields | None:
        known = self.known
        due = known.milestones()["open"].get("sponsors.two-told")
        if due is None or day_of(due) >= self.today:
            return None
        sides = {"Ida": "sales", "Vera": "marketing"}
        there = {sides[who] for who in self.told_leaders() if who in sides}
        missing = [one for one in ("marketing", "sales") if one not in there]
        found = {"due_ago": self.ago(day_of(due)), "missing": " and ".join(missing)}
        return found if missing else None

    def told_not_shown(self) -> list[Fields]:
        """A leader was told 45 days ago and saw nothing since, or has heard nothing for 35."""
        found = []
        for who, since in self.told_leaders().items():
            last = max(day_of(one["day"]) for one in self.known.entries
                       if who in map(name, one.get("people", [])))  # fmt: skip
            if self.age(last) >= 35:
                found.append({"who": who, "gone_days": self.ago(last)})
            elif self.age(since) >= 45:
                found.append({"who": who, "gone_days": self.ago(since)})
        return found

    def measured(self, *, whole: bool = False) -> list[tuple[Fields, Fields]]:
        return [(one, item) for one in self.entries for item in one.get("evidence", [])
                if item["kind"] == "metric" and item.get("before") is not None
                and (not whole or item.get("after") not in (None, item["before"]))]  # fmt: skip

    def volunteered(self) -> list[tuple[Fields, Fields]]:
        return [(one, item) for one, item in self.measured() if one.get("track") == "volunteer"]

    def no_baseline(self) -> Fields | None:
        first = min((day_of(one["day"]) for one in self.entries if one.get("track") == "volunteer"
                     and one.get("half") != "ask"), default=None)  # fmt: skip
        if first is None or self.volunteered() or self.age(first) < 14:
            return None
        return {"gone_days": self.ago(first), "first": first.isoformat()}

    def no_result(self) -> Fields | None:
        known = self.volunteered()
        if not known or any(item.get("after") is not None for _, item in known):
            return None
        first = day_of(known[0][0]["day"])
        return {"measured_days": self.ago(first)} if self.age(first) >= 56 else None

    def resume_stale(self) -> Fields | None:
        lines = [one["day"] for one in self.entries if "resume line" in one["text"]]
        last = max(lines, default="")
        waiting = [one["day"] for one, _ in self.measured(whole=True) if one["day"] > last]
        if not waiting or self.age(day_of(min(waiting))) < 15:
            return None
        return {"measured_ago": self.ago(day_of(min(waiting)))}

    def one_sided_search(self) -> Fields | None:
        if self.known.roadmap["target"]["side"] != "both":
            return None
        home = self.known.roadmap["target"].get("company", "")
        firms: dict[str, str] = {}
        first = self.today
        for one in self.entries:
            firm = one.get("opening", "").partition(":")[0].casefold()
            side = next((tag for tag in one.get("tags", []) if tag in ("inside", "outside")), "")
            if home and one.get("stage") in ("applied", "interview", "rejected", "offer"):
                side = "inside" if firm == home.casefold() else "outside"
            if side and firm:
                firms[firm], first = side, min(first, day_of(one["day"]))
        sides = list(firms.values())
        if len(set(sides)) != 1 or self.age(first) < 42:
            return None
        return {"inside": sides.count("inside"), "outside": sides.count("outside"),
                "search_weeks": self.ago(first) // 7}  # fmt: skip

    # what a report says of them

    def said(self) -> list[tuple[str, Fields]]:
        """Those a weekly report tells of, in its order; none in the first week nor in one off."""
        first, known = monday(self.today), self.known
        week = days(first, first + DAY * 6)
        if self.today < self.start or self.start in week:
            return []
        past = [day for day in week if self.start < day <= self.today]
        if past and not any(known.path(day) or known.own_minutes(day) for day in past):
            return []
        found = self.raised()
        if self.comes_back() or self.has_good_news(week):
            found = [one for one in found if one[0] not in OF_PACE]
        return found

    def comes_back(self) -> bool:
        """A week in which a gap of two weeks lasts or ends."""
        first = monday(self.today)
        acted = sorted({day_of(one["day"]) for one in self.entries})
        here = next((day for day in acted if first <= day < first + WEEK), self.today)
        before = max((day for day in acted if day < first), default=self.start)
        return self.age(before, here) >= 14

    def has_good_news(self, week: list[date]) -> bool:
        """An offer, or a number measured on both sides."""
        entries = [one for day in week for one in self.known.by_day.get(day, [])]
        return any(one.get("stage") == "offer" or "offer" in one.get("tags", [])
                   or any(one is other for other, _ in self.measured(whole=True))
                   for one in entries)  # fmt: skip
